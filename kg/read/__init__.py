"""Bytes to Articles: files of several formats, and what in them is headline, text or furniture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.read.blocks import blocks
from kg.read.readers import KNOWN, READERS, read_source
from kg.read.sources import STANDARD_INPUT, Wanted, sources

__all__ = ["READERS", "STANDARD_INPUT", "blocks", "read"]


def read(
    paths: Iterable[str | Path], closed: Callable[[str], bool] = lambda _: False
) -> Iterator[Article | ReadError]:
    """Yield the articles that `paths` name, one by one, in their order.

    A path is a file, a folder (with all that is below it), a glob, or "-" for standard input.
    What cannot be read is yielded as the error that names it; the others go on. Nothing is raised.
    Folders that are `closed` hold no articles: they are passed over.
    """
    for source in sources(paths, Wanted(READERS, KNOWN, closed)):
        if isinstance(source, ReadError):
            yield source
        else:
            yield from read_source(source)
