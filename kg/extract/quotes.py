"""Pair the quote marks of each paragraph; whatever they are, nothing raises and nothing shifts.

A mark that finds no partner in its paragraph is an open quote to the end of the paragraph when it
opens one (as in a speech that runs over paragraphs), and is otherwise ignored. Of marks within
each other the outer pair counts, be it of double or single marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.marks import APOSTROPHES, DASHES
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A pair of marks with what they enclose, marks included.

    `block` is the index of the readable block; `closed` is false for an open quote that ends
    with its paragraph.
    """

    span: Span
    block: int
    closed: bool = True


_MARK = re.compile(r"``|''|[\"“”„«»‟]")
_OPENING = frozenset({"“", "„", "«", "``", "‟"})
_CLOSING = frozenset({"”", "»"})
_BEFORE_OPENING = frozenset("([{/:") | DASHES | frozenset(APOSTROPHES)

LONGEST = 5_000
"""Code points between single marks; what is further apart is no pair."""

_SINGLE = re.compile(
    r"(?<![\w'‘’])[‘'](?![\s'’])(?!(?:em|tis|twas|til|cause|n)\b|\d\ds\b)", re.IGNORECASE
)
"""A single mark that opens; what stands for left out letters ('tis, '90s) does not."""

_SINGLE_END = re.compile(r"(?<=\S)(?<!')['’](?![\w'])")
_STOPS = frozenset('.,?!…”"')
"""What stands before a mark that surely closes; any other may be an apostrophe."""

_POSSESSOR = re.compile(r"\w*[sS]['’]\s+[a-z0-9]")
"""After a plural the mark may be an apostrophe: 'the dockers' leader'."""


def quotes_of(text: str, blocks: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Return all quotes of a text in order; those of one block never depend on another block."""
    return tuple(
        quote
        for number, block in enumerate(blocks)
        for quote in _outer(text, _pairs(text, block, number), _single_pairs(text, block, number))
    )


def _outer(text: str, doubles: Iterable[Quote], singles: Iterable[Quote]) -> Iterator[Quote]:
    """Leave out what begins within another, and single marks around others if in doubt."""
    double, single = list(doubles), list(singles)
    starts = [quote.span.start for quote in double]
    clear = [
        quote
        for quote in single
        if bisect_left(starts, quote.span.start) == bisect_left(starts, quote.span.end)
        or text[quote.span.end - 2] in _STOPS
    ]
    end = -1
    for quote in sorted([*double, *clear], key=lambda quote: quote.span):
        if quote.span.start >= end:
            yield quote
            end = quote.span.end


def _pairs(text: str, block: Span, number: int) -> Iterator[Quote]:
    opened: int | None = None
    for mark in _MARK.finditer(text, block.start, block.end):
        if opened is None:
            if _opens(text, mark, block):
                opened = mark.start()
        elif _opens(text, mark, block):
            opened = mark.start()
        else:
            yield Quote(Span(opened, mark.end()), number)
            opened = None
    if opened is not None and block.end - opened > 1 and _plausible_open(text, opened, block):
        yield Quote(Span(opened, block.end), number, closed=False)


def _single_pairs(text: str, block: Span, number: int) -> Iterator[Quote]:
    at = block.start
    while opening := _SINGLE.search(text, at, block.end):
        start, at = opening.span()
        end = _single_end(text, at, min(at + LONGEST, block.end))
        if end:
            yield Quote(Span(start, end), number)
            at = end
        elif opening[0] == "‘" and start == block.start:
            yield Quote(Span(start, block.end), number, closed=False)
            return


def _single_end(text: str, start: int, stop: int) -> int:
    """Return where the single mark that closes ends, 0 if none does."""
    ends = [mark.end() for mark in _SINGLE_END.finditer(text, start, stop)]
    sure = (end for end in ends if not _owns(text, end))
    return next(sure, ends[0] if ends else 0)


def _owns(text: str, end: int) -> bool:
    return text[end - 2 : end - 1] in {"s", "S"} and bool(_POSSESSOR.match(text, end - 2))


def _opens(text: str, mark: re.Match[str], block: Span) -> bool:
    """Tell whether a mark opens: by its shape, else by the blank before it and none after."""
    if mark[0] in _OPENING:
        return True
    if mark[0] in _CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    return not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)


def _plausible_open(text: str, opened: int, block: Span) -> bool:
    """An unclosed quote is one if it opens a paragraph or sentence or a mark introduces it."""
    before = text[block.start : opened].rstrip()
    return not before or before[-1] in ":,.!?"
