"""What must be known of a SPARQL query before an engine gets it.

Tokens after https://www.w3.org/TR/sparql11-query/#sparqlGrammar; the engine does the parsing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from kg.errors import QueryError
from kg.store.results import THE_QUERY

_TOKEN = re.compile(
    r"""(?P<skip>\#[^\n\r]*|\s+)
    |(?P<text>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      |\"(?:[^\"\\\n\r]|\\.)*\"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)
    |(?P<variable>[?$]\w+)
    |(?P<name>[\w.%-]*:[\w.:%\\-]*|@[A-Za-z-]+)
    |(?P<word>\w+)
    |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})
_READ_ONLY = "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"


class Form(StrEnum):
    """The four forms of a query."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"

    @property
    def gives_triples(self) -> bool:
        """Tell whether the answer is a graph rather than a table."""
        return self in {Form.CONSTRUCT, Form.DESCRIBE}


Token = tuple[str, str, int]  # class, text, end


def tokens(query: str, start: int = 0) -> Iterator[Token]:
    """Yield the tokens of a query from a place between two of them."""
    for match in _TOKEN.finditer(query, start):
        if match.lastgroup is not None and match.lastgroup != "skip":
            yield match.lastgroup, match.group(), match.end()


@lru_cache(maxsize=64)
def checked_form(query: str) -> Form:
    """Return the form of a query that may run.

    Raises `QueryError` for an update, for SERVICE (which would call other machines), and for
    what is no query at all.
    """
    plain = _ESCAPED.sub(lambda match: _unescaped(match[1] or match[2]), query)
    words = [text.upper() for kind, text, _ in tokens(plain) if kind == "word"]
    if "SERVICE" in words:
        raise QueryError(THE_QUERY, "SERVICE is refused", "load the other data first")
    found = next((word for word in words if word in {*Form, *_UPDATES}), None)
    if found is None:
        raise QueryError(THE_QUERY, "is not SPARQL, nor a known name", _READ_ONLY)
    if found in _UPDATES:
        raise QueryError(THE_QUERY, f"updates ({found}) are refused", _READ_ONLY)
    return Form(found)


@lru_cache(maxsize=64)
def names_graphs(query: str) -> bool:
    """Tell whether a query says with FROM or FROM NAMED which graphs it asks."""
    return any(kind == "word" and text.upper() == "FROM" for kind, text, _ in tokens(query))


def _unescaped(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else " "


def opening_braces(query: str) -> Iterator[int]:
    """Yield the end of each brace that opens a group at the top level."""
    depth = 0
    for kind, text, end in tokens(query):
        if kind == "mark" and text in "({":
            if text == "{" and depth == 0:
                yield end
            depth += 1
        elif kind == "mark" and text in ")}":
            depth -= 1
