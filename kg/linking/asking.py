"""Asking a store, with answers as plain texts and lines of N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.rdf import lookup
from kg.store import Answer, Rows, Store, Term

Lines = frozenset[str]
NOTHING: Lines = frozenset()


def described(engine: Store, addresses: Iterable[str]) -> Lines:
    """Return the lines that describe some things."""
    return frozenset().union(*described_each(engine, addresses).values())


def described_each(engine: Store, addresses: Iterable[str]) -> dict[str, Lines]:
    """Return the lines that describe things, by their address."""
    wanted = list(addresses)
    found: dict[str, set[str]] = {}
    for thing, *terms in query(engine, lookup.descriptions(wanted)).rows if wanted else ():
        if thing is not None:
            found.setdefault(thing.value, set()).add(quad(terms))
    return {thing: frozenset(some) for thing, some in found.items()}


def difference(before: Lines, after: Lines) -> tuple[Lines, Lines]:
    """Return what goes and what comes."""
    return before - after, after - before


def lines(nquads: Iterable[str]) -> Lines:
    """Return the lines of N-Quads."""
    return frozenset(f"{line}\n" for some in nquads for line in some.split("\n") if line)


def quad(terms: Sequence[Term | None]) -> str:
    """Return four terms as a line of N-Quads."""
    return f"{' '.join(term.spelled() for term in terms if term is not None)} .\n"


def query(engine: Store, sparql: str) -> Rows:
    """Return the terms that answer a query."""
    found = engine.query(sparql)
    return found if isinstance(found, Rows) else Rows((), ())


def rows(engine: Store, sparql: str) -> list[list[str]]:
    """Return the texts that answer a query, "" for what is not bound."""
    return [[term.value if term else "" for term in row] for row in query(engine, sparql).rows]


def articles_at(engine: Store, term: str, where: str) -> list[tuple[str, str]]:
    """Return the id and address of the articles with this "path" or "url"."""
    found = engine.query(lookup.articles_at(term), {"where": where})
    known = found.rows if isinstance(found, Rows) else ()
    return [(lookup.article_of(a.value), u.value if u else "") for a, _, u in known if a]


def holds(engine: Store, sparql: str) -> bool:
    """Return the answer to a question of yes or no."""
    found = engine.query(sparql)
    return isinstance(found, Answer) and found.value
