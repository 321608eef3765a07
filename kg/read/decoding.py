"""Bytes to text: UTF-8, and for pages what they declare."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError

_DECLARED = re.compile(
    rb"charset\s*=\s*[\"']?\s*(?P<name>iso-8859-\d{1,2}|windows-125\d|us-ascii)\b", re.IGNORECASE
)
_HEAD = 1024
"""Bytes; a page must declare its encoding within these
(https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding)."""


def decode(where: str, data: bytes) -> str:
    """Decode UTF-8. A byte order mark is not part of the text; line breaks stay as they are.

    Raises:
        ReadError: `data` is no UTF-8, or has NUL bytes and so is no text.
    """
    if b"\0" in data:
        raise ReadError(
            where,
            "is not text (it holds NUL bytes: a binary file, or UTF-16)",
            "give the text itself, as UTF-8",
        )
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            where,
            f"not valid UTF-8 at byte {error.start + len(data) - len(body)}",
            "convert it to UTF-8, for instance with iconv",
        ) from error


def decode_page(where: str, data: bytes) -> str:
    """Decode a page: as UTF-8, else in the eight-bit encoding that it declares.

    Raises `kg.errors.ReadError` as `decode` does.
    """
    try:
        return decode(where, data)
    except ReadError:
        declared = _DECLARED.search(data[:_HEAD])
        if declared is None or b"\0" in data:
            raise
    # Browsers read ISO 8859-1 as its superset (https://encoding.spec.whatwg.org/#names-and-labels).
    name = re.sub(r"(?i)^(iso-8859-1|us-ascii)$", "windows-1252", declared["name"].decode())
    return data.decode(name, "replace")
