"""HTML pages to articles: main text and metadata by trafilatura (Barbaresi 2021, ACL Demo)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol

from kg.errors import ReadError
from kg.model import Article, BlockKind, Span
from kg.read.articles import assemble, check, check_filled
from kg.read.decoding import decode_page
from kg.read.facts import Facts, address
from kg.read.pieces import Piece
from kg.read.titles import ends_sentence

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

LARGEST = 5_000_000
"""Bytes; parsing takes many times as much memory."""

_SHORTEST = 40
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""Only stated dates; the fixed end keeps the clock out of the result."""

Part = tuple[BlockKind | None, str]


class Element(Protocol):
    """What is needed of an element of the extracted tree (lxml publishes no types)."""

    tag: str

    def __iter__(self) -> Iterator[Element]:
        """Yield the children."""

    def __len__(self) -> int:
        """Count the children."""

    def itertext(self) -> Iterator[str]:
        """Yield the text inside, piece by piece."""


def read_page(path: str, data: bytes) -> Iterator[Article]:
    """Yield the article of an HTML page.

    Its text is the main text, paragraphs parted by blank lines, the headline first. Nothing is
    fetched.

    Raises:
        ReadError: there is no article in the page, or the page is no text or too large.
    """
    if len(data) > LARGEST:
        raise ReadError(
            path,
            f"{len(data):,} bytes are too many for one page (at most {LARGEST:,})",
            "save only the article, or give its text as .txt",
        )
    source = decode_page(path, data)
    check_filled(path, source)
    page = _extract(source)
    parts = list(_parts(page.body)) if page is not None and page.body is not None else []
    if page is None or not any(_is_prose(words) for kind, words in parts if kind is None):
        raise ReadError(
            path, "no article was found in the page", "give the article's text as .txt or .md"
        )
    facts = _facts(page)
    text, pieces = _joined(_headed(parts, facts.headline))
    check(path, text)
    yield assemble(path, text, pieces, facts)


def _extract(source: str) -> Page | None:
    """Run trafilatura; whatever it trips over, the page has no article that it could find."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to load, most runs need none

    try:
        found = bare_extraction(
            source,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    except Exception:  # noqa: BLE001 - a parser fed with hostile bytes
        return None
    return None if isinstance(found, dict) else found


def _parts(body: Element) -> Iterator[Part]:
    """Yield headings and paragraphs of the extracted body, blanks made single."""
    for element in body:
        if element.tag in {"quote", "list"} and len(element):
            yield from _parts(element)
        elif element.tag in {"head", "p", "item", "quote", "div", "ab"}:
            words = " ".join("".join(element.itertext()).split())
            if words:
                yield (BlockKind.HEADING if element.tag == "head" else None), words


def _is_prose(words: str) -> bool:
    return len(words) >= _SHORTEST and ends_sentence(words)


def _headed(parts: list[Part], headline: str | None) -> list[Part]:
    """Put the headline first, and only there."""
    if headline is None:
        return parts
    rest = [part for part in parts if _same(part[1]) != _same(headline)]
    return [(BlockKind.HEADLINE, headline), *rest]


def _same(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _joined(parts: list[Part]) -> tuple[str, tuple[Piece, ...]]:
    pieces, start = [], 0
    for kind, words in parts:
        pieces.append(Piece(Span(start, start + len(words)), kind))
        start += len(words) + 2
    return "\n\n".join(words for _, words in parts), tuple(pieces)


def _facts(page: Page) -> Facts:
    outlet = _line(page.sitename)
    return Facts(
        url=address(page.url),
        outlet=outlet,
        headline=_headline(_line(page.title), outlet),
        byline=_line(page.author),
        published=_day(page.date),
    )


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _headline(title: str | None, outlet: str | None) -> str | None:
    """Take the site's name off the end of a page title ("Port reopens | The Gazette")."""
    if title is None or outlet is None:
        return title
    return re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", title)


def _day(stated: str | None) -> date | None:
    try:
        return date.fromisoformat(stated) if stated else None
    except ValueError:
        return None
