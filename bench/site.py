"""Measure the site: how long 300 articles take to write, how large they are, how soon pages open.

    python bench/site.py [--axe]

All in one run, since wall time depends on the machine and what else it does: the last column is
each figure against the bound that the site is to keep. Pages open in headless Chromium without a
network; a graph is ready when all of its picture is drawn. Knowledge is invented, with disputes
between neighbouring articles, so that a corpus of statements is as large as one asks for. With
`--axe` every page of the 300 articles is also held against WCAG in both themes: some minutes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from kg import network, show
from kg.model import Knowledge
from kg.relate import Witnesses

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.show.accessible import findings
from tests.show.invented import knowledge

MEGABYTE = 1_000_000
KINDS = ("actor", "article", "community", "question")
LOCAL = ("file:", "data:", "blob:")
READY = "performance.getEntriesByName('kg-ready')[0]?.startTime ?? null"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement, and the most that it may be."""

    name: str
    value: float
    most: float
    unit: str


def main() -> None:
    """Print the figures, and end with exit code 1 if one is beyond its bound."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--axe", action="store_true", help="hold every page against WCAG")
    axe = Axe() if options.parse_args().axe else None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        figures = [*site_of_300(Path(folder), browser, axe), *corpus_of_2000(Path(folder), browser)]
        browser.close()
    for figure in figures:
        share = figure.value / figure.most
        print(f"{figure.name:<58}{figure.value:>9.2f} {figure.unit:<3}{share:>7.0%} of the bound")
    sys.exit(any(figure.value > figure.most for figure in figures))


def site_of_300(folder: Path, browser: Browser, axe: Axe | None) -> Iterator[Figure]:
    """Yield the time and the size of a site of 300 articles, and when its story graph is ready."""
    out = folder / "articles"
    yield Figure("site of 300 articles written", written(out, 300, 8, 400), 60, "s")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    yield Figure("its size", size / MEGABYTE, 60, "MB")
    opened = [took(browser, out / "story.html", READY) for _ in range(3)]
    yield Figure("its story graph ready (median of 3)", sorted(opened)[1], 1.5, "s")
    pages = sorted(out.rglob("*.html"))
    complaints = complained(browser, pages, axe)
    what = "requests, errors, findings of axe" if axe else "requests, errors"
    print(f"{len(pages)} pages opened; {what}: {complaints or 'none'}")
    yield Figure("pages that ask or complain", len(complaints), 0.5, "")


def corpus_of_2000(folder: Path, browser: Browser) -> Iterator[Figure]:
    """Yield the slowest page of each kind of a corpus of 2,000 statements."""
    out = folder / "statements"
    written(out, 250, 8, 120)
    for kind, pages in grouped(out):
        slowest = max(took(browser, page, LOADED) for page in pages)
        yield Figure(f"2,000 statements: slowest page of kind {kind}", slowest, 3, "s")


def written(out: Path, articles: int, statements: int, actors: int) -> float:
    """Write a site of invented articles and return the seconds it took, pictures included."""
    known = knowledge(articles, statements, actors=actors)
    start = time.perf_counter()
    graph = network.build(known)
    origins = Witnesses(known.readings).independent
    subject = show.Subject(known, graph, network.atlas(graph), origins)
    show.site(subject, out, {"statements-of": everything_said(known)})
    return time.perf_counter() - start


def everything_said(known: Knowledge) -> show.Answer:
    """Return an answer with a row for each statement."""
    rows = [
        [f"https://news.example/statement/{s.id}", reading.article.headline, reading.article.outlet]
        for reading in known.readings
        for s in reading.statements
    ]
    return show.Answer("What was said?", "SELECT *", ("statement", "headline", "outlet"), rows)


def grouped(out: Path) -> Iterator[tuple[str, Sequence[Path]]]:
    """Yield each kind of page with the largest pages of it."""
    yield "top", sorted(out.glob("*.html"))
    for kind in KINDS:
        pages = sorted((out / kind).glob("*.html"), key=lambda page: -page.stat().st_size)
        if pages:
            yield kind, pages[:3]


def complained(browser: Browser, pages: Sequence[Path], axe: Axe | None) -> list[str]:
    """Open pages and return what they ask of a network, their errors, and what `axe` finds."""
    found: list[str] = []
    page = browser.new_context(offline=True).new_page()
    page.on("request", lambda r: None if r.url.startswith(LOCAL) else found.append(r.url))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda m: found.append(m.text) if m.type == "error" else None)
    for path in pages:
        page.goto(path.as_uri())
        found += [f"{path.name} {rule}" for rule in (findings(axe, page) if axe else ())]
    return found


def took(browser: Browser, page: Path, measure: str) -> float:
    """Open a page in a fresh context and return the seconds that its own clock gives."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.goto(page.as_uri())
    opened.wait_for_load_state("load")
    value = opened.evaluate(measure)
    context.close()
    return float(value) / 1000


if __name__ == "__main__":
    main()
