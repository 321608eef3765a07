from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Claim
from kg.resolve.hypothesis import hypothesis

CLAIMS = (
    Claim("c58", "q", "kill", "58 soldiers killed by Velmora"),
    Claim("c23", "q", "kill", "23 soldiers killed"),
)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("58", 58, 58),
        ("at least 50", 50, None),
        ("more than  200", 201, None),
        ("fewer than ten", 0, 9),
        ("20 to 30", 20, 30),
        ("20–30", 20, 30),
        ("between 20 and 30", 20, 30),
        ("dozens", 24, 99),
        ("no", 0, 0),
    ],
)
def test_a_figure_is_an_interval(words: str, low: float | None, high: float | None) -> None:
    found = hypothesis(words, CLAIMS)
    assert (found.low, found.high, found.counted) == (low, high, True)


def test_other_words_are_those_of_claims_in_any_case() -> None:
    assert hypothesis("Killed by VELMORA", CLAIMS).claims == ("c58",)
    assert hypothesis("soldiers killed", CLAIMS).claims == ("c58", "c23")
    assert hypothesis("c23", CLAIMS).claims == ("c23",)


@pytest.mark.parametrize("words", ["unicorns", "", "   ", "58 unicorns", "heavy"])
def test_what_is_neither_is_refused_with_a_way_out(words: str) -> None:
    with pytest.raises(QueryError, match="neither a figure nor words of a claim"):
        hypothesis(words, CLAIMS)
