"""The opposition axis: who stands on which side of the disputes."""

from __future__ import annotations

import networkx as nx
import numpy as np

LOYALTY, DISPUTE, AGREEMENT = 2.0, -1.0, 0.5
# Opponents agree on some facts: however many, they undo no more than this share of their disputes.
UNDONE = 0.5
NEUTRAL = 1e-9


def signed(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return actors joined by the sum of what ties them: `LOYALTY`, `DISPUTE` and `AGREEMENT`.

    A relation counts once between two actors, however many statements repeat it. `graph` is what
    `kg.network.build` gives; the edge attribute is `weight`.
    """
    result = nx.Graph()
    result.add_nodes_from(n for n, kind in graph.nodes(data="kind") if kind == "actor")
    for (a, b), (loyal, disputes, agreements) in sorted(_counts(graph).items()):
        opposed = DISPUTE * disputes
        agreed = AGREEMENT * agreements
        most = -UNDONE * opposed if disputes else agreed
        result.add_edge(a, b, weight=LOYALTY * loyal + opposed + min(agreed, most))
    return result


def _counts(graph: nx.MultiDiGraph) -> dict[tuple[str, str], list[int]]:
    """Return how often two actors act for each other, dispute and agree with each other."""
    owner = owners(graph)
    related = set()
    counts: dict[tuple[str, str], list[int]] = {}
    for a, b, data in graph.edges(data=True):
        if data["kind"] == "acts_for" and a != b:
            counts.setdefault((min(a, b), max(a, b)), [0, 0, 0])[0] += 1
        elif data["kind"] in {"dispute", "corroboration"} and a in owner and b in owner:
            one, other = sorted((owner[a], owner[b]))
            related.add((one, other, data["kind"], data["id"]))
    for a, b, kind, _ in related:
        if a != b:
            counts.setdefault((a, b), [0, 0, 0])[1 if kind == "dispute" else 2] += 1
    return counts


def owners(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return whose claim each statement is: the claimant where there is one, else the voice."""
    owner: dict[str, str] = {}
    for kind in ("voices", "owns"):
        owner |= {s: a for a, s, edge in graph.edges(data="kind") if edge == kind}
    return owner


def axis(graph: nx.MultiDiGraph) -> dict[str, float]:
    """Return each actor's place on the opposition axis, in [-1, 1]; 0 is no side.

    The leading eigenvector of the signed adjacency matrix of each connected component (Kunegis
    et al. 2010, "Spectral analysis of signed graphs", https://doi.org/10.1137/1.9781611972801.49)
    scaled to a largest entry of one. Its sign has no meaning; the member with the smallest id of
    the largest entries is put on the negative side so that equal graphs give equal axes. A
    component without a dispute has no sides.
    """
    ties = signed(graph)
    places = dict.fromkeys(sorted(ties), 0.0)
    for component in nx.connected_components(ties):
        members = sorted(component)
        matrix = nx.to_numpy_array(ties, nodelist=members, weight="weight")
        if (matrix < 0).any():
            places |= dict(zip(members, _leading(matrix), strict=True))
    return places


def _leading(matrix: np.ndarray) -> list[float]:
    vector = np.linalg.eigh(matrix)[1][:, -1]
    largest = np.abs(vector).max()
    first = vector[np.abs(vector) > largest - NEUTRAL][0]
    scaled = vector / (-largest if first > 0 else largest)
    return [0.0 if abs(x) < NEUTRAL else float(round(x, 9)) for x in scaled]
