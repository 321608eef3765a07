"""Text, pieces and stated facts to one Article."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import ReadError
from kg.model import Article, content_id
from kg.read.blocks import lay_out
from kg.read.facts import Facts, encodable
from kg.read.pieces import Piece

LONGEST = 1_000_000
"""Code points in one article: some 170,000 words, ten times the longest that papers print."""


def check(where: str, text: str) -> None:
    """Refuse what is no article's text.

    Raises:
        ReadError: `text` is empty, too long, or has characters that no text file can hold.
    """
    if len(text) > LONGEST:
        raise ReadError(
            where,
            f"{len(text):,} characters are too many for one article (at most {LONGEST:,})",
            "split it into articles, or give JSON Lines with one article a line",
        )
    check_filled(where, text)
    if not encodable(text):
        raise ReadError(
            where,
            "holds characters that are not text (NUL, or half of a surrogate pair)",
            "write it anew as UTF-8",
        )


def check_filled(where: str, text: str | bytes) -> None:
    """Refuse nothing and blanks.

    Raises `kg.errors.ReadError`.
    """
    if not text.strip():
        raise ReadError(where, "holds no text", "remove it or fill it")


def assemble(path: str, text: str, pieces: Sequence[Piece], known: Facts) -> Article:
    """Build the article that `text` is; what its format states goes before what its words say."""
    layout = lay_out(text, pieces)
    facts = known.or_else(layout.facts)
    published = facts.published.isoformat() if facts.published else ""
    return Article(
        id=content_id("article", facts.url or facts.outlet or "", published, text),
        path=path,
        text=text,
        blocks=layout.blocks,
        url=facts.url,
        outlet=facts.outlet,
        headline=facts.headline,
        byline=facts.byline,
        published=facts.published,
        agency=facts.agency,
        dateline=facts.dateline,
    )
