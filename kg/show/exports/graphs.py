"""The graph of actors, statements and claims for graph viewers: GraphML and GEXF.

http://graphml.graphdrawing.org/, https://gexf.net/.
"""

from __future__ import annotations

import re
from typing import Any

import networkx as nx

# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# NetworkX writes the day; equal graphs must give equal bytes.
_DAY = re.compile(r' lastmodifieddate="[^"]*"')
# Names that the formats use themselves.
_TAKEN = {"id": "relation", "start": "offset", "type": "subtype"}


def graphml(graph: nx.MultiDiGraph) -> bytes:
    """Return GraphML; characters that XML cannot hold become U+FFFD."""
    return _document(nx.generate_graphml(_writable(graph), named_key_ids=True))


def gexf(graph: nx.MultiDiGraph) -> bytes:
    """Return GEXF 1.2; characters that XML cannot hold become U+FFFD."""
    return _document(_DAY.sub("", line) for line in nx.generate_gexf(_writable(graph)))


def _document(lines: Any) -> bytes:  # noqa: ANN401 - NetworkX publishes no types
    body = "\n".join(lines)
    head = "" if body.startswith("<?xml") else "<?xml version='1.0' encoding='utf-8'?>\n"
    return f"{head}{body}\n".encode()


def _writable(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy with nodes and edges sorted, whose edges are numbered and texts are XML."""
    copy = nx.MultiDiGraph()
    for node, fields in sorted(graph.nodes(data=True)):
        copy.add_node(_xml(node), **_plain(fields))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (a, b, _, fields) in enumerate(edges):
        copy.add_edge(_xml(a), _xml(b), key=number, **_plain(fields))
    return copy


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    known = sorted((_TAKEN.get(name, name), one) for name, one in fields.items() if one is not None)
    return {name: _xml(one) if isinstance(one, str) else one for name, one in known}


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
