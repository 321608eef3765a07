"""Stores inside the process: pyoxigraph in memory, or on disk as a RocksDB folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store import folder as layout
from kg.store.apart import within
from kg.store.binding import Bindings, bound, terms_of
from kg.store.dumps import dump
from kg.store.engine import EVERYTHING, Dataset, by_graph, check_lines, triples_of
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
    too_long,
)
from kg.store.sparql import checked_form, names_graphs

if TYPE_CHECKING:
    import rdflib

T = TypeVar("T")
EngineTerm = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None
_NQ = ox.RdfFormat.N_QUADS
# Bytes of changes. Without it RocksDB fills 64 MB for each of its indexes before it writes one.
_FLUSHED_AFTER = 32 << 20
_FEW = 4  # alternatives that a message may list
# RocksDB's own faults arrive as RuntimeError.
_FAULTS = (OSError, RuntimeError, ValueError)


class EmbeddedStore:
    """A store in memory (`folder` None) or in a folder on disk; see `kg.store.Store`."""

    def __init__(
        self, folder: Path | None, *, read_only: bool = False, prefixes: Mapping[str, str]
    ) -> None:
        self.where = "the store in memory" if folder is None else str(folder)
        self._prefixes = dict(prefixes)
        self._read_only = read_only
        self._lock: IO[str] | None = None
        self._unflushed = 0
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
            raise StoreError(self.where, "is closed", "open it again")
        return self._engine

    def put(self, graph: str, nquads: str) -> None:
        """Replace one graph: all or nothing."""
        self.put_many({graph: nquads})

    def put_many(self, graphs: Mapping[str, str]) -> None:
        """Replace several graphs in one transaction; what is equal is left as it is."""
        self._check_writable()
        for graph, nquads in graphs.items():
            check_lines(graph, nquads)
        if not any(self._quads.contains_named_graph(ox.NamedNode(graph)) for graph in graphs):
            self._load("".join(graphs.values()))
            return
        changes = [self._change(graph, nquads) for graph, nquads in graphs.items()]
        update = " ;\n".join(change for change in changes if change)
        if update:
            self._write(lambda: self._quads.update(update), len(update))

    def _load(self, nquads: str) -> None:
        content = nquads.encode()
        self._write(lambda: self._quads.load(content, format=_NQ), len(content))

    def _change(self, graph: str, nquads: str) -> str:
        """Return the SPARQL update that makes a graph hold these quads and no other."""
        before = self.nquads(graph)
        if before == nquads:
            return ""
        old, new = set(triples_of(graph, before)), set(triples_of(graph, nquads))
        if not new:
            return f"DROP SILENT GRAPH <{graph}>"
        steps = (("DELETE", old - new), ("INSERT", new - old))
        return " ;\n".join(_data(verb, graph, sorted(some)) for verb, some in steps if some)

    def patch(self, gone: str, new: str) -> None:
        """Take N-Quads lines out and put others in, in one transaction."""
        self._check_writable()
        if not gone:
            self._load(new)
            return
        steps = (("DELETE", by_graph(gone)), ("INSERT", by_graph(new)))
        update = " ;\n".join(
            _data(verb, graph, some) for verb, held in steps for graph, some in held.items()
        )
        self._write(lambda: self._quads.update(update), len(update))
        for graph in map(ox.NamedNode, steps[0][1]):
            if next(iter(self._quads.quads_for_pattern(None, None, None, graph)), None) is None:
                self._write(lambda empty=graph: self._quads.remove_graph(empty))  # type: ignore[misc]

    def remove(self, graph: str) -> None:
        """Take a graph out, if it is there."""
        self._check_writable()
        self._write(lambda: self._quads.remove_graph(ox.NamedNode(graph)))

    def _check_writable(self) -> None:
        if self._read_only:
            raise StoreError(self.where, "is open for reading only", "open it for writing")

    def _write(self, change: Callable[[], None], size: int = 0) -> None:
        """Make a change, and now and then put what the engine holds in memory to disk."""
        try:
            change()
        except (*_FAULTS, SyntaxError) as error:
            what = f"could not be written ({' '.join(str(error).split())}); nothing was changed"
            raise StoreError(self.where, what, "check free space and rights") from error
        self._unflushed += size
        if self._unflushed > _FLUSHED_AFTER and self._lock is not None:
            self._flush()

    def _flush(self) -> None:
        try:
            self._quads.flush()
        except _FAULTS as error:
            what = f"could not be put to disk ({' '.join(str(error).split())}); the log has it"
            raise StoreError(self.where, what, "check free space, then go on") from error
        self._unflushed = 0

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._quads.named_graphs()))

    def nquads(self, graph: str | None = None) -> str:
        """Return one graph, or all, as sorted N-Quads."""
        if graph is None:
            written = (self._quads.dump(format=_NQ) or b"").decode()
            return "".join(sorted(f"{line}\n" for line in written.split("\n")[:-1]))
        return "".join([f"{line[:-1]}<{graph}> .\n" for line in self.triples(graph)])

    def triples(self, graph: str) -> list[str]:
        """Return one graph as sorted N-Triples lines."""
        written = self._quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        lines = (written or b"").decode().split("\n")
        lines.pop()
        lines.sort()
        return lines

    def count(self) -> int:
        """Return the number of quads."""
        return len(self._quads)

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
        text = bound(sparql, terms, form)
        if timeout is None:
            return self._answer(self._quads, text, most, dataset)
        with self._still() as engine:
            return within(timeout, lambda: self._answer(engine, text, most, dataset))

    @contextmanager
    def _still(self) -> Iterator[ox.Store]:
        """Give an engine that a copy of this process can ask.

        What writes has threads of its own, and a copy of the process has their locks without them:
        there it is a snapshot, which the engine makes of hard links.
        """
        if self._lock is None or self._read_only:
            yield self._quads
            return
        with layout.snapshot_folder(Path(self.where)) as snapshot:
            try:
                self._quads.backup(str(snapshot))
                engine = ox.Store.read_only(str(snapshot))
            except _FAULTS as error:
                what = f"could not be copied to be asked ({' '.join(str(error).split())})"
                cure = "check free space, or ask without a time"
                raise StoreError(self.where, what, cure) from error
            yield engine

    def _answer(self, engine: ox.Store, sparql: str, most: int | None, dataset: Dataset) -> Result:
        default, named = _graphs(dataset.default), _graphs(dataset.named)
        chosen = dataset != EVERYTHING
        try:
            found = engine.query(
                sparql,
                prefixes=self._prefixes,
                use_default_graph_as_union=not (chosen or names_graphs(sparql)),
                default_graph=[*default] if chosen else None,
                named_graphs=[*named] if chosen else None,
            )
            return _own(found, self._prefixes, most)
        except SyntaxError as error:
            raise _malformed(error) from error
        except _FAULTS as error:
            what = f"failed: {' '.join(str(error).split())}"
            raise QueryError(THE_QUERY, what, "correct it") from error

    def dataset(self) -> rdflib.Dataset:
        """Return the same data as an rdflib dataset, on the same engine; only to be read."""
        import rdflib  # noqa: PLC0415 - slow to import
        from oxrdflib import OxigraphStore  # noqa: PLC0415 - slow to import

        return rdflib.Dataset(OxigraphStore(store=self._quads), default_union=True)

    def dump(self, form: str) -> bytes:
        """Return everything in one of the formats of `kg.store.FORMATS`."""
        return dump(self, form, self._prefixes)

    def close(self) -> None:
        """Write what is pending and let others open the store.

        Raises `StoreError` when that fails; what was put is in the engine's log all the same.
        """
        engine, self._engine = self._engine, None
        try:
            if engine is not None and self._lock is not None and not self._read_only:
                engine.flush()
        except _FAULTS as error:
            what = f"could not be closed in order ({' '.join(str(error).split())})"
            raise StoreError(self.where, what, "check free space, then open it again") from error
        finally:
            # An error that is kept would keep this frame, and with it the engine and its lock.
            del engine
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


def _data(verb: str, graph: str, triples: Iterable[str]) -> str:
    return f"{verb} DATA {{ GRAPH <{graph}> {{\n" + " .\n".join(triples) + "\n} }"


def _graphs(names: Iterable[str]) -> list[ox.NamedNode]:
    return [ox.NamedNode(Iri(name).spelled()[1:-1]) for name in names]


def _own(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    prefixes: Mapping[str, str],
    most: int | None,
) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Answer(value=bool(found))
    if isinstance(found, ox.QueryTriples):
        return Triples(tuple(sorted({f"{triple} ." for triple in _up_to(most, found)})), prefixes)
    names = tuple(variable.value for variable in found.variables)
    term = _Terms().__getitem__
    return Rows(names, tuple(tuple(map(term, row)) for row in _up_to(most, found)))


def _malformed(error: SyntaxError) -> QueryError:
    """Say where a query is wrong, without the dozens of things that could stand there instead."""
    place, _, expected = " ".join(str(error).split()).partition(": expected ")
    if "Prefix not found" in expected:
        return QueryError(THE_QUERY, f"uses a prefix that is not declared ({place})", "declare it")
    few = expected.count(",") < _FEW
    what = f"is not SPARQL 1.1: {place}{f': expected {expected}' if expected and few else ''}"
    return QueryError(THE_QUERY, what, "correct it; places are LINE:COLUMN")


def _up_to(most: int | None, found: Iterable[T]) -> Iterator[T]:
    """Yield what was found; complain, rather than cut it off in silence, where it is too much."""
    answers = iter(found)
    yield from islice(answers, most)
    if most is not None and next(answers, None) is not None:
        raise too_long(most)


class _Terms(dict[EngineTerm, Term | None]):
    """The terms of an answer by those of the engine: most stand in several rows."""

    def __missing__(self, key: EngineTerm) -> Term | None:
        found = self[key] = _term(key)
        return found


def _term(term: EngineTerm) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    return Blank(str(term).removeprefix("_:"))
