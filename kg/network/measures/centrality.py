"""Who stands in the middle of the talk: measures of the graph of who speaks about whom.

Every function takes what `kg.network.whom` makes; an actor's numbers rest on the statements by
or about it. Edge weights are counts of statements.
"""

from __future__ import annotations

import networkx as nx

from kg.model import Measure, Measured, TooFew

LEAST = 5
"""Pairs of actors below which a network has no middle."""

PIVOTS = 64
"""Beyond `EXACT` actors betweenness is estimated from so many of them, drawn with `SEED`."""

EXACT = 500
SEED = 7
DAMPING = 0.85


def pagerank(actors: nx.DiGraph, least: int = LEAST) -> dict[str, Measure]:
    """Return the share of attention that comes to rest on each actor; in (0, 1), sum 1.

    Weighted PageRank, damping 0.85 (Page, Brin, Motwani and Winograd 1999, "The PageRank Citation
    Ranking", http://ilpubs.stanford.edu:8090/422/): much spoken about by those who are much
    spoken about. Time grows with the edges.
    """
    if (few := _too_few(actors, least)) is not None:
        return few
    ranks = nx.pagerank(actors, alpha=DAMPING, weight="count")
    return _measured(actors, ranks)


def betweenness(
    actors: nx.DiGraph, least: int = LEAST, pivots: int = PIVOTS, exact: int = EXACT
) -> dict[str, Measure]:
    """Return the share of shortest ways between others that lead through each actor; in [0, 1].

    Freeman 1977 (https://doi.org/10.2307/3033543) by the algorithm of Brandes 2001
    (https://doi.org/10.1080/0022250X.2001.9990249); a tie of n statements is 1/n long. In networks
    of more than `exact` actors it is estimated from `pivots` of them with a fixed seed, unbiased
    (Brandes and Pich 2007, https://doi.org/10.1142/S0218127407018403). Time grows with actors
    times ties up to `exact` actors, beyond with `pivots` times ties.
    """
    if (few := _too_few(actors, least)) is not None:
        return few
    sampled = min(pivots, len(actors)) if len(actors) > exact else None
    found = nx.betweenness_centrality(ways(actors), k=sampled, weight="length", seed=SEED)
    return _measured(actors, found)


def ways(actors: nx.DiGraph) -> nx.DiGraph:
    """Return the same ties with their `length`, in a fixed order."""
    result = nx.DiGraph()
    result.add_nodes_from(sorted(actors))
    ties = sorted(actors.edges(data="count"))
    result.add_weighted_edges_from(((a, b, 1 / n) for a, b, n in ties), weight="length")
    return result


def cores(actors: nx.DiGraph, least: int = LEAST) -> dict[str, Measure]:
    """Return the largest k so that an actor is in a group where each has k partners in it.

    A whole number from 0 on; who speaks about whom does not matter (Seidman 1983,
    https://doi.org/10.1016/0378-8733(83)90028-X). Time grows with the ties.
    """
    if (few := _too_few(actors, least)) is not None:
        return few
    plain = nx.Graph(actors.to_undirected())
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    return _measured(actors, nx.core_number(plain))


def _too_few(actors: nx.DiGraph, least: int) -> dict[str, Measure] | None:
    pairs = actors.number_of_edges()
    if pairs >= least:
        return None
    rests = _touching(actors)
    return {a: TooFew(pairs, least, "pairs of actors", rests.get(a, ())) for a in sorted(actors)}


def _measured(actors: nx.DiGraph, values: dict[str, float]) -> dict[str, Measure]:
    rests = _touching(actors)
    return {a: Measured(float(values[a]), rests.get(a, ())) for a in sorted(values)}


def _touching(actors: nx.DiGraph) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for a, b, statements in actors.edges(data="statements"):
        for actor in (a, b):
            found.setdefault(actor, set()).update(statements)
    return {actor: tuple(sorted(some)) for actor, some in found.items()}
