from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate import Annotator
from kg.extract.frames import frames
from kg.model import NUMBER, Frame
from kg.resolve.numbers import parse
from tests.resolve.known import document, statement

CASES = Path(__file__).parents[2] / "cases" / "quantities"


def _cases() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{path.stem}-{number}",
            marks=[pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else [],
        )
        for path in sorted(CASES.glob("*.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1)
    ]


def _expected(row: dict[str, Any]) -> dict[str, Any]:
    given = {"low": row["value"], "high": row["value"], "comparator": "eq", "of": None, "by": None}
    return given | row


def _found(frame: Frame, text: str) -> dict[str, Any]:
    assert frame.quantity is not None
    number = parse(frame.quantity.of(text))
    assert number is not None
    return {
        "words": frame.quantity.of(text),
        "measure": frame.measure,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "comparator": number.comparator.value,
        "unit": frame.unit,
        "of": frame.patient.of(text) if frame.patient else None,
        "by": frame.agent.of(text) if frame.agent else None,
    }


def _by_words(row: dict[str, Any]) -> tuple[str, str]:
    return row["measure"], row["words"]


@pytest.mark.parametrize("case", _cases())
def test_counts_of_sentences(case: dict[str, Any], parser: Annotator) -> None:
    text = case["text"]
    said = statement(text, case.get("content"), case.get("cue"))
    counted = [f for f in frames(document(parser, text), [said]) if f.measure not in {None, NUMBER}]
    found = [_found(f, text) for f in counted if f.quantity]
    expected = [_expected(row) for row in case["expect"]]
    assert sorted(found, key=_by_words) == sorted(expected, key=_by_words)


def _only(parser: Annotator, text: str, predicate: str) -> Frame:
    found = [
        f for f in frames(document(parser, text), [statement(text)]) if f.predicate == predicate
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient"),
    [
        (
            "Velmora secretly funds armed groups across the river.",
            "support",
            "Velmora",
            "armed groups",
        ),
        (
            "The skirmish began when Dorrakan guards fired at the post.",
            "start",
            "Dorrakan guards",
            "The skirmish",
        ),
        (
            "The raid was a reply to violations of Velmoran airspace by Dorrakan jets.",
            "violate",
            "Dorrakan jets",
            "Velmoran airspace",
        ),
        ("The whole ridge is under our control.", "control", "our", "The whole ridge"),
        (
            "Velmora is a safe haven for the Red Lynx group.",
            "harbor",
            "Velmora",
            "the Red Lynx group",
        ),
        ("It was an unprovoked assault.", "unprovoked", None, "an unprovoked assault"),
        ("The army forced a retreat.", "retreat", "The army", None),
        (
            "Hill guards carried out strikes targeting two depots.",
            "attack",
            "Hill guards",
            "depots",
        ),
    ],
)
def test_arguments(
    parser: Annotator, text: str, predicate: str, agent: str | None, patient: str | None
) -> None:
    frame = _only(parser, text, predicate)
    words = tuple(span.of(text) if span else None for span in (frame.agent, frame.patient))
    assert words == (agent, patient)


@pytest.mark.parametrize(
    ("text", "predicate", "negated", "modal"),
    [
        ("The guards did not kill the hostages.", "kill", True, False),
        ("The guards killed no hostages.", "kill", False, False),
        ("The guards failed to release the hostages.", "release", True, False),
        ("The plant may close next year.", "close", False, True),
        ("The union threatened to occupy the plant.", "capture", False, True),
        ("The union occupied the plant.", "capture", False, False),
        ("No rebels are allowed to use our territory.", "harbor", True, False),
        ("Talk of a hundred deaths was an exaggeration.", "kill", True, False),
    ],
)
def test_scope(parser: Annotator, text: str, predicate: str, negated: bool, modal: bool) -> None:  # noqa: FBT001 - columns of the table
    frame = _only(parser, text, predicate)
    assert (frame.negated, frame.modal) == (negated, modal)


def test_a_predicate_belongs_to_the_innermost_statement(parser: Annotator) -> None:
    text = "The mayor said a witness reported that four men were killed."
    outer = statement(text, "a witness reported that four men were killed")
    inner = statement(text, "four men were killed")
    inner = type(inner)(**{**{s: getattr(inner, s) for s in inner.__slots__}, "id": "inner"})
    assert {f.statement for f in frames(document(parser, text), [outer, inner])} == {"inner"}


def test_no_text_no_frames(parser: Annotator) -> None:
    assert frames(document(parser, "."), []) == ()


def test_a_very_long_list_is_read_without_recursion(parser: Annotator) -> None:
    text = "Police arrested " + ", ".join(["3 men"] * 800) + "."
    found = frames(document(parser, text), [statement(text)])
    assert {f.predicate for f in found} == {"detain", NUMBER}


@pytest.mark.parametrize(
    "words", ["killed and ", "the death of ", "12 killed ", "he said that they killed who "]
)
def test_endless_nesting_is_survived(parser: Annotator, words: str) -> None:
    text = words * 400 + "5 men."
    assert isinstance(frames(document(parser, text), [statement(text)]), tuple)
