"""Denials in other words: what one side denies and another says, by sense or by meaning.

Rules that go by the predicate of a claim miss most of what is said in free words ("brushed aside
warnings", "ignored warnings about safety"). How alike two contents are is told by the weight of
the words they share and by vectors (`kg.annotate.likeness`). Neither knows of "not", so this is
asked only where one side denies and the other affirms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Alike, Block
from kg.relate.charges import FIGURES, accused, only_words, rejects
from kg.relate.deeds import charged
from kg.relate.denial import denied_as_asked
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.likeness import closeness, in_words_of, means
from kg.relate.links import link, names
from kg.relate.matters import two_matters
from kg.relate.sides import strangers

FEW = 2
"""How many content words both must have: less names a matter, it does not tell it."""

MOST = 0.5
"""The share of a denial's words, weighed, that what it denies must have."""

SOME = 0.3
"""The share where what is denied names the side that denies it."""

NEARLY = 0.1
"""How much less near than the nearest a content may be: one denies one thing."""

_UNKNOWING = re.compile(
    r"\b(?:no (?:knowledge|information|details|comment|record|report|reports)|not (?:aware|know)"
    r"|unaware|nothing (?:is|was) known)\b",
    re.IGNORECASE,
)
"""Words of one who does not know, which deny nothing."""

_ASIDE = re.compile(r",? (?:as|after|while|when|amid|because) ", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_TELLING = frozenset(
    {
        SpeechAct.ASSERT,
        SpeechAct.ACCUSE,
        SpeechAct.TESTIFY,
        SpeechAct.ACKNOWLEDGE,
        SpeechAct.ASSESS,
        SpeechAct.PRESENT_EVIDENCE,
    }
)
"""Acts that tell what is or was; praise and blame only take it for granted."""


def contradiction(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant denies, or says is not so, what another says in other words."""
    for e in block.evidence:
        if _denies(e):
            near = {
                c.id: closeness(c, e, block.alike)
                for c in block.evidence
                if _opposes(c, e, block.alike)
            }
            said = [c for c in block.evidence if near.get(c.id, -1) >= _least(near)]
            if said:
                because = f"{names([e])} denied what {names(said)} said, in other words"
                yield link(LinkKind.DISPUTE, "denial", [e], said, because)


def _least(near: dict[str, float]) -> float:
    return max(near.values(), default=0.0) - NEARLY


def _denies(e: Evidence) -> bool:
    """Tell whether something is said not to be so, in enough words and not of figures.

    A refusal to do something denies nothing; another's words as such are a rejection.
    """
    negative = e.statement.polarity is Polarity.NEGATIVE and e.asserts
    if not negative and e.statement.speech_act is not SpeechAct.DENY:
        return False
    told = _ASIDE.split(e.words)[0]
    unclear = told.startswith("to ") or _UNKNOWING.search(e.words) or only_words(e)
    return len(e.stems) >= FEW and not (unclear or FIGURES.search(told) or _DIGIT.search(told))


def _opposes(c: Evidence, e: Evidence, alike: Alike) -> bool:
    """Tell whether `c` says what `e` denies, and no rule that goes by claims tells so."""
    if (
        not _affirms(c)
        or not strangers(c.claimant, e.claimant)
        or _linked_by_others(c, e)
        or two_matters(c, e)
    ):
        return False
    return not far(c, e) and (_in_its_words(c, e) or means(c, e, alike))


def _affirms(c: Evidence) -> bool:
    told = c.asserts and c.statement.speech_act in _TELLING
    stated = told and c.statement.polarity is Polarity.POSITIVE and not rejects(c)
    done = any(answer.agent is not None for answer in c.answers)
    return stated and len(c.stems) > (FEW - 1 if done else FEW)


def _linked_by_others(c: Evidence, e: Evidence) -> bool:
    """Tell whether a rule that goes by pointing, questions, deeds or charges links the two."""
    if c.id in e.statement.refers_to or denied_as_asked(c, e):
        return True
    if any(charged(c, e, answer.claim.predicate) for answer in e.answers):
        return True
    accusing = c.statement.speech_act is SpeechAct.ACCUSE
    return accusing and e.claimant is not None and e.claimant.root in accused(c)


def _in_its_words(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` has so much of the words of `e` that these alone tell.

    What an article denies of itself, it points at; deeds are compared with whom they befall.
    """
    denied_there = c.article.id == e.article.id and e.statement.speech_act is SpeechAct.DENY
    if denied_there or c.deeds & e.deeds or c.statement.speech_act is SpeechAct.ACCUSE:
        return False
    return in_words_of(c, e, SOME if e.labels & c.about else MOST)
