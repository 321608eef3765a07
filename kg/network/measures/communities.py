"""Groups of actors who speak about each other, and how far apart the groups are."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from kg.model import Measure, Measured, TooFew

SEED = 7
LEAST = 10
"""Statements between actors below which they form no groups worth a number."""


def communities(actors: nx.DiGraph) -> list[set[str]]:
    """Return groups of actors who speak about each other, largest first; single actors are none.

    Louvain (Blondel et al. 2008, https://doi.org/10.1088/1742-5468/2008/10/P10008), weights are
    counts of statements, the seed is fixed. `actors` is what `kg.network.whom.whom` makes. Time
    grows with the ties in practice.
    """
    groups = [group for group in _parted(undirected(actors, sorted(actors))) if len(group) > 1]
    return sorted(groups, key=lambda g: (-len(g), min(g)))


def modularity(actors: nx.DiGraph, least: int = LEAST) -> Measure:
    """Return how much more the groups of `communities` speak within than chance has it.

    In [-0.5, 1), 0 is chance (Newman 2004, https://doi.org/10.1103/PhysRevE.69.066133). Louvain
    seeks the partition of the highest value, so that even random networks are above 0.
    """
    joined = undirected(actors, sorted(actors))
    statements = sorted({s for _, _, some in actors.edges(data="statements") for s in some})
    if len(statements) < least:
        return TooFew(len(statements), least, "statements between actors", tuple(statements))
    value = nx.community.modularity(joined, _parted(joined), weight="count")
    return Measured(float(value), tuple(statements))


def _parted(joined: nx.Graph) -> list[set[str]]:
    return list(nx.community.louvain_communities(joined, weight="count", seed=SEED))


def undirected(actors: nx.DiGraph, members: Iterable[str]) -> nx.Graph:
    """Sum both directions; nodes and edges in a fixed order."""
    result = nx.Graph()
    result.add_nodes_from(members)
    for a, b, data in sorted(actors.edges(data=True), key=lambda e: e[:2]):
        if a in result and b in result:
            held = result.get_edge_data(a, b, {"count": 0})["count"]
            result.add_edge(a, b, count=held + data["count"])
    return result
