"""The measure of attribution extraction: words shared by aligned attributions.

Spans are compared as sets of words, so that marks at an edge never decide. An attribution is
found when its content and the gold one share at least half of the words of both; a triple is
right when source and cue share a word too. Gold and found are aligned one to one, the most alike
first. Recall is given apart for how the words are quoted and for cues of speech, since people
agree on these more often than on attitudes (Newell, Margolin and Ruths 2018,
https://aclanthology.org/L18-1524/).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from kg.bench.speech import is_speech
from kg.model import Role, Span

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
HALF = 0.5
QUOTES = '"“”'
_CLOSED = re.compile(r"[\"”][.,?!]?$")

Words: TypeAlias = frozenset[int]


class Attributed(Protocol):
    """Anything with the three parts of an attribution; `source` may be empty."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Say where the source is."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """Say where the cue is."""

    @property
    def content(self) -> tuple[Span, ...]:
        """Say where the content is."""


@dataclass(frozen=True, slots=True)
class _InWords:
    parts: dict[Role, Words]
    cue: tuple[Span, ...]


def counted(text: str, gold: Sequence[Attributed], found: Sequence[Attributed]) -> Counter[str]:
    """Count what was found in one text; the keys are those that `kg.bench.figures` adds up.

    `gold`, `found`, `content` and `triple` count attributions, `ROLE.both`, `ROLE.gold` and
    `ROLE.found` words, `TYPE.gold` and `TYPE.content` gold attributions of one type and how many
    of these had their content found.
    """
    words = [match.span() for match in WORD.finditer(text)]
    left, right = ([_in_words(words, one) for one in side] for side in (gold, found))
    counts = Counter({"gold": len(gold), "found": len(found)})
    counts.update(_roles(left, right))
    types = [types_of(text, one) for one in gold]
    counts.update(f"{kind}.gold" for own in types for kind in own)
    for i, j in aligned(left, right):
        if alike(left[i], right[j]):
            counts.update(["content", *(f"{kind}.content" for kind in types[i])])
            counts["triple"] += _same_triple(left[i], right[j])
    return counts


def matches(
    text: str, gold: Sequence[Attributed], found: Sequence[Attributed]
) -> list[tuple[int, int]]:
    """Return the pairs (gold, found) whose source, cue and content all match."""
    words = [match.span() for match in WORD.finditer(text)]
    left, right = ([_in_words(words, one) for one in side] for side in (gold, found))
    pairs = aligned(left, right)
    return [
        (i, j) for i, j in pairs if alike(left[i], right[j]) and _same_triple(left[i], right[j])
    ]


def matched_by(text: str, gold: Sequence[Attributed], found: Sequence[Attributed]) -> list[bool]:
    """Tell of each find whether it matches any of `gold`, also one that another find matches."""
    words = [match.span() for match in WORD.finditer(text)]
    left, right = ([_in_words(words, one) for one in side] for side in (gold, found))
    return [any(alike(g, f) and _same_triple(g, f) for g in left) for f in right]


def types_of(text: str, gold: Attributed) -> tuple[str, str]:
    """Name how a gold content is quoted and whether its cue is one of speech."""
    content, cue = (" ".join(s.of(text) for s in spans) for spans in (gold.content, gold.cue))
    return _quoting(content.strip()), "speech" if is_speech(cue) else "other"


def _quoting(content: str) -> str:
    if not any(mark in content for mark in QUOTES):
        return "indirect"
    return "direct" if content[0] in QUOTES and _CLOSED.search(content) else "mixed"


def _in_words(words: Sequence[tuple[int, int]], one: Attributed) -> _InWords:
    parts = {Role.SOURCE: one.source, Role.CUE: one.cue, Role.CONTENT: one.content}
    covered = {role: frozenset(_covered(words, spans)) for role, spans in parts.items()}
    return _InWords(covered, one.cue)


def _covered(words: Sequence[tuple[int, int]], spans: Iterable[Span]) -> Iterator[int]:
    """Yield the words of which a span covers at least half."""
    for span in spans:
        at = max(bisect_left(words, (span.start, 0)) - 1, 0)
        while at < len(words) and words[at][0] < span.end:
            start, end = words[at]
            shared = min(end, span.end) - max(start, span.start)
            if shared > 0 and 2 * shared >= end - start:
                yield at
            at += 1


def _roles(left: Sequence[_InWords], right: Sequence[_InWords]) -> Iterator[str]:
    """Yield a key for each word in a role, whatever it is linked to."""
    for role in Role:
        gold, found = (
            frozenset().union(*(one.parts[role] for one in side)) for side in (left, right)
        )
        for name, words in (("both", gold & found), ("gold", gold), ("found", found)):
            yield from [f"{role}.{name}"] * len(words)


def aligned(left: Sequence[_InWords], right: Sequence[_InWords]) -> Iterator[tuple[int, int]]:
    """Pair gold and found one to one: by common words of content and half a point for the cue."""
    pairs = sorted(
        (-(shared + HALF * bool(g.parts[Role.CUE] & f.parts[Role.CUE])), i, j)
        for i, g in enumerate(left)
        for j, f in enumerate(right)
        if (shared := _jaccard(g, f)) > 0
    )
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    for _, i, j in pairs:
        if i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            yield i, j


def alike(gold: _InWords, found: _InWords) -> bool:
    """Tell whether the contents share at least half of their words."""
    return _jaccard(gold, found) >= HALF


def _jaccard(gold: _InWords, found: _InWords) -> float:
    a, b = gold.parts[Role.CONTENT], found.parts[Role.CONTENT]
    return len(a & b) / len(a | b) if a & b else 0.0


def _same_triple(gold: _InWords, found: _InWords) -> bool:
    a, b = gold.parts, found.parts
    source = bool(a[Role.SOURCE] & b[Role.SOURCE]) or not (a[Role.SOURCE] or b[Role.SOURCE])
    # A cue may be a colon or a dash, which holds no word.
    marks = any(x.overlaps(y) for x in gold.cue for y in found.cue)
    return source and (bool(a[Role.CUE] & b[Role.CUE]) or marks)
