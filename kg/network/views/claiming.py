"""Who claims what: actors on one side, claims on the other."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from kg.network.links import owners, stances
from kg.network.views.spans import summed

SIGN_OF_POLARITY = {"positive": 1, "negative": -1}


def claiming(graph: nx.MultiDiGraph) -> nx.MultiGraph:
    """Return the two-mode network of actors and the claims that they take a stance on.

    The node attribute `bipartite` is 0 for actors, 1 for claims (the convention of
    `networkx.algorithms.bipartite`); claims keep `label` and `issue`. There is an edge for each
    polarity, which is also its key: `polarity`, `sign` (1 affirmed, -1 denied, 0 left open, as
    every claim of what may or will be is), `count`, `first`, `last`, `statements`. This is the
    affiliation network of actors and concepts with a qualifier of Discourse Network Analysis
    (Leifeld 2017, https://doi.org/10.1093/oxfordhb/9780190228217.013.25).
    """
    owner = owners(graph)
    found: defaultdict[tuple[str, str, str, int], list[str]] = defaultdict(list)
    for statement, claim, polarity, modal in stances(graph):
        if statement in owner:
            sign = 0 if modal else SIGN_OF_POLARITY.get(polarity, 0)
            key = "modal" if modal else polarity
            found[owner[statement], claim, key, sign].append(statement)
    result = nx.MultiGraph()
    for part, place in ((0, 0), (1, 1)):
        nodes = sorted({key[place] for key in found})
        result.add_nodes_from((n, {**graph.nodes[n], "bipartite": part}) for n in nodes)
    for (actor, claim, polarity, sign), statements in sorted(found.items()):
        fields = {"polarity": polarity, "sign": sign, **summed(graph, statements)}
        result.add_edge(actor, claim, key=polarity, **fields)
    return result
