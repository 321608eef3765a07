"""Attributions filed by where they stand, so that each is compared with its neighbours only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.spans import Spans
from kg.model import Span

PAGE = 256
"""Code points."""

Pages = Mapping[int, Sequence[Spans]]


def by_page(found: Iterable[Spans]) -> Pages:
    """File attributions by the stretches of text that they touch."""
    pages: dict[int, list[Spans]] = defaultdict(list)
    for one in found:
        for page in pages_of(one):
            pages[page].append(one)
    return pages


def near(one: Spans, pages: Pages) -> list[Spans]:
    """Return what stands on the pages of an attribution, itself left out."""
    found = {id(other): other for page in pages_of(one) for other in pages.get(page, ())}
    return [other for other in found.values() if other is not one]


def pages_of(one: Spans) -> list[int]:
    """Return the numbers of the pages that cue and content of an attribution touch."""
    return sorted(
        {
            page
            for span in (*one.cue, *one.content)
            for page in range(span.start // PAGE, (span.end - 1) // PAGE + 1)
        }
    )


def touch(left: Sequence[Span], right: Sequence[Span]) -> bool:
    """Tell whether two lists of spans have a code point in common."""
    return any(a.overlaps(b) for a in left for b in right)


def common(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Count the code points that two lists of spans have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def length(spans: Sequence[Span]) -> int:
    """Count the code points of spans that do not overlap."""
    return sum(span.end - span.start for span in spans)


def shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return the share of code points that two lists of spans have in common (Jaccard)."""
    both = common(left, right)
    either = length(left) + length(right) - both
    return both / either if either else 0.0


def same_cue(one: Spans, others: Sequence[Spans]) -> Spans | None:
    """Return that with the same cue whose content is most like that of `one`."""
    same = [other for other in others if touch(other.cue, one.cue)]
    return max(same, key=lambda other: shared(other.content, one.content), default=None)
