"""Which variables the outermost group of a query binds, and how surely.

https://www.w3.org/TR/sparql11-query/#variableScope. Only tokens are read, of queries that an engine
would take; what they do not tell counts as not bound.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from kg.errors import QueryError
from kg.store.results import THE_QUERY
from kg.store.sparql import Form, opening_braces, tokens

_HIDING = frozenset({"EXISTS", "MINUS"})


class _How(Enum):
    """How a variable stands in a group: in a pattern, in an expression, after AS, of VALUES."""

    MATCHED = auto()
    READ = auto()
    MADE = auto()
    GIVEN = auto()


@dataclass(slots=True)
class Scope:
    """The outermost group, from `start` to `end` of the text inside its braces.

    `always` are variables that every match binds, `perhaps` those that some bind, `made` those of
    BIND, which must not be bound before; with `is_query` it holds one SELECT and nothing else.
    """

    start: int
    end: int = 0
    is_query: bool = False
    always: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Group:
    """An open brace: what its variables are to the outermost group, if they are seen there at all.

    `depth` counts the parentheses around it. A SELECT clause shows the variables that it names, and
    those of its group only when it is `SELECT *`.
    """

    found: set[str] | None
    depth: int = 0
    clause: bool = False
    star: bool = False


def scope(query: str, form: Form) -> Scope:
    """Read the outermost group of a query. Raises `QueryError` where there is none."""
    found = Scope(_start(query, form))
    stack = [_Group(found.always)]
    depth, before, values = 0, "", False
    for kind, text, end in tokens(query, found.start):
        here = stack[-1]
        mark = text if kind == "mark" else ""
        if mark == "{":
            shown = here.found is not None and before not in _HIDING
            shown &= here.star or not here.clause
            stack.append(_Group(found.perhaps if shown else None, depth))
            values = False
        elif mark == "}":
            stack.pop()
            if not stack:
                found.end = end - 1
                return found
            if stack[-1].clause:  # GROUP BY and ORDER BY show nothing
                stack[-1] = _Group(None)
        elif mark in {"(", ")"}:
            depth += 1 if mark == "(" else -1
        elif mark == "*":
            here.star |= here.clause and depth == here.depth
        elif text.upper() == "SELECT" and kind == "word":
            found.is_query |= len(stack) == 1
            shows = None if here.found is None else found.perhaps
            stack[-1] = _Group(shows, here.depth, clause=True)
        elif kind == "variable":
            alone = _How.READ if depth > here.depth else _How.MATCHED
            how = _How.MADE if before == "AS" else _How.GIVEN if values else alone
            _note(found, here, text[1:], how)
        if kind == "word":
            values |= text.upper() == "VALUES"
        before = text.upper() if kind == "word" else ""
    raise QueryError(THE_QUERY, "is not SPARQL 1.1: a brace is not closed", "correct it")


def _note(found: Scope, here: _Group, name: str, how: _How) -> None:
    """Note a variable where it stands in a group."""
    if here.found is None:
        return
    if how is _How.MADE and here.found is found.always:
        found.made.add(name)
    elif how in {_How.MADE, _How.GIVEN}:
        found.perhaps.add(name)
    elif how is _How.MATCHED:
        here.found.add(name)


def _start(query: str, form: Form) -> int:
    """Return the place after the brace that opens the outermost group."""
    opened = list(opening_braces(query))
    template = form is Form.CONSTRUCT and len(opened) > 1
    if opened:
        return opened[1 if template else 0]
    raise QueryError(THE_QUERY, "has no WHERE group to bind variables in", "add one")
