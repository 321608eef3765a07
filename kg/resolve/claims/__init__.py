"""Frames become claims, equal claims one node, and statements commit to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import (
    NUMBER,
    Actor,
    Attribution,
    Claim,
    Commitment,
    Document,
    Extraction,
    Frame,
    Interval,
    Polarity,
    Quantity,
    Span,
    Statement,
    content_id,
)
from kg.resolve.claims.kinds import kind
from kg.resolve.claims.wording import wording
from kg.resolve.denotes import Denotes
from kg.resolve.quantities import by_whom, of_whom

__all__ = ["AGENT_UNSAID", "claims", "remade"]

AGENT_UNSAID = frozenset(
    """
    kill wound neutralize casualty lose make_homeless go_missing displace strand poison infect
    rescue survive start attend go_on_strike turn_out vote resign retreat surrender close reopen
    cancel rise fall lay_off explode smoke gunfire damage spill leak contaminate successful
    necessary unprovoked cost detain destroy hospitalize lose_power affect inflate
    unemploy shoot bar_from_station stay_away
    """.split()
)
"""Concepts whose question leaves out by whom: reports of a toll often do not say it.

For all others the agent makes the question: that A pays and that B pays are two questions.
"""

_PATIENT_TELLS = frozenset({"capture", "shoot_down"})
"""Concepts whose question leaves out by whom where it is known of whom: one side's posts are
captured by the other. Where it is not known, the agent makes the question.
"""

_DENIALS = frozenset(
    """
    deny denial disavow repudiate refute refutation rebut rebuttal reject rejection dismiss
    dispute contradict debunk gainsay
    """.split()
)
"""Lemmas of cues that turn round what is in their content."""

_OWN_SIDE = frozenset({"we", "our", "us", "i"})
_POSSESSIVE = frozenset({"its", "their"})
_OPENING = re.compile(r"\b(?:said|says|and) that $", re.IGNORECASE)
_BEFORE = 12
"""How many characters before an agent may tell that it opens a clause of speech."""


def claims(
    document: Document,
    extraction: Extraction,
    denotes: Denotes,
    quantities: Sequence[tuple[str, Quantity]],
    attributions: Sequence[Attribution],
) -> tuple[tuple[Claim, ...], tuple[Commitment, ...]]:
    """Return the claims of an article, each once, and which statements commit to them.

    A statement without a frame claims nothing that could be compared. `quantities` are those
    that `resolve.quantities` found in the same frames; `attributions` give the claimant for "we"
    and "our" where `denotes` leaves them open.
    """
    counted: dict[tuple[str, Span | None, str | None], Quantity] = {
        (statement, q.span, q.measure): q for statement, q in quantities
    }
    said = {s.id: s for s in extraction.statements}
    claimants = {a.statement: a.claimant for a in attributions}
    found: dict[str, Claim] = {}
    commitments: dict[Commitment, None] = {}
    for frame in (f for f in extraction.frames if f.predicate != NUMBER):
        own = counted.get((frame.statement, frame.quantity, frame.measure))
        claim = _claim(document, frame, denotes, own, claimants.get(frame.statement))
        found.setdefault(claim.id, claim)
        commitments[_commitment(said[frame.statement], frame, claim)] = None
    return tuple(found.values()), tuple(commitments)


def remade(claim: Claim, actors: Mapping[str, Actor]) -> Claim:
    """Return a claim whose id, issue and text follow from its other fields, as they should.

    `actors` hold those that it names, by id.
    """
    agent, patient = (actors.get(key or "") for key in (claim.agent, claim.patient))
    asked = _asked(claim)
    unsaid = _unsaid(claim.predicate, patient)
    return replace(
        claim,
        id=content_id(
            "claim",
            asked,
            claim.patient,
            claim.agent,
            _value(claim.quantity),
            claim.place,
            _days(claim.time),
        ),
        issue=content_id("issue", asked, _called(patient), None if unsaid else _called(agent)),
        text=wording(claim, agent, patient),
    )


def _claim(
    document: Document,
    frame: Frame,
    denotes: Denotes,
    counted: Quantity | None,
    claimant: str | None,
) -> Claim:
    agent = _agent(document, frame, denotes, claimant)
    patient = of_whom(document, frame, denotes)
    words = frame.patient.of(document.article.text) if frame.patient else None
    place = denotes.place(frame.place) if frame.place else None
    draft = Claim(
        id="",
        issue="",
        predicate=frame.predicate,
        text="",
        agent=agent.id if agent else None,
        patient=patient.id if patient else None,
        quantity=counted,
        place=place.id if place else None,
        time=denotes.time(frame.time) if frame.time else None,
        noun=kind(words, patient, frame.predicate) or None,
        measure=None if counted else frame.measure,
        unit=None if counted else frame.unit,
    )
    return remade(draft, {actor.id: actor for actor in (agent, patient) if actor is not None})


def _agent(
    document: Document, frame: Frame, denotes: Denotes, claimant: str | None
) -> Actor | None:
    """Return who acts; "we", "our" and "said that its ..." are the claimant's own side."""
    if frame.agent is None:
        return None
    actor = by_whom(document, frame, denotes)
    text = document.article.text
    first = frame.agent.of(text).lower().split()[0]
    own = first in _OWN_SIDE and actor is None
    if claimant is not None and (own or _of_the_speaker(text, frame.agent, first)):
        return denotes.actors.get(claimant, actor)
    return actor


def _of_the_speaker(text: str, agent: Span, first: str) -> bool:
    """Tell whether "its troops" opens what somebody says: "that its troops had ..."."""
    before = text[max(0, agent.start - _BEFORE) : agent.start]
    return first in _POSSESSIVE and _OPENING.search(before) is not None


def _unsaid(predicate: str, patient: Actor | None) -> bool:
    """Tell whether the question leaves out by whom."""
    told = patient is not None and predicate in _PATIENT_TELLS
    return told or predicate in AGENT_UNSAID


def _called(actor: Actor | None) -> str | None:
    """Return what a question calls an actor: "Ruiz" asks of "Ana Ruiz", too."""
    return actor.short if actor else None


def _asked(claim: Claim) -> tuple[str | None, ...]:
    """Return what is asked, without the answer, the parties, the place and the time.

    The noun sets dead civilians and dead soldiers apart; of plain people and of an actor's own
    force there is none. What could be counted asks the same without a number: "any post was
    captured" answers how many were.
    """
    measured = claim.quantity or claim
    return claim.predicate, measured.measure, measured.unit, claim.noun or ""


def _value(counted: Quantity | None) -> tuple[float | str | None, ...] | None:
    """Return the number as it is hashed: 58.0 and 58 are one."""
    if counted is None:
        return None
    bounds = (counted.value, counted.low, counted.high)
    return (*(None if n is None else float(n) for n in bounds), counted.comparator.value)


def _days(when: Interval | None) -> tuple[str | None, str | None] | None:
    if when is None:
        return None
    start, end = (day.isoformat() if day else None for day in (when.start, when.end))
    return start, end


def _commitment(statement: Statement, frame: Frame, claim: Claim) -> Commitment:
    """Combine what the cue and the words inside the content say of the claim.

    "No civilians were killed" affirms a count of zero; "denied killing" negates, and so does
    "said that it had not killed"; "denied that it had not paid" affirms.
    """
    return Commitment(statement.id, claim.id, _polarity(statement, frame), frame.modal)


def _polarity(statement: Statement, frame: Frame) -> Polarity:
    """Return the stance towards the claim of one frame.

    The statement's own polarity already holds the negation of its main clause, which may be
    another clause than the frame's: where only the statement is negative, it is left open.
    """
    if statement.polarity is Polarity.UNDERSPECIFIED:
        return Polarity.UNDERSPECIFIED
    denied = statement.cue_lemma in _DENIALS
    if denied != frame.negated:
        return Polarity.NEGATIVE
    if not denied and statement.polarity is Polarity.NEGATIVE:
        return Polarity.UNDERSPECIFIED
    return Polarity.POSITIVE
