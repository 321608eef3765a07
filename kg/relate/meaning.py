"""Denials told by their meaning: what one side denies and another says, in whatever words.

How alike two contents are is told by vectors (`kg.annotate.likeness`). Those know nothing of "not",
nor whose deed it was, so this is asked only where one side denies and the other affirms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Alike, Block
from kg.relate.charges import FIGURES, accused, only_words, rejects
from kg.relate.contrast import UNKNOWING, denies, opposes
from kg.relate.deeds import charged, one_thing
from kg.relate.denial import denied_as_asked
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.likeness import closeness, means
from kg.relate.links import link, names
from kg.relate.sides import others, same_body

NEARLY = 0.1
"""How much less alike than the most alike a content may be."""

FEW = 2
"""How many content words both must have: less names a matter, it does not tell it."""

_ASIDE = re.compile(r",? (?:as|after|while|when|amid|because) ", re.IGNORECASE)
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

_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DIGIT = re.compile(r"\d")
_OWN = re.compile(r"\b(?:we|us|our|ours|my|its|their|his|her)\b", re.IGNORECASE)


def contradicted(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant denies, or says is not so, what another says in other words."""
    for e in block.evidence:
        if _negates(e):
            said = _closest(
                [c for c in block.evidence if _opposed(c, e, block.alike)], e, block.alike
            )
            if said:
                because = f"{names([e])} denied what {names(said)} said, in other words"
                yield link(LinkKind.DISPUTE, "denial", [e], said, because)


def _closest(said: list[Evidence], e: Evidence, alike: Alike) -> list[Evidence]:
    """Keep what is nearly as alike as the most alike: one denies one thing."""
    near = {c.id: closeness(c, e, alike) for c in said}
    return [c for c in said if near[c.id] >= max(near.values()) - NEARLY]


def _negates(e: Evidence) -> bool:
    """Tell whether something is said not to be so, in enough words and not of figures."""
    negative = e.statement.polarity is Polarity.NEGATIVE and e.asserts
    if not negative and e.statement.speech_act is not SpeechAct.DENY:
        return False
    if only_words(e):
        return False
    told = _ASIDE.split(e.words)[0]
    unclear = (
        told.startswith("to ")
        or UNKNOWING.search(e.words)
        or FIGURES.search(told)
        or _DIGIT.search(told)
    )
    return len(e.stems) >= FEW and not unclear


def _opposed(c: Evidence, e: Evidence, alike: Alike) -> bool:
    if not _affirms(c) or not _foreign(c, e) or _linked_by_others(c, e) or _two_matters(c, e):
        return False
    return not far(c, e) and means(c, e, alike)


def _affirms(c: Evidence) -> bool:
    told = c.asserts and c.statement.speech_act in _TELLING
    stated = told and c.statement.polarity is Polarity.POSITIVE and not rejects(c)
    done = any(answer.agent is not None for answer in c.answers)
    return stated and len(c.stems) > (FEW - 1 if done else FEW)


def _foreign(c: Evidence, e: Evidence) -> bool:
    one, other = c.claimant, e.claimant
    if one is None or other is None:
        return False
    return others(one, other) and not same_body(one, other)


def _linked_by_others(c: Evidence, e: Evidence) -> bool:
    """Tell whether a rule that goes by words, questions, deeds or charges links the two."""
    if c.id in e.statement.refers_to or denied_as_asked(c, e) or (denies(e) and opposes(c, e)):
        return True
    if any(charged(c, e, answer.claim.predicate) for answer in e.answers):
        return True
    accusing = c.statement.speech_act is SpeechAct.ACCUSE
    return accusing and e.claimant is not None and e.claimant.root in accused(c)


def _two_matters(c: Evidence, e: Evidence) -> bool:
    """Tell whether each speaks of its own side, or `c` of what `e` does not speak of."""
    mine = c.claimant.labels if c.claimant else frozenset()
    if _speaks_of_itself(c) and not e.about & mine:
        return True
    if not one_thing(c, e) or _counted_apart(c, e) or _of_other_days(c, e):
        return True
    if e.statement.speech_act is not SpeechAct.DENY and _OWN.search(e.words):
        own = e.claimant.labels if e.claimant else frozenset()
        if not own & c.about:
            return True
    return _of_its_own(e) and (_accuses_others(c, e) or _done_by_others(c, e))


def _of_other_days(c: Evidence, e: Evidence) -> bool:
    one, other = (frozenset(_DAY.findall(x.words)) for x in (c, e))
    return bool(one and other) and one.isdisjoint(other)


def _counted_apart(c: Evidence, e: Evidence) -> bool:
    """Tell whether `e` counts nobody, and `c` counts some or tells of another measure.

    Of one measure the figures are compared, with whom they count.
    """
    none = {answer.claim.predicate for answer in e.answers if answer.none}
    told = {answer.claim.predicate for answer in c.answers}
    counted = {answer.claim.predicate for answer in c.answers if answer.quantity is not None}
    return bool(none) and (bool(none & counted) or (bool(told) and none.isdisjoint(told)))


def _of_its_own(e: Evidence) -> bool:
    """Tell whether `e` speaks of deeds of somebody, its own side's where it names nobody."""
    named = any(answer.agent is not None for answer in e.answers)
    return named or e.statement.speech_act is SpeechAct.DENY or _OWN.search(e.words) is not None


def _done_by_others(c: Evidence, e: Evidence) -> bool:
    doers = {label for a in c.answers if a.agent is not None for label in a.agent.labels}
    mine = {label for a in e.answers if a.agent is not None for label in a.agent.labels}
    own = e.claimant.labels if e.claimant else frozenset()
    return bool(doers) and doers.isdisjoint(mine or e.about | own)


def _accuses_others(c: Evidence, e: Evidence) -> bool:
    if c.statement.speech_act is not SpeechAct.ACCUSE or e.claimant is None:
        return False
    whom = accused(c)
    return bool(whom) and whom.isdisjoint(e.about | e.claimant.labels)


def _speaks_of_itself(e: Evidence) -> bool:
    named = {label for party in (*e.named, *e.targets) for label in party.labels}
    mine = e.claimant.labels if e.claimant else frozenset()
    return _OWN.search(e.words) is not None and not named - mine
