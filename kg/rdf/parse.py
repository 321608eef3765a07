"""N-Quads back to objects of the model, as the table says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import Reading
from kg.rdf import vocabulary as v
from kg.rdf.found import as_found
from kg.rdf.kinds import Row, Shape, Spelling
from kg.rdf.ntriples import read_part

Node = dict[str, list[str]]
Nodes = dict[str, Node]
_WHERE = "the graph"
_AGAIN = "add the article again, or take an undamaged file"


def parse_readings(nquads: str | bytes, *, found: bool = False) -> tuple[Reading, ...]:
    """Read back, sorted by article id, the readings that `reading_nquads` wrote.

    They are as they count after review, or as they were `found`. Derived graphs and others are
    skipped. Raises `StoreError` where the text is not N-Quads, or a reading is incomplete.
    """
    graphs = read_graphs(nquads, v.GRAPH)
    if found:
        graphs = {
            graph: {address: as_found(node) for address, node in nodes.items()}
            for graph, nodes in graphs.items()
        }
    readings = (read_node(nodes, v.READING, graph) for graph, nodes in graphs.items())
    return tuple(sorted(readings, key=lambda reading: reading.article.id))


def read_graphs(nquads: str | bytes, prefix: str) -> dict[str, Nodes]:
    """Return the nodes of each graph whose name starts with `prefix`."""
    graphs: defaultdict[str, Nodes] = defaultdict(dict)
    for graph, subject, predicate, value in _quads(nquads):
        if graph.startswith(prefix):
            graphs[graph].setdefault(subject, {}).setdefault(predicate, []).append(value)
    return dict(graphs)


def _quads(nquads: str | bytes) -> Iterator[tuple[str, str, str, str]]:
    try:
        for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS):
            graph = quad.graph_name
            name = "" if isinstance(graph, ox.DefaultGraph) else graph.value
            yield name, _value(quad.subject), quad.predicate.value, _value(quad.object)
    except (SyntaxError, ValueError) as error:
        what = f"this is not N-Quads: {' '.join(str(error).split())}"
        raise StoreError(_WHERE, what, _AGAIN) from error


def _value(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def read_node(nodes: Nodes, shape: Shape, address: str) -> Any:  # noqa: ANN401 - what shape.make makes
    """Build the object that a node stands for.

    Raises `StoreError` where a property is missing or cannot be read.
    """
    node = nodes.get(address, {})
    try:
        return shape.make(**{row.field: _field(nodes, node, row, address) for row in shape.rows})
    except (KeyError, ValueError, TypeError) as error:
        what = f"cannot be read back: {error}"
        raise StoreError(address, what, _AGAIN) from error


def _field(nodes: Nodes, node: Node, row: Row, address: str) -> object:
    if not row.term:
        return read_part(address.rsplit("/", 1)[-1])
    values = node.get(row.term, [])
    if row.many:
        return tuple(_read(nodes, row.kind, value) for value in _ordered(node, row, values))
    if len(values) != 1 and (values or row.required):
        what = f"{row.term} has {len(values)} values instead of one"
        raise ValueError(what)
    return _read(nodes, row.kind, values[0]) if values else None


def _read(nodes: Nodes, kind: Spelling, value: str) -> object:
    return kind.read(value) if kind.shape is None else read_node(nodes, kind.shape, value)


def _ordered(node: Node, row: Row, values: Iterable[str]) -> list[str]:
    """Put a field's values in the order in which they were written."""
    distinct = sorted(set(values))
    for order in node.get(v.SEQUENCE, ()):
        field, *places = order.split(" ")
        if field == row.field:
            return [distinct[int(place)] for place in places]
    return distinct
