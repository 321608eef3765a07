"""Graphs for one question each, all plain NetworkX, made from what `kg.network.build` gives.

`VIEWS` names those that `kg analyse --graphml` and `--gexf` write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import networkx as nx

from kg.network.views.chains import chains
from kg.network.views.claiming import claiming
from kg.network.views.discourse import agreement, conflict, discourse
from kg.network.views.speaking import speaking
from kg.network.views.windows import windows, within

__all__ = [
    "VIEWS",
    "agreement",
    "chains",
    "claiming",
    "conflict",
    "discourse",
    "speaking",
    "windows",
    "within",
]


def _whole(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Actors, statements and claims, with all that links them."""
    return graph


VIEWS: Mapping[str, Callable[[nx.MultiDiGraph], nx.Graph]] = {
    "whole": _whole,
    "speaking": speaking,
    "claiming": claiming,
    "chains": chains,
    "agreement": agreement,
    "conflict": conflict,
    "discourse": discourse,
}
