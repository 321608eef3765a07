from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.relate.when import DAYS, UNDATED, week, weeks
from kg.relate.words import SENSES, fingerprints, overlap, stem, stems

LONG = "the council closed the old bridge after engineers found deep cracks in two pillars"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacks", "attacked"),
        ("parties", "party"),
        ("Velmora’s", "velmora"),
        ("closing", "closed"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one).removesuffix("y") == stem(other).removesuffix("y")


def test_little_words_are_no_content() -> None:
    assert stems("They said that it was in the harbour") == {"harbour"}


def test_overlap_is_of_the_smaller_set() -> None:
    assert overlap(frozenset("ab"), frozenset("bcdef")) == 0.5
    assert overlap(frozenset(), frozenset("a")) == 0


def test_a_copy_shares_every_fingerprint() -> None:
    assert fingerprints(LONG) == fingerprints(LONG.upper())


def test_a_slightly_cut_copy_still_meets() -> None:
    assert set(fingerprints(LONG)) & set(fingerprints(LONG + " on Monday"))


def test_a_short_content_has_no_fingerprint() -> None:
    assert fingerprints("the road is closed") == ()


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, DAYS))
def test_articles_a_few_days_apart_meet_in_the_week_of_the_later(day: date, apart: int) -> None:
    later = day + timedelta(days=apart)
    assert week(later) in set(weeks(day)) & set(weeks(later))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, DAYS))
def test_looking_ahead_the_week_of_the_earlier_sees_both(day: date, apart: int) -> None:
    later = day + timedelta(days=apart)
    assert week(day) in set(weeks(day, ahead=True)) & set(weeks(later, ahead=True))


def test_no_date_is_a_time_of_its_own() -> None:
    assert list(weeks(None)) == [UNDATED]


def test_words_of_one_sense_are_one() -> None:
    assert stems("brushed aside warnings") & stems("ignored a warning") == stems("ignore warn")


def test_no_word_has_two_senses() -> None:
    lines = SENSES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    found: dict[str, str] = {}
    for name, words in rows:
        for word in words.split():
            assert found.setdefault(stem(word), name) == name, word
