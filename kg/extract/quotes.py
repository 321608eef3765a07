"""Pair the quote marks of each paragraph; whatever they are, nothing raises and nothing shifts.

A mark that finds no partner in its paragraph is an open quote to the end of the paragraph when it
opens one (as in a speech that runs over paragraphs), and is otherwise ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def quotes_of(text: str, blocks: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Return all quotes of a text in order; those of one block never depend on another block."""
    return tuple(
        quote for number, block in enumerate(blocks) for quote in _pairs(text, block, number)
    )


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
