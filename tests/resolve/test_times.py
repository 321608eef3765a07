from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.times import interval

WEDNESDAY = date(2024, 3, 6)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Sunday", date(2024, 3, 3), date(2024, 3, 3)),
        ("on Wednesday", WEDNESDAY, WEDNESDAY),
        ("last Wednesday", date(2024, 2, 28), date(2024, 2, 28)),
        ("next Friday", date(2024, 3, 8), date(2024, 3, 8)),
        ("late on Saturday night", date(2024, 3, 2), date(2024, 3, 3)),
        ("Tuesday morning", date(2024, 3, 5), date(2024, 3, 5)),
        ("overnight", date(2024, 3, 5), WEDNESDAY),
        ("yesterday evening", date(2024, 3, 5), date(2024, 3, 5)),
        ("today", WEDNESDAY, WEDNESDAY),
        ("last week", date(2024, 2, 26), date(2024, 3, 3)),
        ("earlier this year", date(2024, 1, 1), WEDNESDAY),
        ("this month", date(2024, 3, 1), date(2024, 3, 31)),
        ("last year", date(2023, 1, 1), date(2023, 12, 31)),
        ("three days ago", date(2024, 3, 3), date(2024, 3, 3)),
        ("just weeks ago", date(2024, 1, 10), date(2024, 2, 28)),
        ("in the past two weeks", date(2024, 2, 21), WEDNESDAY),
        ("on 12 October", date(2023, 10, 12), date(2023, 10, 12)),
        ("on March 8", date(2024, 3, 8), date(2024, 3, 8)),
        ("in January", date(2024, 1, 1), date(2024, 1, 31)),
        ("since 2021", date(2021, 1, 1), WEDNESDAY),
    ],
)
def test_words_name_days(words: str, start: date, end: date) -> None:
    found = interval(words, WEDNESDAY)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("words", ["on Sunday", "overnight", "last week", "on 12 October"])
def test_without_a_date_to_count_from_they_stay_open(words: str) -> None:
    assert interval(words, None) is None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on 12 October 2023", date(2023, 10, 12), date(2023, 10, 12)),
        ("Oct. 12, 2023", date(2023, 10, 12), date(2023, 10, 12)),
        ("in 1987", date(1987, 1, 1), date(1987, 12, 31)),
        ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_full_dates_need_none(words: str, start: date, end: date) -> None:
    found = interval(words, None)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "words", ["31 June 2024", "in the market", "for decades", "the sun", "29 February 2023"]
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert interval(words, WEDNESDAY) is None


@given(st.text(max_size=60), st.none() | st.dates())
def test_odd_words_never_raise_and_end_after_they_start(words: str, published: date | None) -> None:
    found = interval(words, published)
    assert found is None or found.start is None or found.end is None or found.start <= found.end
