"""The links between statements again as one thing each, and who stands behind statements."""

from __future__ import annotations

from collections.abc import Collection
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
    for a, b, data in graph.edges(data=True):
        if data["kind"] in kinds:
            key = (data["id"], data["kind"], data["type"], data["issue"])
            one, other = found.setdefault(key, (set(), set()))
            one.add(a)
            other.add(b)
    return [Link(*key, tuple(sorted(a)), tuple(sorted(b))) for key, (a, b) in sorted(found.items())]


def owners(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return whose claim each statement is: the claimant where there is one, else the voice."""
    return _behind(graph, ("voices", "owns"))


def voices(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return who voiced each statement."""
    return _behind(graph, ("voices",))


def _behind(graph: nx.MultiDiGraph, kinds: tuple[str, ...]) -> dict[str, str]:
    behind: dict[str, str] = {}
    for kind in kinds:
        behind |= {s: a for a, s, edge in graph.edges(data="kind") if edge == kind}
    return behind
