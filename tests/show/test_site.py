"""The site of the samples in a real browser."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kg import KnowledgeGraph, relate
from kg.show import Choice
from kg.show.terms import counted
from kg.show.wording import NUMBER
from tests.show.accessible import findings
from tests.show.conftest import Watched

TARGETS = "found => found.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
OPACITIES = "kgGraph.picture.nodes.map(n => kgGraph.nodes.get(n.id).opacity)"
# Tables that are wider than their place.
CUT = (
    "tables => tables.filter(t => t.offsetWidth > t.parentElement.clientWidth + 1)"
    ".map(t => t.parentElement.getAttribute('aria-label'))"
)
# Answers of many columns.
WIDE = ("disputes", "figure-words", "statements-in", "unverified")
TOPS = {
    "analysis.html",
    "index.html",
    "story.html",
    "network.html",
    "actors.html",
    "timeline.html",
    "map.html",
    "questions.html",
    "about.html",
}


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _kinds(site: Path) -> list[Path]:
    """Return one page of each kind."""
    folders = ("article", "actor", "community", "measure", "question")
    return [
        *(site / name for name in sorted(TOPS)),
        *(min((site / folder).iterdir()) for folder in folders),
    ]


def _story(watched: Watched, site: Path, fragment: str = "", name: str = "story.html") -> Page:
    page = watched.open(site / name, fragment)
    page.wait_for_selector("html[data-ready]")
    return page


def _saved(page: Page, button: str, to: Path) -> bytes:
    with page.expect_download() as download:
        page.click(button)
    download.value.save_as(to)
    return to.read_bytes()


def test_every_page_is_quiet_and_nothing_bars_anybody(watched: Watched, site: Path) -> None:
    pages = _pages(site)
    assert {path.name for path in pages} >= TOPS
    axe = Axe()
    found = {path.name: findings(axe, watched.open(path)) for path in pages}
    assert {name: rules for name, rules in found.items() if rules} == {}
    watched.assert_quiet()


def test_no_link_of_any_page_leads_nowhere(watched: Watched, site: Path) -> None:
    for path in _kinds(site):
        page = watched.open(path)
        for href in page.eval_on_selector_all("a[href]", TARGETS):
            if href.startswith("file:"):
                target = Path(unquote(urlsplit(href).path))
                assert target.is_file(), (path.name, href)


def test_nothing_bars_anybody_on_a_phone(watched: Watched, site: Path) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    axe = Axe()
    for path in _kinds(site):
        assert findings(axe, watched.open(path)) == [], path.name


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_page_is_wider_than_the_screen(watched: Watched, site: Path, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 844})
    for path in _kinds(site):
        page = watched.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_column_of_a_table_is_out_of_sight(watched: Watched, site: Path, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 844})
    for path in (*_kinds(site), *(site / "question" / f"{name}.html" for name in WIDE)):
        page = watched.open(path)
        cut = page.eval_on_selector_all(".scroll > table", CUT)
        assert cut == [], path.name


def test_a_row_that_is_too_wide_names_its_columns(watched: Watched, site: Path) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(site / "actors.html")
    said = page.locator("tbody tr").first.locator("td").nth(3)
    label = said.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Said" in label
    page.set_viewport_size({"width": 1440, "height": 844})
    expect(page.locator(".stacked")).to_have_count(0)


def test_the_start_page_puts_both_sides_words_face_to_face(watched: Watched, site: Path) -> None:
    page = watched.open(site / "index.html")
    card = page.locator("article.card.dispute").filter(has_text="different figures").first
    assert card.locator(".side.a blockquote").first.inner_text()
    assert card.locator(".side.b blockquote").first.inner_text()
    assert card.locator("svg.numberline").count() == 1
    assert card.locator(".side.a .figure").inner_text()
    assert card.locator(".side.a .cue").first.inner_text()
    assert "independent origin" in card.locator(".side.a .sourced").inner_text()


def test_every_card_names_its_event(watched: Watched, site: Path) -> None:
    page = watched.open(site / "index.html")
    events = page.locator("article.card .event")
    assert events.count() == page.locator("article.card").count()
    for event in events.all():
        assert "2025" in event.inner_text()
        assert event.locator("a[href^='article/']").count() == 1


def test_independent_origins_are_those_of_relate(site: Path, samples: KnowledgeGraph) -> None:
    knowledge = samples.knowledge()
    dispute = next(r for r in knowledge.relations if r.type == "numeric")
    witnesses = relate.Witnesses(knowledge.readings)
    text = (site / "index.html").read_text(encoding="utf-8")
    for side in (dispute.a, dispute.b):
        mentions, origins = len(side), witnesses.independent(side)
        assert origins <= mentions
        assert f"{counted(origins, 'independent origin')}<" in text
    merged = witnesses.independent([*dispute.a, *dispute.b])
    assert merged >= 2


def test_the_filters_of_cards_hide_what_does_not_match(watched: Watched, site: Path) -> None:
    page = watched.open(site / "index.html")
    every = page.locator("[data-card]:visible").count()
    page.select_option("#filters select[name=type]", "numeric")
    shown = page.locator("[data-card]:visible")
    assert 0 < shown.count() < every
    kinds = shown.evaluate_all("cards => cards.map(card => card.dataset.type)")
    assert set(kinds) == {"numeric"}
    assert page.locator("#filters output").inner_text() == f"{len(kinds)} of {every} cards match"
    page.click("#filters button[type=reset]")
    expect(page.locator("[data-card]:visible")).to_have_count(every)
    page.fill("#filters input[name=words]", "Propaganda")
    expect(page.locator("#filters output")).to_contain_text("match")
    words = page.locator("[data-card]:visible").all_inner_texts()
    assert 0 < len(words) < every
    assert all("propaganda" in text.casefold() for text in words)


def test_the_filter_of_actors_keeps_their_cards_and_goes_into_the_address(
    watched: Watched, site: Path
) -> None:
    page = watched.open(site / "index.html")
    actor = page.locator("#filters select[name=actors] option").nth(1)
    name = actor.inner_text()
    page.select_option("#filters select[name=actors]", actor.get_attribute("value"))
    found = page.locator("[data-card]:visible")
    texts = found.evaluate_all("cards => cards.map(card => card.textContent)")
    assert texts
    assert all(name in text for text in texts)
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.locator("[data-card]:visible")).to_have_count(len(texts))


def test_every_statement_leads_to_its_words_and_they_are_lit(
    watched: Watched, site: Path, samples: KnowledgeGraph
) -> None:
    readings = {r.article.path: r.article for r in samples.readings()}
    for line in samples.statements():
        article = readings[line["article"]]
        page = watched.open(site / "article" / f"{article.id}.html", f"#{line['id']}")
        assert page.locator(f"[id='{line['id']}']").count() == 1
        lit = "".join(page.locator("mark.lit").all_inner_texts())
        start, end = line["content"][0]
        assert "".join(article.text[start:end].split()) in "".join(lit.split())


def test_words_and_list_of_an_article_lead_to_each_other(watched: Watched, site: Path) -> None:
    page = watched.open(max((site / "article").iterdir(), key=lambda path: path.stat().st_size))
    page.locator(".reader mark").first.click()
    lit = page.locator(".margin li.lit")
    expect(lit).to_have_count(1)
    number = page.locator(".ref a").first
    assert page.locator(str(number.get_attribute("href"))).count() == 1
    lit.locator("a.words").click()
    expect(page.locator("mark.lit").first).to_be_visible()
    page.locator(".reader mark").last.hover()
    expect(page.locator(".margin li.pointed").first).to_be_visible()
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator(".margin li").first.is_visible()
    watched.assert_quiet()


def test_a_table_is_searched_and_saved(watched: Watched, site: Path, tmp_path: Path) -> None:
    page = watched.open(site / "actors.html")
    rows = page.locator("tbody tr:visible")
    every = rows.count()
    page.fill(".tools input", "pakistan")
    expect(page.locator(".tools output")).to_contain_text(f"of {every} rows")
    assert 0 < rows.count() < every
    saved = _saved(page, ".tools button", tmp_path / "actors.csv").decode()
    assert saved.splitlines()[0].startswith('"Name","Kind"')
    assert len(saved.splitlines()) == rows.count() + 1


@pytest.mark.parametrize("width", [1440, 390])
def test_a_dot_of_the_timeline_leads_to_the_words(watched: Watched, site: Path, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 844})
    page = watched.open(site / "timeline.html")
    dots = page.locator("svg.chart:visible a[href^='#dot']")
    for box in (dot.bounding_box() for dot in dots.all()):
        assert box
        assert 0 <= box["x"] <= width - box["width"]
    dots.first.click()
    opened = page.locator("details.stretch[open]")
    expect(opened).to_have_count(1)
    assert opened.locator("a[href^='article/']").count() >= 1


def test_the_map_has_land_boundaries_and_their_source(watched: Watched, site: Path) -> None:
    page = watched.open(site / "map.html")
    for part in ("land", "border"):
        assert page.locator(f"svg.map path.{part}").first.get_attribute("d")
    assert "Natural Earth, de facto boundaries, no endorsement" in page.locator("main").inner_text()
    assert page.locator("td.words a[href*='#']").count() >= 1


def test_an_answer_leads_to_words_and_cards(watched: Watched, site: Path) -> None:
    page = watched.open(site / "question" / "disputes.html")
    card = page.locator("td a").first
    anchor = str(card.get_attribute("href")).split("#")[1]
    card.click()
    expect(page.locator(f"article[id='{anchor}']")).to_be_visible()


def test_a_number_of_the_actors_leads_to_its_statements(watched: Watched, site: Path) -> None:
    page = watched.open(site / "actors.html")
    for anchor, listed in (("disputed", "article.card"), ("said", "li.said"), ("about", "li.said")):
        link = page.locator(f"td.number a[href$='#{anchor}']").first
        number = int(link.inner_text())
        link.click()
        section = page.locator(f"section:has(> #{anchor})")
        assert section.locator(f"> {listed}, > ul > {listed}").count() == number
        page.go_back()


def test_a_column_sorts_by_number_both_ways(watched: Watched, site: Path) -> None:
    page = watched.open(site / "actors.html")
    for descending in (False, True):
        page.get_by_role("button", name="Said", exact=True).click()
        cells = page.locator("table.sortable tbody tr td:nth-child(4)").all_inner_texts()
        said = [int(cell) for cell in cells]
        assert said == sorted(said, reverse=descending)


def test_choosing_a_dispute_shows_both_quotations(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    page.locator("#content .versus button.link").first.click()
    assert page.locator("#content blockquote").count() >= 2
    assert page.locator("#content .versus blockquote").count() >= 1
    assert page.evaluate("location.hash").startswith("#")
    watched.assert_quiet()


def test_a_click_on_a_box_chooses_it(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    box = page.evaluate(
        "(() => { const n = kgGraph.nodes.get().find(n => n.kind === 'statement');"
        " return {id: n.id, ...kgGraph.network.canvasToDOM({x: n.x, y: n.y})}; })()"
    )
    page.locator("#mynetwork canvas").click(position={"x": box["x"], "y": box["y"]})
    expect(page).to_have_url(re.compile(f"#{box['id']}$"))
    assert page.evaluate("kgGraph.network.getSelectedNodes()") == [box["id"]]
    watched.assert_quiet()


def test_a_chosen_box_fades_all_but_its_neighbours(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    page.locator("#content .versus button.link").first.click()
    shown = page.evaluate(OPACITIES)
    assert 1 in shown
    assert 0.13 in shown
    page.click("#all")
    assert set(page.evaluate(OPACITIES)) == {1}


def test_a_deep_link_opens_its_statement(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    wanted = page.evaluate("kgGraph.nodes.get().find(n => n.kind === 'statement').id")
    page = watched.page.context.new_page()
    page.goto(f"{(site / 'story.html').as_uri()}#{wanted}")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("kgGraph.network.getSelectedNodes()") == [wanted]


def test_search_finds_an_actor(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    actor = page.evaluate("kgGraph.nodes.get().find(n => n.kind === 'actor')")
    page.fill("#find", actor["label"].replace("\n", " "))
    page.press("#find", "Enter")
    assert page.evaluate("kgGraph.network.getSelectedNodes()") == [actor["id"]]


def test_the_legend_filters(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    page.uncheck("#legend input[data-key='e:dispute']")
    hidden = page.evaluate("kgGraph.edges.get().filter(e => e.hidden).map(e => e.kind)")
    assert set(hidden) == {"dispute"}


def test_the_keyboard_alone_reaches_a_statement(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#content button.link')"):
            break
    page.keyboard.press("Enter")
    assert len(page.evaluate("kgGraph.network.getSelectedNodes()")) == 1


def test_the_picture_can_be_saved(watched: Watched, site: Path, tmp_path: Path) -> None:
    page = _story(watched, site)
    assert _saved(page, "#png", tmp_path / "graph.png").startswith(b"\x89PNG")
    drawn = _saved(page, "#svg", tmp_path / "graph.svg").decode()
    assert drawn.startswith("<svg")
    assert drawn.count("<rect") > page.evaluate(
        "kgGraph.nodes.get().filter(n => n.shape === 'box').length"
    )


@pytest.mark.parametrize("name", ["story.html", "network.html"])
def test_no_two_boxes_overlap(watched: Watched, site: Path, name: str) -> None:
    page = _story(watched, site, name=name)
    boxes: list[dict[str, Any]] = page.evaluate(
        "kgGraph.picture.nodes.map(n => kgGraph.network.getBoundingBox(n.id))"
    )
    assert boxes
    for a, b in combinations(boxes, 2):
        apart = (
            a["right"] <= b["left"]
            or b["right"] <= a["left"]
            or a["bottom"] <= b["top"]
            or b["bottom"] <= a["top"]
        )
        assert apart, (a, b)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_labels_are_large_enough_to_read(watched: Watched, site: Path, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 900})
    page = _story(watched, site)
    size = page.evaluate(
        "Math.min(...kgGraph.picture.nodes.map(n => n.font.size)) * kgGraph.network.getScale()"
    )
    assert size >= 11


def test_the_two_sides_of_a_numeric_dispute_stand_face_to_face(
    watched: Watched, site: Path
) -> None:
    page = _story(watched, site)
    a, b = page.evaluate(
        "(() => { const e = kgGraph.picture.edges.find(e => / against /.test(e.label));"
        " return [e.from, e.to].map(id => kgGraph.nodes.get(id)); })()"
    )
    assert a["y"] == b["y"]
    assert a["x"] * b["x"] < 0
    assert "<b>" in a["label"]
    assert "<b>" in b["label"]


def test_a_box_gives_the_figure_of_its_dispute(watched: Watched, site: Path) -> None:
    page = _story(watched, site)
    pairs: list[list[str]] = page.evaluate(
        "kgGraph.picture.edges.filter(e => / against /.test(e.label)).map(e => [e.label,"
        " ...[e.from, e.to].map(id => kgGraph.nodes.get(id)).sort((a, b) => a.x - b.x)"
        ".map(n => n.label)])"
    )
    assert len(pairs) > 1
    for words, left, right in pairs:
        for figure, box in zip(words.split(" against "), (left, right), strict=True):
            assert f"<b>{NUMBER.findall(figure)[-1]}</b>" in box, words


def test_on_a_phone_the_cards_come_before_the_picture(watched: Watched, site: Path) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = _story(watched, site)
    cards, stage = (
        page.locator("#content .versus").first.bounding_box(),
        page.locator("#stage").bounding_box(),
    )
    assert cards
    assert stage
    assert cards["y"] < stage["y"]


def test_a_tie_of_the_network_shows_the_words(watched: Watched, site: Path) -> None:
    page = _story(watched, site, name="network.html")
    page.locator("#content ul button.link").first.click()
    assert page.locator("#content .versus blockquote").count() > 0
    watched.assert_quiet()


def test_the_theme_is_kept_from_page_to_page(watched: Watched, site: Path) -> None:
    page = watched.open(site / "index.html")
    page.click("#theme")
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page = watched.open(site / "about.html")
    assert page.evaluate("document.documentElement.dataset.theme") == chosen


def test_paper_is_light_and_takes_the_whole_picture(watched: Watched, site: Path) -> None:
    watched.page.emulate_media(color_scheme="dark")
    page = _story(watched, site)
    page.evaluate(
        "addEventListener('beforeprint',"
        " () => { window.printed = document.documentElement.dataset.theme; })"
    )
    page.pdf()
    assert page.evaluate("window.printed") == "light"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    drawn = page.locator("#mynetwork canvas").bounding_box()
    assert drawn
    assert drawn["x"] >= 0
    assert drawn["width"] <= 720
    assert drawn["height"] > drawn["width"]
    watched.assert_quiet()


def test_one_file_holds_a_whole_story_graph(
    watched: Watched, samples: KnowledgeGraph, tmp_path: Path
) -> None:
    alone = samples.page(tmp_path / "story.html", single_file=True)
    assert list(tmp_path.iterdir()) == [alone]
    page = watched.open(alone)
    page.wait_for_selector("html[data-ready]")
    page.locator("#content .versus button.link").first.click()
    assert page.locator("#content blockquote").count() >= 2
    assert page.locator("#content .versus blockquote").count() >= 1
    watched.assert_quiet()


def test_a_site_can_be_narrowed(samples: KnowledgeGraph, tmp_path: Path) -> None:
    samples.page(tmp_path, Choice(outlet="eastern observer"))
    articles = list((tmp_path / "article").iterdir())
    assert len(articles) == 1
    samples.page(tmp_path, Choice())
    assert len(list((tmp_path / "article").iterdir())) == len(samples.readings())


def test_a_second_run_writes_the_same_bytes(
    samples: KnowledgeGraph, site: Path, tmp_path: Path
) -> None:
    samples.page(tmp_path)
    again = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    first = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert again == first
