"""Frames that depend on what stands around a predicate: its cue, its article, what was said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.annotate import Annotator
from kg.extract.frames import frames
from kg.model import NUMBER, Frame, Span, Statement
from tests.resolve.known import document, statement


def _said(text: str, content: str, key: str = "s") -> Statement:
    return replace(statement(text, content), id=key)


def _frames(parser: Annotator, text: str, *contents: str) -> tuple[Frame, ...]:
    said = [_said(text, content, f"s{n}") for n, content in enumerate(contents)]
    return frames(document(parser, text), said)


def test_a_denying_cue_is_no_negation_of_the_gerund_behind_it(parser: Annotator) -> None:
    text = "Norbank denied paying bribes to officials."
    start = text.index("denied")
    said = replace(_said(text, "paying bribes to officials"), cue=(Span(start, start + 6),))
    frame, *_ = frames(document(parser, text), [said])
    assert (frame.predicate, frame.negated) == ("pay", False)


def test_what_is_expected_is_modal(parser: Annotator) -> None:
    frame, *_ = _frames(parser, *["The guild expected 20,000 workers to join the strike."] * 2)
    assert frame.modal


def test_a_bare_number_answers_the_question_before_it(parser: Annotator) -> None:
    text = "The union said 300 workers had lost their jobs. The company put the number at 90."
    first, second = _frames(parser, text, "300 workers had lost their jobs", "the number at 90")
    assert (second.statement, second.quantity.of(text) if second.quantity else "") == ("s1", "90")
    assert (second.measure, second.patient) == (first.measure, first.patient)


def test_a_bare_number_without_a_question_is_a_number_alone(parser: Annotator) -> None:
    (frame,) = _frames(parser, "The company put the number at 90.", "the number at 90")
    assert (frame.predicate, frame.measure, frame.unit) == (NUMBER, NUMBER, None)


def test_a_number_that_no_predicate_counts_has_its_noun(parser: Annotator) -> None:
    text = "The committee put the volume at more than 3,000 barrels."
    (frame,) = _frames(parser, text, "the volume at more than 3,000 barrels")
    assert (frame.measure, frame.unit) == (NUMBER, "barrel")
    assert frame.quantity is not None
    assert frame.quantity.of(text) == "more than 3,000"


@pytest.mark.parametrize(
    ("first", "second", "measure"),
    [
        ("195 people had been arrested since Friday", "271 in the same period", "detained"),
        ("40,000 people had marched", "around 12,000 people at most", "attended"),
        ("1,000 people took part in the rally", "that more than 2,000 had come", "attended"),
        ("82 percent of nurses were on strike", "a rate of 39 percent", "on strike"),
        ("195 people had been arrested", "that 40 had come on Monday", NUMBER),
        ("195 people had been arrested", "that it had received nine", NUMBER),
        ("195 people had been arrested", "39 percent", NUMBER),
        ("195 people had been arrested", "that it had counted 271, two of them abroad", "detained"),
        ("a crowd of 300 had attacked", "that there were no more than 40 of them", "attended"),
        ("900 cubic metres of acid leaked", "the volume at 40 cubic meters", "spilled"),
        ("900 cubic metres of acid leaked", "the volume at 40 barrels", NUMBER),
        ("12 people were killed", "it was the work of 40 gunmen", NUMBER),
        ("12 people were killed", "the total cost of 40 schools", NUMBER),
        ("12 people were killed", "that the real number was nearer 40", "killed"),
    ],
)
def test_a_number_alone_answers_what_was_counted_before(
    parser: Annotator, first: str, second: str, measure: str
) -> None:
    text = f"The police said {first}. The league said {second}."
    *_, frame = _frames(parser, text, first, second)
    assert (frame.statement, frame.measure) == ("s1", measure)


def test_an_elliptic_count_has_the_noun_before_it(parser: Annotator) -> None:
    text = "Nine of its soldiers were killed and 20 wounded."
    killed, wounded = _frames(parser, text, text)
    assert killed.patient == wounded.patient is not None


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("The strike by dockers hit the port, the union said.", {"attack"}),
        ("The air strike by warplanes hit the port, the army said.", {"attack"}),
    ],
)
def test_strikes_of_workers_are_no_attacks(
    parser: Annotator, text: str, predicates: set[str]
) -> None:
    found = _frames(parser, text, text.split(",", maxsplit=1)[0])
    triggers = {f.trigger.of(text) for f in found if f.predicate in predicates}
    assert ("strike" in triggers) == ("air" in text)


def test_a_deed_that_no_row_names(parser: Annotator) -> None:
    text = "Norbank ignored warnings about the vault."
    (frame,) = _frames(parser, text, text)
    assert (frame.predicate, frame.measure) == ("ignore", None)


def test_many_statements_are_read_as_few(parser: Annotator) -> None:
    text = "Nine people were killed. " * 20
    parsed = document(parser, text)
    contents = [Span(25 * n, 25 * n + 23) for n in range(20)]
    said = [
        replace(_said(text, text), id=f"s{n}", content=(span,)) for n, span in enumerate(contents)
    ]
    assert [f.statement for f in frames(parsed, said)] == [s.id for s in said]


def test_what_is_only_likely_is_not_so(parser: Annotator) -> None:
    text = "The institute said 100 deaths are likely after the quake."
    frame, *_ = _frames(parser, text, "100 deaths are likely after the quake")
    assert (frame.measure, frame.modal) == ("killed", True)


def test_a_number_alone_with_a_day_of_its_own_keeps_not_the_other_one(parser: Annotator) -> None:
    first, second = "195 people were arrested on Sunday", "271 on Monday"
    text = f"The police said {first}. The league counted {second}."
    one, other = _frames(parser, text, first, second)
    assert (one.time is None, other.measure, other.time) == (False, "detained", None)
