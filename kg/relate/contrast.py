"""Denials told by their words alone: what one side denies and another says, in words of one sense.

Rules that go by the predicate of a claim miss most of what is said in free words ("brushed aside
warnings", "ignored warnings about safety").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import only_words, rejects
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.likeness import in_words_of
from kg.relate.links import link, names
from kg.relate.sides import others, same_body

FEW = 2
"""How many words both must have."""

MOST = 0.5
"""The share of a denial's words, weighed, that what it denies must have."""

SOME = 0.3
"""The share where what is denied names the side that denies it."""

UNKNOWING = re.compile(
    r"\b(?:no (?:knowledge|information|details|comment|record|report|reports)|not (?:aware|know)"
    r"|unaware|nothing (?:is|was) known)\b",
    re.IGNORECASE,
)
"""Words of one who does not know, which deny nothing."""

_DIGIT = re.compile(r"\d")


def contradiction(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant denies, or says is not so, what another says in much the same words."""
    for e in block.evidence:
        if denies(e):
            said = [c for c in block.evidence if opposes(c, e)]
            if said:
                because = f"{names([e])} denied what {names(said)} said, in words of one sense"
                yield link(LinkKind.DISPUTE, "denial", [e], said, because)


def denies(e: Evidence) -> bool:
    """Tell whether something is said not to be so; another's words as such are a rejection."""
    negative = e.statement.polarity is Polarity.NEGATIVE and e.asserts
    if UNKNOWING.search(e.words) or only_words(e):
        return False
    counted = any(answer.quantity is not None for answer in e.answers) or _DIGIT.search(e.words)
    return (e.statement.speech_act is SpeechAct.DENY or negative) and not counted


def opposes(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` says what `e` denies, and no rule that goes by deeds or charges tells so."""
    if not _affirms(c) or _deeds(c) & _deeds(e) or c.id in e.statement.refers_to:
        return False
    if not _foreign(c, e) or _of_another(c, e):
        return False
    named = e.claimant is not None and not e.claimant.labels.isdisjoint(c.about)
    return in_words_of(c, e, SOME if named else MOST) and _one_event(c, e)


def _affirms(c: Evidence) -> bool:
    """Tell whether something is said to be so; accusations are for the rules on charges."""
    stated = c.asserts and c.statement.polarity is Polarity.POSITIVE and not rejects(c)
    return stated and c.statement.speech_act is not SpeechAct.ACCUSE


def _deeds(e: Evidence) -> frozenset[str]:
    return frozenset(answer.claim.predicate for answer in e.answers)


def _foreign(c: Evidence, e: Evidence) -> bool:
    one, other = c.claimant, e.claimant
    if one is None or other is None:
        return False
    return others(one, other) and not same_body(one, other)


def _one_event(c: Evidence, e: Evidence) -> bool:
    """Tell whether both are of one event; what an article denies of itself, it points at."""
    if c.article.id == e.article.id:
        return e.statement.speech_act is not SpeechAct.DENY
    return not far(c, e)


def _of_another(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` tells of a deed of somebody whom `e` neither speaks for nor names."""
    doers = {answer.agent for answer in c.answers if answer.agent is not None}
    whom = {label for doer in doers for label in doer.labels}
    mine = e.about | (e.claimant.labels if e.claimant else frozenset())
    return bool(whom) and whom.isdisjoint(mine)
