"""Through whom words reached the reader: claimant, speaker, agency, outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import networkx as nx

from kg.network.links import of_kind, owners, voices
from kg.network.views.spans import summed

AGENCY, OUTLET = "agency:", "outlet:"


def chains(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Return the hops that statements took, from the one whose claim it is to the outlet.

    Nodes are actors, agencies ("agency:NAME") and outlets ("outlet:NAME"), with `kind` "actor",
    "agency" or "outlet" and `label`. Edges lead the way that the words went, claimant -> speaker
    -> agency -> outlet (hops that are missing are left out), and from an inner speaker to the
    one who reports it where a statement stands in another's words. Edge attributes: `count`,
    `first`, `last`, `statements`. After the provenance chain of PROV-O
    (https://www.w3.org/TR/prov-o/#qualifiedAttribution).
    """
    owner, voice = owners(graph), voices(graph)
    led = graph.out_edges(of_kind(graph, "statement"), data="kind")
    outer = {inner: statement for statement, inner, kind in led if kind == "reports"}
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    labels: dict[str, tuple[str, str]] = {}
    for statement in of_kind(graph, "statement"):
        for hop, other in _hops(graph, statement, owner, voice, outer):
            found[hop, other].append(statement)
            labels |= {node: _described(graph, node) for node in (hop, other)}
    result = nx.DiGraph()
    for node in sorted(labels):
        kind, label = labels[node]
        result.add_node(node, kind=kind, label=label)
    for (hop, other), statements in sorted(found.items()):
        result.add_edge(hop, other, **summed(graph, statements))
    return result


def _hops(
    graph: nx.MultiDiGraph,
    statement: str,
    owner: dict[str, str],
    voice: dict[str, str],
    outer: dict[str, str],
) -> Iterator[tuple[str, str]]:
    data = graph.nodes[statement]
    reporter = voice.get(outer.get(statement, ""))
    way = [owner.get(statement), voice.get(statement), reporter]
    # What somebody reports came to the newsroom through that one's words.
    if data.get("agency"):
        way.append(f"{AGENCY}{data['agency']}")
    if data.get("outlet"):
        way.append(f"{OUTLET}{data['outlet']}")
    known = [hop for hop in way if hop]
    return ((a, b) for a, b in pairwise(known) if a != b)


def _described(graph: nx.MultiDiGraph, node: str) -> tuple[str, str]:
    for prefix, kind in ((AGENCY, "agency"), (OUTLET, "outlet")):
        if node.startswith(prefix):
            return kind, node.removeprefix(prefix)
    return "actor", graph.nodes[node].get("label", node)
