"""The rules that link statements, by what the evidence of their block shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.model import Relation
from kg.relate.blocks import Block
from kg.relate.causes import two_causes
from kg.relate.contrast import contradiction
from kg.relate.deeds import deed_denied
from kg.relate.denial import accusation_denied, charge_denied, denial
from kg.relate.headcounts import headcount
from kg.relate.narratives import (
    blame,
    blame_traded,
    blame_traded_abroad,
    competing_gain,
    control,
    framing,
    losses,
    occurrence,
)
from kg.relate.numeric import agreed_floor, agreement, numeric, revision
from kg.relate.rejection import harm_rejected, rejection, rejection_abroad
from kg.relate.response import acceptance, unanswered
from kg.relate.restatement import copy, heading, paraphrase, restatement
from kg.relate.support import endorsement, evidence_shown, eyewitness, partial, shared_appeal
from kg.relate.victory import two_winners

Rule = Callable[[Block], Iterator[Relation]]

FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    "issue": (numeric, denial, agreed_floor, agreement, restatement, revision),
    "article": (
        rejection,
        accusation_denied,
        blame_traded,
        heading,
        paraphrase,
        endorsement,
        evidence_shown,
        partial,
        shared_appeal,
        acceptance,
    ),
    "count": (headcount,),
    "deed": (deed_denied,),
    "rivals": (blame, framing, control, competing_gain, losses, occurrence),
    "matter": (contradiction, two_causes, two_winners, harm_rejected),
    "place": (eyewitness,),
    "wording": (copy,),
    "party": (unanswered, charge_denied, rejection_abroad, blame_traded_abroad),
}
"""The rules for each family of blocks (`kg.relate.blocks.KEYS`)."""

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)
"""All rules; the docstring of each says what it links and why."""


def apply(block: Block) -> Iterator[Relation]:
    """Yield the links that the rules of the block's family find in it and that are its own."""
    for rule in FAMILIES[block.key.family]:
        for found in rule(block):
            own = block.trimmed(found)
            if own is not None and block.owns(own):
                yield own
