"""Blind spots: outlets that do not carry a side."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, inf, log

import networkx as nx

from kg.model import Measure, Measured, TooFew
from kg.network.links import owners
from kg.network.measures.shares import by_field

CHANCE = 0.05
"""How probable a side's absence by chance may be when it is called a blind spot."""

SIDES = (-1, 1)


def coverage(
    graph: nx.MultiDiGraph, sides: Mapping[str, int], chance: float = CHANCE
) -> dict[str, dict[int, Measure]]:
    """Return by outlet and camp the share of its statements of either camp; in [0, 1].

    0 is a blind spot: the outlet lets this side say nothing. That it is none by chance takes n
    statements with (1 - p)^n <= `chance`, where p is the side's share in all outlets (the
    argument of the rule of three: Hanley and Lippman-Hand 1983,
    https://doi.org/10.1001/jama.1983.03330370053031); of an outlet with fewer, a missing side is
    "too few". `sides` are the camps of `kg.network.measures.polarisation.camps`. A share rests
    on the statements of that side, a blind spot on those of the other.
    """
    owner = owners(graph)
    camp = {s: sides.get(actor, 0) for s, actor in owner.items()}
    total = {side: sum(c == side for c in camp.values()) for side in SIDES}
    found: dict[str, dict[int, Measure]] = {}
    for outlet, statements in by_field(graph, "outlet").items():
        heard = {side: tuple(s for s in statements if camp.get(s) == side) for side in SIDES}
        every = sum(map(len, heard.values()))
        if every and all(total.values()):
            found[outlet] = {
                side: _share(heard, side, _needed(total[side] / sum(total.values()), chance))
                for side in SIDES
            }
    return found


def _share(heard: Mapping[int, tuple[str, ...]], side: int, needed: float) -> Measure:
    every = sum(map(len, heard.values()))
    if heard[side]:
        return Measured(len(heard[side]) / every, heard[side])
    if every < needed:
        return TooFew(every, int(needed), "statements of either side", heard[-side])
    return Measured(0.0, heard[-side])


def _needed(share: float, chance: float) -> float:
    return ceil(log(chance) / log(1 - share)) if 0 < share < 1 else inf
