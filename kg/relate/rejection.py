"""Rejections of what another said as such: its toll, its claims, its reports."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import LinkKind, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import FIGURES, of_words, owners, rejects
from kg.relate.comparable import SETTING_CHECKS, Given
from kg.relate.evidence import Evidence
from kg.relate.links import link, names
from kg.relate.sides import others
from kg.relate.words import overlap

SHARED = 0.5
"""The share of content words from which a claim is the one that is rejected."""


def rejection(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant rejects another's statements as such ("disputes the death toll")."""
    for e in block.evidence:
        if rejects(e) and of_words(e):
            said = pointed_at(e, block)
            rejected = [
                other for other in said if other.statement.speech_act is not SpeechAct.ACCUSE
            ]
            if rejected:
                yield _link(e, rejected)


def rejection_abroad(block: Block) -> Iterator[Relation]:
    """Dispute: a claimant rejects what another said in another article ("the union's figure")."""
    for e in block.evidence:
        if block.shared in owners(e):
            said = [c for c in block.evidence if block.joins(c, e) and _meant(c, e, block.shared)]
            if said:
                yield _link(e, said)


def _meant(c: Evidence, e: Evidence, owner: str) -> bool:
    """Tell whether `c` is of the owner and gives what `e` rejects: a figure, or the same matter."""
    mine = c.claimant is not None and c.claimant.root == owner and others(c.claimant, e.claimant)
    if not mine or not c.asserts or rejects(c):
        return False
    counted = [a for a in c.answers if a.affirmed and a.quantity is not None]
    if FIGURES.search(e.words):
        return any(_one_setting(Given(c, a), e) for a in counted)
    return len(c.stems & e.stems) > 1 and overlap(c.stems, e.stems) >= SHARED


def _one_setting(given: Given, e: Evidence) -> bool:
    return not any(check(given, Given(e, given.answer)) for check in SETTING_CHECKS)


def pointed_at(e: Evidence, block: Block) -> list[Evidence]:
    """Return the statements of others that `e` refers to."""
    refers = set(e.statement.refers_to)
    return [c for c in block.evidence if c.id in refers and others(c.claimant, e.claimant)]


def _link(e: Evidence, rejected: list[Evidence]) -> Relation:
    because = f"{names([e])} rejected what {names(rejected)} said"
    return link(LinkKind.DISPUTE, "rejection", [e], rejected, because)
