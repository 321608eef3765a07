"""Stores inside the process: pyoxigraph in memory, or on disk as a RocksDB folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store import folder as layout
from kg.store.dumps import dump
from kg.store.engine import Bindings, check_lines, triples_of
from kg.store.results import (
    THE_QUERY,
    Answer,
    Blank,
    Iri,
    Literal,
    Result,
    Rows,
    Term,
    Triples,
    term_of,
)
from kg.store.sparql import bound, checked_form

T = TypeVar("T")
_NQ = ox.RdfFormat.N_QUADS
# RocksDB's own faults arrive as RuntimeError.
_FAULTS = (OSError, RuntimeError, ValueError)


class EmbeddedStore:
    """A store in memory (`folder` None) or in a folder on disk; see `kg.store.Store`."""

    def __init__(
        self, folder: Path | None, *, read_only: bool = False, prefixes: Mapping[str, str]
    ) -> None:
        self._where = "the store in memory" if folder is None else str(folder)
        self._prefixes = dict(prefixes)
        self._read_only = read_only
        self._lock: IO[str] | None = None
        self._engine: ox.Store | None = ox.Store() if folder is None else self._open(folder)

    def _open(self, folder: Path) -> ox.Store:
        self._lock = layout.prepare(folder, read_only=self._read_only)
        quads = layout.quads_folder(folder)
        try:
            if self._read_only and quads.is_dir():
                return ox.Store.read_only(str(quads))
            return ox.Store() if self._read_only else ox.Store(str(quads))
        except (OSError, RuntimeError) as error:
            self._lock.close()
            raise layout.unusable(folder, error) from error

    @property
    def _quads(self) -> ox.Store:
        if self._engine is None:
            raise StoreError(self._where, "is closed", "open it again")
        return self._engine

    def put(self, graph: str, nquads: str) -> None:
        """Replace one graph: all or nothing."""
        self.put_many({graph: nquads})

    def put_many(self, graphs: Mapping[str, str]) -> None:
        """Replace several graphs in one transaction; what is equal is left as it is."""
        self._check_writable()
        for graph, nquads in graphs.items():
            check_lines(graph, nquads)
        if set(self.graphs()).isdisjoint(graphs):
            whole = "".join(graphs.values()).encode()
            self._write(lambda: self._quads.load(whole, format=_NQ))
            return
        changes = [self._change(graph, nquads) for graph, nquads in graphs.items()]
        update = " ;\n".join(change for change in changes if change)
        if update:
            self._write(lambda: self._quads.update(update))

    def _change(self, graph: str, nquads: str) -> str:
        """Return the SPARQL update that makes a graph hold these quads and no other."""
        before = self.nquads(graph)
        if before == nquads:
            return ""
        old, new = set(triples_of(graph, before)), set(triples_of(graph, nquads))
        if not new:
            return f"DROP SILENT GRAPH <{graph}>"
        steps = (("DELETE", old - new), ("INSERT", new - old))
        return " ;\n".join(
            f"{verb} DATA {{ GRAPH <{graph}> {{\n" + " .\n".join(sorted(some)) + "\n} }"
            for verb, some in steps
            if some
        )

    def remove(self, graph: str) -> None:
        """Take a graph out, if it is there."""
        self._check_writable()
        self._write(lambda: self._quads.remove_graph(ox.NamedNode(graph)))

    def _check_writable(self) -> None:
        if self._read_only:
            raise StoreError(self._where, "is open for reading only", "open it for writing")

    def _write(self, change: Callable[[], None]) -> None:
        try:
            change()
        except (*_FAULTS, SyntaxError) as error:
            what = f"could not be written ({' '.join(str(error).split())}); nothing was changed"
            raise StoreError(self._where, what, "check free space and rights") from error

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._quads.named_graphs()))

    def nquads(self, graph: str | None = None) -> str:
        """Return one graph, or all, as sorted N-Quads."""
        if graph is None:
            written = (self._quads.dump(format=_NQ) or b"").decode()
            return "".join(sorted(f"{line}\n" for line in written.split("\n")[:-1]))
        triples = self._quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        lines = (triples or b"").decode().split("\n")[:-1]
        return "".join(sorted(f"{line[:-1]}<{graph}> .\n" for line in lines))

    def count(self) -> int:
        """Return the number of quads."""
        return len(self._quads)

    def query(
        self, sparql: str, bindings: Bindings | None = None, timeout: float | None = None
    ) -> Result:
        """Answer a query; see `kg.store.Store.query`."""
        form = checked_form(sparql)
        terms = {name: term_of(value) for name, value in (bindings or {}).items()}
        text = bound(sparql, terms, form)
        if timeout is None:
            return self._answer(text)
        return _within(timeout, lambda: self._answer(text))

    def _answer(self, sparql: str) -> Result:
        try:
            found = self._quads.query(
                sparql, prefixes=self._prefixes, use_default_graph_as_union=True
            )
            return _own(found, self._prefixes)
        except SyntaxError as error:
            what = f"is not SPARQL 1.1: {' '.join(str(error).split())}"
            raise QueryError(THE_QUERY, what, "correct it") from error
        except _FAULTS as error:
            what = f"failed: {' '.join(str(error).split())}"
            raise QueryError(THE_QUERY, what, "correct it") from error

    def dump(self, form: str) -> bytes:
        """Return everything in one of the formats of `kg.store.FORMATS`."""
        return dump(self.nquads(), form, self._prefixes)

    def close(self) -> None:
        """Write what is pending and let others open the store."""
        if self._engine is not None and self._lock is not None and not self._read_only:
            self._engine.flush()
        self._engine = None
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _within(seconds: float, ask: Callable[[], T]) -> T:
    """Wait so long for an answer; the engine cannot be stopped, so its thread is left behind."""
    answers: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(ask())
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            errors.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        what = f"took longer than {seconds:g} s"
        raise QueryError(THE_QUERY, what, "ask for less, or allow more with --timeout")
    return answers[0]


def _own(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, prefixes: Mapping[str, str]
) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Answer(value=bool(found))
    if isinstance(found, ox.QueryTriples):
        return Triples(tuple(sorted({f"{triple} ." for triple in found})), prefixes)
    names = tuple(variable.value for variable in found.variables)
    return Rows(names, tuple(tuple(map(_term, row)) for row in found))


def _term(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    return Blank(str(term).removeprefix("_:"))
