from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import day_in, only_a_date


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%d %B %Y", "%b %d, %Y", "%Y-%m-%d"]))
def test_every_form_of_every_day(day: date, form: str) -> None:
    assert day_in(f"Published: {day.strftime(form)} 08:15 GMT") == day


@pytest.mark.parametrize(
    "text", ["03/04/2025", "31 February 2025", "12 October", "2025", "a2025-1"]
)
def test_what_is_no_day(text: str) -> None:
    assert day_in(text) is None


@pytest.mark.parametrize(
    "line", ["Sunday, October 12, 2025, 8:15 p.m.", "Last updated on 12 Oct 2025"]
)
def test_lines_of_dates(line: str) -> None:
    assert only_a_date(line)


@pytest.mark.parametrize("line", ["The strike began on 12 October 2025", "Published today", ""])
def test_other_lines(line: str) -> None:
    assert not only_a_date(line)
