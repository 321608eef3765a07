"""The opposition axis: who stands on which side of the disputes."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import numpy as np

# Opponents agree on some facts: one agreement weighs less than one dispute, and less than to
# speak for somebody.
SIGNS = {"dispute": -1.0, "corroboration": 0.5}
LOYALTY = 2.0
NEUTRAL = 1e-9


def signed(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return actors joined by the sum of what ties them: `SIGNS` and `LOYALTY`.

    A relation counts once between two actors, however many statements repeat it. `graph` is what
    `kg.network.build` gives; the edge attribute is `weight`.
    """
    result = nx.Graph()
    result.add_nodes_from(n for n, kind in graph.nodes(data="kind") if kind == "actor")
    for a, b, weight in _ties(graph):
        if a != b:
            held = result.get_edge_data(a, b, {"weight": 0.0})["weight"]
            result.add_edge(a, b, weight=held + weight)
    return result


def _ties(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, float]]:
    owner = owners(graph)
    related = set()
    for a, b, data in graph.edges(data=True):
        if data["kind"] == "acts_for":
            yield a, b, LOYALTY
        elif data["kind"] in SIGNS and a in owner and b in owner:
            pair = sorted((owner[a], owner[b]))
            related.add((pair[0], pair[1], data["kind"], data["id"]))
    for a, b, kind, _ in sorted(related):
        yield a, b, SIGNS[kind]


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
