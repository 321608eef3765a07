"""The score that chooses the best epoch."""

from __future__ import annotations

import pytest

from kg.model import Span
from kg.train.annotations import Gold
from kg.train.score import Score, score

TEXT = "The mayor said that the bridge was closed, and the driver agreed: no way."
MAYOR, SAID, CLOSED = Span(0, 9), Span(10, 14), Span(15, 41)
DRIVER, AGREED, NO_WAY = Span(47, 57), Span(58, 65), Span(66, 72)
GOLD = (Gold((MAYOR,), (SAID,), (CLOSED,)), Gold((DRIVER,), (AGREED,), (NO_WAY,)))


def test_the_gold_itself_is_perfect() -> None:
    reached = score(TEXT, GOLD, GOLD)
    assert reached == Score(2, 2, 2, 2)
    assert reached.triple_f1 == reached.content_f1 == 100


@pytest.mark.parametrize(
    ("found", "contents", "triples"),
    [
        (Gold((DRIVER,), (SAID,), (CLOSED,)), 1, 0),
        (Gold((MAYOR,), (AGREED,), (CLOSED,)), 1, 0),
        (Gold((), (SAID,), (CLOSED,)), 1, 0),
        (Gold((MAYOR,), (SAID,), (Span(15, 30),)), 1, 1),
        (Gold((MAYOR,), (SAID,), (Span(15, 19),)), 0, 0),
    ],
)
def test_a_triple_needs_all_three(found: Gold, contents: int, triples: int) -> None:
    reached = score(TEXT, GOLD[:1], [found])
    assert (reached.contents, reached.triples) == (contents, triples)


def test_each_gold_counts_once() -> None:
    assert score(TEXT, GOLD[:1], [GOLD[0], GOLD[0]]).contents == 1


def test_a_colon_is_a_cue() -> None:
    colon = Gold((DRIVER,), (Span(64, 65),), (NO_WAY,))
    assert score(TEXT, [colon], [colon]).triples == 1


def test_scores_add_up() -> None:
    assert Score(1, 2, 1, 0) + Score(1, 0, 0, 0) == Score(2, 2, 1, 0)
    assert Score().triple_f1 == 0
