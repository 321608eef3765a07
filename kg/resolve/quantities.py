"""Frames that count something become quantities of someone."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import (
    NUMBER,
    Actor,
    ActorType,
    Comparator,
    Document,
    Extraction,
    Frame,
    Quantity,
    Span,
)
from kg.resolve.denotes import Denotes
from kg.resolve.numbers import Number, parse

_HELD = re.compile(
    r"^(?:the |all |some )?(?P<holder>.+?)-(?:held|controlled|run|owned|occupied)\b", re.IGNORECASE
)
_ARMS = re.compile(
    r"\b(?:drone|missile|rocket|shell|artillery|jet|fighter jet|plane|warplane|aircraft|helicopter"
    r"|gunship|tank|gunboat|warship|bomb|bomber|fire|gunfire|shelling|bombardment|air ?strike"
    r"|strike|raid|attack|air defen[cs]e|mortar|bullet)s?$",
    re.IGNORECASE,
)
"""Weapons and their use, which act for whose they are."""
_UNKNOWN = Number(None, None, None, Comparator.VAGUE)
_SUFFERED = frozenset({"losses", "casualties"})
"""Measures whose patient is who suffers, whatever is counted."""

_HARMED = frozenset({"killed", "wounded"})
_LOCAL = re.compile(r"(?:treat|hospitali[sz]|brought|bring|receiv|admit)", re.IGNORECASE)
"""Verbs by which one place counts those who came to it."""

_BODIES = re.compile(r"[^,.;:\n]{0,12}?\b(?:body|bodies|corpses?)\b", re.IGNORECASE)
_BODIES_OF = re.compile(r"\b(?:bodies|corpses) of (?:\w+ ){0,2}$", re.IGNORECASE)
"""What stands behind or before a number of bodies."""


def quantities(
    document: Document, extraction: Extraction, denotes: Denotes
) -> tuple[tuple[str, Quantity], ...]:
    """Return each statement's id with each quantity of its content, in the order of the frames.

    Numbers that no parser reads are left out; vague losses stay, without bounds.
    """
    found = ((f.statement, quantity(document, f, denotes)) for f in extraction.frames)
    return tuple((statement, q) for statement, q in found if q is not None)


def quantity(document: Document, frame: Frame, denotes: Denotes) -> Quantity | None:
    """Return what a frame counts; None for nothing, and for "many" of what no predicate counts."""
    if frame.quantity is None or frame.measure is None:
        return None
    text = document.article.text
    number = parse(frame.quantity.of(text))
    if number is None and frame.measure in _SUFFERED:
        number = _UNKNOWN
    if number is None or (frame.measure == NUMBER and number.comparator is Comparator.VAGUE):
        return None
    number = _at_least(document, frame, number, frame.quantity)
    return Quantity(
        span=frame.quantity,
        measure=frame.measure,
        unit=number.unit or frame.unit or "thing",
        value=number.value,
        low=number.low,
        high=number.high,
        comparator=number.comparator,
        of_whom=_id(of_whom(document, frame, denotes)),
        by_whom=_id(by_whom(document, frame, denotes)),
        of_whom_text=frame.patient.of(text) if frame.patient else None,
    )


def _at_least(document: Document, frame: Frame, number: Number, at: Span) -> Number:
    """Open upwards what one hospital counted, or who found bodies: elsewhere there may be more."""
    exact = number.comparator is Comparator.EXACT and number.value
    if not exact or frame.measure not in _HARMED:
        return number
    text = document.article.text
    bodies = _BODIES.match(text, at.end) or _BODIES_OF.search(
        text[max(0, at.start - 30) : at.start]
    )
    if not (bodies or _LOCAL.match(frame.trigger.of(text))):
        return number
    return replace(number, high=None, comparator=Comparator.AT_LEAST)


def _id(actor: Actor | None) -> str | None:
    return None if actor is None else actor.id


def by_whom(document: Document, frame: Frame, denotes: Denotes) -> Actor | None:
    """Return who acts: the agent, or whose weapon it is ("Velmoran artillery", "its drones")."""
    if frame.agent is None:
        return None
    armed = _ARMS.search(frame.agent.of(document.article.text)) is not None
    owner = denotes.owner(frame.agent) if armed else None
    return owner or denotes.doer(frame.agent)


def of_whom(document: Document, frame: Frame, denotes: Denotes) -> Actor | None:
    """Return whose people or things a frame is about: the patient, else who holds it.

    "Its soldiers" are an actor; "25 Velmoran-held posts" belong to Velmora; "heavy Velmoran
    losses" are Velmora's. "Protesters" and "people" of no side are nobody that could be asked:
    for them the words stand alone.
    """
    if frame.patient is None:
        return None
    held = _HELD.match(frame.patient.of(document.article.text))
    if held:
        start = frame.patient.start
        return denotes.owner(Span(start, start + held.end("holder"))) or denotes.owner(
            frame.patient
        )
    found = denotes.actor(frame.patient) or denotes.owner(frame.patient)
    if found is None and frame.quantity is not None and frame.quantity.covers(frame.patient):
        found = denotes.owner(frame.quantity)
    return None if found is None or _anybody(found) else found


def _anybody(actor: Actor) -> bool:
    """Tell whether a group belongs to no side, place or body."""
    bonds = (actor.organisation, actor.part_of, actor.acts_for, actor.state)
    return actor.type is ActorType.GROUP and not any(bonds)
