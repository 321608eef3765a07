"""A whole store as a file, in the formats of RDF: sorted, so that equal data give equal bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Protocol

from kg.errors import QueryError
from kg.store.trig import trig, turtle

Prefixes = Mapping[str, str]


class Held(Protocol):
    """What a dump needs of a store."""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""

    def triples(self, graph: str) -> list[str]:
        """Return one graph as sorted N-Triples lines."""

    def nquads(self) -> str:
        """Return everything as sorted N-Quads."""


def _nquads(held: Held, _: Prefixes) -> str:
    return held.nquads()


def _trig(held: Held, prefixes: Prefixes) -> str:
    return trig(((graph, held.triples(graph)) for graph in held.graphs()), prefixes)


def _turtle(held: Held, prefixes: Prefixes) -> str:
    return turtle(_union(held), prefixes)


def _ntriples(held: Held, _: Prefixes) -> str:
    return "".join(f"{line}\n" for line in _union(held))


def _union(held: Held) -> list[str]:
    return sorted(set(chain.from_iterable(map(held.triples, held.graphs()))))


# Suffix -> writer. The formats of one graph get the union of all graphs.
FORMATS: dict[str, Callable[[Held, Prefixes], str]] = {
    "nq": _nquads,
    "trig": _trig,
    "nt": _ntriples,
    "ttl": _turtle,
}


def dump(held: Held, form: str, prefixes: Prefixes) -> bytes:
    """Write a store in one of `FORMATS`.

    Raises `QueryError` for another format.
    """
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise QueryError(form, "is not a format that a store is written in", f"choose {known}")
    return FORMATS[form](held, prefixes).encode()
