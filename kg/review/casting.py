"""The actors of one article as people decided, in place of those that were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.model import (
    Actor,
    Attribution,
    Claim,
    Commitment,
    Decision,
    Mark,
    Quantity,
    Reading,
    Reliability,
)
from kg.review.identity import Identities, Ruling, apart_id
from kg.review.places import same_article

Remake = Callable[[Claim, Mapping[str, Actor]], Claim]
"""Gives a claim the id, issue and text that follow from its other fields (`kg.resolve.remade`)."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A reading with its actors as people decided; `grades` are those of actors, by id."""

    reading: Reading
    marks: tuple[Mark, ...] = ()
    grades: Mapping[str, tuple[Reliability, tuple[Decision, ...]]] | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """What one actor was found as, and what it is."""

    found: Actor
    actor: Actor
    applied: tuple[Decision, ...]
    contested: tuple[Decision, ...]
    reliability: Reliability | None


def cast(reading: Reading, known: Identities, remake: Remake) -> Cast:
    """Return a reading with one actor for those that are one, named and typed as decided."""
    names = {actor.id: actor.name for actor in reading.actors}
    parts = [_part(a, names.get(a.state or ""), reading, known) for a in reading.actors]
    if not any(part.applied or part.contested for part in parts):
        return Cast(reading)
    marks = {
        Mark(d.id, part.actor.id, actor=True, contested=group is part.contested)
        for part in parts
        for group in (part.applied, part.contested)
        for d in group
    }
    changed = {part.found.id: part.actor.id for part in parts if part.found != part.actor}
    return Cast(
        recast(reading, _actors(parts), changed, remake) if changed else reading,
        tuple(sorted(marks, key=lambda mark: (mark.decision, mark.thing))),
        {p.actor.id: (p.reliability, p.applied) for p in parts if p.reliability is not None},
    )


def _part(found: Actor, state: str | None, reading: Reading, known: Identities) -> _Part:
    actor, (applied, contested) = _set_apart(found, state, reading, known)
    key = known.key(actor, state, reading.article)
    ruling = known.rulings[key] if key else Ruling()
    off = {d.id for d in (*applied, *contested)}
    elsewhere = {d.id for d in ruling.applied if d.citations}
    applied += tuple(d for d in ruling.applied if d.id not in off | elsewhere)
    contested += tuple(d for d in ruling.contested if d.id not in off)
    return _Part(found, _ruled(actor, ruling), applied, contested, ruling.reliability)


def _set_apart(
    found: Actor, state: str | None, reading: Reading, known: Identities
) -> tuple[Actor, tuple[tuple[Decision, ...], tuple[Decision, ...]]]:
    """Return who an actor is in this article, with the decisions that say so or contradict."""
    key = known.key(found, state, reading.article)
    here = tuple(
        d
        for d in known.apart.get(key or (), ())
        if any(same_article(place, reading.article) for place in d.citations)
    )
    others = {apart_id(d): d.value for d in here}
    if len(others) != 1:
        return found, ((), here)
    ((other, name),) = others.items()
    return replace(found, id=other, name=name or found.name), (here, ())


def _ruled(actor: Actor, ruling: Ruling) -> Actor:
    name = ruling.name or actor.name
    called = {*actor.aliases, *ruling.aliases, actor.name} if name != actor.name else actor.aliases
    return replace(
        actor,
        id=ruling.actor or actor.id,
        name=name,
        type=ruling.type or actor.type,
        aliases=tuple(sorted({*called, *ruling.aliases} - {name})),
    )


def _actors(parts: list[_Part]) -> tuple[Actor, ...]:
    """Return each actor once, with what is known of all that it was found as."""
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for part in sorted(parts, key=lambda p: (p.found.id != p.actor.id, p.found.id)):
        found[part.actor.id].append(part.actor)
    links = {part.found.id: part.actor.id for part in parts}
    return tuple(_joined(found[key], links) for key in sorted(found))


def _joined(same: list[Actor], links: Mapping[str, str]) -> Actor:
    first = same[0]

    def link(name: str) -> str | None:
        known = (key for actor in same if (key := getattr(actor, name)) is not None)
        return next((now for key in known if (now := links.get(key, key)) != first.id), None)

    return replace(
        first,
        aliases=tuple(sorted({alias for actor in same for alias in actor.aliases} - {first.name})),
        role=next((actor.role for actor in same if actor.role), None),
        organisation=link("organisation"),
        part_of=link("part_of"),
        acts_for=link("acts_for"),
        state=link("state"),
    )


def recast(
    reading: Reading, actors: tuple[Actor, ...], changed: Mapping[str, str], remake: Remake
) -> Reading:
    """Return a reading with other actors; `changed` leads from the ids that were to those that are.

    An id leads to itself where only the actor's name or type is another.
    """

    def now(key: str | None) -> str | None:
        return changed.get(key, key) if key is not None else None

    def counted(quantity: Quantity) -> Quantity:
        return replace(quantity, of_whom=now(quantity.of_whom), by_whom=now(quantity.by_whom))

    def claimed(claim: Claim) -> Claim:
        if changed.keys().isdisjoint({claim.agent, claim.patient, *_of(claim.quantity)}):
            return claim
        quantity = counted(claim.quantity) if claim.quantity else None
        agent, patient = now(claim.agent), now(claim.patient)
        return remake(replace(claim, agent=agent, patient=patient, quantity=quantity), cast_)

    def voiced(who: Attribution) -> Attribution:
        targets = tuple(dict.fromkeys(changed.get(target, target) for target in who.targets))
        return replace(who, speaker=now(who.speaker), claimant=now(who.claimant), targets=targets)

    cast_ = {actor.id: actor for actor in actors}
    claims = {claim.id: claimed(claim) for claim in reading.claims}
    mentions = (replace(m, entity=changed.get(m.entity, m.entity)) for m in reading.mentions)
    return replace(
        reading,
        actors=actors,
        mentions=tuple(dict.fromkeys(mentions)),
        attributions=tuple(map(voiced, reading.attributions)),
        quantities=tuple((key, counted(quantity)) for key, quantity in reading.quantities),
        claims=once(claims.values()),
        commitments=recommitted(reading, {key: claim.id for key, claim in claims.items()}),
    )


def once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return each claim once: of equal ids the first."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.id, claim)
    return tuple(found.values())


def recommitted(reading: Reading, claims: Mapping[str, str]) -> tuple[Commitment, ...]:
    """Return the commitments of a reading to other claims, each once."""
    moved = (replace(c, claim=claims.get(c.claim, c.claim)) for c in reading.commitments)
    return tuple(dict.fromkeys(moved))


def _of(quantity: Quantity | None) -> tuple[str | None, ...]:
    return (quantity.of_whom, quantity.by_whom) if quantity else ()
