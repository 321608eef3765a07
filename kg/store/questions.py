"""The named questions: SPARQL files whose first comment lines say what they ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.errors import QueryError

_PARAMETER = re.compile(r"\$(\w+): (.+)")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question: its name, what it asks, its parameters (variable -> meaning), its text."""

    name: str
    question: str
    parameters: MappingProxyType[str, str]
    sparql: str


@cache
def named_queries() -> MappingProxyType[str, NamedQuery]:
    """Return all questions by name, sorted."""
    folder = files("kg") / "queries"
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".rq"))
    names = [name.removesuffix(".rq") for name in found]
    return MappingProxyType(
        {name: parsed(name, (folder / f"{name}.rq").read_text("utf-8")) for name in names}
    )


def named_query(name: str) -> NamedQuery:
    """Return one question. Raises `QueryError` for an unknown name."""
    queries = named_queries()
    if name not in queries:
        raise QueryError(name, "is not a named question", f"choose one of {', '.join(queries)}")
    return queries[name]


def parsed(name: str, sparql: str) -> NamedQuery:
    """Read the comment lines at the head of a query: the question, then `$variable: meaning`."""
    head: list[str] = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        head.append(line.removeprefix("#").strip())
    found = [_PARAMETER.fullmatch(line) for line in head]
    parameters = {match[1]: match[2] for match in found if match}
    question = " ".join(
        line for line, match in zip(head, found, strict=True) if match is None and line
    )
    return NamedQuery(name, question, MappingProxyType(parameters), sparql)
