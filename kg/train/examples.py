"""Annotated texts to what the network learns from: labelled windows with links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from kg.annotate.tagger import LABELS, ROLES
from kg.annotate.windows import LIMIT, SPECIAL, Window, cut
from kg.model import Role, Span
from kg.train.annotations import Annotated

IGNORED = -100
"""The label of a piece that no loss is taken of."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pieces [first, last) in a role, and the attributions (by number) that it is of."""

    role: Role
    first: int
    last: int
    owners: frozenset[int]


@dataclass(frozen=True, slots=True)
class Example:
    """A window, one index into `LABELS` a piece (or `IGNORED`), and its parts in order."""

    window: Window
    labels: tuple[int, ...]
    parts: tuple[Part, ...]


def examples(annotated: Annotated, tokenizer: Tokenizer, limit: int = LIMIT) -> list[Example]:
    """Cut a text into examples."""
    windows = cut(annotated.text, annotated.blocks(), tokenizer, limit)
    return [_example(annotated, window) for window in windows]


def _example(annotated: Annotated, window: Window) -> Example:
    parts = tuple(_parts(annotated, window))
    labels = [IGNORED if offset == SPECIAL else 0 for offset in window.offsets]
    # Sources and cues are written last: they win where a content overlaps them.
    for part in sorted(parts, key=lambda p: p.role is not Role.CONTENT):
        begin = LABELS.index(f"B-{part.role}")
        labels[part.first : part.last] = [begin] + [begin + 1] * (part.last - part.first - 1)
    return Example(window, tuple(labels), parts)


def _parts(annotated: Annotated, window: Window) -> Iterator[Part]:
    real = [i for i, offset in enumerate(window.offsets) if offset != SPECIAL]
    middles = [sum(window.offsets[i]) / 2 for i in real]
    owners: dict[tuple[int, int, Role], set[int]] = {}
    for number, gold in enumerate(annotated.attributions):
        for role in ROLES:
            for span in gold.spans(role):
                for first, last in _runs(span, real, middles):
                    owners.setdefault((first, last, role), set()).add(number)
    for (first, last, role), numbers in sorted(owners.items()):
        yield Part(role, first, last, frozenset(numbers))


def _runs(span: Span, real: Sequence[int], middles: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Find the runs of pieces whose middle is in `span`, broken at paragraph ends."""
    inside = real[bisect_left(middles, span.start) : bisect_left(middles, span.end)]
    first = None
    for place, i in enumerate(inside):
        if first is None:
            first = i
        if place + 1 == len(inside) or inside[place + 1] != i + 1:
            yield first, i + 1
            first = None
