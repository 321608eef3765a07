"""Which statements on an issue go with which hypotheses: the matrix of ACH, prefilled.

Analysis of Competing Hypotheses (Heuer 1999, "Psychology of Intelligence Analysis", ch. 8) asks of
every piece of evidence whether it is consistent with each hypothesis, and looks at what is
inconsistent. Cells are filled from figures and stances alone; the analyst knows more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import (
    Against,
    Assessed,
    Cell,
    Claim,
    Fit,
    Hypothesis,
    Issue,
    LinkKind,
    Matrix,
    Polarity,
    Reading,
    Relation,
)
from kg.relate.comparable import bounds
from kg.relate.evidence import Answer, Evidence, evidence
from kg.relate.independence import origin_groups
from kg.relate.numeric import interval

MAY_BE, NO_STANCE = "it speaks of what may or will be", "it takes no stance"
Bounds = tuple[float, float]
Ties = Mapping[str, Sequence[tuple[Relation, frozenset[str]]]]
"""By statement its disputes and corroborations, each with the statements on the other side."""


def matrix(
    issue: Issue,
    hypotheses: Sequence[Hypothesis],
    readings: Sequence[Reading],
    relations: Iterable[Relation] = (),
) -> Matrix:
    """Set every statement that answers `issue` against every hypothesis.

    Args:
        issue: the question.
        hypotheses: figures, or claims of the issue.
        readings: those with a claim on the issue.
        relations: disputes and corroborations, by which other claims of the issue are told to go
            with a claim or not.
    """
    found = [e for reading in readings for e in evidence(reading) if _answers(e, issue.id)]
    ordered = sorted(found, key=lambda e: e.order)
    ties = _ties(relations)
    affirming = [_affirming(ordered, issue.id, hypothesis) for hypothesis in hypotheses]
    rows = tuple(
        Assessed(
            e.id,
            tuple(
                _cell(e, _answers(e, issue.id), hypothesis, ties, holders)
                for hypothesis, holders in zip(hypotheses, affirming, strict=True)
            ),
        )
        for e in ordered
    )
    against = tuple(_against(ordered, rows, place) for place in range(len(hypotheses)))
    return Matrix(issue, tuple(hypotheses), rows, against)


def claims_on(issue: str, readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """Return the claims on an issue, by text and id."""
    found = {claim.id: claim for r in readings for claim in r.claims if claim.issue == issue}
    return tuple(sorted(found.values(), key=lambda claim: (claim.text, claim.id)))


def _answers(e: Evidence, issue: str) -> list[Answer]:
    return [answer for answer in e.answers if answer.claim.issue == issue]


def _ties(relations: Iterable[Relation]) -> Ties:
    found: defaultdict[str, list[tuple[Relation, frozenset[str]]]] = defaultdict(list)
    for relation in relations:
        if relation.kind in {LinkKind.DISPUTE, LinkKind.CORROBORATION}:
            a, b = frozenset(relation.a), frozenset(relation.b)
            for one, other in ((a, b), (b, a)):
                for statement in one:
                    found[statement].append((relation, other))
    return found


def _affirming(ordered: Iterable[Evidence], issue: str, hypothesis: Hypothesis) -> frozenset[str]:
    """Return the statements that affirm one of a hypothesis's claims."""
    return frozenset(
        e.id
        for e in ordered
        for answer in _answers(e, issue)
        if answer.affirmed and e.asserts and answer.claim.id in hypothesis.claims
    )


def _cell(
    e: Evidence,
    answers: Sequence[Answer],
    hypothesis: Hypothesis,
    ties: Ties,
    holders: frozenset[str],
) -> Cell:
    """Judge all answers of a statement; what is inconsistent in one of them decides."""
    if not e.asserts:
        return Cell(Fit.NEUTRAL, f"it does not assert it ({e.statement.speech_act})")
    judge = _figure if hypothesis.counted else _stance
    cells = [judge(answer, hypothesis) for answer in answers]
    if not hypothesis.counted:
        cells += _linked(e.id, ties, holders)
    order = (Fit.INCONSISTENT, Fit.CONSISTENT, Fit.NEUTRAL)
    return min(cells, key=lambda cell: order.index(cell.fit))


def _figure(answer: Answer, hypothesis: Hypothesis) -> Cell:
    """Compare intervals: consistent where they share a number."""
    quantity = answer.quantity
    if quantity is None:
        return Cell(Fit.NEUTRAL, "it gives no figure")
    if hypothesis.unit and hypothesis.unit != quantity.unit:
        return Cell(Fit.NEUTRAL, f"different units: {quantity.unit} / {hypothesis.unit}")
    least = float("-inf") if hypothesis.low is None else hypothesis.low
    most = float("inf") if hypothesis.high is None else hypothesis.high
    if answer.affirmed:
        return _affirmed(bounds(quantity), (least, most))
    if answer.denied:
        return _denied(bounds(quantity), (least, most))
    return Cell(Fit.NEUTRAL, MAY_BE if answer.modal else NO_STANCE)


def _affirmed(said: Bounds, supposed: Bounds) -> Cell:
    texts = f"{interval(*said)} and {interval(*supposed)}"
    if _apart(said, supposed):
        return Cell(Fit.INCONSISTENT, f"{texts} share no number")
    return Cell(Fit.CONSISTENT, f"{texts} go together")


def _denied(said: Bounds, supposed: Bounds) -> Cell:
    denied, left = interval(*said), interval(*supposed)
    if _apart(said, supposed):
        return Cell(Fit.CONSISTENT, f"it denies {denied}, which leaves {left}")
    if said[0] <= supposed[0] and supposed[1] <= said[1]:
        return Cell(Fit.INCONSISTENT, f"it denies {denied}, and {left} with it")
    return Cell(Fit.NEUTRAL, f"it denies {denied}, which is only a part of {left}")


def _apart(one: Bounds, other: Bounds) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _stance(answer: Answer, hypothesis: Hypothesis) -> Cell:
    """Take the stance on the hypothesis's own claims."""
    if answer.claim.id not in hypothesis.claims:
        return Cell(Fit.NEUTRAL, f"it says something else: {answer.claim.text}")
    if answer.modal:
        return Cell(Fit.NEUTRAL, MAY_BE)
    if answer.affirmed:
        return Cell(Fit.CONSISTENT, "it affirms it")
    if answer.polarity is Polarity.NEGATIVE:
        return Cell(Fit.INCONSISTENT, "it denies it")
    return Cell(Fit.NEUTRAL, NO_STANCE)


def _linked(statement: str, ties: Ties, holders: frozenset[str]) -> list[Cell]:
    """Take disputes and corroborations with those who affirm the hypothesis."""
    fits = {LinkKind.DISPUTE: Fit.INCONSISTENT, LinkKind.CORROBORATION: Fit.CONSISTENT}
    return [
        Cell(fits[relation.kind], relation.because)
        for relation, other in ties.get(statement, ())
        if other & holders
    ]


def _against(ordered: Sequence[Evidence], rows: Sequence[Assessed], place: int) -> Against:
    wrong = [
        e for e, row in zip(ordered, rows, strict=True) if row.cells[place].fit is Fit.INCONSISTENT
    ]
    return Against(tuple(e.id for e in wrong), len(origin_groups(wrong)))
