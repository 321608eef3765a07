"""Links that people made and took away between statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from kg.model import Decision, LinkKind, Mark, Relation, Verb, relation_id

REVIEWED = "reviewed"
"""The type of a link that a person made."""

Pair = frozenset[str]
"""Two statements, whichever comes first; one alone where a link has no other side."""

Pairs = Mapping[LinkKind, frozenset[Pair]]
Sides = Mapping[str, tuple[frozenset[str], frozenset[str]]]
"""The statements that stand on both sides of a decision, by its id."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What decisions say of links: those to `add`, and the pairs to `cut` from all that are found.

    `conflicts` are the pairs of decisions (ids) of which one links what the other unlinks.
    """

    add: tuple[Relation, ...]
    cut: Pairs
    conflicts: frozenset[frozenset[str]]


def sides(marks: Iterable[Mark]) -> Sides:
    """Gather which statements were found for each side of a decision on a link."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {"a": set(), "b": set()})
    for mark in marks:
        if mark.side:
            found[mark.decision][mark.side].add(mark.thing)
    return {key: (frozenset(of["a"]), frozenset(of["b"])) for key, of in sorted(found.items())}


def joined(decisions: Iterable[Decision], found: Sides) -> Joined:
    """Return what decisions say of links between the statements that were found.

    To link and to unlink one pair by one kind cancel each other: that pair is left as found.
    """
    about = [d for d in decisions if d.verb in {Verb.LINK, Verb.UNLINK} and d.id in found]
    said = {d.id: frozenset(_pairs(d, found)) for d in about}
    links = [d for d in about if d.verb is Verb.LINK]
    linked = _union(said[d.id] for d in links)
    unlinked = _union(said[d.id] for d in about if d.verb is Verb.UNLINK)
    both = _by_kind(unlinked)
    return Joined(
        tuple(r for d in links for r in without(_relations(d, found), both)),
        _by_kind(unlinked - linked),
        frozenset(
            frozenset((one.id, other.id))
            for one, other in combinations(about, 2)
            if one.verb is not other.verb and said[one.id] & said[other.id]
        ),
    )


def without(relations: Iterable[Relation], cut: Pairs) -> Iterator[Relation]:
    """Yield relations without some pairs; one that loses a part may become several."""
    for relation in relations:
        gone = cut.get(relation.kind, frozenset())
        if gone.isdisjoint(pairs(relation.a, relation.b)):
            yield relation
        else:
            yield from _left(relation, gone)


def pairs(a: Iterable[str], b: Iterable[str]) -> Iterator[Pair]:
    """Yield the pairs between two sides; each statement alone where the other side is empty."""
    others = tuple(b)
    return map(frozenset, product(a, others) if others else ((one,) for one in a))


def _left(relation: Relation, gone: frozenset[Pair]) -> Iterator[Relation]:
    """Yield what is left: for each set of others, those that are still linked to it."""
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in relation.a:
        kept = tuple(other for other in relation.b if frozenset((one, other)) not in gone)
        if kept or not (relation.b or frozenset((one,)) in gone):
            groups[kept].append(one)
    for b, a in groups.items():
        yield _between(relation, tuple(a), b)


def _between(relation: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    own = relation_id(relation.kind, relation.type, a, b, relation.issue, relation.decision)
    return replace(relation, id=own, a=a, b=b)


def _pairs(decision: Decision, found: Sides) -> Iterator[tuple[LinkKind, Pair]]:
    a, b = found[decision.id]
    if decision.against and not b:
        return
    kinds = (LinkKind(decision.value),) if decision.value else tuple(LinkKind)
    yield from product(kinds, pairs(a, b))


def _relations(decision: Decision, found: Sides) -> Iterator[Relation]:
    one, other = found[decision.id]
    a, b = tuple(sorted(one)), tuple(sorted(other - one))
    if a and b:
        kind = LinkKind(decision.value or "")
        draft = Relation("", kind, REVIEWED, a, b, decision.because, None, decision.id)
        yield _between(draft, a, b)


def _union(
    every: Iterable[frozenset[tuple[LinkKind, Pair]]],
) -> frozenset[tuple[LinkKind, Pair]]:
    return frozenset(pair for some in every for pair in some)


def _by_kind(found: frozenset[tuple[LinkKind, Pair]]) -> Pairs:
    return {kind: frozenset(pair for k, pair in found if k == kind) for kind in LinkKind}
