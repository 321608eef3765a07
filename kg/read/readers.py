"""The formats: a table from suffix to reader, and the guess for standard input."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator

from kg.errors import ReadError
from kg.model import Article
from kg.read.page import read_page
from kg.read.records import read_json, read_json_lines
from kg.read.sources import Source
from kg.read.texts import read_markdown, read_text

Reader = Callable[[str, bytes], Iterator[Article | ReadError]]
"""Takes a path, only as a name, and the bytes of the file; raises or yields `ReadError`."""

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
}
"""Suffix -> reader. A new format is a new row."""

KNOWN = ", ".join(READERS)


def read_source(source: Source) -> Iterator[Article | ReadError]:
    """Yield what one file holds; whatever goes wrong is an error that names it."""
    reader = READERS.get(source.suffix) or sniffed(source.data)
    try:
        yield from reader(source.path, source.data)
    except ReadError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - one hostile file must not cost the run
        wrapped = ReadError(
            source.path,
            f"cannot be read ({type(error).__name__}: {error})",
            "please report it with the file and --debug",
        )
        wrapped.__cause__ = error
        yield wrapped


def sniffed(data: bytes) -> Reader:
    """Guess the format of standard input: JSON Lines, JSON, a page, else plain text."""
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        return read_page
    if start.startswith(b"{"):
        return read_json_lines if _is_json(start.split(b"\n", 1)[0]) else read_json
    return read_json if start.startswith(b"[") and _is_json(start) else read_text


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
