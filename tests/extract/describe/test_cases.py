from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.annotate import Annotator
from kg.extract.describe import statements
from kg.model import Span, Statement
from tests.extract.describe.cases import Case, cases

CASES = cases()
EXPECTED = [
    pytest.param(case, number, id=f"{case.name} {number}")
    for case in CASES
    for number in case.expect
]


@pytest.fixture(scope="module")
def told() -> dict[str, dict[int, Statement]]:
    """Describe every case once; statements by the case's name and their number in it."""
    documents = Annotator.load(tagger=False).annotate([case.article for case in CASES])
    found = {}
    for case, document in zip(CASES, documents, strict=True):
        by_cue = {
            (one.cue, one.content): one for one in statements(document, list(case.spans.values()))
        }
        found[case.name] = {
            number: by_cue[spans.cue, spans.content]
            for number, spans in case.spans.items()
            if (spans.cue, spans.content) in by_cue
        }
    return found


def _words(case: Case, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(case.article.text) for span in spans]


SIMPLE: dict[str, Callable[[Statement], str]] = {
    "act": lambda s: s.speech_act,
    "quote": lambda s: s.quote_type,
    "polarity": lambda s: s.polarity,
    "certainty": lambda s: s.certainty,
    "stance": lambda s: s.stance,
    "kind": lambda s: s.kind,
}


@pytest.mark.parametrize(("case", "number"), EXPECTED)
def test_case(case: Case, number: int, told: dict[str, dict[int, Statement]]) -> None:
    statement = told[case.name][number]
    want = case.expect[number]
    numbers = {one.id: n for n, one in told[case.name].items()}
    got: dict[str, Any] = {key: str(read(statement)) for key, read in SIMPLE.items()}
    got["hedges"] = _words(case, statement.hedges)
    got["addressee"] = _words(case, statement.addressee)
    got["refers_to"] = [numbers[other] for other in statement.refers_to]
    got["reports"] = numbers.get(statement.reports or "")
    assert {key: got[key] for key in want if key != "notes"} == {
        key: value for key, value in want.items() if key != "notes"
    }
    if "notes" in want:
        _check_notes(case, statement, want["notes"])


def _check_notes(case: Case, statement: Statement, want: list[list[str]]) -> None:
    notes = [(note.effect, note.span.of(case.article.text)) for note in statement.verification]
    assert [effect for effect, _ in notes] == [effect for effect, _ in want]
    for (_, words), (_, part) in zip(notes, want, strict=True):
        assert part in words
