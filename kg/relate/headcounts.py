"""Figures whose counted bear different names: "140 people", "more than 300 passengers".

Claims set apart whom they count, so that dead children are not all the dead. Where one side counts
people and the other more of a kind of people, or both a share or a sum of money of which each has
its own noun, only what both say tells whether they count the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from kg.model import LinkKind, Relation
from kg.relate.blocks import Block
from kg.relate.comparable import Given, apart, bounds, obstacles
from kg.relate.counted import counted_as
from kg.relate.evidence import Evidence
from kg.relate.links import link, names, oriented
from kg.relate.meaning import Meaning
from kg.relate.opposition import near, told
from kg.relate.sides import proper, strangers

SURE = 0.75
"""The probability from which two such figures are said to exclude each other."""


def headcount(block: Block) -> Iterator[Relation]:
    """Dispute: figures of one measure that go by different nouns cannot both be so."""
    meet = block.meetings()
    counting = [e for e in block.evidence if e.asserts and e.claimant is not None]
    for one, other in combinations(counting, 2):
        if meet(one.id, other.id) and strangers(one.claimant, other.claimant):
            yield from _counted_apart(one, other, block)


def _counted_apart(one: Evidence, other: Evidence, block: Block) -> Iterator[Relation]:
    pairs = list(product(_given(one, block), _given(other, block)))
    if any(x.answer.claim.issue == y.answer.claim.issue for x, y in pairs):
        return
    if any(_exclusive(x, y, block.meaning) for x, y in pairs):
        a, b = oriented([one], [other])
        because = f"{names(a)} and {names(b)} count the same, as it reads, and share no number"
        yield link(LinkKind.DISPUTE, "numeric", a, b, because)


def _given(e: Evidence, block: Block) -> Iterator[Given]:
    for answer in e.answers:
        quantity = answer.quantity
        if quantity and answer.affirmed and counted_as(quantity) == block.shared:
            yield Given(e, answer)


def _exclusive(x: Given, y: Given, meaning: Meaning) -> bool:
    """Tell whether two figures exclude each other; "none" may be none of another kind."""
    one, other = x.answer.quantity, y.answer.quantity
    if one is None or other is None or not apart(one, other):
        return False
    if any(proper(g.answer.patient) or g.answer.none for g in (x, y)) or not _of_all(x, y):
        return False
    if any(obstacles(x, y, meaning)) or not near(x.evidence, y.evidence, meaning):
        return False
    return meaning.exclude(told(x.evidence), told(y.evidence)) >= SURE


def _of_all(x: Given, y: Given) -> bool:
    """Tell whether one counts people and the other more of a kind, or both shares or money."""
    kind, people = (x, y) if x.answer.claim.noun else (y, x)
    many, all_ = kind.answer.quantity, people.answer.quantity
    if many is None or all_ is None or many.unit != "person":
        return True
    return people.answer.claim.noun is None and bounds(many)[0] > bounds(all_)[1]
