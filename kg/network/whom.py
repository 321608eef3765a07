"""Who speaks about whom: statements summed up between actors, and pictures of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import networkx as nx

from kg.model import Picture, Place, Tie
from kg.network.links import owners, targets, voices
from kg.network.measures.communities import undirected
from kg.network.stress import laid_out

LIMIT = 40
EGO = 9
KEPT = 6
BACKBONE = 3
CLEAR = 50
BOX_WIDTH, BOX_HEIGHT = 190.0, 86.0
EGO_X, EGO_HEIGHT = 380.0, 62.0
# What counts as speaking against somebody.
AGAINST = frozenset({"accuse", "deny"})


def whom(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Return actors joined by how many statements of one are about the other.

    A statement counts for its claimant, for its speaker where nobody else stands behind it. Edge
    attributes: `count`, `against` (how many of these accuse or deny) and `statements` (their
    ids). Node attribute `weight`: how many statements an actor makes or is spoken about in.
    `graph` is what `kg.network.build` gives.
    """
    result = nx.DiGraph()
    owner = owners(graph)
    weight: dict[str, int] = {}
    for actor, _ in _heard(graph):
        weight[actor] = weight.get(actor, 0) + 1
    for statement, target in targets(graph):
        weight[target] = weight.get(target, 0) + 1
        if statement in owner and owner[statement] != target:
            _count(result, owner[statement], target, statement, graph.nodes[statement]["act"])
    for actor in sorted(weight):
        result.add_node(actor, weight=weight[actor])
    return result


def _heard(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    """Return who voices or owns which statement."""
    behind = (*owners(graph).items(), *voices(graph).items())
    return sorted({(actor, statement) for statement, actor in behind})


def _count(result: nx.DiGraph, a: str, b: str, statement: str, act: str) -> None:
    held = result.get_edge_data(a, b, {"count": 0, "against": 0, "statements": ()})
    result.add_edge(
        a,
        b,
        count=held["count"] + 1,
        against=held["against"] + (act in AGAINST),
        statements=(*held["statements"], statement),
    )


def ranked(actors: nx.DiGraph, among: Iterable[str] | None = None) -> list[str]:
    """Return actors, those of most statements first."""
    chosen = actors if among is None else among
    return sorted(chosen, key=lambda a: (-actors.nodes[a]["weight"], a))


def backbone(actors: nx.DiGraph, members: Iterable[str], strongest: int = BACKBONE) -> nx.Graph:
    """Return `members` with the `strongest` ties of each: what a layout can be read from."""
    whole = undirected(actors, members)
    result = nx.Graph()
    result.add_nodes_from(whole)
    for node in whole:
        ties = sorted(whole[node], key=lambda other: (-whole[node][other]["count"], other))
        result.add_edges_from((node, other) for other in ties[:strongest])
    return result


def network(actors: nx.DiGraph, groups: Mapping[str, int], among: Iterable[str]) -> Picture:
    """Draw the first `LIMIT` of the actors `among` that are tied to each other.

    The layout follows the backbone. All ties between the drawn are shown, of more than `CLEAR`
    those that are neither in it nor of several statements only faintly (not `Tie.near`).
    """
    candidates = ranked(actors, among)
    tied = [a for a in candidates if actors.degree(a)]
    members = tied[:LIMIT]
    strongest = backbone(actors, sorted(members))
    places = laid_out(strongest, BOX_WIDTH, BOX_HEIGHT)
    drawn = {a: groups[a] for a in members if a in groups}
    ties = tuple(_ties(actors, set(members)))
    if len(ties) > CLEAR:
        ties = tuple(
            replace(t, near=t.count > 1 or bool(strongest.has_edge(t.a, t.b))) for t in ties
        )
    return Picture(places, ties, hidden=len(candidates) - len(members), groups=drawn)


def _ties(actors: nx.DiGraph, members: set[str]) -> Iterator[Tie]:
    for a, b, data in sorted(actors.edges(data=True), key=lambda e: e[:2]):
        if a in members and b in members:
            yield _tie(a, b, data)


def _tie(a: str, b: str, data: Mapping[str, object]) -> Tie:
    count, against = int(str(data["count"])), int(str(data["against"]))
    statements = data["statements"]
    kept = tuple(statements)[:KEPT] if isinstance(statements, tuple) else ()
    return Tie(a, b, "about", count=count, against=round(against / count, 3), statements=kept)


def ego(actors: nx.DiGraph, groups: Mapping[str, int], actor: str) -> Picture:
    """Draw one actor between those who speak about it, left, and those it speaks about, right.

    An actor that is both stands where it has more statements. At most `EGO` a side.
    """
    spoken = {b: actors[actor][b]["count"] for b in actors.successors(actor)}
    heard = {a: actors[a][actor]["count"] for a in actors.predecessors(actor)}
    left = {a for a in heard if heard[a] > spoken.get(a, 0)}
    sides = ((left, -EGO_X), (({*spoken, *heard} - left), EGO_X))
    places = {actor: Place(0.0, 0.0)}
    for members, x in sides:
        order = sorted(members, key=lambda a: (-spoken.get(a, 0) - heard.get(a, 0), a))[:EGO]
        places |= {
            a: Place(x, (i - (len(order) - 1) / 2) * EGO_HEIGHT) for i, a in enumerate(order)
        }
    ties = tuple(t for t in _ties(actors, set(places)) if actor in (t.a, t.b))
    hidden = len({*spoken, *heard}) + 1 - len(places)
    return Picture(
        places, ties, hidden=hidden, groups={a: groups[a] for a in places if a in groups}
    )
