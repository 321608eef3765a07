"""Texts as published and the spans that point into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range [start, end) of Unicode code points of `Article.text`.

    Serialised as `oa:TextPositionSelector`
    (https://www.w3.org/TR/annotation-model/#text-position-selector).

    Raises `ValueError` when the range is negative or empty.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"not a span: [{self.start}, {self.end})"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: tuple[Span, ...]) -> Span:
    """Return the smallest span that covers all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


class BlockKind(StrEnum):
    """What a stretch of an article is; only headlines, headings and paragraphs are parsed."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BOILERPLATE = "boilerplate"


READABLE = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Block:
    """One headline, heading, paragraph or piece of boilerplate of an article.

    `span` never includes the surrounding line breaks, nor a dateline ("KABUL —") or an agency
    credit at its edge: those are metadata of the article.
    """

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published (`schema:NewsArticle`).

    `id` is a hash of what makes the text itself (url or outlet, date, text), never of where the
    file lay; `path` is the path or address as the user gave it. `agency` is the canonical name
    of the credited news agency, `dateline` the place it was filed from. What is not known is None.
    """

    id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    agency: str | None = None
    dateline: str | None = None


class Role(StrEnum):
    """The three parts of an attribution, after PARC 3 (Pareti 2016)."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class RoleTag:
    """A span that a tagger took for a source, cue or content; `score` in [0, 1]."""

    role: Role
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class RoleLink:
    """How probable it is that tag number `part` belongs to the cue with tag number `cue`."""

    cue: int
    part: int
    score: float


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the parse; the label sets are Universal POS, Penn tags and ClearNLP arcs.

    `head` is the index in `Document.tokens` of the governor (its own index for a root).
    `entity` is the OntoNotes label of the name that the token is in, or "".
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An article and what a language model saw in it.

    `sentences`, `names` and `chunks` (base noun phrases) are half-open ranges of token indexes;
    a sentence never crosses a block. `tags` and `links` are empty without a tagger.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int], ...]
    chunks: tuple[tuple[int, int], ...]
    tags: tuple[RoleTag, ...] = ()
    links: tuple[RoleLink, ...] = ()
