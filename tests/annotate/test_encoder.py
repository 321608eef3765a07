"""Sentences that say much the same lie close, whatever their words; the packaged weights."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import likeness
from kg.annotate.encoder import ENCODER, Encoder
from kg.errors import ModelError

PARAPHRASES = [
    ("the yard ignored warnings about worn cables", "managers brushed aside alerts on old ropes"),
    ("the guard beat the pickets with sticks", "its security men assaulted the strikers"),
    ("talks to buy the brewery were under way", "the firm was discussing a purchase of the brewer"),
]
ELSEWHERE = "the ferry timetable changes in the first week of spring"


@pytest.mark.parametrize(("one", "other"), PARAPHRASES)
def test_a_paraphrase_is_nearer_than_another_matter(one: str, other: str) -> None:
    assert likeness(one, other) > likeness(one, ELSEWHERE) + 0.2


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_have_a_likeness(one: str, other: str) -> None:
    found = likeness(one, other)
    assert math.isfinite(found)
    assert -1.0001 <= found <= 1.0001
    assert likeness(other, one) == pytest.approx(found, abs=1e-6)


def test_a_sentence_is_like_itself_whatever_was_asked_before() -> None:
    fresh = Encoder.load()
    fresh.likeness(ELSEWHERE, "the harbour was shut")
    for one, other in PARAPHRASES:
        assert fresh.likeness(one, one) == pytest.approx(1, abs=1e-5)
        assert fresh.likeness(one, other) == likeness(one, other)


def test_a_long_text_is_read_in_part_and_never_fails() -> None:
    assert likeness("word " * 5000, ELSEWHERE) < 1


def test_weights_that_are_missing_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.annotate.encoder.ENCODER", ENCODER.with_name("absent.onnx"))
    with pytest.raises(ModelError, match=r"no usable encoder.*reinstall kg"):
        Encoder.load()
