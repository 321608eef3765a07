"""Who agrees with whom, and who contradicts whom, issue by issue: Discourse Network Analysis.

Actors are projected from what they hold on issues (Leifeld 2017, "Discourse Network Analysis:
Policy Debates as Dynamic Networks", https://doi.org/10.1093/oxfordhb/9780190228217.013.25). Two
actors agree on an issue when they take the same stance on one of its claims or a corroboration
joins them; they conflict when they take opposite stances on one claim or a dispute sets them
against each other. The concept of a link without an issue is the link itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

import networkx as nx

from kg.network.links import links, owners, stances
from kg.network.views.claiming import SIGN_OF_POLARITY
from kg.network.views.spans import summed

MOST = 500
"""Actors that are projected, those of most statements: pairs grow with their square."""

Said = dict[str, str]
"""By actor its first statement: one is enough to show what it holds."""

Pair = tuple[str, str]
Pairing = Callable[[dict[int, Said]], Iterator[tuple[str, str, str, str]]]
"""Yields two actors, and the statement of each."""


def agreement(graph: nx.MultiDiGraph, most: int = MOST) -> nx.Graph:
    """Return the congruence network: actors joined by the issues that they agree on.

    Edge attributes: `weight` (how many issues), `normalised` (that divided by the mean number of
    issues that the two speak on, in [0, 1]: the "average activity" of Leifeld 2017), `issues`, and
    `count`, `first`, `last`, `statements` of the first statement of each on each issue that shows
    it. Nodes carry `spoken_on`, on how many issues. The graph attribute `left_out` says how many
    actors were not among the `most` active.
    """
    return _projected(graph, most, "corroboration", _alike)


def conflict(graph: nx.MultiDiGraph, most: int = MOST) -> nx.Graph:
    """Return the conflict network: actors joined by the issues on which they stand opposed.

    The attributes are those of `agreement`.
    """
    return _projected(graph, most, "dispute", _opposed)


def discourse(graph: nx.MultiDiGraph, most: int = MOST) -> nx.Graph:
    """Return agreement less conflict: the "subtract" network of Leifeld 2017.

    Edge attributes: `agreement` and `conflict` (issues each), `weight` (their difference),
    `sign` (-1, 0, 1), `count`, `first`, `last`, `statements`.
    """
    agreeing, opposing = agreement(graph, most), conflict(graph, most)
    result = nx.Graph(**agreeing.graph)
    result.add_nodes_from(agreeing.nodes(data=True))
    for a, b in sorted({_pair(*ends) for part in (agreeing, opposing) for ends in part.edges}):
        for_, against = (part.get_edge_data(a, b, {}) for part in (agreeing, opposing))
        alike, apart = for_.get("weight", 0), against.get("weight", 0)
        statements = (*for_.get("statements", ()), *against.get("statements", ()))
        result.add_edge(
            a,
            b,
            agreement=alike,
            conflict=apart,
            weight=alike - apart,
            sign=(alike > apart) - (alike < apart),
            **summed(graph, statements),
        )
    return result


def _projected(graph: nx.MultiDiGraph, most: int, kind: str, pairing: Pairing) -> nx.Graph:
    owner = owners(graph)
    said = Counter(owner.values())
    active = set(sorted(said, key=lambda a: (-said[a], a))[:most])
    held = {s: a for s, a in _in_time(graph, owner) if a in active}
    taken = _taken(graph, held)
    joined = _sides(graph, held)
    found: defaultdict[Pair, dict[str, Pair]] = defaultdict(dict)
    shown = [(issue, pairing(by_sign)) for (issue, _), by_sign in sorted(taken.items())]
    shown += [(side.issue, _across(side.a, side.b)) for side in joined if side.kind == kind]
    for issue, pairs in shown:
        for one, other, a, b in pairs:
            if one != other:
                found[_pair(one, other)].setdefault(issue, _pair(a, b))
    spoken = _spoken(taken, joined)
    result = nx.Graph(left_out=len(said) - len(active))
    for actor in sorted(active):
        result.add_node(actor, **graph.nodes[actor], spoken_on=len(spoken[actor]))
    for (one, other), issues in sorted(found.items()):
        mean = (len(spoken[one]) + len(spoken[other])) / 2
        result.add_edge(
            one,
            other,
            weight=len(issues),
            normalised=len(issues) / mean,
            issues=tuple(sorted(issues)),
            **summed(graph, (s for pair in issues.values() for s in pair)),
        )
    return result


def _in_time(graph: nx.MultiDiGraph, owner: dict[str, str]) -> list[Pair]:
    """Return statements with their owners, the first published first, undated ones last."""
    return sorted(owner.items(), key=lambda x: (graph.nodes[x[0]].get("published") or "~", x[0]))


@dataclass(frozen=True, slots=True)
class _Sides:
    """A link as what two groups of actors said on an issue, or on the link itself."""

    kind: str
    issue: str
    a: Said
    b: Said


def _sides(graph: nx.MultiDiGraph, held: dict[str, str]) -> list[_Sides]:
    rank = {statement: place for place, statement in enumerate(held)}

    def said(side: tuple[str, ...]) -> Said:
        found: Said = {}
        for statement in sorted((s for s in side if s in held), key=rank.__getitem__):
            found.setdefault(held[statement], statement)
        return found

    joined = links(graph, {"dispute", "corroboration"})
    return [_Sides(x.kind, x.issue or x.id, said(x.a), said(x.b)) for x in joined]


def _taken(graph: nx.MultiDiGraph, held: dict[str, str]) -> dict[Pair, dict[int, Said]]:
    """Return by issue and claim who affirms (1) and who denies (-1) it."""
    found: dict[Pair, dict[int, Said]] = {}
    taken: dict[str, list[tuple[str, int]]] = {}
    for statement, claim, polarity, modal in stances(graph):
        if (sign := SIGN_OF_POLARITY.get(polarity)) and not modal:
            taken.setdefault(statement, []).append((claim, sign))
    for statement, actor in held.items():
        for claim, sign in taken.get(statement, ()):
            key = (graph.nodes[claim].get("issue") or claim, claim)
            found.setdefault(key, {1: {}, -1: {}})[sign].setdefault(actor, statement)
    return found


def _alike(by_sign: dict[int, Said]) -> Iterator[tuple[str, str, str, str]]:
    for said in by_sign.values():
        for one, other in combinations(sorted(said), 2):
            yield one, other, said[one], said[other]


def _opposed(by_sign: dict[int, Said]) -> Iterator[tuple[str, str, str, str]]:
    return _across(by_sign[1], by_sign[-1])


def _across(a: Said, b: Said) -> Iterator[tuple[str, str, str, str]]:
    return ((one, other, s, t) for (one, s), (other, t) in product(a.items(), b.items()))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _spoken(taken: dict[Pair, dict[int, Said]], joined: list[_Sides]) -> dict[str, set[str]]:
    """Return the issues that each actor speaks on."""
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    for (issue, _), by_sign in taken.items():
        for said in by_sign.values():
            for actor in said:
                spoken[actor].add(issue)
    for link in joined:
        for actor in (*link.a, *link.b):
            spoken[actor].add(link.issue)
    return spoken
