"""Plain text to pieces: the stretches between blank lines, hard-wrapped lines joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import BlockKind, Span
from kg.read.notices import notice
from kg.read.titles import ends_sentence

WIDEST_WRAP = 100
NARROWEST_WRAP = 50
"""Columns; text wrapped by hand or by a mail program stays between them (RFC 3676 advises 78)."""
_RAGGED = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is one block; `kind` is what its markup says it is, if any."""

    span: Span
    kind: BlockKind | None = None


def plain_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of plain text, in order.

    Consecutive lines are one piece only where the break is a wrap: the next word would not have
    fitted into the width of the lines around it. So text with one line per paragraph stays as is.
    """
    return tuple(Piece(span) for run in _runs(lines(text)) for span in _unwrapped(text, run))


def lines(text: str) -> Iterator[Span | None]:
    """Yield each line of `text` without the blanks around it, None for a blank line.

    Lines end where `str.splitlines` ends them, so any convention of line breaks will do.
    """
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        first = start + len(line) - len(line.lstrip())
        yield Span(first, first + len(words)) if words else None
        start += len(line)


def _runs(spans: Iterator[Span | None]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span in spans:
        if span is not None:
            run.append(span)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _unwrapped(text: str, run: Sequence[Span]) -> Iterator[Span]:
    width = max(span.end - span.start for span in run)
    whole = run[0]
    for before, after in pairwise(run):
        if NARROWEST_WRAP <= width <= WIDEST_WRAP and _wraps(text, before, after, width):
            whole = Span(whole.start, after.end)
        else:
            yield whole
            whole = after
    yield whole


def _wraps(text: str, before: Span, after: Span, width: int) -> bool:
    line, following = before.of(text), after.of(text)
    filled = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - _RAGGED
    return filled and joins(line, following)


def joins(line: str, following: str) -> bool:
    """Tell whether `following` may go on with the paragraph that `line` is part of.

    A byline, a date or a credit stands alone, even without a blank line around it.
    """
    alone = notice(line, edge=True) is not None
    return not alone and not (ends_sentence(line) and notice(following, edge=True) is not None)
