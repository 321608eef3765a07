"""All pictures of a corpus."""

from __future__ import annotations

import networkx as nx

from kg.model import Atlas
from kg.network.measures.communities import communities
from kg.network.opposition import axis
from kg.network.picture import pictures
from kg.network.whom import ego, network, ranked, whom

EGOS = 300
COMMUNITIES = 24


def atlas(graph: nx.MultiDiGraph) -> Atlas:
    """Draw the stories, who speaks about whom, its communities, and the `EGOS` busiest actors.

    `graph` is what `kg.network.build` gives. The same graph gives the same pictures.
    """
    actors = whom(graph)
    found = communities(actors)[:COMMUNITIES]
    groups = {actor: number for number, group in enumerate(found) for actor in group}
    order = ranked(actors)
    return Atlas(
        stories=pictures(graph),
        network=network(actors, groups, actors),
        communities=tuple(network(actors, groups, group) for group in found),
        egos={actor: ego(actors, groups, actor) for actor in order[:EGOS]},
        unranked=max(0, len(order) - EGOS),
        axis=axis(graph),
    )
