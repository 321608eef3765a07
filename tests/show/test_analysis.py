"""The page of measures: every number leads to the words that it rests on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg import KnowledgeGraph, network, relate, show
from kg.model import Column, Measured, Row, Table, TooFew
from kg.show.analysis import STATEMENTS
from kg.show.bars import axis, bars
from kg.show.measured import json_cell, spelled
from tests.show.conftest import Watched
from tests.show.invented import knowledge, one_origin
from tests.show.test_hostile import HOSTILE


def _target(page_url: str, href: str) -> tuple[Path, str]:
    name, _, anchor = href.partition("#")
    return (Path(page_url.removeprefix("file://")).parent / name).resolve(), anchor


def test_every_number_leads_to_statements_that_are_there(watched: Watched, site: Path) -> None:
    page = watched.open(site / "analysis.html")
    selector = "main td a, main svg a"
    hrefs = page.locator(selector).evaluate_all("a => a.map(x => x.getAttribute('href'))")
    assert len(hrefs) > 100
    ids: dict[Path, set[str]] = {}
    for href in set(hrefs):
        path, anchor = _target(page.url, href)
        if path not in ids:
            ids[path] = set(re.findall(r'id="([^"]+)"', path.read_text(encoding="utf-8")))
        assert anchor in ids[path], href


def test_a_number_of_statements_leads_to_as_many(
    watched: Watched, site: Path, samples: KnowledgeGraph
) -> None:
    (voice,) = samples.analyse(only=["voice"]).tables
    row = voice.rows[0]
    claimed = row.cells[0]
    assert isinstance(claimed, Measured)
    page = watched.open(site / "analysis.html")
    cell = page.locator("section:has(#voice) tbody tr").first.locator("td a").first
    assert cell.inner_text() == spelled(claimed, "share")
    cell.click()
    listed = page.locator(f"[id='{page.url.split('#')[1]}'] li")
    expect(listed).to_have_count(min(len(claimed.statements), STATEMENTS))
    listed.first.locator("a").click()
    assert page.url.split("#")[1] in claimed.statements


def test_too_few_is_said_and_leads_to_what_there_is(watched: Watched, site: Path) -> None:
    page = watched.open(site / "analysis.html")
    few = page.locator("main td:has-text('too few')")
    assert few.count() > 3
    assert re.fullmatch(r"too few \(\d+ of \d+\)", few.first.inner_text())
    assert re.fullmatch(r"too few \(\d+ of \d+ .+\)", few.first.get_attribute("title") or "")


def test_bars_say_what_the_table_says(watched: Watched, site: Path) -> None:
    page = watched.open(site / "analysis.html")
    section = page.locator("section:has(#replies)")
    drawn = section.locator("svg text").all_text_contents()
    rows = section.locator("tbody tr")
    assert rows.count() > 0
    for row in rows.all()[:5]:
        assert row.locator("th").inner_text() in drawn
        assert row.locator("td").first.inner_text() in drawn


def test_the_page_works_without_a_script(watched: Watched, site: Path) -> None:
    context = watched.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto((site / "analysis.html").as_uri())
    expect(page.locator("section.measure")).to_have_count(len(network.NAMES))
    expect(page.locator("svg.bars").first).to_be_visible()
    context.close()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = knowledge(4, 3, HOSTILE, actors=6)
    rows = network.rows(known)
    found = network.analyse(rows, relate.backings(rows))
    out = tmp_path_factory.mktemp("measured") / "hostile"
    atlas = network.atlas(found.graph)
    show.site(show.Subject(known, found.graph, atlas, one_origin, tables=found.tables), out)
    return out


def test_no_script_of_a_field_runs_on_pages_of_measures(watched: Watched, attacked: Path) -> None:
    pages = [attacked / "analysis.html", *sorted((attacked / "measure").iterdir())]
    assert len(pages) > 10
    for path in pages:
        page = watched.open(path)
        assert page.evaluate("window.pwned") is None, path.name
        assert page.locator("img[src=x], svg[onload], a[href^='javascript:']").count() == 0
    watched.assert_quiet()


def test_a_measure_page_of_an_earlier_run_is_swept_away(attacked: Path) -> None:
    known = knowledge(2, 2)
    graph = network.build(known)
    show.site(show.Subject(known, graph, network.atlas(graph), one_origin), attacked)
    assert list((attacked / "measure").iterdir()) == []
    assert "Nothing was measured" in (attacked / "analysis.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cell", "form", "text"),
    [
        (Measured(0.5), "share", "50%"),
        (Measured(0.0214), "share", "2.1%"),
        (Measured(1.0), "days", "1 day"),
        (Measured(1200.0), "count", "1,200"),
        (Measured(0.0078), "score", "0.0078"),
        (Measured(3.1667), "score", "3.17"),
        (Measured(7.0, (), 4.0, 7.0), "score", "4 to 7"),
        (TooFew(2, 5, "ties"), "score", "too few (2 of 5)"),
        ("23 to 58", "figure", "23 to 58"),
    ],
)
def test_cells_are_written_as_their_column_asks(
    cell: Measured | TooFew | str, form: str, text: str
) -> None:
    assert spelled(cell, form) == text


def test_cells_in_json_say_what_they_rest_on() -> None:
    assert json_cell(Measured(0.5, ("s1",))) == {"value": 0.5, "statements": ["s1"]}
    assert json_cell(Measured(7.0, (), 4.0, 7.0)) == {
        "value": 7.0,
        "least": 4.0,
        "most": 7.0,
        "statements": [],
    }
    assert json_cell(TooFew(2, 5, "ties", ("s1",))) == {
        "too_few": {"have": 2, "need": 5, "of": "ties"},
        "statements": ["s1"],
    }


def _table(*values: float | None) -> Table:
    rows = tuple(
        Row(f"k{n}", f"row {n}", (TooFew(0, 1, "x") if v is None else Measured(v), ""), "actor")
        for n, v in enumerate(values)
    )
    columns = (Column("v", "Value", "count"), Column("camp", "Camp", "words"))
    return Table("t", "Title", "About", columns, rows)


def test_bars_are_as_long_as_their_numbers_and_skip_what_has_none() -> None:
    drawn = bars(_table(4.0, None, 1.0), ["v"])
    assert drawn
    assert [(bar.key, bar.length) for bar in drawn.bars] == [("k0", 300.0), ("k2", 75.0)]
    assert bars(_table(None, 0.0), ["v"]) is None


def test_marks_stand_left_and_right_of_the_middle() -> None:
    drawn = axis(_table(-1.0, 0.5, 0.0))
    assert drawn
    assert [(key, x) for _, key, x, _, _ in drawn.marks] == [("k0", 20.0), ("k1", 290.0)]
    assert axis(_table(0.0)) is None
