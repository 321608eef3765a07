"""Articles on one event share words that few articles use."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Block, BlockKind, Span
from kg.relate.telling import MARKS, alike, marks, rarity, vector
from kg.relate.words import stem

STRIKE = "Doctors in public hospitals of Tarne walked out on Monday over unpaid allowances."
SAME = "The ministry said few doctors had joined the walkout at hospitals over allowances."
OTHER = "Teachers in rural schools stayed at home on Tuesday over the new curriculum."


def article(text: str, *, furniture: bool = False) -> Article:
    kind = BlockKind.BOILERPLATE if furniture else BlockKind.PARAGRAPH
    return Article("a", "a.txt", text, (Block(kind, Span(0, len(text))),))


def test_one_event_is_known_by_its_words() -> None:
    assert alike(vector(article(STRIKE)), vector(article(SAME)))
    assert not alike(vector(article(STRIKE)), vector(article(OTHER)))


def test_common_words_alone_tell_nothing() -> None:
    one, other = "The people said that it was time", "People say this is the time"
    assert not alike(vector(article(one)), vector(article(other)))


def test_rare_words_weigh_more() -> None:
    assert rarity(stem("people")) < rarity(stem("hospital")) < rarity("tarnewort")


def test_boilerplate_tells_nothing() -> None:
    assert vector(article(STRIKE, furniture=True)) == {}


def test_an_article_is_marked_by_few_words() -> None:
    text = " ".join(f"word{chr(97 + n)}x" for n in range(26))
    assert len(marks(vector(article(text)))) == MARKS


@given(st.text(max_size=200).filter(str.strip))
def test_a_vector_has_length_one_or_none(text: str) -> None:
    told = vector(article(text))
    assert not told or math.isclose(sum(weight**2 for weight in told.values()), 1.0)
    assert marks(told) <= told.keys()


@pytest.mark.parametrize("pair", [(STRIKE, SAME), (STRIKE, OTHER)])
def test_likeness_has_no_direction(pair: tuple[str, str]) -> None:
    one, other = (vector(article(text)) for text in pair)
    assert alike(one, other) == alike(other, one)
