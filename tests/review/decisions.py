"""Decisions on readings, made without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kg.model import Actor, ActorName, Decision, Passage, Reading, Verb
from kg.resolve import remade
from kg.review import identified, passage

DAY = datetime(2031, 5, 2, 10, tzinfo=UTC)


def decided(verb: Verb, *, by: str = "Ana", after: int = 0, **fields: Any) -> Decision:  # noqa: ANN401
    """Return a decision; `after` are the minutes since the first."""
    when = DAY + timedelta(minutes=after)
    return identified(Decision("", verb, by, when, f"why {after}", **fields))


def name(actor: Actor) -> ActorName:
    return ActorName(actor.id, actor.type, actor.name)


def passages(*readings: Reading) -> list[Passage]:
    return [passage(reading, s) for reading in readings for s in reading.statements]


def on(verb: Verb, *where: Passage, **more: Any) -> Decision:  # noqa: ANN401
    return decided(verb, passages=where, **more)


def merge(*actors: Actor, after: int = 0) -> Decision:
    return decided(Verb.MERGE, actors=tuple(map(name, actors)), after=after)


def split(*actors: Actor, after: int = 0) -> Decision:
    return decided(Verb.SPLIT, actors=tuple(map(name, actors)), after=after)


def normal(reading: Reading) -> Reading:
    """Return a reading whose claims have the ids and texts that resolving gives them."""
    actors = {actor.id: actor for actor in reading.actors}
    claims = {claim.id: remade(claim, actors) for claim in reading.claims}
    moved = (replace(c, claim=claims[c.claim].id) for c in reading.commitments)
    once = {claim.id: claim for claim in claims.values()}
    return replace(reading, claims=tuple(once.values()), commitments=tuple(moved))
