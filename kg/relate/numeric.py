"""Figures on one issue: disputes about them, agreement on them, revisions of one's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from kg.model import LinkKind, Relation
from kg.relate.blocks import Block
from kg.relate.comparable import Given, apart, bounds, obstacles, same_question
from kg.relate.events import ALIKE
from kg.relate.evidence import Answer, Evidence
from kg.relate.independence import independent
from kg.relate.links import link, names, oriented
from kg.relate.meaning import WORDS_ALONE, Meaning
from kg.relate.opposition import near
from kg.relate.sides import related
from kg.relate.words import overlap

REPRESENTATIVES = 4
"""How many members of a camp are tried against those of another, so that copies cost nothing."""


@dataclass(frozen=True, slots=True)
class Camp:
    """All who give one figure on one side: members sorted by date, article and position."""

    members: tuple[Given, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return the statements."""
        return tuple(given.evidence for given in self.members)

    @property
    def answer(self) -> Answer:
        """Return the answer of the first member."""
        return self.members[0].answer

    @property
    def bounds(self) -> tuple[float, float]:
        """Return the interval as a pair, open ends as infinities."""
        quantity = self.answer.quantity
        return bounds(quantity) if quantity else (float("-inf"), float("inf"))


def numeric(block: Block) -> Iterator[Relation]:
    """Dispute: different claimants give figures on one issue that share no number."""
    for low, high in _contests(block):
        a, b = oriented(low.evidence, high.evidence)
        because = _against(low, high)
        yield link(LinkKind.DISPUTE, "numeric", a, b, because, block.shared)


def agreed_floor(block: Block) -> Iterator[Relation]:
    """Corroboration: of two disputed figures the lower is given by the side that suffered it."""
    for low, high in _contests(block):
        whose = low.answer.patient or high.answer.patient
        admits, other = low.members[0].evidence.claimant, high.members[0].evidence.claimant
        if whose is None or admits is None or other is None:
            continue
        if related(whose, admits) and not related(whose, other):
            floor = figure(low.bounds[0])
            because = f"both accept at least {floor}: {names(low.evidence)} spoke of its own side"
            a, b = low.evidence, high.evidence
            yield link(LinkKind.CORROBORATION, "agreed_floor", a, b, because, block.shared)


def agreement(block: Block) -> Iterator[Relation]:
    """Corroboration: independent claimants give figures, or the same claim, that go together."""
    for one, other in _pairs(block):
        if not _agree(one, other):
            continue
        if any(_confirms(x, y, block.meaning) for x, y in _trials(one, other)):
            a, b = oriented(one.evidence, other.evidence)
            because = f"{names(a)} and {names(b)} said what goes together: {_both(one, other)}"
            yield link(LinkKind.CORROBORATION, "agreement", a, b, because, block.shared)


def revision(block: Block) -> Iterator[Relation]:
    """Same claim: a claimant gives another figure on a later day, which replaces its own."""
    for group in _by_claimant(block).values():
        for early, late in pairwise(group):
            one, other = early.members[-1], late.members[0]
            if _published_later(one, other) and same_question(one, other) and _differ(early, late):
                because = f"{names(late.evidence)} revised {early.answer.claim.text} to"
                because = f"{because} {span(late)} on a later day"
                sides = late.evidence, early.evidence
                yield link(LinkKind.SAME_CLAIM, "revision", *sides, because, block.shared)


def camps(block: Block) -> tuple[Camp, ...]:
    """Return the camps in an issue's block: who affirms which figure or claim, or plans it."""
    found: dict[tuple[str, str, str, bool], list[Given]] = defaultdict(list)
    for e in block.evidence:
        for answer in _to(e, block.shared):
            if answer.stated and e.asserts and e.claimant is not None:
                found[e.claimant.root, *_value(answer), answer.modal].append(Given(e, answer))
    return tuple(Camp(tuple(found[key])) for key in sorted(found))


def figure(value: float) -> str:
    """Write a number as reports do: whole where it is whole, "any number" where unbounded."""
    if value in (float("inf"), float("-inf")):
        return "any number"
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _contests(block: Block) -> Iterator[tuple[Camp, Camp]]:
    """Yield the camps that dispute each other, the lower figure first."""
    for one, other in _pairs(block):
        if not _disjoint(one, other):
            continue
        if any(_good(x, y, block.meaning) for x, y in _trials(one, other)):
            low, high = sorted((one, other), key=lambda camp: camp.bounds)
            yield low, high


def _pairs(block: Block) -> Iterator[tuple[Camp, Camp]]:
    return (_once(*pair) for pair in combinations(_current(camps(block)), 2))


def _once(one: Camp, other: Camp) -> tuple[Camp, Camp]:
    """Keep to articles without a date where both camps speak in such.

    What dated articles say to each other is a link of their week.
    """
    undated = [Camp(tuple(g for g in c.members if _undated(g))) for c in (one, other)]
    return (undated[0], undated[1]) if all(c.members for c in undated) else (one, other)


def _undated(given: Given) -> bool:
    return given.evidence.article.published is None


def _current(group: Sequence[Camp]) -> list[Camp]:
    """Leave out figures that their own claimant replaced on a later day, for the same thing."""
    own: dict[str, list[Camp]] = defaultdict(list)
    for camp in group:
        own[_root(camp)].append(camp)
    return [c for c in group if not any(_replaces(other, c) for other in own[_root(c)])]


def _replaces(late: Camp, early: Camp) -> bool:
    one, other = early.members[-1], late.members[-1]
    return _published_later(one, other) and same_question(one, other)


def _root(camp: Camp) -> str:
    claimant = camp.members[0].evidence.claimant
    return claimant.root if claimant else ""


def _by_claimant(block: Block) -> dict[str, list[Camp]]:
    found: dict[str, list[Camp]] = defaultdict(list)
    for camp in sorted(camps(block), key=lambda c: c.members[0].evidence.order):
        if camp.answer.quantity is not None:
            found[_root(camp)].append(camp)
    return found


def _published_later(one: Given, other: Given) -> bool:
    first, second = one.evidence.article.published, other.evidence.article.published
    return first is not None and second is not None and first < second


def _trials(one: Camp, other: Camp) -> Iterator[tuple[Given, Given]]:
    return product(one.members[:REPRESENTATIVES], other.members[:REPRESENTATIVES])


def _good(one: Given, other: Given, meaning: Meaning) -> bool:
    return not any(obstacles(one, other, meaning))


def _confirms(one: Given, other: Given, meaning: Meaning) -> bool:
    """Tell whether two speak independently of one thing; figures tell that by what they count."""
    counted = one.answer.quantity is not None
    told = counted or near(one.evidence, other.evidence, meaning)
    return told and _good(one, other, WORDS_ALONE) and independent(one.evidence, other.evidence)


def _disjoint(one: Camp, other: Camp) -> bool:
    a, b = one.answer.quantity, other.answer.quantity
    return a is not None and b is not None and apart(a, b)


def _differ(one: Camp, other: Camp) -> bool:
    """Tell whether another number was written; "about 80" for 80 revises nothing."""
    a, b = one.answer.quantity, other.answer.quantity
    values = (a.value if a else None, b.value if b else None)
    return one.bounds != other.bounds if None in values else values[0] != values[1]


def _agree(one: Camp, other: Camp) -> bool:
    if one.answer.quantity is None or other.answer.quantity is None:
        bare = one.answer.agent is None and one.answer.patient is None
        same = one.answer.claim.id == other.answer.claim.id
        return same and not (bare and not _alike(one, other)) and not _rivals(one, other)
    return not _disjoint(one, other)


def _alike(one: Camp, other: Camp) -> bool:
    """Tell whether two camps say of nobody in particular the same in much the same words."""
    a, b = one.members[0].evidence, other.members[0].evidence
    return overlap(a.stems, b.stems) >= ALIKE


def _rivals(one: Camp, other: Camp) -> bool:
    """Tell whether two opposed sides speak; what they agree on is `occurrence`."""
    a, b = one.members[0].evidence, other.members[0].evidence
    return a.claimant is not None and b.rival in a.claimant.labels


def _value(answer: Answer) -> tuple[str, str]:
    """Return what tells answers of one claimant apart: the figure, else the claim itself."""
    quantity = answer.quantity
    if quantity is None:
        return ("claim", answer.claim.id)
    return ("figure", repr((*bounds(quantity), quantity.unit, quantity.measure)))


def answers(block: Block) -> list[Answer]:
    """Return all answers to the issue of an issue's block."""
    return [answer for e in block.evidence for answer in _to(e, block.shared)]


def _to(e: Evidence, issue: str) -> list[Answer]:
    return [answer for answer in e.answers if answer.claim.issue == issue]


def _against(low: Camp, high: Camp) -> str:
    quantity, whose = high.answer.quantity, high.answer.patient or low.answer.patient
    whom = f", same whom ({whose.name})" if whose else ""
    measure = quantity.measure if quantity else ""
    texts = f"{high.answer.claim.text} against {span(low)}"
    return f"{texts}: same measure ({measure}){whom}"


def _both(one: Camp, other: Camp) -> str:
    if one.answer.quantity is None or one.bounds == other.bounds:
        return one.answer.claim.text
    return f"{span(one)} and {span(other)}, {one.answer.claim.text}"


def span(camp: Camp) -> str:
    """Write the interval of a camp."""
    return interval(*camp.bounds)


def interval(low: float, high: float) -> str:
    """Write an interval, open ends as infinities: 58, 30 or more, up to 9, 24 to 99."""
    if low == high:
        return figure(low)
    if high == float("inf"):
        return "any number" if low == float("-inf") else f"{figure(low)} or more"
    if low in (0, float("-inf")):
        return f"up to {figure(high)}"
    return f"{figure(low)} to {figure(high)}"
