"""Pieces to blocks: headline, headings and paragraphs told from boilerplate, by their form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Block, BlockKind, Span
from kg.read.agencies import TRAILING_CREDIT, agency_in
from kg.read.datelines import dateline
from kg.read.facts import Facts
from kg.read.notices import notice
from kg.read.outlets import is_outlet_name
from kg.read.pieces import Piece, plain_pieces
from kg.read.titles import (
    ends_sentence,
    is_heading,
    is_headline,
    is_plain_heading,
    trimmed,
)

_LONGEST_TITLE = 250
_EDGE = 4
"""How many pieces at the end of an article are likely notes on it."""

_LEAD = 3
"""A dateline opens one of the first paragraphs or none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, in order and apart from each other, and what they state about it."""

    blocks: tuple[Block, ...]
    facts: Facts


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text; each span slices to text without blanks around it."""
    return lay_out(text, plain_pieces(text)).blocks


def lay_out(text: str, pieces: Sequence[Piece]) -> Layout:
    """Say of each piece what it is; credits, bylines, dates and datelines become facts.

    What a piece's markup says it is stands, but for notices ("Related stories" as a heading).
    """
    draft = _Draft(text, pieces)
    for number in range(len(pieces)):
        draft.take(number)
    return Layout(tuple(draft.blocks), draft.facts)


@dataclass(slots=True)
class _Draft:
    """A layout in the making: what a piece is depends on what stood before it."""

    text: str
    pieces: Sequence[Piece]
    blocks: list[Block] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
    paragraphs: int = 0

    def take(self, number: int) -> None:
        piece = self.pieces[number]
        words = piece.span.of(self.text)
        found = self._notice(number)
        if piece.kind is BlockKind.BOILERPLATE:
            self._add(BlockKind.BOILERPLATE, piece.span)
        elif found is not None:
            self._add(BlockKind.BOILERPLATE, piece.span, found)
        elif self._is_outlet(number):
            self._add(BlockKind.BOILERPLATE, piece.span, Facts(outlet=words))
        elif (kind := self._title_kind(number)) is not None:
            self._add_title(kind, piece.span)
        else:
            self._add_paragraph(number)

    def _add(self, kind: BlockKind, span: Span, facts: Facts | None = None) -> None:
        self.blocks.append(Block(kind, span))
        if facts is not None:
            self.facts = self.facts.or_else(facts)

    def _notice(self, number: int) -> Facts | None:
        edge = self.paragraphs == 0 or number >= len(self.pieces) - _EDGE
        return notice(self.pieces[number].span.of(self.text), edge=edge)

    def _is_outlet(self, number: int) -> bool:
        """Tell whether the first line is a lone name, with a headline as the next thing."""
        words = self.pieces[number].span.of(self.text)
        if self.blocks or self.pieces[number].kind is not None or not is_outlet_name(words):
            return False
        following = (n for n in range(number + 1, len(self.pieces)) if self._notice(n) is None)
        after = next(following, None)
        return after is not None and len(self._words(after)) >= 5 and self._may_head(after)

    def _words(self, number: int) -> list[str]:
        return self.pieces[number].span.of(self.text).split()

    def _may_head(self, number: int) -> bool:
        """Tell whether a piece can be the headline: a title, not the whole text, no dateline."""
        words = self.pieces[number].span.of(self.text)
        last = number == len(self.pieces) - 1
        short = len(words) <= _LONGEST_TITLE and not last
        if not short or dateline(words) is not None:
            return False
        return is_headline(trimmed(words)) or (
            number == 0 and len(words.split()) <= 20 and self._opens_story(number + 1)
        )

    def _opens_story(self, number: int) -> bool:
        """Tell whether a piece can only come after a headline: a dateline, byline or date."""
        words = self.pieces[number].span.of(self.text)
        return dateline(words) is not None or notice(words, edge=True) is not None

    def _title_kind(self, number: int) -> BlockKind | None:
        piece = self.pieces[number]
        if self.facts.headline is None and self.paragraphs == 0:
            heads = piece.kind in {BlockKind.HEADLINE, BlockKind.HEADING}
            if heads or (piece.kind is None and self._may_head(number)):
                return BlockKind.HEADLINE
        if piece.kind is not None:
            return BlockKind.HEADING if piece.kind is BlockKind.HEADLINE else piece.kind
        return BlockKind.HEADING if self._is_heading(number) else None

    def _is_heading(self, number: int) -> bool:
        words = trimmed(self.pieces[number].span.of(self.text))
        if len(words) > _LONGEST_TITLE:
            return False
        if is_heading(words):
            return True
        opens = number + 1 < len(self.pieces) and self._opens_paragraph(number + 1)
        return opens and is_plain_heading(words)

    def _opens_paragraph(self, number: int) -> bool:
        words = self.pieces[number].span.of(self.text)
        return len(words.split(maxsplit=12)) >= 12 and ends_sentence(words)

    def _add_title(self, kind: BlockKind, span: Span) -> None:
        words = trimmed(span.of(self.text))
        facts = Facts(headline=" ".join(words.split())) if kind is BlockKind.HEADLINE else None
        self._add(kind, Span(span.start, span.start + len(words)), facts)

    def _add_paragraph(self, number: int) -> None:
        span = self.pieces[number].span
        start, end = self._without_dateline(number), self._without_credit(span)
        if start < end:
            self._add(BlockKind.PARAGRAPH, Span(start, end))
            self.paragraphs += 1
            self._add_rest(end, span.end)
        else:
            self._add(BlockKind.BOILERPLATE, span)

    def _add_rest(self, start: int, end: int) -> None:
        """Add what a paragraph leaves out at its end, where that is a line of its own."""
        rest = self.text[start:end]
        if len(rest.splitlines()) > 1:
            self._add(BlockKind.BOILERPLATE, Span(end - len(rest.lstrip()), end))

    def _without_dateline(self, number: int) -> int:
        span = self.pieces[number].span
        if self.paragraphs >= _LEAD or self.facts.dateline is not None:
            return span.start
        found = dateline(span.of(self.text), colon=self._one_voice(number))
        if found is None:
            return span.start
        self.facts = self.facts.or_else(found.facts)
        return span.start + found.length

    def _one_voice(self, number: int) -> bool:
        """Tell whether "NAME: " opens only this paragraph: in a transcript the next one has it."""
        following = self.pieces[number + 1 : number + 4]
        return self.paragraphs == 0 and not any(dateline(p.span.of(self.text)) for p in following)

    def _without_credit(self, span: Span) -> int:
        found = TRAILING_CREDIT.search(self.text, max(span.start, span.end - 80), span.end)
        if found is None:
            return span.end
        self.facts = self.facts.or_else(Facts(agency=agency_in(found[0])))
        return span.start + len(self.text[span.start : found.start()].rstrip())
