"""The file of decisions: what it says comes back, and what is wrong with it is one line."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Decision, Verb
from kg.rdf import decisions_nquads, parse_decisions
from kg.review import dumps, line, loads
from tests.queries.border import AARDEN, NORLAND, READ_1
from tests.review.decisions import decided, merge, on, passages
from tests.review.strategies import decisions

SAID = passages(READ_1)
WHOLE = dumps([merge(AARDEN, NORLAND), on(Verb.REJECT, SAID[0])])


@given(st.lists(decisions, max_size=4, unique_by=lambda d: d.id))
@settings(max_examples=150, deadline=None)
def test_decisions_come_back_from_the_file_and_from_the_graph(made: list[Decision]) -> None:
    text = dumps(made)
    back = loads(text, "x")
    assert set(back) == set(made)
    assert dumps(back) == text == dumps(made[::-1])
    assert set(parse_decisions(decisions_nquads(made))) == set(made)
    assert text.count("\n") == len(made)


def test_a_line_has_who_when_why_and_what_it_is_about() -> None:
    (made,) = loads(WHOLE.splitlines()[0], "x")
    written = json.loads(WHOLE.splitlines()[0])
    assert written == line(made)
    assert {"id", "when", "by", "decision", "because"} <= written.keys()
    assert written["when"] == "2031-05-02T10:00:00Z"


def test_a_line_corrected_by_hand_gets_its_id() -> None:
    written = json.loads(WHOLE.splitlines()[0])
    written["because"] = "better put"
    (made,) = loads(json.dumps(written), "x")
    assert made.because == "better put"
    assert made.id != written["id"]
    del written["id"]
    assert loads(json.dumps(written), "x") == (made,)


def test_equal_lines_count_once_and_blank_ones_not() -> None:
    assert len(loads(f"\n{WHOLE}\n{WHOLE}", "x")) == 2


def test_a_time_elsewhere_is_kept_in_utc() -> None:
    written = json.loads(WHOLE.splitlines()[0])
    written["when"] = "2031-05-02T12:00:00.75+02:00"
    (made,) = loads(json.dumps(written), "x")
    assert made.when == datetime(2031, 5, 2, 10, tzinfo=UTC)


def changed(**fields: object) -> str:
    return json.dumps({**line(on(Verb.REJECT, SAID[0])), **fields})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<<<<<<< HEAD", "mark of a merge"),
        (">>>>>>> theirs", "mark of a merge"),
        ("{", "no decision"),
        ("[]", "not a JSON object"),
        ("[" * 100_000, "no decision"),
        (changed(decision="burn"), "burn"),
        (changed(when="yesterday"), "yesterday"),
        (changed(when="2031-05-02T10:00:00"), "no time zone"),
        (changed(by=""), "by is empty"),
        (changed(by=7), "by is not a text"),
        (changed(by="\ud800"), "surrogate"),
        (changed(statements=[]), "one statement"),
        (changed(statements="x"), "not a list"),
        (changed(statements=[{"words": [1]}]), "not texts"),
        (changed(statements=[7]), "not a JSON object"),
        (changed(decision="merge"), "two actors"),
        (changed(decision="grade", value="Z9"), "no grade"),
        (changed(decision="grade", value=""), "no grade"),
        (changed(decision="edit", field="act", value="sing"), "cannot hold"),
        (changed(decision="edit", field="quantity", value="9..1"), "cannot hold"),
        (changed(decision="edit", field="quantity", value="9" * 400), "cannot hold"),
        (changed(decision="edit", field="claimant"), "cannot hold"),
        (changed(decision="edit"), "cannot hold"),
        (changed(decision="link", value="dispute"), "both sides"),
        (changed(decision="unlink", value="hug"), "no kind of link"),
        (changed(actors=[{"type": "Robot", "name": "x"}]), "Robot"),
    ],
)
def test_what_is_no_decision_is_one_line_that_names_it(text: str, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        loads(f"{WHOLE}{text}\n", "kept.jsonl")
    message = str(caught.value)
    assert message.startswith("kept.jsonl, line 3: ")
    assert says in message
    assert "\n" not in message
    message.encode()


def test_whoever_decides_may_have_any_name() -> None:
    by = '"><script>alert(1)</script>\\\u202e/../#?%'
    made = decided(Verb.REJECT, by=by, passages=(SAID[0],))
    assert loads(dumps([made]), "x") == (made,)
    assert parse_decisions(decisions_nquads([made])) == (made,)
