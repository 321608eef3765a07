"""Two camps on the opposition axis, and how far disputes and agreement follow them."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from kg.model import Measure, Measured, TooFew
from kg.network.opposition import SIGNS

NEAR = 0.1
"""Places on the axis this near to zero are no side: third parties that only brush the dispute."""

LEAST = 5
"""Relations between members of camps below which they show no pattern."""


def camps(places: Mapping[str, float], near: float = NEAR) -> dict[str, int]:
    """Return the camp of each actor by its place on `kg.network.axis`: -1, 1, or 0 for none."""
    return {a: 0 if abs(x) <= near else -1 if x < 0 else 1 for a, x in sorted(places.items())}


def polarisation(
    ties: nx.Graph, sides: Mapping[str, int], least: int = LEAST
) -> dict[str, Measure]:
    """Return the E-I index of disputes and that of corroborations; in [-1, 1].

    (E - I) / (E + I) for E relations between the two camps and I within them, each counted once
    for two actors (Krackhardt and Stern 1988, https://doi.org/10.2307/2786835). Polarised are camps
    whose "dispute" is near 1 and whose "corroboration" is near -1. The camps were drawn from the
    same ties, so the index says how well two camps describe them, not that nothing else would.
    Actors in no camp do not count. `ties` is what `kg.network.opposition.signed` gives.
    """
    return {kind: _index(ties, kind, sides, least) for kind in sorted(SIGNS)}


def _index(ties: nx.Graph, kind: str, sides: Mapping[str, int], least: int) -> Measure:
    total = apart = 0
    rests: list[str] = []
    for a, b, data in ties.edges(data=True):
        across = sides.get(a, 0) * sides.get(b, 0)
        if across and data[kind]:
            total += data[kind]
            apart -= across * data[kind]
            rests += data["statements"]
    statements = tuple(sorted(set(rests)))
    if total < least:
        return TooFew(total, least, "relations between members of camps", statements)
    return Measured(apart / total, statements)
