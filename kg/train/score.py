"""How well attributions were found: F1 over aligned attributions, as PolNeAR is scored.

Spans are compared as sets of words, so that punctuation at an edge never decides. A prediction is
right when its content shares at least half of the words of both contents together with the gold
one; a triple is right when source and cue share a word too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.model import Span

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
MATCH = 0.5


class Spans(Protocol):
    """Anything with the three parts of an attribution."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Where the source is; empty if it has none."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """Where the cue is."""

    @property
    def content(self) -> tuple[Span, ...]:
        """Where the content is."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of attributions; `contents` and `triples` of those found."""

    gold: int = 0
    found: int = 0
    contents: int = 0
    triples: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.gold + other.gold,
            self.found + other.found,
            self.contents + other.contents,
            self.triples + other.triples,
        )

    @property
    def content_f1(self) -> float:
        """F1 of contents, in percent."""
        return 200 * self.contents / max(1, self.gold + self.found)

    @property
    def triple_f1(self) -> float:
        """F1 of whole attributions, in percent."""
        return 200 * self.triples / max(1, self.gold + self.found)


@dataclass(frozen=True, slots=True)
class _Words:
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    raw: Spans


def score(text: str, gold: Sequence[Spans], found: Sequence[Spans]) -> Score:
    """Score what was found in one text."""
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    left, right = ([_in_words(words, a) for a in side] for side in (gold, found))
    hits = [(g, f) for g, f in _aligned(left, right) if _overlap(g.content, f.content) >= MATCH]
    triples = sum(_same_source(g, f) and _same_cue(g, f) for g, f in hits)
    return Score(len(gold), len(found), len(hits), triples)


def _in_words(words: Sequence[tuple[int, int]], spans: Spans) -> _Words:
    source, cue, content = (
        frozenset(_covered(words, part)) for part in (spans.source, spans.cue, spans.content)
    )
    return _Words(source, cue, content, spans)


def _covered(words: Sequence[tuple[int, int]], spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        for i, (start, end) in enumerate(words):
            shared = min(end, span.end) - max(start, span.start)
            if shared > 0 and shared >= (end - start) / 2:
                yield i


def _aligned(gold: list[_Words], found: list[_Words]) -> Iterator[tuple[_Words, _Words]]:
    """Pair one to one, best first, by overlap of contents and half a point for the cue."""
    pairs = sorted(
        (-(shared + 0.5 * bool(g.cue & f.cue)), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (shared := _overlap(g.content, f.content)) > 0
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield gold[i], found[j]


def _overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def _same_source(gold: _Words, found: _Words) -> bool:
    return bool(gold.source & found.source) or not (gold.source or found.source)


def _same_cue(gold: _Words, found: _Words) -> bool:
    # A cue may be a colon or a dash, which holds no word.
    return bool(gold.cue & found.cue) or any(
        a.overlaps(b) for a in gold.raw.cue for b in found.raw.cue
    )
