"""The graph of actors, statements and claims for graph viewers: GraphML and GEXF.

http://graphml.graphdrawing.org/, https://gexf.net/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import networkx as nx

# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# NetworkX writes the day; equal graphs must give equal bytes.
_DAY = re.compile(r' lastmodifieddate="[^"]*"')
# Names that the formats use themselves.
_TAKEN = {"id": "relation", "start": "offset", "type": "subtype"}


def graphml(graph: nx.Graph) -> bytes:
    """Return GraphML; characters that XML cannot hold become U+FFFD."""
    return _document(nx.generate_graphml(_writable(graph), named_key_ids=True))


def gexf(graph: nx.Graph) -> bytes:
    """Return GEXF 1.2; characters that XML cannot hold become U+FFFD."""
    return _document(_DAY.sub("", line) for line in nx.generate_gexf(_writable(graph)))


def _document(lines: Any) -> bytes:  # noqa: ANN401 - NetworkX publishes no types
    body = "\n".join(lines)
    head = "" if body.startswith("<?xml") else "<?xml version='1.0' encoding='utf-8'?>\n"
    return f"{head}{body}\n".encode()


def _writable(graph: nx.Graph) -> nx.Graph:
    """Return a copy with nodes and edges sorted, whose edges are numbered and texts are XML."""
    copy = nx.MultiDiGraph() if graph.is_directed() else nx.MultiGraph()
    for node, fields in sorted(graph.nodes(data=True)):
        copy.add_node(_xml(node), **_plain(fields))
    for number, (a, b, fields) in enumerate(sorted(_edges(graph), key=_ends)):
        copy.add_edge(_xml(a), _xml(b), key=number, **_plain(fields))
    return copy


def _edges(graph: nx.Graph) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield edges with their fields, the smaller end first where they have no direction."""
    for a, b, fields in graph.edges(data=True):
        yield (a, b, fields) if graph.is_directed() or a <= b else (b, a, fields)


def _ends(edge: tuple[str, str, dict[str, Any]]) -> tuple[str, str, str]:
    return edge[0], edge[1], repr(sorted(edge[2].items()))


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    known = sorted((_TAKEN.get(name, name), one) for name, one in fields.items() if one is not None)
    return {name: _one(value) for name, value in known}


def _one(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """Write a list as its members with spaces between: ids hold none."""
    if isinstance(value, tuple):
        return _xml(" ".join(map(str, value)))
    return _xml(value) if isinstance(value, str) else value


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
