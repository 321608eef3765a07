"""Rejections of what another said as such: its toll, its claims, its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import LinkKind, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import FIGURES, of_words, owners, rejects
from kg.relate.events import elsewhere
from kg.relate.evidence import Evidence
from kg.relate.links import link, names
from kg.relate.meaning import Meaning
from kg.relate.opposition import told
from kg.relate.sides import one_side, others
from kg.relate.words import overlap, stems

_HARM = re.compile(r"\bcivilian (?:casualt|death|victim|harm|loss|toll|killing)", re.IGNORECASE)
_CIVIL = re.compile(r"\b(?:civilians?|children|women|farmers|villagers|families)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:claims?|statements?|reports?|accounts?|versions?|stor(?:y|ies)|assertions?)"
    r" (?:about|on|over|regarding|concerning) (?P<topic>[^,.;\"\u201c]+?)(?= as |[,.;\"\u201c]|$)",
    re.IGNORECASE,
)
_NOT_TOLD = frozenset({SpeechAct.ACCUSE, SpeechAct.MENTION})
"""What is denied as an accusation, and what a source only speaks of."""

_HARMS = frozenset({"kill", "wound", "casualty"})
_BARE = re.compile(
    r"(?:it|this|that|those|these"
    r"|(?:the|this|that|these|those) (?:account|claim|charge|allegation|accusation|version|report"
    r"|suggestion|statement)s?)[.,]?",
    re.IGNORECASE,
)
LIKELY = 0.5
"""The probability from which an answer excludes what it may be an answer to."""

SHARED = 0.5
"""The share of content words from which a claim is the one that is rejected."""


def rejection(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant rejects another's statements as such ("disputes the death toll")."""
    for e in block.evidence:
        if rejects(e) and of_words(e):
            after = _gone_on(e, block)
            rejected = [
                other
                for other in _answered(e, after, block)
                if other.statement.speech_act not in _NOT_TOLD
                and other.stems != e.stems
                and _on_topic(other, e)
            ]
            if rejected:
                yield _link(_in_full(e, after, rejected, block.meaning), rejected)


def _answered(e: Evidence, after: Evidence | None, block: Block) -> list[Evidence]:
    """Return what `e` points at; of "that" alone, what its claimant's words `after` exclude most.

    Who "denied that" goes on to say what is so, which tells what of the other's words is meant.
    """
    said = pointed_at(e, block)
    if after is None or len(said) != 1:
        return said
    (near,) = said
    with_it = (c for c in block.evidence if c.at < e.at and _told_with(c, near))
    there = {c.id: c for c in (near, *with_it)}.values()
    meant = {c.id: block.meaning.exclude(told(c), told(after)) for c in there}
    best = max(there, key=lambda c: (meant[c.id], c.at))
    return [best] if meant[best.id] > max(meant[near.id], LIKELY) else said


def _in_full(
    e: Evidence, after: Evidence | None, rejected: Sequence[Evidence], meaning: Meaning
) -> list[Evidence]:
    """Return `e`, with its claimant's next words where these are likely to exclude `rejected`."""
    if after is None:
        return [e]
    likely = any(meaning.exclude(told(c), told(after)) > LIKELY for c in rejected)
    return [e, after] if likely else [e]


def _gone_on(e: Evidence, block: Block) -> Evidence | None:
    """Return what a claimant that said "no" to "that" alone says next, in the same paragraph."""
    if not _BARE.fullmatch(e.words):
        return None
    after = (c for c in block.evidence if c.at > e.at and c.paragraph == e.paragraph)
    found = next(after, None)
    goes_on = found is not None and found.asserts and one_side(e.claimant, found.claimant)
    return found if goes_on else None


def _told_with(c: Evidence, said: Evidence) -> bool:
    """Tell whether the claimant of `said` says that `c` is so in the same paragraph."""
    there = c.paragraph == said.paragraph and c.asserts
    return there and one_side(c.claimant, said.claimant)


def rejection_abroad(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant rejects what another said in another article ("the union's figure")."""
    for e in block.evidence:
        if block.shared in owners(e):
            said = [c for c in block.evidence if block.joins(c, e) and _meant(c, e, block.shared)]
            if said:
                yield _link([e], said)


def _meant(c: Evidence, e: Evidence, owner: str) -> bool:
    """Tell whether `c` is of the owner and gives what `e` rejects: a figure, or the same matter."""
    mine = c.claimant is not None and c.claimant.root == owner and others(c.claimant, e.claimant)
    if not mine or not c.asserts or rejects(c) or c.statement.speech_act in _NOT_TOLD:
        return False
    if elsewhere(c, e) or not _on_topic(c, e):
        return False
    if FIGURES.search(e.words):
        return any(a.affirmed and a.quantity is not None for a in c.answers)
    return len(c.stems & e.stems) > 1 and overlap(c.stems, e.stems) >= SHARED


def _on_topic(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` speaks of what the rejected words are said to be about, if that is said."""
    about = _ABOUT.search(e.words)
    topic = stems(about["topic"]) if about else frozenset()
    return not topic or not topic.isdisjoint(c.stems)


def harm_rejected(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant rejects reports of harm to civilians that others told of."""
    for e in block.evidence:
        if rejects(e) and of_words(e) and _HARM.search(e.words):
            said = [c for c in block.evidence if _tells_harm(c, e)]
            if said:
                yield _link([e], said)


def _tells_harm(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` says that civilians came to harm in the event that `e` speaks of."""
    if not c.asserts or rejects(c) or not others(c.claimant, e.claimant) or elsewhere(c, e):
        return False
    if c.claimant is not None and c.claimant.root in owners(e):
        return False
    harmed = any(a.affirmed and not a.none and a.claim.predicate in _HARMS for a in c.answers)
    return harmed and _CIVIL.search(c.words) is not None


def pointed_at(e: Evidence, block: Block) -> list[Evidence]:
    """Return the statements of others that `e` refers to."""
    refers = set(e.statement.refers_to)
    return [c for c in block.evidence if c.id in refers and _foreign(c, e)]


def _foreign(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` is not of the side of `e`; whose words they are need not be known."""
    unknown = c.claimant is None and bool(c.statement.source) and e.claimant is not None
    return unknown or others(c.claimant, e.claimant)


def _link(rejecting: Sequence[Evidence], rejected: Sequence[Evidence]) -> Relation:
    because = f"{names(rejecting[:1])} rejected what {names(rejected)} said"
    return link(LinkKind.DISPUTE, "rejection", rejecting, rejected, because)
