"""Labels and links of the windows that are learnt from."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from kg.annotate.networks import TOKENIZER_FILE, WEIGHTS
from kg.annotate.tagger import LABELS
from kg.model import Role, Span
from kg.train.annotations import Annotated, Gold
from kg.train.examples import IGNORED, Example, examples

TEXT = "The mayor said it rained, adding it was late.\nIt was so."
MAYOR, SAID, RAINED = Span(4, 9), Span(10, 14), Span(15, 24)
ADDING, LATE = Span(26, 32), Span(33, 55)


@pytest.fixture(scope="module")
def example() -> Example:
    golds = (Gold((MAYOR,), (SAID,), (RAINED,)), Gold((MAYOR,), (ADDING,), (LATE,)))
    tokenizer = Tokenizer.from_file(str(WEIGHTS / TOKENIZER_FILE))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    (only,) = examples(Annotated("a", TEXT, golds), tokenizer)
    return only


def words(example: Example, first: int, last: int) -> str:
    return TEXT[example.window.offsets[first][0] : example.window.offsets[last - 1][1]]


def test_labels_follow_the_spans(example: Example) -> None:
    named = [
        (words(example, i, i + 1), LABELS[label])
        for i, label in enumerate(example.labels)
        if label > 0
    ]
    assert named[:5] == [
        ("mayor", "B-source"),
        ("said", "B-cue"),
        ("it", "B-content"),
        ("rained", "I-content"),
        ("adding", "B-cue"),
    ]


def test_frames_are_ignored(example: Example) -> None:
    assert example.labels[0] == example.labels[-1] == IGNORED


def test_a_shared_source_is_one_part_of_two(example: Example) -> None:
    (source,) = [p for p in example.parts if p.role is Role.SOURCE]
    assert source.owners == {0, 1}


def test_a_content_over_a_paragraph_end_is_two_parts(example: Example) -> None:
    late = [
        words(example, p.first, p.last)
        for p in example.parts
        if p.role is Role.CONTENT and p.owners == {1}
    ]
    assert late == ["it was late.", "It was so"]
