"""The links between statements again as one thing each, and who stands behind statements."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between the statements `a` and `b`, each sorted; `issue` is "" for none."""

    id: str
    kind: str
    type: str
    issue: str
    a: tuple[str, ...]
    b: tuple[str, ...]


def links(graph: nx.MultiDiGraph, kinds: Collection[str]) -> list[Link]:
    """Return the relations of `graph` (what `kg.network.build` gives) of these kinds, by id."""
    found: dict[tuple[str, str, str, str], tuple[set[str], set[str]]] = {}
    for a, b, data in graph.out_edges(of_kind(graph, "statement"), data=True):
        if data["kind"] in kinds:
            key = (data["id"], data["kind"], data["type"], data["issue"])
            one, other = found.setdefault(key, (set(), set()))
            one.add(a)
            other.add(b)
    return [Link(*key, tuple(sorted(a)), tuple(sorted(b))) for key, (a, b) in sorted(found.items())]


def of_kind(graph: nx.MultiDiGraph, kind: str) -> list[str]:
    """Return the nodes of a kind, sorted."""
    return sorted(node for node, found in graph.nodes(data="kind") if found == kind)


def owners(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return whose claim each statement is: the claimant where there is one, else the voice."""
    return voices(graph) | _behind(graph, "owns")


def voices(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return who voiced each statement."""
    return _behind(graph, "voices")


def _behind(graph: nx.MultiDiGraph, kind: str) -> dict[str, str]:
    # Only what leads from actors: most edges of a large graph join statements.
    said = graph.out_edges(of_kind(graph, "actor"), data="kind")
    return {statement: actor for actor, statement, edge in said if edge == kind}


def targets(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    """Return statements with those that they are about, sorted."""
    led = graph.in_edges(of_kind(graph, "actor"), data="kind")
    return sorted((statement, actor) for statement, actor, kind in led if kind == "about")


def bonds(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    """Return actors with those that they speak for or belong to, sorted."""
    led = graph.out_edges(of_kind(graph, "actor"), data="kind")
    return sorted((a, b) for a, b, kind in led if kind == "acts_for" and a != b)


def stances(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, str, bool]]:
    """Yield statements with the claims that they commit to: polarity, and whether it is modal."""
    for statement, claim, data in graph.in_edges(of_kind(graph, "claim"), data=True):
        yield statement, claim, data["polarity"], data.get("modal", False)
