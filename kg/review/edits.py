"""Corrections of single fields of a statement; what was found is kept beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kg.model import (
    Actor,
    ActorName,
    Attribution,
    Claim,
    Commitment,
    Comparator,
    Decision,
    EditField,
    Polarity,
    Quantity,
    Reading,
    SpeechAct,
)
from kg.review.casting import Remake, once
from kg.review.identity import Identities, actor_id

NOTHING = "none"
"""The value of a field that nobody, or nothing, is in."""

_INTERVAL = re.compile(
    r"(?P<low>\d{1,15}(?:\.\d{1,6})?)?(?P<dots>\.\.)?(?P<high>\d{1,15}(?:\.\d{1,6})?)?"
)


@dataclass(frozen=True, slots=True)
class Edited:
    """A reading after one edit, and what the field held before."""

    reading: Reading
    found: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edit needs besides the reading: who is who, and how claims are made anew."""

    known: Identities
    remake: Remake


Bound = float | None
Edit = Callable[[Reading, str, Decision, Desk], "Edited | None"]


def edit(reading: Reading, statement: str, decision: Decision, desk: Desk) -> Edited | None:
    """Return a reading with a field of a statement as decided; None where it has no such field."""
    return EDITS[decision.field](reading, statement, decision, desk) if decision.field else None


def _act(reading: Reading, statement: str, decision: Decision, _: Desk) -> Edited:
    """Write another speech act."""
    act = SpeechAct(decision.value or "")
    (found,) = (s for s in reading.statements if s.id == statement)
    said = (replace(s, speech_act=act) if s.id == statement else s for s in reading.statements)
    return Edited(replace(reading, statements=tuple(said)), found.speech_act.value)


def _polarity(reading: Reading, statement: str, decision: Decision, _: Desk) -> Edited:
    """Write another polarity, and turn the stance on each claim with it."""
    polarity = Polarity(decision.value or "")
    (found,) = (s for s in reading.statements if s.id == statement)
    said = (replace(s, polarity=polarity) if s.id == statement else s for s in reading.statements)
    commitments = (
        replace(c, polarity=_turned(c.polarity, found.polarity, polarity))
        if c.statement == statement
        else c
        for c in reading.commitments
    )
    after = replace(reading, statements=tuple(said), commitments=tuple(dict.fromkeys(commitments)))
    return Edited(after, found.polarity.value)


def _turned(stance: Polarity, found: Polarity, now: Polarity) -> Polarity:
    if found.opposes(now):
        return stance.inverted()
    open_ = Polarity.UNDERSPECIFIED in {found, now}
    return now if open_ and found is not now else stance


def _claimant(reading: Reading, statement: str, decision: Decision, desk: Desk) -> Edited:
    """Say whose claim it is."""
    after, actor = _with_actor(reading, decision, desk)
    return _attributed(after, statement, lambda who: replace(who, claimant=actor), "claimant")


def _speaker(reading: Reading, statement: str, decision: Decision, desk: Desk) -> Edited:
    """Say who voiced it."""
    after, actor = _with_actor(reading, decision, desk)
    return _attributed(after, statement, lambda who: replace(who, speaker=actor), "speaker")


def _with_actor(reading: Reading, decision: Decision, desk: Desk) -> tuple[Reading, str | None]:
    """Return the id of the actor that a decision names, and a reading that knows it.

    An article that does not speak of it gets its name and type alone.
    """
    if not decision.actors:
        return reading, None
    name, ruling = decision.actors[0], desk.known.named(decision.actors[0])
    key = ruling.actor or actor_id(name)
    actor = Actor(key, ruling.name or name.name, ruling.type or name.type)
    here = _among(reading, name, actor)
    if here is not None:
        return reading, here.id
    actors = sorted([*reading.actors, actor], key=lambda one: one.id)
    return replace(reading, actors=tuple(actors)), actor.id


def _among(reading: Reading, name: ActorName, actor: Actor) -> Actor | None:
    states = {one.id: one.name for one in reading.actors}
    by_id = (one for one in reading.actors if one.id == actor.id)
    by_name = (
        one
        for one in reading.actors
        if (one.type, one.name, states.get(one.state or "")) == (actor.type, actor.name, name.state)
    )
    return next(by_id, None) or next(by_name, None)


def _attributed(
    reading: Reading, statement: str, change: Callable[[Attribution], Attribution], field: str
) -> Edited:
    names = {actor.id: actor.name for actor in reading.actors}
    own = next((a for a in reading.attributions if a.statement == statement), None)
    known = own or Attribution(statement, None, None)
    others = reading.attributions if own else (*reading.attributions, known)
    attributions = tuple(change(a) if a == known else a for a in others)
    found = names.get(getattr(known, field) or "", NOTHING)
    return Edited(replace(reading, attributions=attributions), found)


def _quantity(reading: Reading, statement: str, decision: Decision, desk: Desk) -> Edited | None:
    """Write another number, or none, in a statement and in what it claims."""
    own = next(
        (q for s, q in reading.quantities if s == statement and label(q) == decision.found), None
    )
    if own is None:
        return None
    new = None if decision.value == NOTHING else requantified(own, decision.value or "")
    pairs = ((s, new if (s, q) == (statement, own) else q) for s, q in reading.quantities)
    after = replace(reading, quantities=tuple((s, q) for s, q in pairs if q is not None))
    return Edited(_reclaimed(after, statement, own, new, desk.remake), label(own))


def _reclaimed(
    reading: Reading, statement: str, own: Quantity, new: Quantity | None, remake: Remake
) -> Reading:
    """Commit a statement to claims of the new number in place of those of the old."""
    actors = {actor.id: actor for actor in reading.actors}
    ours = {c.claim for c in reading.commitments if c.statement == statement}
    changed = {
        claim.id: remake(_counting(claim, own, new), actors)
        for claim in reading.claims
        if claim.id in ours and claim.quantity is not None and _value(claim.quantity) == _value(own)
    }
    commitments = tuple(
        replace(c, claim=changed[c.claim].id) if _moves(c, statement, changed) else c
        for c in reading.commitments
    )
    kept = {c.claim for c in commitments}
    claims = once([*reading.claims, *changed.values()])
    return replace(
        reading,
        claims=tuple(claim for claim in claims if claim.id in kept),
        commitments=tuple(dict.fromkeys(commitments)),
    )


def _moves(commitment: Commitment, statement: str, changed: Mapping[str, Claim]) -> bool:
    return commitment.statement == statement and commitment.claim in changed


def _counting(claim: Claim, own: Quantity, new: Quantity | None) -> Claim:
    if new is None:
        return replace(claim, quantity=None, measure=own.measure, unit=own.unit)
    return replace(claim, quantity=new)


def _value(quantity: Quantity) -> tuple[object, ...]:
    return (
        quantity.measure,
        quantity.unit,
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.comparator,
    )


EDITS: Mapping[EditField, Edit] = {
    EditField.ACT: _act,
    EditField.POLARITY: _polarity,
    EditField.CLAIMANT: _claimant,
    EditField.SPEAKER: _speaker,
    EditField.QUANTITY: _quantity,
}
"""What can be corrected in a statement; the docstring of each says what changes."""


def label(quantity: Quantity) -> str:
    """Return what tells a quantity of a statement from its others: "killed 58 person"."""
    return f"{quantity.measure} {interval(quantity.low, quantity.high)} {quantity.unit}"


def interval(low: Bound, high: Bound) -> str:
    """Write a closed interval: "58", "30..", "..9", "24..99"."""
    if low is not None and low == high:
        return _number(low)
    return "..".join("" if bound is None else _number(bound) for bound in (low, high))


def _number(value: float) -> str:
    return f"{value:.15g}"


def bounds(text: str) -> tuple[Bound, Bound]:
    """Read what `interval` wrote.

    Raises `ValueError` for what is no interval.
    """
    found = _INTERVAL.fullmatch(text.strip().replace(",", ""))
    parts = dict(found.groupdict()) if found else {}
    low, high = (float(n) if (n := parts.get(name)) else None for name in ("low", "high"))
    if low is None and high is None:
        message = f"not a number or an interval: {text}"
        raise ValueError(message)
    if not parts["dots"]:
        return low, low
    if low is not None and high is not None and low > high:
        message = f"the interval ends before it begins: {text}"
        raise ValueError(message)
    return low, high


def requantified(quantity: Quantity, text: str) -> Quantity:
    """Return a quantity with the number or interval that `text` says."""
    low, high = bounds(text)
    comparator = next(kind for kind, fits in _COMPARED if fits(low, high))
    value = low if low is not None else high
    one = value if comparator is not Comparator.RANGE else None
    return replace(quantity, value=one, low=low, high=high, comparator=comparator)


_COMPARED: tuple[tuple[Comparator, Callable[[Bound, Bound], bool]], ...] = (
    (Comparator.EXACT, lambda low, high: low == high),
    (Comparator.AT_LEAST, lambda _, high: high is None),
    (Comparator.AT_MOST, lambda low, _: low is None),
    (Comparator.RANGE, lambda *_: True),
)
"""How an interval bounds what it counts: the first that fits."""
