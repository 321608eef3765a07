"""Plain text and Markdown files to articles."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Article
from kg.read.articles import assemble, check
from kg.read.decoding import decode
from kg.read.facts import Facts
from kg.read.markdown import front_matter, markdown_pieces
from kg.read.pieces import plain_pieces


def read_text(path: str, data: bytes) -> Iterator[Article]:
    """Yield the one article that a plain text is.

    Raises `kg.errors.ReadError` when it is none.
    """
    text = decode(path, data)
    check(path, text)
    yield assemble(path, text, plain_pieces(text), Facts())


def read_markdown(path: str, data: bytes) -> Iterator[Article]:
    """Yield the one article that a Markdown text is; offsets are those of the source.

    Raises `kg.errors.ReadError` when it is none.
    """
    text = decode(path, data)
    check(path, text)
    facts, end = front_matter(text)
    yield assemble(path, text, markdown_pieces(text, end), facts)
