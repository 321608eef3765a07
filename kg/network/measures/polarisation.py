"""Two camps on the opposition axis, and how far disputes and agreement follow them."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from kg.model import Measure, Measured, TooFew
from kg.network.opposition import SIGNS, opposed_or_agreed

NEAR = 0.1
"""Places on the axis this near to zero are no side: third parties that only brush the dispute."""

LEAST = 5
"""Ties between members of camps below which they show no pattern."""


def camps(places: Mapping[str, float], near: float = NEAR) -> dict[str, int]:
    """Return the camp of each actor by its place on `kg.network.axis`: -1, 1, or 0 for none."""
    return {a: 0 if abs(x) <= near else -1 if x < 0 else 1 for a, x in sorted(places.items())}


def polarisation(
    graph: nx.MultiDiGraph, sides: Mapping[str, int], least: int = LEAST
) -> dict[str, Measure]:
    """Return the E-I index of disputes and that of corroborations; in [-1, 1].

    (E - I) / (E + I) for E ties between the two camps and I within them (Krackhardt and Stern
    1988, https://doi.org/10.2307/2786835). Polarised are camps whose "dispute" is near 1 and whose
    "corroboration" is near -1. The camps were drawn from the same ties, so the index says how
    well two camps describe them, not that nothing else would. Actors in no camp do not count.
    """
    held: dict[str, list[tuple[int, tuple[str, ...]]]] = {kind: [] for kind in sorted(SIGNS)}
    kind_of = {weight: kind for kind, weight in SIGNS.items()}
    for a, b, weight, statements in opposed_or_agreed(graph):
        across = sides.get(a, 0) * sides.get(b, 0)
        if across:
            held[kind_of[weight]].append((across, statements))
    return {kind: _index(ties, least) for kind, ties in held.items()}


def _index(ties: list[tuple[int, tuple[str, ...]]], least: int) -> Measure:
    rests = tuple(sorted({s for _, statements in ties for s in statements}))
    if len(ties) < least:
        return TooFew(len(ties), least, "ties between members of camps", rests)
    return Measured(-sum(across for across, _ in ties) / len(ties), rests)
