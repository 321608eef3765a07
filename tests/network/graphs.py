"""Small graphs of the shape that `kg.network.build` gives, written by hand."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

Link = tuple[str, str, str]


def story(
    said: dict[str, list[str]],
    disputes: Iterable[Link] = (),
    agreements: Iterable[Link] = (),
    acts_for: Iterable[tuple[str, str]] = (),
) -> nx.MultiDiGraph:
    """Return actors with their statements; links are (statement, statement, type)."""
    graph = nx.MultiDiGraph()
    for number, (actor, statements) in enumerate(said.items()):
        graph.add_node(actor, kind="actor", label=actor, type="Organisation")
        for place, statement in enumerate(statements):
            graph.add_node(
                statement,
                kind="statement",
                label=statement,
                words=statement,
                quote="indirect",
                article="a",
                start=100 * number + place,
            )
            graph.add_edge(actor, statement, key="voices", kind="voices")
    for actor, principal in acts_for:
        graph.add_edge(actor, principal, key="acts_for", kind="acts_for")
    for kind, links in (("dispute", disputes), ("corroboration", agreements)):
        for a, b, label in links:
            data = {"because": "", "issue": "", "question": "", "id": f"{kind}-{a}-{b}"}
            graph.add_edge(a, b, key=kind, kind=kind, type=label, **data)
    return graph
