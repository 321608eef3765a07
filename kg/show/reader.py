"""The article reader: the text with every statement marked, overlapping spans flattened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.model import READABLE, Block, Reading, Span
from kg.show.cards import Voice
from kg.show.terms import AGAINST, WISHES


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text covered by the same statements.

    `anchors` are those that begin here, `notes` the (number, id) of those that end here.
    """

    text: str
    statements: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    who: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A heading or paragraph cut into pieces; joined, they are its text again."""

    kind: str
    pieces: tuple[Piece, ...]


def marked(reading: Reading, voices: Mapping[str, Voice]) -> tuple[MarkedBlock, ...]:
    """Return the readable blocks of an article with the contents of its statements marked.

    Statements are numbered from 1 in the order of the reading.
    """
    return tuple(
        MarkedBlock(str(block.kind), tuple(_pieces(block, reading, voices)))
        for block in reading.article.blocks
        if block.kind in READABLE
    )


def _pieces(block: Block, reading: Reading, voices: Mapping[str, Voice]) -> Iterator[Piece]:
    covering = [
        (span, statement.id)
        for statement in reading.statements
        for span in statement.content
        if span.overlaps(block.span)
    ]
    firsts = {statement.id: statement.content[0].start for statement in reading.statements}
    lasts = {statement.id: statement.content[-1].end for statement in reading.statements}
    numbers = {statement.id: n for n, statement in enumerate(reading.statements, 1)}
    for piece in _cuts(block.span, [span for span, _ in covering]):
        inside = tuple(sorted({key for span, key in covering if span.covers(piece)}))
        yield Piece(
            text=piece.of(reading.article.text),
            statements=inside,
            anchors=tuple(key for key in inside if firsts[key] == piece.start),
            notes=tuple(sorted((numbers[k], k) for k in inside if lasts[k] == piece.end)),
            who="; ".join(sorted({voices[key].name for key in inside})),
            look=_look([voices[key] for key in inside]),
        )


def _look(voices: list[Voice]) -> str:
    """Name how a piece is marked: the sharpest of its statements decides."""
    if any(v.act in AGAINST for v in voices):
        return "against"
    return (
        "wish"
        if voices and all(v.act in WISHES or v.kind == "attitude" for v in voices)
        else "said"
    )


def _cuts(whole: Span, spans: list[Span]) -> Iterator[Span]:
    """Cut `whole` wherever one of `spans` begins or ends in it."""
    points = {whole.start, whole.end}
    points |= {p for s in spans for p in (s.start, s.end) if whole.start < p < whole.end}
    ordered = sorted(points)
    for start, end in pairwise(ordered):
        yield Span(start, end)
