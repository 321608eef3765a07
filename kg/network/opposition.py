"""The opposition axis: who stands on which side of the disputes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product

import networkx as nx
import numpy as np
from scipy.sparse.linalg import eigsh

from kg.network.links import bonds, links, of_kind, owners

LOYALTY, DISPUTE, AGREEMENT = 2.0, -1.0, 0.5
SIGNS = {"dispute": DISPUTE, "corroboration": AGREEMENT}
# Opponents agree on some facts: however many, they undo no more than this share of their disputes.
UNDONE = 0.5
NEUTRAL = 1e-9
# Up to this many members a component's eigenvectors are worked out densely; beyond it by Lanczos
# iteration from a fixed start, in time that grows with the ties.
DENSE = 400
SEED = 7

Pair = tuple[str, str]
"""Two actors, the smaller id first."""


def signed(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return actors joined by the sum of what ties them: `LOYALTY`, `DISPUTE` and `AGREEMENT`.

    A relation counts once between two actors, however many statements repeat it. `graph` is what
    `kg.network.build` gives; edge attributes are `weight`, how many relations of each kind there
    are (`dispute`, `corroboration`), and `statements` (those of the relations, none for who speaks
    for whom).
    """
    result = nx.Graph()
    result.add_nodes_from(of_kind(graph, "actor"))
    loyal = {(min(pair), max(pair)) for pair in bonds(graph)}
    counts: dict[str, Counter[Pair]] = {kind: Counter() for kind in SIGNS}
    rests: defaultdict[Pair, list[str]] = defaultdict(list)
    for kind, pairs in _related(graph):
        counts[kind].update(pairs.keys())
        for pair, statements in pairs.items():
            rests[pair] += statements
    for pair in sorted(loyal | rests.keys()):
        number = {kind: counts[kind][pair] for kind in SIGNS}
        weight = LOYALTY * (pair in loyal) + _weight(**number)
        rest = tuple(sorted(set(rests.get(pair, ()))))
        result.add_edge(*pair, weight=weight, **number, statements=rest)
    return result


def _weight(dispute: int, corroboration: int) -> float:
    opposed, agreed = DISPUTE * dispute, AGREEMENT * corroboration
    return opposed + min(agreed, -UNDONE * opposed if opposed else agreed)


def _related(graph: nx.MultiDiGraph) -> Iterator[tuple[str, dict[Pair, list[str]]]]:
    """Yield, for each dispute and corroboration, the pairs of actors that it joins."""
    owner = owners(graph)
    for link in links(graph, SIGNS):
        pairs: defaultdict[Pair, list[str]] = defaultdict(list)
        sides = (_by_owner(side, owner).items() for side in (link.a, link.b))
        for (one, said), (other, replied) in product(*sides):
            if one != other:
                pairs[min(one, other), max(one, other)] += (*said, *replied)
        yield link.kind, pairs


def _by_owner(side: tuple[str, ...], owner: dict[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for statement in side:
        if statement in owner:
            found[owner[statement]].append(statement)
    return found


def axis(graph: nx.MultiDiGraph) -> dict[str, float]:
    """Return each actor's place on the opposition axis, in [-1, 1]; 0 is no side.

    The leading eigenvector of the signed adjacency matrix of each connected component (Kunegis
    et al. 2010, "Spectral analysis of signed graphs", https://doi.org/10.1137/1.9781611972801.49)
    scaled to a largest entry of one. Its sign has no meaning; the member with the smallest id of
    the largest entries is put on the negative side so that equal graphs give equal axes. A
    component without a dispute has no sides. Time grows with the ties.
    """
    return placed(signed(graph))


def placed(ties: nx.Graph) -> dict[str, float]:
    """Return the axis of what `signed` gives."""
    places = dict.fromkeys(sorted(ties), 0.0)
    for component in nx.connected_components(ties):
        members = sorted(component)
        part = ties.subgraph(members)
        if any(weight < 0 for _, _, weight in part.edges(data="weight")):
            places |= dict(zip(members, _leading(part, members), strict=True))
    return places


def _leading(part: nx.Graph, members: list[str]) -> list[float]:
    if len(members) <= DENSE:
        matrix = nx.to_numpy_array(part, nodelist=members, weight="weight")
        vector = np.linalg.eigh(matrix)[1][:, -1]
    else:
        sparse = nx.to_scipy_sparse_array(part, nodelist=members, weight="weight", dtype=float)
        start = np.random.default_rng(SEED).standard_normal(len(members))
        vector = eigsh(sparse, k=1, which="LA", v0=start)[1][:, 0]
    largest = np.abs(vector).max()
    first = vector[np.abs(vector) > largest - NEUTRAL][0]
    scaled = vector / (-largest if first > 0 else largest)
    return [0.0 if abs(x) < NEUTRAL else float(round(x, 9)) for x in scaled]
