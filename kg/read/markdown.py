"""Markdown to pieces: blocks by CommonMark's structure, inline markup left alone.

Follows https://spec.commonmark.org/0.31.2/ as far as news texts go: ATX and setext headings,
paragraphs, lists, quotations, fences, breaks; and YAML front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from kg.model import BlockKind, Span
from kg.read.facts import Facts, stated
from kg.read.pieces import Piece, joins, lines

_BREAK = r"(?:\r\n|\r|\n)"
_FRONT_MATTER = re.compile(
    rf"---[ \t]*{_BREAK}(?P<fields>(?:.{{0,10000}}?{_BREAK})?)---[ \t]*(?={_BREAK}|\Z)", re.DOTALL
)
_FIELD = re.compile(r"(?P<name>[\w-]+)\s*:(?P<value>.*)")
_ATX = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=[^\s#])")
_SETEXT = re.compile(r"=+|-{2,}")
_FENCE = re.compile(r"(?:```|~~~).*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]*)+(?=[^\s>])")
_NO_TEXT = re.compile(r"[\W_]+|\|.*\||<!--.*-->|!\[[^\]]*\]\([^)]*\)|\[[^\]]+\]:\s.*|<[^<>]*>")
_WRAPPED = re.compile(r"(?P<mark>\*\*\*|\*\*|\*|__|_)(?P<words>[^*_]+)(?P=mark)")


def front_matter(text: str) -> tuple[Facts, int]:
    """Return what YAML front matter states, and where it ends (0 without).

    Only one-line `name: value` fields are read; a field of the wrong kind is ignored.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        return Facts(), 0
    facts = Facts()
    for field in filter(None, map(_FIELD.fullmatch, found["fields"].splitlines())):
        with suppress(ValueError):
            facts = facts.or_else(stated({field["name"].lower(): field["value"].strip(" \t\"'")}))
    return facts, found.end()


def markdown_pieces(text: str, start: int = 0) -> tuple[Piece, ...]:
    """Return the pieces of Markdown from `start` on, after one piece for what stands before."""
    front = (Piece(Span(0, len(text[:start].rstrip())), BlockKind.BOILERPLATE),) if start else ()
    return front + tuple(_pieces(text, _lines_from(text, start)))


def _lines_from(text: str, start: int) -> list[Span | None]:
    return [line and Span(line.start + start, line.end + start) for line in lines(text[start:])]


def _pieces(text: str, spans: Sequence[Span | None]) -> Iterator[Piece]:
    paragraph: list[Span] = []
    fenced = False
    for span in spans:
        line = span.of(text) if span else ""
        underlined = bool(paragraph) and not fenced and bool(_SETEXT.fullmatch(line))
        piece = _alone(span, line, fenced=fenced) if span else None
        fenced ^= bool(_FENCE.fullmatch(line))
        goes_on = span and not piece and paragraph and joins(paragraph[-1].of(text), line)
        if paragraph and not goes_on:
            yield _closed(text, paragraph, heading=underlined)
            paragraph = []
        if piece and piece.kind:
            yield piece
        elif span:
            paragraph.append(piece.span if piece else span)
    if paragraph:
        yield _closed(text, paragraph)


def _alone(span: Span, line: str, *, fenced: bool) -> Piece | None:
    """Return the piece of a line that starts anew by its markup, None if it may go on."""
    if fenced or _FENCE.fullmatch(line) or _NO_TEXT.fullmatch(line):
        return Piece(span, BlockKind.BOILERPLATE)
    if found := _ATX.match(line):
        kind = BlockKind.HEADLINE if found["marks"] == "#" else BlockKind.HEADING
        title = line.rstrip("#").rstrip()
        return Piece(Span(span.start + found.end(), span.start + len(title)), kind)
    if found := _QUOTE.match(line) or _ITEM.match(line):
        return Piece(Span(span.start + found.end(), span.end))
    return None


def _closed(text: str, run: Sequence[Span], *, heading: bool = False) -> Piece:
    """Return the paragraph of consecutive lines, or the heading that an underline makes of it."""
    whole = Span(run[0].start, run[-1].end)
    return Piece(whole, BlockKind.HEADING) if heading else _inside(text, whole)


def _inside(text: str, span: Span) -> Piece:
    """Return a paragraph without the emphasis around all of it; some write titles in bold."""
    found = _WRAPPED.fullmatch(span.of(text))
    if found is None or not found["words"].strip() or found["words"] != found["words"].strip():
        return Piece(span)
    return Piece(_part(span, found, "words"))


def _part(span: Span, found: re.Match[str], group: str) -> Span:
    return Span(span.start + found.start(group), span.start + found.end(group))
