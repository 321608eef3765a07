from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Comparator
from kg.resolve.numbers import ONES, SCALES, TENS, VAGUE, Number, numeral, parse

UNITS = {number: word for word, number in ONES.items()}
ROUND = {number: word for word, number in TENS.items()}


def spoken(number: int) -> str:
    """Write a number below a billion in English words."""
    for scale in ("million", "thousand", "hundred"):
        size = SCALES[scale]
        if number >= size:
            rest = number % size
            return f"{spoken(number // size)} {scale}" + (f" and {spoken(rest)}" if rest else "")
    if number in UNITS:
        return UNITS[number]
    tens = ROUND[number - number % 10]
    return f"{tens}-{UNITS[number % 10]}" if number % 10 else tens


@given(st.integers(0, 999_999_999))
def test_words_of_a_number_give_it_back(number: int) -> None:
    assert numeral(spoken(number)) == number


@given(st.integers(0, 10_000), st.sampled_from(("thousand", "million", "billion")))
def test_decimals_of_a_scale_are_whole_numbers(tenths: int, scale: str) -> None:
    assert numeral(f"{tenths // 10}.{tenths % 10} {scale}") == tenths * SCALES[scale] // 10


@given(st.integers(0, 10**12))
def test_digits_with_separators_give_the_number_back(number: int) -> None:
    assert parse(f"{number:,}") == Number(number, number, number, Comparator.EXACT)


COMPARED = (
    "",
    "at least ",
    "more than ",
    "up to ",
    "fewer than ",
    "about ",
    "nearly ",
    "only ",
    "some ",
)


@given(st.sampled_from(COMPARED), st.integers(1, 10**9), st.sampled_from(("", "%", " euros")))
def test_the_value_lies_where_its_comparator_says(words: str, number: int, unit: str) -> None:
    found = parse(f"{words}{number}{unit}")
    assert found is not None
    assert found.value == number
    assert found.low is None or found.high is None or found.low <= found.high
    if found.comparator not in {Comparator.MORE_THAN, Comparator.LESS_THAN}:
        assert found.low is None or found.low <= number
        assert found.high is None or number <= found.high


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(words: str) -> None:
    found = parse(words)
    assert found is None or found.low is None or found.high is None or found.low <= found.high


@pytest.mark.parametrize(
    ("words", "value", "low", "high", "comparator"),
    [
        ("twenty-three", 23, 23, 23, "eq"),
        ("a dozen", 12, 12, 12, "eq"),
        ("at least two dozen", 24, 24, None, "ge"),
        ("more than a dozen", 12, 13, None, "gt"),
        ("no fewer than 12", 12, 12, None, "ge"),
        ("no more than 12", 12, 0, 12, "le"),
        ("as many as 20,000", 20_000, 0, 20_000, "le"),
        ("fewer than 10", 10, 0, 9, "lt"),
        ("nearly 60", 60, 54, 60, "approx"),
        ("just under 60", 60, 54, 60, "approx"),
        ("about 60", 60, 54, 66, "approx"),
        ("30 or more", 30, 30, None, "ge"),
        ("between 12 and 15", None, 12, 15, "range"),
        ("12-15", None, 12, 15, "range"),
        ("2 to 3 million", None, 2_000_000, 3_000_000, "range"),
        ("dozens", None, 24, 99, "vague"),
        ("hundreds of thousands of", None, 100_000, 999_999, "vague"),
        ("several", None, 2, None, "vague"),
        ("heavy losses", None, None, None, "vague"),
        ("no", 0, 0, 0, "eq"),
        ("no one", 0, 0, 0, "eq"),
        ("half a million", 500_000, 500_000, 500_000, "eq"),
        ("1.2 million", 1_200_000, 1_200_000, 1_200_000, "eq"),
    ],
)
def test_words(
    words: str, value: float | None, low: float | None, high: float | None, comparator: str
) -> None:
    assert parse(words) == Number(value, low, high, Comparator(comparator))


@pytest.mark.parametrize(
    ("words", "value", "low", "unit"),
    [
        ("$1.2 million", 1_200_000, 1_200_000, "USD"),
        ("more than €4m", 4_000_000, 4_000_000, "EUR"),
        ("£3.5bn", 3_500_000_000, 3_500_000_000, "GBP"),
        ("500 Pakistani rupees", 500, 500, "PKR"),
        ("Rs 500,000", 500_000, 500_000, "INR"),
        ("54.2%", 54.2, 54.2, "percent"),
        ("61 per cent", 61, 61, "percent"),
    ],
)
def test_units_and_open_bounds_of_what_is_measured(
    words: str, value: float, low: float, unit: str
) -> None:
    found = parse(words)
    assert found is not None
    assert (found.value, found.low, found.unit) == (value, low, unit)


@pytest.mark.parametrize(
    "words", ["", "a", "hello", "around", "the 3rd", "12:30", "one-sided", "one hundred " * 2000]
)
def test_no_numbers(words: str) -> None:
    assert parse(words) is None


def test_rounding_and_the_exact_number_overlap() -> None:
    nearly, exact = parse("nearly 60"), parse("58")
    assert nearly is not None
    assert exact is not None
    assert nearly.low is not None
    assert nearly.high is not None
    assert nearly.low <= (exact.value or 0) <= nearly.high


def test_vague_words_bound_upwards() -> None:
    assert all(low is None or high is None or low <= high for low, high in VAGUE.values())
