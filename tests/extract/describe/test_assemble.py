from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import Annotator
from kg.extract.describe import statements
from kg.extract.spans import Spans
from kg.model import Document, Span
from tests.extract.describe.cases import Case, cases

CASE: Case = next(case for case in cases() if case.name == "border_clash: rival tolls")
LENGTH = len(CASE.article.text)


def _document() -> Document:
    return next(iter(Annotator.load(tagger=False).annotate([CASE.article])))


DOCUMENT = _document()
FOUND = list(CASE.spans.values())

spans = st.builds(
    lambda start, size: Span(start, min(LENGTH, start + size)),
    st.integers(0, LENGTH - 1),
    st.integers(1, 90),
)
parts = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(found)))
attributions = st.lists(
    st.builds(Spans, parts, parts, parts, st.just("any"), st.floats(allow_nan=False, min_value=-1)),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(attributions)
def test_whatever_is_found_is_described_in_order_and_points_to_what_exists(
    found: list[Spans],
) -> None:
    told = statements(DOCUMENT, found)
    ids = [one.id for one in told]
    contents = [span for one in told for span in one.content]
    assert len(ids) == len(set(ids))
    assert all(0.0 <= one.confidence <= 1.0 for one in told)
    assert all({*one.refers_to, one.reports or one.id} <= set(ids) for one in told)
    assert all(one.id not in {*one.refers_to, one.reports} for one in told)
    notes = [note.span for one in told for note in one.verification]
    assert not any(note.overlaps(content) for note in notes for content in contents)


def test_order_and_repetition_of_what_was_found_do_not_matter() -> None:
    once = statements(DOCUMENT, FOUND)
    assert statements(DOCUMENT, [*reversed(FOUND), *FOUND]) == once
    assert [one.content[0] for one in once] == sorted(one.content[0] for one in once)


def test_the_surer_of_two_equal_attributions_is_kept() -> None:
    doubt = replace(FOUND[1], rule="guess", score=0.25)
    (one,) = statements(DOCUMENT, [doubt, FOUND[1]])
    assert (one.extractor, one.confidence) == ("marked", 1.0)


@pytest.mark.parametrize(
    "broken", [replace(FOUND[1], cue=()), replace(FOUND[1], content=())], ids=["cue", "content"]
)
def test_without_cue_or_content_nothing_is_stated(broken: Spans) -> None:
    assert statements(DOCUMENT, [broken]) == ()


def test_a_statement_may_have_no_source() -> None:
    (one,) = statements(DOCUMENT, [replace(FOUND[1], source=())])
    assert one.source == ()


def test_an_empty_document_states_nothing() -> None:
    empty = replace(DOCUMENT, tokens=(), sentences=(), names=(), chunks=())
    assert statements(empty, []) == ()
    assert len(statements(empty, FOUND[:1])) == 1
