"""JSON and JSON Lines to articles; the names of the fields stand in `kg.read.facts.NAMES`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.errors import ReadError
from kg.model import Article
from kg.read.articles import assemble, check, check_filled
from kg.read.decoding import decode
from kg.read.facts import stated
from kg.read.pieces import plain_pieces

_WAY_OUT = 'give an object such as {"text": "...", "outlet": "...", "published": "2025-03-01"}'

_START = 8000
"""Bytes; NUL among them means a binary file, which is one error and not one a line."""


def read_json_lines(path: str, data: bytes) -> Iterator[Article | ReadError]:
    """Yield an article for each line, named `path:line`; a bad line is one error, the rest go on.

    Raises `kg.errors.ReadError` when the file as a whole is empty or binary.
    """
    check_filled(path, data)
    if b"\0" in data[:_START]:
        decode(path, data)
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield _attempt(f"{path}:{number}", line)


def read_json(path: str, data: bytes) -> Iterator[Article | ReadError]:
    """Yield the article of a JSON object, or those of a list, named `path[index]`.

    Raises `kg.errors.ReadError` when the file is no JSON.
    """
    text = decode(path, data)
    check_filled(path, text)
    value = _parsed(path, text)
    if not isinstance(value, list):
        yield _article(path, value)
        return
    if not value:
        raise ReadError(path, "is an empty list", _WAY_OUT)
    for index, item in enumerate(value):
        try:
            yield _article(f"{path}[{index}]", item)
        except ReadError as error:
            yield error


def _attempt(where: str, line: bytes) -> Article | ReadError:
    try:
        return _article(where, _parsed(where, decode(where, line)))
    except ReadError as error:
        return error


def _parsed(where: str, text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = f"is not JSON ({error.msg} at character {error.pos})"
    except (ValueError, RecursionError):
        what = "is not JSON that can be read (a number too long, or nested too deep)"
    raise ReadError(where, what, _WAY_OUT)


def _article(where: str, value: object) -> Article:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise ReadError(where, "has no field 'text' with the text of an article", _WAY_OUT)
    text: str = value["text"]
    check(where, text)
    try:
        facts = stated(value)
    except ValueError as error:
        raise ReadError(where, str(error), "correct the field or leave it out") from error
    return assemble(where, text, plain_pieces(text), facts)
