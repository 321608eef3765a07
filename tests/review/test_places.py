"""Statements are found again in texts that changed, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from kg.model import Article, Citation, Reading, Span
from kg.review import cite, find, keys, passage, same_article
from tests.queries.border import READ_1, READ_2
from tests.rdf.strategies import articles, readings

HERE = Citation("a", "x/post.txt", None, "The Post", date(2031, 5, 2))


def moved(reading: Reading, text: str, shifts: dict[str, int]) -> Reading:
    """Return a reading of another text, its statements shifted, with ids of their own."""
    statements = tuple(
        replace(
            s,
            id=f"{s.id}-new",
            content=tuple(Span(c.start + shifts[s.id], c.end + shifts[s.id]) for c in s.content),
            cue=tuple(Span(c.start + shifts[s.id], c.end + shifts[s.id]) for c in s.cue),
        )
        for s in reading.statements
    )
    return replace(
        reading, article=replace(reading.article, id="other", text=text), statements=statements
    )


def above(reading: Reading, words: str) -> Reading:
    text = f"{words}{reading.article.text}"
    return moved(reading, text, {s.id: len(words) for s in reading.statements})


@pytest.mark.parametrize(
    "words", ["", "Correction: ", "A whole new paragraph, said the editor.\n\n"]
)
@pytest.mark.parametrize("reading", [READ_1, READ_2])
def test_every_statement_is_found_below_an_edit(reading: Reading, words: str) -> None:
    later = above(reading, words)
    for statement in reading.statements:
        found = find(passage(reading, statement), later)
        assert found is not None
        assert found.id == f"{statement.id}-new"


@given(readings())
@settings(max_examples=60, deadline=None)
def test_a_statement_is_found_in_its_own_reading_by_its_id(reading: Reading) -> None:
    for statement in reading.statements:
        if statement.content:
            assert find(passage(reading, statement), reading) == statement


def test_of_equal_words_the_context_decides() -> None:
    text = "Ann said it rained. Later Bob said it rained."
    reading = _reading(text, "it rained", (9, 35))
    for statement in reading.statements:
        elsewhere = _reading(f"Note. {text}", "it rained", (15, 41), "n")
        found = find(passage(reading, statement), elsewhere)
        assert found is not None
        assert found.content[0].start == statement.content[0].start + 6


def test_of_equal_words_in_equal_contexts_none_is_taken() -> None:
    text = "It rained, he said. " * 8
    twice = _reading(text, "It rained", (60, 80))
    elsewhere = _reading(f"Note. {text}", "It rained", (66, 86), "n")
    assert find(passage(twice, twice.statements[0]), elsewhere) is None


def test_what_was_cut_otherwise_is_found_by_its_place() -> None:
    text = "The army said that 58 soldiers were killed in the clash."
    reading = _reading(text, "that 58 soldiers were killed", (14,))
    for words, wanted in (("58 soldiers were killed in the clash", True), ("clash", False)):
        other = _reading(f"New. {text}", words, (5 + text.index(words),), "n")
        assert (find(passage(reading, reading.statements[0]), other) is not None) == wanted


def test_other_words_are_another_statement() -> None:
    text = "The army said that 58 soldiers were killed."
    reading = _reading(text, "that 58 soldiers were killed", (14,))
    other = _reading(text.replace("58", "57"), "that 57 soldiers were killed", (14,), "n")
    assert find(passage(reading, reading.statements[0]), other) is None


def test_marks_and_spaces_may_be_spelled_otherwise() -> None:
    reading = _reading("He said “it’s  over”.", "“it’s  over”", (8,))
    other = _reading('Then\nhe said "it\'s\nover".', '"it\'s\nover"', (13,), "n")
    assert find(passage(reading, reading.statements[0]), other) is not None


def _reading(text: str, words: str, starts: tuple[int, ...], key: str = "s") -> Reading:
    first = READ_1.statements[0]
    statements = tuple(
        replace(first, id=f"{key}{n}", content=(Span(at, at + len(words)),), cue=())
        for n, at in enumerate(starts)
    )
    assert all(s.content[0].of(text) == words for s in statements)
    article = Article(key, "post.txt", text, (), outlet="The Post")
    return Reading(article, statements, (), (), (), (), (), (), ())


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Article("a", "elsewhere.txt", "", ()), True),
        (Article("b", "x/post.txt", "", ()), True),
        (Article("b", "y/post.txt", "", (), outlet="The Post"), True),
        (Article("b", "y/post.txt", "", (), outlet="The Herald"), False),
        (Article("b", "new.txt", "", (), outlet="The Post", published=date(2031, 5, 2)), True),
        (Article("b", "new.txt", "", (), outlet="The Post", published=date(2031, 5, 3)), False),
        (Article("b", "new.txt", "", ()), False),
    ],
)
def test_an_article_is_the_cited_one_by_id_path_or_outlet(other: Article, same: bool) -> None:  # noqa: FBT001
    assert same_article(HERE, other) is same


def test_of_two_addresses_the_address_decides() -> None:
    one = replace(HERE, url="https://post.example/1")
    for url, same in (("https://post.example/1", True), ("https://post.example/2", False)):
        assert same_article(one, Article("b", "x/post.txt", "", (), url=url)) is same


def test_standard_input_is_no_path() -> None:
    assert not same_article(Citation("a", "-"), Article("b", "-", "", ()))


@given(articles, articles)
@settings(max_examples=200, deadline=None)
def test_articles_of_one_citation_share_a_key(one: Article, other: Article) -> None:
    if same_article(cite(one), other):
        assert keys(cite(one)) & keys(other)
