"""The wording of an issue as a question: "How many Velmoran soldiers were killed?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Issue
from kg.relate.evidence import Answer

PLURALS = {
    "person": "people",
    "aircraft": "aircraft",
    "money": "money",
    "family": "families",
    "loss": "losses",
}
AMOUNTS = frozenset({"money", "USD", "EUR", "GBP", "percent", "tonne", "barrel", "hectare", "km"})
"""Units that are measured rather than counted."""


ASKED = {
    "attended": "How many {whom} attended?",
    "casualties": "How many casualties were there{among}?",
    "cost": "How much did it cost{by}?",
    "earned": "How much was earned{by}?",
    "fell": "By how much did it fall{of}?",
    "homeless": "How many {whom} were made homeless?",
    "lead": "By how many {whom} is the lead{by}?",
    "losses": "How many losses were there{among}?",
    "missing": "How many {whom} are missing?",
    "on strike": "How many {whom} were on strike?",
    "rose": "By how much did it rise{of}?",
    "stranded": "How many {whom} are stranded?",
    "survived": "How many {whom} survived?",
    "turnout": "What was the turnout?",
    "voted": "How many {whom} voted?",
}
"""Measures with a question of their own."""

COUNTED = "How many {whom} were {measure}{by}?"
MEASURED = "How much was {measure}{by}{of}?"
"""Questions for all other measures, of things counted and of amounts."""

_OPENING = re.compile(
    r"^(?:(?:the|a|an|some|all|both|only|about|around|at least|more than|its|their|his|her|our|my"
    r"|[\d.,]+)\s+)+",
    re.IGNORECASE,
)


def issue(answers: Iterable[Answer]) -> Issue:
    """Return the issue that all of `answers` (at least one) answer, worded from the fullest."""
    first = min(answers, key=fullest)
    quantity = first.quantity
    return Issue(
        id=first.claim.issue,
        question=question(first),
        predicate=first.claim.predicate,
        measure=quantity.measure if quantity else None,
        unit=quantity.unit if quantity else None,
        patient=first.claim.patient,
    )


def fullest(answer: Answer) -> tuple[bool, bool, bool, int, int, str, str, str, str]:
    """Return a total order: figures and who is named first, then the shortest plain words.

    A headline's capitals ("Velmoran Soldiers") come after the words of a text. Answers that are
    equal in it word an issue alike.
    """
    words = _words(answer)
    capitals = sum(word[:1].isupper() for word in words.split())
    whose, by = (party.name if party else "" for party in (answer.patient, answer.agent))
    named = answer.quantity is None, answer.patient is None, not words
    return *named, capitals, len(words), words, answer.claim.id, whose, by


def question(answer: Answer) -> str:
    """Word the question behind `answer`, with the names of its parties."""
    quantity = answer.quantity
    patient = answer.patient.name if answer.patient else ""
    agent = answer.agent.name if answer.agent else ""
    if quantity is None:
        return _whether(answer.claim.predicate, agent, patient)
    form = ASKED.get(quantity.measure) or (MEASURED if quantity.unit in AMOUNTS else COUNTED)
    whom = _whom(answer)
    return form.format(
        whom=whom,
        measure=quantity.measure,
        of=f" of {patient}" if patient else "",
        among=f" among {whom}" if patient else "",
        by=f" by {agent}" if agent and answer.claim.predicate in GAINS else "",
    )


def _whom(answer: Answer) -> str:
    """Return the words for the counted, else the patient's name with the unit."""
    if words := _words(answer):
        return words
    unit = answer.quantity.unit if answer.quantity else "thing"
    plural = PLURALS.get(unit, f"{unit}s")
    if answer.patient is None:
        return plural
    return f"of {answer.patient.name}" if unit == "person" else f"{plural} of {answer.patient.name}"


def _words(answer: Answer) -> str:
    """Return the words for the counted, where they say of whom without a pronoun."""
    text = (answer.quantity.of_whom_text if answer.quantity else None) or ""
    bare = _OPENING.sub("", text).strip()
    owned = answer.patient is not None and bare[:1].islower()
    return "" if owned or len(bare.split()) > LONGEST else _lowered(bare)


def _lowered(words: str) -> str:
    """Write the common noun behind a name small: "Velmoran Soldiers", "Fighters" of a headline."""
    *most, last = words.split() or [""]
    common = last.lower() in _COMMON
    return " ".join((*most, last.lower() if common else last))


_COMMON = frozenset(
    "soldiers troops fighters militants people civilians workers protesters posts outposts forces"
    " officers guards drivers teachers nurses miners students children women men homes houses jobs"
    " schools supporters customers passengers police seats votes".split()
)
"""Plurals that no name ends in, but for a headline's capitals."""

GAINS = frozenset({"capture", "win", "lead", "earn", "pay", "buy", "sell", "raise_money", "invest"})
"""Predicates whose issue is that of one doer."""

LONGEST = 5
"""More words than this tell a story instead of naming the counted."""


def _whether(predicate: str, agent: str, patient: str) -> str:
    """Word a question without a figure: "Is it so: Velmora, attack, Dorrak?"."""
    parts = (agent, predicate.replace("_", " "), patient)
    return f"Is it so: {', '.join(part for part in parts if part)}?"
