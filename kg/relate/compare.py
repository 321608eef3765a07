"""Why two statements can or cannot be set against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from kg.errors import NotFoundError
from kg.model import Reading
from kg.relate.comparable import Given, apart, obstacles
from kg.relate.contrast import excludes, tells
from kg.relate.evidence import Evidence, evidence
from kg.relate.meaning import WORDS_ALONE, Meaning


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two statements answer one question as two claimants, and the reasons in words."""

    comparable: bool
    reasons: tuple[str, ...]


def compare(
    a: str, b: str, readings: Sequence[Reading], meaning: Meaning = WORDS_ALONE
) -> Comparison:
    """Say whether the statements with ids `a` and `b` are comparable, and why (not).

    Where they make several claims, the pair of claims with the fewest obstacles decides; where no
    claims are comparable, what is known of their `meaning`.

    Raises `kg.errors.NotFoundError` when no reading holds one of the ids.
    """
    one, other = _find(a, readings), _find(b, readings)
    found = _by_claims(one, other, meaning)
    told = tells(one) and tells(other)
    ways = ((one, other), (other, one))
    if found.comparable or not told or not any(excludes(*way, meaning) for way in ways):
        return found
    return Comparison(comparable=True, reasons=("as they read, they cannot both be so",))


def _by_claims(one: Evidence, other: Evidence, meaning: Meaning) -> Comparison:
    pairs = list(product(_given(one), _given(other)))
    if not pairs:
        return Comparison(
            comparable=False,
            reasons=("one of them makes no claim that could be counted or denied",),
        )
    judged = [(tuple(obstacles(x, y, meaning)), x, y) for x, y in pairs]
    against, x, y = min(
        judged, key=lambda j: (len(j[0]), j[1].answer.claim.id, j[2].answer.claim.id)
    )
    return Comparison(comparable=False, reasons=against) if against else _comparable(x, y)


def _comparable(x: Given, y: Given) -> Comparison:
    one, other = x.answer.quantity, y.answer.quantity
    texts = f"{x.answer.claim.text} / {y.answer.claim.text}"
    if one is None or other is None:
        alike = x.answer.claim.issue == y.answer.claim.issue
        return Comparison(comparable=alike, reasons=(f"one question: {texts}",))
    verdict = "the figures share no number" if apart(one, other) else "the figures go together"
    return Comparison(
        comparable=True, reasons=(f"same measure ({one.measure}) and same whom: {texts}", verdict)
    )


def _given(e: Evidence) -> list[Given]:
    return [Given(e, answer) for answer in e.answers]


def _find(statement: str, readings: Sequence[Reading]) -> Evidence:
    for reading in readings:
        if any(s.id == statement for s in reading.statements):
            for e in evidence(reading):
                if e.id == statement:
                    return e
    raise NotFoundError(statement, "no such statement", "`kg statements --json` lists their ids")
