from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quotes import quotes_of
from kg.model import Span


def quoted(text: str) -> list[str]:
    return [quote.span.of(text) for quote in quotes_of(text, (Span(0, len(text)),))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“Go,” she said. “Now.”", ["“Go,”", "“Now.”"]),
        ("«Da», sagte er, „doch”", ["«Da»", "„doch”"]),
        ("``Fine,'' he said.", ["``Fine,''"]),
        ('A 6" pipe. "It was loud," he said.', ['"It was loud,"']),
        ('“Mixed marks," he said.', ['“Mixed marks,"']),
        ("no marks at all", []),
        ("the dockers’ claims were ‘without foundation’.", ["‘without foundation’"]),
        ("‘the dockers’ demands were fair,’ he said", ["‘the dockers’ demands were fair,’"]),
        ("'They didn't warn us,' a resident said", ["'They didn't warn us,'"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("‘He told me “no” and left,’ she said.", ["‘He told me “no” and left,’"]),
        ("''He said 'no', I think,'' she said.", ["''He said 'no', I think,''"]),
        ("rock 'n' roll, the '90s and the workers' rights", []),
        ("'Amr said \"no\" to the boys' club", ['"no"']),
        ("a stray ” and nothing else", []),
    ],
)
def test_marks_pair_by_shape_and_place(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_speech_left_open_ends_with_its_paragraph() -> None:
    text = "“First part.\n“Second part.”"
    quotes = quotes_of(text, (Span(0, 12), Span(13, len(text))))
    assert [(q.span.of(text), q.block, q.closed) for q in quotes] == [
        ("“First part.", 0, False),
        ("“Second part.”", 1, True),
    ]


def test_an_odd_mark_does_not_shift_the_next_paragraph() -> None:
    text = 'A stray " here.\n"Clear words," he said.'
    assert [q.span.of(text) for q in quotes_of(text, (Span(0, 15), Span(16, len(text))))] == [
        '"Clear words,"'
    ]


@given(st.text(alphabet="as \"“”„«»‘’`'.,:—😀", min_size=1, max_size=60))
def test_any_marks_give_ordered_spans_inside_the_block(text: str) -> None:
    spans = [quote.span for quote in quotes_of(text, (Span(0, len(text)),))]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
