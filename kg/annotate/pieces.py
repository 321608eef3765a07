"""What of an article goes to the parser: one text per readable block, same length as the block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import READABLE, Article, Span

LONGEST = 100_000
"""Code points; a longer block is cut, since the parser's memory grows with the text (spaCy itself
refuses one million)."""

_NOT_FOR_THE_PARSER = re.compile(r"[\s\ud800-\udfff\x00-\x1f]")
_BOUNDARY = re.compile(r"[.!?]\W{0,3}\s+|\s+")


def readable_blocks(article: Article) -> tuple[Span, ...]:
    """Return the spans of the headlines, headings and paragraphs of an article."""
    return tuple(block.span for block in article.blocks if block.kind in READABLE)


def pieces(article: Article) -> Iterator[Span]:
    """Yield the stretches that are parsed one by one: every readable block, cut if too long."""
    for block in readable_blocks(article):
        yield from _cut(article.text, block)


def plain(text: str) -> str:
    """Replace what the parser cannot take or would split at; the length stays the same.

    Line breaks of hard-wrapped text become blanks, as do lone surrogates and control characters.

    >>> plain("hard" + chr(10) + "wrapped")
    'hard wrapped'
    """
    return _NOT_FOR_THE_PARSER.sub(" ", text)


def _cut(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    while block.end - start > LONGEST:
        end = _boundary(text, start, start + LONGEST)
        yield Span(start, end)
        start = end
    yield Span(start, block.end)


def _boundary(text: str, start: int, limit: int) -> int:
    """Return the end of the last sentence in [start, limit), else of the last word, else limit."""
    tail = max(start, limit - 5_000)
    ends = [match for match in _BOUNDARY.finditer(text, tail, limit) if match.end() > start]
    sentences = [match for match in ends if match[0][0] in ".!?"]
    return (sentences or ends)[-1].end() if ends else limit
