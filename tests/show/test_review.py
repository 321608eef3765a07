"""Pages say who decided what, when and why, and do not count what was rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import network, show
from kg.model import EditField, Knowledge, Verb
from kg.pipeline import know
from tests.queries.border import READ_1, READ_2
from tests.review.decisions import decided, on, passages
from tests.show.invented import one_origin

HOSTILE = "</span><script>window.pwned=1</script>\"'>"
S1, S2, *_ = passages(READ_1)
S5 = passages(READ_2)[0]
MADE = [
    on(Verb.REJECT, S1),
    on(Verb.EDIT, S2, field=EditField.ACT, value="deny", after=1),
    decided(Verb.GRADE, by=HOSTILE, passages=(S2,), value="B2", after=2),
    decided(Verb.LINK, passages=(S2,), against=(S5,), value="dispute", after=3),
]


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return know([READ_1, READ_2], MADE)


@pytest.fixture(scope="module")
def pages(known: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    graph = network.build(known)
    show.site(show.Subject(known, graph, network.atlas(graph), one_origin), out)
    return out


def test_the_article_s_page_has_a_chip_for_each_decision(pages: Path) -> None:
    page = (pages / "article" / "a1.html").read_text("utf-8")
    assert "act edited: deny (found: assert) by Ana, 2031-05-02: why 1" in page
    assert "grade B2 by" in page
    assert "<script>window" not in page
    assert page.count('class="chip review"') == 3


def test_the_rejected_stand_apart_struck_out_and_are_not_counted(pages: Path) -> None:
    page = (pages / "article" / "a1.html").read_text("utf-8")
    assert "<h2>3 statements</h2>" in page
    assert "Rejected: 1, not counted" in page
    assert f"<del>{S1.words[0]}</del>" in page
    assert "rejected by Ana, 2031-05-02: why 0" in page


def test_a_link_that_a_person_made_says_so_on_its_card(pages: Path) -> None:
    page = (pages / "index.html").read_text("utf-8")
    assert "reviewed by Ana, 2031-05-02" in page


def test_to_narrow_keeps_the_review(known: Knowledge) -> None:
    kept = show.narrowed(known, show.Choice(outlet="Norland Post"))
    assert kept.review == known.review
