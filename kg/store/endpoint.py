"""Stores elsewhere: any SPARQL 1.1 endpoint with the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/, https://www.w3.org/TR/sparql11-http-rdf-update/.
The endpoint's default graph must be the union of its graphs. What others keep there, in graphs
that are not below `within`, is not seen and not touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlencode
from urllib.request import Request

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.binding import Bindings, bound, terms_of
from kg.store.dumps import dump
from kg.store.engine import EVERYTHING, Dataset, by_graph, check_lines, triples_of
from kg.store.results import (
    Answer,
    Iri,
    Literal,
    Result,
    Rows,
    Term,
    Triples,
    read_rows,
    too_long,
)
from kg.store.sparql import Form, checked_form
from kg.store.transport import NotThereError, Transport

if TYPE_CHECKING:
    import rdflib

_PATIENCE = 60.0  # seconds without an answer
_JSON, _NT = "application/sparql-results+json", "application/n-triples"
_TRUE = frozenset({"1", "true"})
_UNION_WAY_OUT = (
    "make its default graph the union of all graphs, as `oxigraph serve --union-default-graph` does"
)


class EndpointStore:
    """A store behind an endpoint; see `kg.store.Store`. Each graph is replaced by itself."""

    def __init__(
        self,
        address: str,
        *,
        read_only: bool = False,
        prefixes: Mapping[str, str],
        within: str = "",
    ) -> None:
        self._transport = Transport(address)
        self.where = self._transport.where
        self._read_only = read_only
        self._prefixes = dict(prefixes)
        # For Virtuoso no text starts with the empty one.
        ours = f" FILTER(STRSTARTS(STR(?g), {Literal(within).spelled()}))" if within else ""
        self._own = f"GRAPH ?g {{ ?s ?p ?o }}{ours}"
        self._check_union()

    def _check_union(self) -> None:
        held = self._ask("ASK { GRAPH ?g { ?s ?p ?o } }")
        if held and not self._ask("ASK { ?s ?p ?o }"):
            what = "its default graph does not hold what its named graphs hold"
            raise StoreError(self.where, what, _UNION_WAY_OUT)

    def _ask(self, sparql: str) -> bool:
        result = self._table(sparql, Form.ASK, _PATIENCE)
        return isinstance(result, Answer) and result.value

    def put(self, graph: str, nquads: str) -> None:
        """Replace one graph."""
        self._check_writable()
        check_lines(graph, nquads)
        if not nquads:
            self.remove(graph)
            return
        body = "".join(f"{triple} .\n" for triple in triples_of(graph, nquads))
        _check_wellformed(graph, body)
        self._graph_store("PUT", graph, body.encode())

    def put_many(self, graphs: Mapping[str, str]) -> None:
        """Replace several graphs, one after the other."""
        for graph, nquads in graphs.items():
            self.put(graph, nquads)

    def patch(self, gone: str, new: str) -> None:
        """Take N-Quads lines out and put others in, one graph after the other."""
        less, more = by_graph(gone), by_graph(new)
        for graph in sorted({*less, *more}):
            held = set(triples_of(graph, self.nquads(graph)))
            kept = (held - set(less.get(graph, ()))) | set(more.get(graph, ()))
            self.put(graph, "".join(sorted(f"{triple} <{graph}> .\n" for triple in kept)))

    def remove(self, graph: str) -> None:
        """Take a graph out, if it is there."""
        self._check_writable()
        self._graph_store("DELETE", graph)

    def _check_writable(self) -> None:
        if self._read_only:
            raise StoreError(self.where, "is open for reading only", "open it for writing")

    def _graph_store(self, method: str, graph: str, body: bytes | None = None) -> str:
        """Get, put or delete a graph; "" for one that is not there."""
        address = f"{self._transport.endpoint.graphs}?{urlencode({'graph': graph})}"
        headers = {"Content-Type": _NT} if body is not None else {}
        headers |= {"Accept": _NT} if method == "GET" else {}
        request = Request(address, data=body, headers=headers, method=method)  # noqa: S310 - http only
        try:
            return self._transport.send(request, _PATIENCE)
        except NotThereError:
            if body is not None or self._ask(
                f"ASK {{ GRAPH {Iri(graph).spelled()} {{ ?s ?p ?o }} }}"
            ):
                raise  # it is the endpoint's address that is not there
            return ""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        found = self._rows(f"SELECT DISTINCT ?g WHERE {{ {self._own} }}")
        return tuple(sorted(row[0].value for row in found.rows if row[0] is not None))

    def nquads(self, graph: str | None = None) -> str:
        """Return one graph, or all, as sorted N-Quads."""
        wanted = self.graphs() if graph is None else (graph,)
        lines = (f"{line[:-1]}<{name}> .\n" for name in wanted for line in self.triples(name))
        return "".join(sorted(lines))

    def triples(self, graph: str) -> list[str]:
        """Return one graph as sorted N-Triples lines."""
        return _canonical(self._graph_store("GET", graph))

    def count(self) -> int:
        """Return the number of quads."""
        (row,) = self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {self._own} }}").rows
        return int(row[0].value) if row[0] is not None else 0

    def _rows(self, sparql: str) -> Rows:
        result = self._table(sparql, Form.SELECT, _PATIENCE)
        if not isinstance(result, Rows):
            raise self._strange()
        return result

    def query(
        self,
        sparql: str,
        bindings: Bindings | None = None,
        timeout: float | None = None,
        *,
        most: int | None = None,
        dataset: Dataset = EVERYTHING,
    ) -> Result:
        """Answer a query; see `kg.store.Store.query`."""
        form = checked_form(sparql)
        terms = terms_of(bindings)
        for name, values in terms.items():
            for term in values:
                _check_sendable(name, term)
        text = bound(sparql, terms, form)
        prologue = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in self._prefixes.items())
        patience = _PATIENCE if timeout is None else timeout
        result = self._answer(f"{prologue} {text}", form, patience, dataset)
        if most is not None and not isinstance(result, Answer) and len(result) > most:
            raise too_long(most)
        return result

    def _answer(self, sparql: str, form: Form, timeout: float, dataset: Dataset) -> Result:
        if not form.gives_triples:
            return self._table(sparql, form, timeout, dataset)
        document = self._transport.send(self._question(sparql, _NT, dataset), timeout)
        return Triples(tuple(_canonical(document)), self._prefixes)

    def _table(
        self, sparql: str, form: Form, timeout: float, dataset: Dataset = EVERYTHING
    ) -> Rows | Answer:
        document = self._transport.send(self._question(sparql, _JSON, dataset), timeout)
        try:
            found = read_rows(document)
        except (ValueError, KeyError, TypeError) as error:
            raise self._strange() from error
        if form is Form.ASK and isinstance(found, Rows):
            # Virtuoso answers an ASK that follows a prologue or is posted as a row of 1 or none.
            return Answer(
                value=any(term and term.value in _TRUE for row in found.rows for term in row)
            )
        return found

    def _question(self, sparql: str, accept: str, dataset: Dataset) -> Request:
        fields = [("query", sparql)]
        fields += [("default-graph-uri", graph) for graph in dataset.default]
        fields += [("named-graph-uri", graph) for graph in dataset.named]
        body = urlencode(fields).encode()
        return Request(self._transport.endpoint.query, data=body, headers={"Accept": accept})  # noqa: S310

    def _strange(self) -> StoreError:
        what = "answers, but not as a SPARQL endpoint does"
        return StoreError(self.where, what, "check the address")

    def dataset(self) -> rdflib.Dataset:
        """Return the same data as an rdflib dataset that asks the endpoint; only to be read."""
        import rdflib  # noqa: PLC0415 - slow to import
        from rdflib.plugins.stores.sparqlstore import SPARQLStore  # noqa: PLC0415 - slow to import

        place, user = self._transport.endpoint.query, self._transport.user
        asked = SPARQLStore(place, returnFormat="json", auth=user)
        return rdflib.Dataset(asked, default_union=True)

    def dump(self, form: str) -> bytes:
        """Return everything in one of the formats of `kg.store.FORMATS`."""
        return dump(self, form, self._prefixes)

    def close(self) -> None:
        """Do nothing: no connection is kept."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _check_sendable(name: str, term: Term) -> None:
    r"""Refuse what endpoints disagree on: some read \u escapes before they see the quotes."""
    if isinstance(term, Literal) and "\\u" in term.value.lower():
        what = "holds \\u, which some endpoints would read as an escape"
        raise QueryError(name, what, "ask without it")


def _check_wellformed(graph: str, triples: str) -> None:
    """Refuse what is no N-Triples: some endpoints guess at it."""
    try:
        for _ in ox.parse(triples, format=ox.RdfFormat.N_TRIPLES):
            pass
    except (SyntaxError, ValueError) as error:
        what = f"is not N-Triples ({' '.join(str(error).split())}); nothing was changed"
        raise StoreError(graph, what, "report this as a fault of kg") from error


def _canonical(document: str) -> list[str]:
    """Return the N-Triples of a document sorted, each once, as kg spells them."""
    triples = ox.parse(document, format=ox.RdfFormat.N_TRIPLES)
    return sorted({f"{quad.triple} ." for quad in triples})
