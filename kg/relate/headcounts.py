"""Figures whose counted bear different names: "more than 300 passengers", "140 people".

Claims set apart whom they count, so that dead children are not all the dead. Where one side counts
people and the other names a kind, only what both say tells whether they count the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.model import LinkKind, Relation
from kg.relate.blocks import Block
from kg.relate.comparable import Given, apart, obstacles
from kg.relate.evidence import Evidence
from kg.relate.links import link, names, oriented
from kg.relate.meaning import Meaning
from kg.relate.opposition import told
from kg.relate.sides import proper, strangers

SURE = 0.75
"""The probability from which two such figures are said to exclude each other."""


def headcount(block: Block) -> Iterator[Relation]:
    """Dispute: figures of one measure, of people and of a kind of people, cannot both be so."""
    counting = [e for e in block.evidence if e.asserts and e.claimant is not None]
    meet = block.meetings()
    for n, one in enumerate(counting):
        for other in counting[n + 1 :]:
            if strangers(one.claimant, other.claimant) and meet(one.id, other.id):
                yield from _counted_apart(one, other, block)


def _counted_apart(one: Evidence, other: Evidence, block: Block) -> Iterator[Relation]:
    pairs = product(_given(one, block), _given(other, block))
    if any(_exclusive(x, y, block.meaning) for x, y in pairs):
        a, b = oriented([one], [other])
        because = f"{names(a)} and {names(b)} count the same, as it reads, and share no number"
        yield link(LinkKind.DISPUTE, "numeric", a, b, because)


def _given(e: Evidence, block: Block) -> Iterator[Given]:
    for answer in e.answers:
        quantity = answer.quantity
        if quantity and answer.affirmed and f"{quantity.measure} {quantity.unit}" == block.shared:
            yield Given(e, answer)


def _exclusive(x: Given, y: Given, meaning: Meaning) -> bool:
    """Tell whether two figures exclude each other; "none" may be none of another kind."""
    one, other = x.answer.quantity, y.answer.quantity
    if one is None or other is None or x.answer.claim.issue == y.answer.claim.issue:
        return False
    named = any(proper(g.answer.patient) or g.answer.none for g in (x, y))
    if named or not apart(one, other) or any(obstacles(x, y, meaning)):
        return False
    return meaning.exclude(told(x.evidence), told(y.evidence)) >= SURE
