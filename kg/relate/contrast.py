"""Denials told by their words alone: what one side denies and another says, in words of one sense.

Rules that go by the predicate of a claim miss most of what is said in free words ("brushed aside
warnings", "ignored warnings about safety"). Here the words that both contents share are weighed by
how rare they are in news; names do not count, as all of a story share them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import accused, rejects
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.links import link, names
from kg.relate.sides import others, same_body
from kg.relate.telling import rarity
from kg.relate.words import stem, stems

FEW = 2
"""How many words both must have."""

MOST = 0.5
"""The share of a denial's words, weighed, that what it denies must have."""

SOME = 0.3
"""The share where what is denied names the side that denies it."""

LITTLE = 0.2
"""The share where what is denied is an accusation."""

_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<![.!?:\"\u201c\u2018] )(?<!^)\b[A-Z][\w\u2019'-]+")


def contradiction(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant denies, or says is not so, what another says in much the same words."""
    for e in block.evidence:
        if _denies(e):
            said = [c for c in block.evidence if _opposes(c, e)]
            if said:
                because = f"{names([e])} denied what {names(said)} said, in words of one sense"
                yield link(LinkKind.DISPUTE, "denial", [e], said, because)


def _denies(e: Evidence) -> bool:
    """Tell whether something is said not to be so; another's words as such are a rejection."""
    negative = e.statement.polarity is Polarity.NEGATIVE and e.asserts
    counted = any(answer.quantity is not None for answer in e.answers) or _DIGIT.search(e.words)
    return (e.statement.speech_act is SpeechAct.DENY or negative) and not counted


def _opposes(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` says what `e` denies."""
    if c.claimant is None or e.claimant is None or same_body(c.claimant, e.claimant):
        return False
    if not _affirms(c) or not others(c.claimant, e.claimant) or c.id in e.statement.refers_to:
        return False
    if _of_another(c, e):
        return False
    mine, theirs = _senses(e), _senses(c)
    shared = mine & theirs
    if len(shared) < FEW or _weight(shared) < _least(c, e) * _weight(mine):
        return False
    return c.article.id == e.article.id or not far(c, e)


def _of_another(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` holds a deed against somebody whom `e` neither speaks for nor names."""
    doers = {answer.agent for answer in c.answers if answer.agent is not None}
    whom = {label for doer in doers for label in doer.labels} | accused(c)
    mine = e.about | (e.claimant.labels if e.claimant else frozenset())
    return bool(whom) and whom.isdisjoint(mine)


def _least(c: Evidence, e: Evidence) -> float:
    if c.statement.speech_act is SpeechAct.ACCUSE:
        return LITTLE
    named = e.claimant is not None and not e.claimant.labels.isdisjoint(c.about)
    return SOME if named else MOST


def _weight(words: frozenset[str]) -> float:
    return sum(rarity(word) for word in sorted(words))


def _affirms(c: Evidence) -> bool:
    return c.asserts and c.statement.polarity is Polarity.POSITIVE and not rejects(c)


def _senses(e: Evidence) -> frozenset[str]:
    """Return the senses of a content's words, names left out."""
    return e.stems - {stem(name) for name in _NAME.findall(e.words)} - stems("not no any claim")
