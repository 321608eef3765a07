"""Who speaks about whom, act by act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import networkx as nx

from kg.network.links import owners, targets, voices
from kg.network.views.spans import summed

# What an act does to the one it is about, after the quad classes of CAMEO (verbal cooperation,
# verbal conflict; Schrodt 2012, "CAMEO: Conflict and Mediation Event Observations Event and Actor
# Codebook", ch. 1); to assert, assess or testify something of somebody is neither.
SIGN_OF_ACT: Mapping[str, int] = {
    "accuse": -1,
    "condemn": -1,
    "deny": -1,
    "threaten": -1,
    "warn": -1,
    "praise": 1,
    "endorse": 1,
    "promise": 1,
}


def speaking(graph: nx.MultiDiGraph, by: str = "claimant") -> nx.MultiDiGraph:
    """Return actors with an edge for each act and polarity in which one speaks about another.

    Edge attributes (the key is "act/polarity"): `act`, `polarity`, `sign` (-1, 0 or 1, of
    `SIGN_OF_ACT`), `count`, `first`, `last`, `statements`. Nodes keep `label` and `type`.

    Args:
        graph: what `kg.network.build` gives.
        by: "claimant" counts a statement for the one whose claim it is, "speaker" for who
            voiced it.
    """
    behind = owners(graph) if by == "claimant" else voices(graph)
    found: defaultdict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for statement, target in targets(graph):
        if behind.get(statement, target) != target:
            node = graph.nodes[statement]
            key = (behind[statement], target, node["act"], node.get("polarity", ""))
            found[key].append(statement)
    result = nx.MultiDiGraph()
    heard = {actor for key in found for actor in key[:2]} | set(behind.values())
    result.add_nodes_from((actor, dict(graph.nodes[actor])) for actor in sorted(heard))
    for (actor, target, act, polarity), statements in sorted(found.items()):
        result.add_edge(
            actor,
            target,
            key=f"{act}/{polarity}",
            act=act,
            polarity=polarity,
            sign=SIGN_OF_ACT.get(act, 0),
            **summed(graph, statements),
        )
    return result
