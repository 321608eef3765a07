"""Who is who, as people decided: one and the same, not the same, renamed, of another type.

All of it follows from the decisions alone, whatever their order. Same and not the same contradict
each other through any chain of decisions (A = B, B = C, A ≠ C): none of such a chain then applies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from kg.model import (
    Actor,
    ActorName,
    ActorType,
    Article,
    Citation,
    Decision,
    Reliability,
    Verb,
    content_id,
)
from kg.review.places import same_article
from kg.review.topics import contested, grade_parts, in_order

Key = tuple[str, ...]
Described = tuple[str, str, str]
"""Type, name and state ("" for none) of an actor."""

ABOUT_ACTORS = (Verb.MERGE, Verb.SPLIT, Verb.RENAME, Verb.RETYPE, Verb.GRADE)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What decisions come to for one actor; what is None stays as it was found.

    `aliases` are names that people gave it before it was taken for another.
    """

    actor: str | None = None
    type: ActorType | None = None
    name: str | None = None
    aliases: tuple[str, ...] = ()
    reliability: Reliability | None = None
    applied: tuple[Decision, ...] = ()
    contested: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Identities:
    """Rulings by the ways in which an actor is found, and the sets of decisions in conflict.

    `apart` are the decisions that an actor is another in some articles, by the ruling's key.
    """

    rulings: Mapping[Key, Ruling]
    keys: Mapping[Key, Key]
    cited: Mapping[Described, tuple[tuple[Citation, Key], ...]]
    apart: Mapping[Key, tuple[Decision, ...]]
    conflicts: frozenset[frozenset[str]]

    def named(self, name: ActorName) -> Ruling:
        """Return what holds for an actor as a decision names it."""
        key = self.keys.get(_described(name))
        return self.rulings[key] if key else Ruling()

    def key(self, actor: Actor, state: str | None, article: Article) -> Key | None:
        """Return the key of the ruling on an actor of an article, None where there is none.

        `state` is the name of the actor's state.
        """
        known = self.keys.get(("id", actor.id))
        if known is not None or not self.keys:
            return known
        described = (actor.type.value, actor.name, state or "")
        here = (key for place, key in self.cited.get(described, ()) if same_article(place, article))
        return self.keys.get(described) or next(here, None)


def identities(decisions: Iterable[Decision]) -> Identities:
    """Settle what decisions say of actors."""
    ordered = [d for d in sorted(decisions, key=in_order) if d.actors]
    names = list(chain.from_iterable(d.actors for d in ordered))
    groups = _Groups()
    for name in names:
        groups.join(("id", actor_id(name)), _described(name))
    about = [d for d in ordered if d.verb in ABOUT_ACTORS]
    clashes = _clashes(about, groups)
    off = frozenset(chain.from_iterable(clashes))
    rulings = _rulings(about, groups, off)
    cited: defaultdict[Described, dict[tuple[Citation, Key], None]] = defaultdict(dict)
    for name in names:
        if name.citation is not None:
            cited[_bare(name)][name.citation, groups.find(_described(name))] = None
    apart: defaultdict[Key, list[Decision]] = defaultdict(list)
    for decision in about:
        if decision.verb is Verb.SPLIT and decision.citations:
            apart[groups.find(_described(decision.actors[0]))].append(decision)
    return Identities(
        rulings={key: rulings.get(key, Ruling()) for key in groups.roots()},
        keys={key: groups.find(key) for key in groups.parents},
        cited={described: tuple(found) for described, found in cited.items()},
        apart={key: tuple(found) for key, found in apart.items()},
        conflicts=clashes,
    )


def actor_id(name: ActorName) -> str:
    """Return the id of an actor as a decision names it; one that was named by hand has none."""
    return name.actor or content_id("actor", "named", *_described(name))


def apart_id(decision: Decision) -> str:
    """Return the id of an actor that a person set apart in some articles."""
    (name,) = decision.actors
    where = sorted(place.url or place.path for place in decision.citations)
    return content_id("actor", "apart", *_bare(name), where, decision.value)


def _bare(name: ActorName) -> Described:
    return name.type.value, name.name, name.state or ""


def _described(name: ActorName) -> Key:
    where = name.citation and (name.citation.url or name.citation.path)
    return (*_bare(name), where) if where else _bare(name)


class _Groups:
    """Keys that mean the same; the least of them stands for all."""

    def __init__(self) -> None:
        self.parents: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        while (above := self.parents.setdefault(key, key)) != key:
            key = above
        return key

    def join(self, one: Key, other: Key) -> None:
        least, most = sorted((self.find(one), self.find(other)))
        self.parents[most] = least

    def roots(self) -> list[Key]:
        return sorted({self.find(key) for key in [*self.parents]})


Edges = Mapping[str, tuple[tuple[Key, Key], ...]]


def _members(decision: Decision, groups: _Groups) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(groups.find(_described(name)) for name in decision.actors))


def _clashes(about: Sequence[Decision], groups: _Groups) -> frozenset[frozenset[str]]:
    """Return the sets of decisions that take for one what is not one."""
    merged = {d.id: _members(d, groups) for d in about if d.verb is Verb.MERGE}
    left: dict[str, tuple[tuple[Key, Key], ...]] = {
        key: tuple((first, other) for other in others) for key, (first, *others) in merged.items()
    }
    splits = [d for d in about if d.verb is Verb.SPLIT]
    found: set[frozenset[str]] = set()
    while True:
        clashing = {
            frozenset({d.id, *culprits})
            for d in splits
            for pair in combinations(_members(d, groups), 2)
            if (culprits := _between(*pair, left))
        }
        if not clashing:
            return frozenset(found)
        found |= clashing
        for key in chain.from_iterable(clashing):
            left.pop(key, None)


def _between(one: Key, other: Key, edges: Edges) -> frozenset[str]:
    """Return the decisions on the shortest ways from one actor to another."""
    here, there = _distances(one, edges), _distances(other, edges)
    if other not in here:
        return frozenset()
    return frozenset(
        key
        for key, pairs in edges.items()
        for a, b in pairs
        for x, y in ((a, b), (b, a))
        if x in here and y in there and here[x] + 1 + there[y] == here[other]
    )


def _distances(start: Key, edges: Edges) -> dict[Key, int]:
    beside: defaultdict[Key, set[Key]] = defaultdict(set)
    for a, b in chain.from_iterable(edges.values()):
        beside[a].add(b)
        beside[b].add(a)
    found, rim = {start: 0}, [start]
    for node in rim:
        for other in beside[node] - found.keys():
            found[other] = found[node] + 1
            rim.append(other)
    return found


def _rulings(about: Sequence[Decision], groups: _Groups, off: Collection[str]) -> dict[Key, Ruling]:
    """Return the ruling on each actor that decisions are about."""
    own: defaultdict[Key, list[Decision]] = defaultdict(list)
    for decision in about:
        for key in _members(decision, groups):
            own[key].append(decision)
    merges = [d for d in about if d.verb is Verb.MERGE and d.id not in off]
    clusters = _Groups()
    for decision in merges:
        first, *others = _members(decision, groups)
        for other in others:
            clusters.join(first, other)
    together: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(own):
        together[clusters.find(key)].append(key)
    rulings: dict[Key, Ruling] = {}
    for members in together.values():
        rulings.update(_cluster(members, own, merges, groups, off))
    return rulings


def _cluster(
    members: Sequence[Key],
    own: Mapping[Key, Sequence[Decision]],
    merges: Sequence[Decision],
    groups: _Groups,
    off: Collection[str],
) -> Iterator[tuple[Key, Ruling]]:
    """Yield the ruling on each of several actors that are one."""
    head = _head(members, merges, groups)
    named = [n for d in own[head] for n in d.actors if groups.find(_described(n)) == head][-1]
    grades = {d.id: d for key in members for d in own[key] if d.verb is Verb.GRADE}.values()
    amiss = {*off, *contested(grades), *chain.from_iterable(contested(own[key]) for key in members)}
    given = {d.verb: d.value for d in own[head] if d.id not in amiss}
    several = len(members) > 1
    type_ = given.get(Verb.RETYPE)
    ranks = [grade_parts(d.value or "")[0] for d in grades if d.id not in amiss]
    for key in members:
        renamed = (d.value for d in own[key] if d.verb is Verb.RENAME and d.id not in amiss)
        yield (
            key,
            Ruling(
                actor=actor_id(named) if several else None,
                type=ActorType(type_) if type_ else named.type if several else None,
                name=given.get(Verb.RENAME) or (named.name if several else None),
                aliases=tuple(sorted({name for name in renamed if name})),
                reliability=next((rank for rank in ranks if rank is not None), None),
                applied=tuple(d for d in own[key] if d.id not in amiss),
                contested=tuple(d for d in own[key] if d.id in amiss),
            ),
        )


def _head(members: Sequence[Key], merges: Sequence[Decision], groups: _Groups) -> Key:
    """Return the actor that others were merged into: of several, by the latest decision."""
    if len(members) == 1:
        return members[0]
    kept = [_members(d, groups) for d in merges if groups.find(_described(d.actors[0])) in members]
    swallowed = set(chain.from_iterable(others for _, *others in kept))
    heads = [first for first, *_ in kept]
    return next((head for head in reversed(heads) if head not in swallowed), heads[-1])
