from datetime import date

import pytest

from kg.model import BlockKind
from kg.read.markdown import front_matter, markdown_pieces


def pieces(text: str) -> list[tuple[BlockKind | None, str]]:
    return [(piece.kind, piece.span.of(text)) for piece in markdown_pieces(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter(newline: str) -> None:
    text = newline.join(["---", "title: 'A: B'", "date: 2025-10-12", "url: nowhere", "---", "Text"])
    facts, end = front_matter(text)
    assert (facts.headline, facts.published, facts.url) == ("A: B", date(2025, 10, 12), None)
    assert text[end:] == f"{newline}Text"


@pytest.mark.parametrize("text", ["---\ntitle: open\n", "Text\n---\ntitle: late\n---\n", ""])
def test_no_front_matter(text: str) -> None:
    assert front_matter(text)[1] == 0


def test_headings_of_both_kinds() -> None:
    assert pieces("# One #\nText\n## Two\nThree\n===") == [
        (BlockKind.HEADLINE, "One"),
        (None, "Text"),
        (BlockKind.HEADING, "Two"),
        (BlockKind.HEADING, "Three"),
        (BlockKind.BOILERPLATE, "==="),
    ]


def test_soft_breaks_join_and_items_do_not() -> None:
    assert [words for _, words in pieces("a\nb\n\n- c\n  d\n- e\n> f")] == [
        "a\nb",
        "c\n  d",
        "e",
        "f",
    ]


def test_emphasis_around_a_whole_paragraph_is_left_out() -> None:
    assert pieces("**Bold**\n\n*a* and *b*") == [(None, "Bold"), (None, "*a* and *b*")]


def test_code_is_no_text() -> None:
    assert {kind for kind, _ in pieces("```\n# not a title\n```")} == {BlockKind.BOILERPLATE}


def test_hash_without_a_blank_is_no_heading() -> None:
    assert pieces("#Ardell is open") == [(None, "#Ardell is open")]
