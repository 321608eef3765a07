"""Article text is hostile: script and markup in every field, and none of it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import network, show
from tests.show.conftest import Watched
from tests.show.invented import knowledge, one_origin

HOSTILE = (
    "</script><script>window.pwned=1</script>\"'><img src=x onerror=window.pwned=1>"
    "<svg onload=window.pwned=1>{{ 7*7 }}<a href='javascript:window.pwned=1'>../../../x</a> "
)
ANSWERS = {
    f"name{HOSTILE}": show.Answer(
        f"Which?{HOSTILE}",
        f"SELECT{HOSTILE}",
        (HOSTILE, "b"),
        [[HOSTILE, f"https://x.example/{HOSTILE}"]],
    )
}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = knowledge(4, 3, HOSTILE, actors=6)
    graph = network.build(known)
    out = tmp_path_factory.mktemp("parent") / "hostile"
    subject = show.Subject(known, graph, network.atlas(graph), one_origin, narrowing=(HOSTILE,))
    show.site(subject, out, ANSWERS)
    show.single_story(subject, out / "alone.html")
    return out


def test_no_script_of_a_field_runs_on_any_page(watched: Watched, attacked: Path) -> None:
    pages = sorted(attacked.rglob("*.html"))
    assert {"actor", "article", "question", "hostile"} <= {page.parent.name for page in pages}
    for path in pages:
        page = watched.open(path)
        assert page.evaluate("window.pwned") is None, path.name
        assert page.locator("img[src=x], svg[onload]").count() == 0, path.name
        assert page.locator("a[href^='javascript:']").count() == 0, path.name
    watched.assert_quiet()


def test_choosing_and_finding_hostile_labels_runs_nothing(watched: Watched, attacked: Path) -> None:
    for name in ("story.html", "network.html", "alone.html"):
        page = watched.open(attacked / name)
        page.wait_for_selector("html[data-ready]")
        for position in range(3):
            page.locator("#content button.link").nth(position).click()
            page.locator("#content button").first.click()
        page.fill("#find", HOSTILE[:40])
        page.press("#find", "Enter")
        assert page.evaluate("window.pwned") is None
    watched.assert_quiet()


def test_a_hostile_picture_saves_as_svg_without_markup_of_its_own(
    watched: Watched, attacked: Path, tmp_path: Path
) -> None:
    page = watched.open(attacked / "story.html")
    page.wait_for_selector("html[data-ready]")
    with page.expect_download() as download:
        page.click("#svg")
    saved = tmp_path / "graph.svg"
    download.value.save_as(saved)
    assert "<script" not in saved.read_text(encoding="utf-8")
    assert "<img" not in saved.read_text(encoding="utf-8")


def test_no_page_is_written_outside_of_the_folder(attacked: Path) -> None:
    assert [path.name for path in attacked.parent.iterdir()] == ["hostile"]


def test_every_page_has_a_policy_without_unsafe_inline(attacked: Path) -> None:
    for path in attacked.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text
        assert "default-src &#39;none&#39;" in text
        assert "unsafe" not in text.split("Content-Security-Policy")[1].split(">")[0]


def test_our_scripts_never_parse_markup() -> None:
    folder = Path(show.__file__).parent / "templates"
    for script in folder.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert word not in text, (script.name, word)
