"""Two statements that cannot both be so are told from two that can; the packaged weights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import dispute_types, exclude
from kg.annotate.contradiction import CONTRADICTION, TYPES, CrossEncoder
from kg.errors import ModelError

EXCLUDING = [
    (
        "harbour board said: the crane had been inspected in March",
        "dockers' guild said: no inspector had set foot in the crane for years",
    ),
    (
        "company said: workers were told of the closure in person",
        "union said: its members learnt of the closure from the radio",
    ),
    (
        "airline said: all flights left on time on Friday",
        "pilots' union said: not one plane took off on Friday",
    ),
]
TOGETHER = [
    (
        "harbour board said: the crane was checked every spring",
        "dockers' guild said: the crane driver had worked there for eleven years",
    ),
    (
        "Vellish army denied: that its guns had fired on the village",
        "mayor said: the road to the village would be opened on Monday",
    ),
    (
        "airline said: all flights left on time on Friday",
        "pilots' union demanded: a rise of six percent for all crews",
    ),
]


@pytest.mark.parametrize(("one", "other"), EXCLUDING)
def test_what_cannot_both_be_so(one: str, other: str) -> None:
    assert exclude(one, other) > 0.5


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_what_goes_together(one: str, other: str) -> None:
    assert exclude(one, other) < 0.5


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "army said: its soldiers hold the bridge and the market of Osk",
            "rebels said: the whole town of Osk, with the bridge, is under our control",
            "control",
        ),
        (
            "operator said: saboteurs had cut the cable",
            "inspectors said: poor maintenance was to blame for the failure of the cable",
            "blame",
        ),
        (
            "Farmers' Party said: its candidate had won the vote in Tarne",
            "Unity Party said: victory in Tarne was theirs by a thousand votes",
            "competing_gain",
        ),
    ],
)
def test_of_which_type_a_dispute_is(one: str, other: str, kind: str) -> None:
    types = dispute_types(one, other)
    assert set(types) == set(TYPES)
    assert sum(types.values()) == pytest.approx(1, abs=1e-6)
    assert max(types, key=lambda name: types[name]) == kind


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_have_a_probability_that_is_the_same_in_either_order(
    one: str, other: str
) -> None:
    assert 0 <= exclude(one, other) <= 1
    assert exclude(one, other) == exclude(other, one)


def test_what_was_asked_before_changes_nothing() -> None:
    fresh = CrossEncoder.load()
    for one, other in (*TOGETHER, *EXCLUDING):
        assert fresh.judge(*sorted((one, other))).probability == exclude(one, other)


def test_long_texts_are_read_in_part_and_never_fail() -> None:
    assert exclude("word " * 5000, "other " * 5000) < 1


def test_weights_that_are_missing_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = CONTRADICTION.with_name("absent.onnx")
    monkeypatch.setattr("kg.annotate.contradiction.CONTRADICTION", missing)
    with pytest.raises(ModelError, match=r"no usable network.*reinstall kg"):
        CrossEncoder.load()
