"""What people decided, as a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Decision
from kg.rdf import vocabulary as v
from kg.rdf.kinds import Scope
from kg.rdf.parse import read_graphs, read_node
from kg.rdf.write import in_graph, triples


def decisions_nquads(decisions: Iterable[Decision]) -> str:
    """Write decisions as N-Quads, sorted, all in the graph `review`."""
    return in_graph(v.REVIEW, triples(v.DECISION, decisions, Scope("")))


def parse_decisions(nquads: str | bytes) -> tuple[Decision, ...]:
    """Read back, sorted by time and id, the decisions that `decisions_nquads` wrote.

    Other graphs are skipped. Raises `StoreError` where the text is not N-Quads, or a decision is
    incomplete.
    """
    nodes = read_graphs(nquads, v.REVIEW).get(v.REVIEW, {})
    found: list[Decision] = [
        read_node(nodes, v.DECISION, address)
        for address, node in nodes.items()
        if v.DECISION.klass in node.get(v.TYPE, ())
    ]
    return tuple(sorted(found, key=lambda decision: (decision.when, decision.id)))
