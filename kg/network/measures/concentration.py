"""How few sources an issue or an outlet rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import networkx as nx

from kg.model import Measure, Measured, TooFew
from kg.network.links import owners, stances
from kg.network.measures.shares import OF_ONE, grouped


def herfindahl(
    graph: nx.MultiDiGraph, groups: Mapping[str, tuple[str, ...]], least: int = OF_ONE
) -> dict[str, Measure]:
    """Return for each group of statements the concentration of their claimants; in (0, 1].

    The Herfindahl-Hirschman index, the sum of squared shares: 1/n for n equal claimants, 1 for a
    single one (Hirschman 1964, "The Paternity of an Index", American Economic Review 54(5)). Its
    inverse is the number of equal claimants that would be as concentrated. Statements without a
    source do not count. `groups` are those of `by_issue` or `kg.network.measures.shares.by_field`.
    """
    owner = owners(graph)
    found: dict[str, Measure] = {}
    for key in sorted(groups):
        known = tuple(s for s in groups[key] if s in owner)
        if len(known) < least:
            found[key] = TooFew(len(known), least, "statements", known)
        else:
            counts = Counter(owner[s] for s in known).values()
            found[key] = Measured(sum((n / len(known)) ** 2 for n in counts), known)
    return found


def effective(index: Measure) -> Measure:
    """Return the inverse of a Herfindahl index: the effective number of claimants; from 1 on.

    Laakso and Taagepera 1979 (https://doi.org/10.1177/001041407901200101).
    """
    return index if isinstance(index, TooFew) else Measured(1 / index.value, index.statements)


def by_issue(graph: nx.MultiDiGraph) -> dict[str, tuple[str, ...]]:
    """Return by issue the statements that make a claim on it."""
    stated = (
        (graph.nodes[claim].get("issue", ""), statement)
        for statement, claim, _, _ in stances(graph)
    )
    return grouped((issue, statement) for issue, statement in stated if issue)
