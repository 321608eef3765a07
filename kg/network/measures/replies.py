"""The right of reply: who is accused and never heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.model import Measured
from kg.network.links import bonds, links, of_kind, owners, targets, voices

ANSWERS = frozenset({"dispute", "response"})


@dataclass(frozen=True, slots=True)
class Accused:
    """An actor that is accused: `unanswered` are those of the `accusations` without a reply.

    `heard` are the statements of the actor's side on whatever matter.
    """

    actor: str
    accusers: tuple[str, ...]
    accusations: Measured
    unanswered: Measured
    heard: Measured


def replies(graph: nx.MultiDiGraph) -> dict[str, Accused]:
    """Return, for each actor that others accuse, how many accusations went without a reply.

    Numbers are counts from 0 on, over all articles. The side of an actor is itself and all that
    speak for the same or belong to the same. An accusation is answered when the accused's side says
    something about the accuser's side, in any article, or a dispute or response links it to a
    statement of the accused's side. That a newsroom asks the accused is a duty in most codes: SPJ
    Code of Ethics (https://www.spj.org/spj-code-of-ethics/), "diligently seek subjects of news
    coverage to allow them to respond". `graph` is what `kg.network.build` gives; time grows with
    its edges and the accusations.
    """
    owner, voice = owners(graph), voices(graph)
    sides = _sides(graph)
    accusations = [
        (statement, target)
        for statement, target in _accusations(graph)
        if statement in owner and not sides[owner[statement]] & sides[target]
    ]
    spoken = _spoken(graph, owner, voice, sides)
    linked = _linked(graph, {statement for statement, _ in accusations})
    own = _own(owner, voice, sides)
    found: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for statement, target in accusations:
        mine, theirs = sides[target], sides[owner[statement]]
        found[target][statement] = any((a, b) in spoken for a in mine for b in theirs) or not all(
            own[a].isdisjoint(other) for other in linked[statement] for a in mine
        )
    heard = _heard({sides[actor] for actor in found}, own)
    return {a: _accused(a, found[a], owner, heard[sides[a]]) for a in sorted(found)}


def _heard(
    every: Iterable[frozenset[str]], own: Mapping[str, set[str]]
) -> dict[frozenset[str], tuple[str, ...]]:
    """Return the statements of each side; those with one body above all share its list."""
    lists: dict[str, tuple[str, ...]] = {}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for side in every:
        top = max(sorted(side), key=lambda one: len(own.get(one, ())))
        whole = own.get(top, set())
        if all(own.get(one, set()) <= whole for one in side if one != top):
            if top not in lists:
                lists[top] = tuple(sorted(whole))
            found[side] = lists[top]
        else:
            found[side] = tuple(sorted({s for one in side for s in own.get(one, ())}))
    return found


def _accused(
    actor: str,
    answered: Mapping[str, bool],
    owner: Mapping[str, str],
    heard: tuple[str, ...],
) -> Accused:
    every = tuple(sorted(answered))
    without = tuple(s for s in every if not answered[s])
    return Accused(
        actor,
        tuple(sorted({owner[s] for s in every})),
        Measured(float(len(every)), every),
        Measured(float(len(without)), without),
        Measured(float(len(heard)), heard),
    )


def _own(
    owner: Mapping[str, str], voice: Mapping[str, str], sides: Mapping[str, frozenset[str]]
) -> defaultdict[str, set[str]]:
    """Return by side the statements of all that speak for it or belong to it."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    for behind in (owner, voice):
        for statement, actor in behind.items():
            for side in sides[actor]:
                own[side].add(statement)
    return own


def _accusations(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    return [(s, target) for s, target in targets(graph) if graph.nodes[s].get("act") == "accuse"]


def _sides(graph: nx.MultiDiGraph) -> dict[str, frozenset[str]]:
    """Return for each actor itself and all that it speaks for or belongs to."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for actor, principal in bonds(graph):
        above[actor].add(principal)
    found: dict[str, frozenset[str]] = {}
    for actor in of_kind(graph, "actor"):
        side, new = {actor}, [actor]
        while new:
            more = above[new.pop()] - side
            side |= more
            new += more
        found[actor] = frozenset(side)
    return found


def _spoken(
    graph: nx.MultiDiGraph,
    owner: Mapping[str, str],
    voice: Mapping[str, str],
    sides: Mapping[str, frozenset[str]],
) -> set[tuple[str, str]]:
    """Return which side says something about which, by what their members speak for."""
    pairs = {
        (behind[statement], target)
        for statement, target in targets(graph)
        for behind in (owner, voice)
        if statement in behind
    }
    return {(a, b) for actor, target in pairs for a in sides[actor] for b in sides[target]}


def _linked(
    graph: nx.MultiDiGraph, wanted: Collection[str]
) -> defaultdict[str, list[frozenset[str]]]:
    """Return by wanted statement the sides that disputes and responses set against it."""
    found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for link in links(graph, ANSWERS):
        a, b = frozenset(link.a), frozenset(link.b)
        for one, other in ((a, b), (b, a)):
            for statement in one:
                if statement in wanted:
                    found[statement].append(other)
    return found
