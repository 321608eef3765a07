"""What every store can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from kg.errors import StoreError
from kg.store.binding import Bindings
from kg.store.results import Result

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query is put to, by IRI, as the SPARQL protocol names them.

    Of two empty tuples nothing is chosen: the query's own FROM, or else all graphs.
    https://www.w3.org/TR/sparql11-protocol/#dataset
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


EVERYTHING = Dataset()


class Store(Protocol):
    """Named graphs in, answers out; the default graph of a query is the union of all graphs.

    `where` says in messages which store it is: a folder, or an address without its password.
    Graphs are named by IRI. Every method may raise `kg.errors.StoreError` when the engine
    fails; nothing is lost then. Use it as a context manager.
    """

    where: str

    def put(self, graph: str, nquads: str) -> None:
        """Replace one graph with sorted N-Quads lines that all name it: all or nothing."""

    def put_many(self, graphs: Mapping[str, str]) -> None:
        """Replace several graphs; an embedded store does it in one transaction."""

    def patch(self, gone: str, new: str) -> None:
        """Take N-Quads lines out and put others in, leaving all else as it is.

        An embedded store does it in one transaction, an endpoint graph by graph in the order of
        their names. A line that is gone already, or there already, is no error.
        """

    def remove(self, graph: str) -> None:
        """Take a graph out, if it is there."""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""

    def nquads(self, graph: str | None = None) -> str:
        """Return one graph, or all, as sorted N-Quads."""

    def triples(self, graph: str) -> list[str]:
        """Return one graph as sorted N-Triples lines."""

    def count(self) -> int:
        """Return the number of quads."""

    def query(
        self,
        sparql: str,
        bindings: Bindings | None = None,
        timeout: float | None = None,
        *,
        most: int | None = None,
        dataset: Dataset = EVERYTHING,
    ) -> Result:
        """Answer a SPARQL 1.1 query.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: values of variables; texts become literals, an `Iri` a name; a tuple: any of.
            timeout: seconds; an embedded engine is ended then, with the process that it asked in.
            most: rows or triples of the answer.
            dataset: the graphs to ask.

        Raises `kg.errors.QueryError` for a malformed or refused query, after the timeout, and
        for an answer that is longer than `most`.
        """

    def dataset(self) -> rdflib.Dataset:
        """Return the same data as an rdflib dataset, whose default graph is the union of all.

        It is of use while the store is open, and for reading alone.
        """

    def dump(self, form: str) -> bytes:
        """Return everything in a format of `kg.store.FORMATS`, the same bytes each time."""

    def close(self) -> None:
        """Write what is pending and let others open the store."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def check_lines(graph: str, nquads: str) -> None:
    """Raise `StoreError` unless every line of N-Quads names `graph`.

    A triple of the default graph whose object is `graph` ends alike, but has a space less.
    """
    ending, spaces = f" <{graph}> .", 4
    lines = nquads.removesuffix("\n").split("\n") if nquads else []
    if not all(line.endswith(ending) and line.count(" ") >= spaces for line in lines):
        raise StoreError(graph, "a line belongs to another graph", "report this as a fault of kg")


def triples_of(graph: str, nquads: str) -> list[str]:
    """Return the N-Triples (without the final stop) of N-Quads lines that all name `graph`."""
    cut = -len(f" <{graph}> .")
    return [line[:cut] for line in nquads.split("\n") if line]


def by_graph(nquads: str) -> dict[str, list[str]]:
    """Return the N-Triples (without the final stop) of N-Quads lines by graph, sorted by name."""
    found: dict[str, list[str]] = {}
    for line in nquads.split("\n"):
        if line:
            triple, graph = line.removesuffix("> .").rsplit(" <", 1)
            found.setdefault(graph, []).append(triple)
    return dict(sorted(found.items()))
