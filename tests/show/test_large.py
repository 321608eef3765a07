"""A site of 300 articles: cut by rank, with a way to the rest, and light enough to open."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kg import network, show
from kg.network.picture import LIMIT
from tests.show.accessible import findings
from tests.show.conftest import Watched
from tests.show.invented import knowledge, one_origin

MEGABYTE = 1_000_000
# Milliseconds of the browser's own clock until the page is ready.
SLOWEST = 3000
# One page in so many is opened here; bench/site.py opens all.
EACH = 12
# How many actors stand in the part of a picture that the stage shows.
SEEN = """(() => {
  const stage = document.getElementById("stage");
  return kgGraph.picture.nodes.map((n) => kgGraph.network.canvasToDOM(n)).filter((at) =>
    at.x > stage.scrollLeft && at.x < stage.scrollLeft + stage.clientWidth &&
    at.y > stage.scrollTop && at.y < stage.scrollTop + stage.clientHeight).length;
})()"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = knowledge(300, 7, actors=400)
    graph = network.build(known)
    out = tmp_path_factory.mktemp("large")
    show.site(show.Subject(known, graph, network.atlas(graph), one_origin), out)
    return out


def test_the_whole_site_is_small(large: Path) -> None:
    sizes = [path.stat().st_size for path in large.rglob("*") if path.is_file()]
    assert sum(sizes) < 60 * MEGABYTE
    assert max(sizes) < MEGABYTE


def test_what_is_cut_is_counted_and_reached(watched: Watched, large: Path) -> None:
    page = watched.open(large / "story.html")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("kgGraph.nodes.get().filter(n => n.kind === 'statement').length") <= LIMIT
    assert "not shown" in page.locator("#legend").inner_text()
    page.locator(".steps a", has_text="next").click()
    page.wait_for_selector("html[data-ready]")
    assert "/story-2.html" in page.url
    page = watched.open(large / "network.html")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("kgGraph.nodes.length") <= 40
    assert "actors not shown" in page.locator("#legend").inner_text()
    page = watched.open(large / "index.html")
    assert page.locator("[data-card]").count() == 40
    assert page.locator(".pager a").count() == 8
    page.select_option("#filters select[name=type]", "blame")
    expect(page.locator("[data-card]:visible")).to_have_count(0)
    assert "of them on other pages" in page.locator("#filters output").inner_text()
    page.click("#elsewhere a")
    expect(page.locator("[data-card]:visible").first).to_be_visible()
    kinds = page.locator("[data-card]:visible").evaluate_all("c => c.map(x => x.dataset.type)")
    assert set(kinds) == {"blame"}
    watched.assert_quiet()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_network_larger_than_its_place_begins_with_actors(
    watched: Watched, large: Path, width: int
) -> None:
    watched.page.set_viewport_size({"width": width, "height": 900})
    page = watched.open(large / "network.html")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate(SEEN) > 1


def test_pages_open_quietly_and_none_is_slow(watched: Watched, large: Path) -> None:
    pages = sorted(large.rglob("*.html"), key=lambda path: (path.parent.name, path.name))
    for path in pages[::EACH]:
        page = watched.open(path)
        took = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        assert took < SLOWEST, path.name
    watched.assert_quiet()


def test_nothing_bars_anybody_from_large_pages(watched: Watched, large: Path) -> None:
    axe = Axe()
    for path in (large / name for name in ("index.html", "story.html", "network.html", "map.html")):
        assert findings(axe, watched.open(path)) == [], path.name
