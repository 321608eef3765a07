"""Stores elsewhere: any SPARQL 1.1 endpoint with the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/, https://www.w3.org/TR/sparql11-http-rdf-update/.
The endpoint's default graph must be the union of its graphs.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from kg.errors import KgError, QueryError, StoreError
from kg.store.dumps import dump
from kg.store.engine import EVERYTHING, Bindings, Dataset, by_graph, check_lines, triples_of
from kg.store.results import (
    THE_QUERY,
    Answer,
    Literal,
    Result,
    Rows,
    Term,
    Triples,
    read_rows,
    term_of,
    too_long,
)
from kg.store.sparql import Form, bound, checked_form

_PATIENCE = 60.0  # seconds without an answer
_JSON, _NT = "application/sparql-results+json", "application/n-triples"
_UNION_WAY_OUT = (
    "make its default graph the union of all graphs, as `oxigraph serve --union-default-graph` does"
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of one endpoint: for queries, and for whole graphs."""

    query: str
    graphs: str


# Last part of the address for queries -> that of the address for graphs.
_GRAPH_STORES = {
    "query": "store",  # Oxigraph
    "sparql": "sparql-graph-crud-auth",  # Virtuoso
}


def endpoint_of(address: str) -> Endpoint:
    """Return the addresses that belong to the one that the user gave.

    `http://host:7878` means Oxigraph's `/query` and `/store`, `.../query` its sibling `store`,
    `.../sparql` Virtuoso's `sparql-graph-crud-auth`. "QUERY|GRAPHS" names both outright.

    Raises `StoreError` for what is no http address.
    """
    if "|" in address:
        query, graphs = address.split("|", 1)
        return Endpoint(_http(query), _http(graphs))
    base = _http(address).rstrip("/")
    stem, _, last = base.rpartition("/")
    if last in _GRAPH_STORES:
        return Endpoint(base, f"{stem}/{_GRAPH_STORES[last]}")
    return Endpoint(f"{base}/query", f"{base}/store")


def _http(address: str) -> str:
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).netloc:
        raise StoreError(address, "is not the address of an endpoint", "begin it with http://")
    return address


class EndpointStore:
    """A store behind an endpoint; see `kg.store.Store`. Each graph is replaced by itself."""

    def __init__(
        self, address: str, *, read_only: bool = False, prefixes: Mapping[str, str]
    ) -> None:
        self._where = address
        self._read_only = read_only
        self._prefixes = dict(prefixes)
        self._endpoint = endpoint_of(address)
        self._check_union()

    def _check_union(self) -> None:
        held = self._ask("ASK { GRAPH ?g { ?s ?p ?o } }")
        if held and not self._ask("ASK { ?s ?p ?o }"):
            what = "its default graph does not hold what its named graphs hold"
            raise StoreError(self._where, what, _UNION_WAY_OUT)

    def _ask(self, sparql: str) -> bool:
        result = self._select(sparql, _PATIENCE)
        return isinstance(result, Answer) and result.value

    def put(self, graph: str, nquads: str) -> None:
        """Replace one graph."""
        self._check_writable()
        check_lines(graph, nquads)
        if not nquads:
            self.remove(graph)
            return
        body = "".join(f"{triple} .\n" for triple in triples_of(graph, nquads)).encode()
        self._graph_store("PUT", graph, body)

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
        if graph in self.graphs():
            self._graph_store("DELETE", graph)

    def _check_writable(self) -> None:
        if self._read_only:
            raise StoreError(self._where, "is open for reading only", "open it for writing")

    def _graph_store(self, method: str, graph: str, body: bytes | None = None) -> str:
        address = f"{self._endpoint.graphs}?{urlencode({'graph': graph})}"
        headers = {"Accept": _NT} if body is None else {"Content-Type": _NT}
        request = Request(address, data=body, headers=headers, method=method)  # noqa: S310 - http only
        return self._send(request, _PATIENCE)

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        found = self._rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return tuple(sorted(row[0].value for row in found.rows if row[0] is not None))

    def nquads(self, graph: str | None = None) -> str:
        """Return one graph, or all, as sorted N-Quads."""
        graphs = self.graphs()
        wanted = [name for name in graphs if graph in {None, name}]
        lines = (f"{line[:-1]}<{name}> .\n" for name in wanted for line in self.triples(name))
        return "".join(sorted(lines))

    def triples(self, graph: str) -> list[str]:
        """Return one graph as sorted N-Triples lines."""
        return sorted(line for line in self._graph_store("GET", graph).split("\n") if line)

    def count(self) -> int:
        """Return the number of quads."""
        (row,) = self._rows("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").rows
        return int(row[0].value) if row[0] is not None else 0

    def _rows(self, sparql: str) -> Rows:
        result = self._select(sparql, _PATIENCE)
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
        terms = {name: term_of(value) for name, value in (bindings or {}).items()}
        for name, term in terms.items():
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
            return self._select(sparql, timeout, dataset)
        lines = self._send(self._question(sparql, _NT, dataset), timeout).split("\n")
        return Triples(tuple(sorted({line for line in lines if line})), self._prefixes)

    def _select(self, sparql: str, timeout: float, dataset: Dataset = EVERYTHING) -> Rows | Answer:
        document = self._send(self._question(sparql, _JSON, dataset), timeout)
        try:
            return read_rows(document)
        except (ValueError, KeyError, TypeError) as error:
            raise self._strange() from error

    def _question(self, sparql: str, accept: str, dataset: Dataset) -> Request:
        fields = [("query", sparql)]
        fields += [("default-graph-uri", graph) for graph in dataset.default]
        fields += [("named-graph-uri", graph) for graph in dataset.named]
        body = urlencode(fields).encode()
        return Request(self._endpoint.query, data=body, headers={"Accept": accept})  # noqa: S310

    def _strange(self) -> StoreError:
        what = "answers, but not as a SPARQL endpoint does"
        return StoreError(self._where, what, "check the address")

    def _send(self, request: Request, timeout: float) -> str:
        """Send a request and return the whole answer, or raise the error that fits."""
        try:
            with urlopen(request, timeout=timeout) as response:  # noqa: S310 - http only
                content: bytes = response.read()
                return content.decode()
        except HTTPError as error:
            raise self._refused(error) from error
        except TimeoutError as error:
            what = f"took longer than {timeout:g} s"
            raise QueryError(THE_QUERY, what, "ask for less, or allow more time") from error
        except (OSError, http.client.HTTPException, UnicodeDecodeError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise StoreError(self._where, "does not answer", "check the address") from error
            what = f"the connection failed ({' '.join(str(error).split()) or type(error).__name__})"
            raise StoreError(self._where, what, "check that the endpoint runs") from error

    def _refused(self, error: HTTPError) -> KgError:
        with error:
            said = " ".join(error.read().decode(errors="replace").split())[:300]
        if error.code == http.client.BAD_REQUEST:
            return QueryError(THE_QUERY, f"is not SPARQL 1.1: {said}", "correct it")
        what = f"answered {error.code} {error.reason}: {said}".rstrip(": ")
        return StoreError(self._where, what, "look at the endpoint's log")

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
