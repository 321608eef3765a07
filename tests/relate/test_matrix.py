"""Cells of the matrix, case by case, and what it counts."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import ActorType, Comparator, Fit, Hypothesis, Polarity, SpeechAct
from kg.pipeline import know
from kg.relate import matrix, relate
from tests.relate.stories import Says, Story, actor

VELMORA = actor("Velmora", ActorType.STATE)
DORRAK = actor("Dorrak", ActorType.STATE)
RIVALS = actor("Council")
DAY = date(2031, 4, 2)
NEGATIVE = Polarity.NEGATIVE


def figure(low: float | None, high: float | None) -> Hypothesis:
    return Hypothesis(f"{low} to {high}", low, high)


def kill(number: int | tuple[int, int], **more: object) -> Says:
    return Says("kill", VELMORA, DORRAK, number, **more)  # type: ignore[arg-type]


EXACTLY_58, AT_LEAST_50 = kill(58), kill((50, 10**9))
ABOUT_60 = kill(60, comparator=Comparator.ABOUT)


@pytest.mark.parametrize(
    ("says", "low", "high", "fit"),
    [
        (EXACTLY_58, 58, 58, Fit.CONSISTENT),
        (EXACTLY_58, 50, None, Fit.CONSISTENT),
        (EXACTLY_58, None, 57, Fit.INCONSISTENT),
        (EXACTLY_58, 20, 30, Fit.INCONSISTENT),
        (AT_LEAST_50, 58, 58, Fit.CONSISTENT),
        (AT_LEAST_50, 23, 23, Fit.INCONSISTENT),
        (ABOUT_60, 58, 58, Fit.CONSISTENT),
        (kill(58, polarity=NEGATIVE), 58, 58, Fit.INCONSISTENT),
        (kill(58, polarity=NEGATIVE), 23, 23, Fit.CONSISTENT),
        (kill(58, polarity=NEGATIVE), 50, 60, Fit.NEUTRAL),
        (kill((50, 10**9), polarity=NEGATIVE), 60, None, Fit.INCONSISTENT),
        (kill(58, polarity=Polarity.UNDERSPECIFIED), 58, 58, Fit.NEUTRAL),
        (kill(58, modal=True), 23, 23, Fit.NEUTRAL),
        (kill(0, polarity=NEGATIVE), 0, 0, Fit.CONSISTENT),
    ],
)
def test_figures_go_together_where_they_share_a_number(
    says: Says, low: float | None, high: float | None, fit: Fit
) -> None:
    story = Story("one", DAY)
    story.say(VELMORA, "so many of them fell", says)
    readings = [story.reading()]
    (issue,) = relate(readings)[0]
    (row,) = matrix(issue, [figure(low, high)], readings).rows
    assert row.cells[0].fit is fit
    assert row.cells[0].because


def test_who_appeals_asserts_nothing() -> None:
    story = Story("one", DAY)
    story.say(VELMORA, "to stop at 58", kill(58), act=SpeechAct.APPEAL)
    readings = [story.reading()]
    (issue,) = relate(readings)[0]
    (row,) = matrix(issue, [figure(23, 23)], readings).rows
    assert row.cells[0].fit is Fit.NEUTRAL


def test_percentages_are_not_counts() -> None:
    story = Story("one", DAY)
    story.say(VELMORA, "58 of them fell", kill(58))
    readings = [story.reading()]
    (issue,) = relate(readings)[0]
    half = Hypothesis("50 percent", 50, 50, unit="percent")
    (row,) = matrix(issue, [half], readings).rows
    assert row.cells[0].fit is Fit.NEUTRAL


def test_it_counts_the_inconsistent_with_their_origins_in_the_users_order() -> None:
    first, second = Story("first", DAY), Story("second", DAY)
    one = first.say(VELMORA, "58 soldiers of Dorrak fell", kill(58))
    copy = second.say(VELMORA, "the enemy counts 58 dead", kill(58))
    other = second.say(DORRAK, "we lost 23", kill(23))
    readings = [second.reading(), first.reading()]
    (issue,) = relate(readings)[0]
    found = matrix(issue, [figure(23, 23), figure(50, None), figure(0, None)], readings)
    assert [row.statement for row in found.rows] == [one, copy, other]
    assert [h.low for h in found.hypotheses] == [23, 50, 0]
    assert [(a.statements, a.origins) for a in found.against] == [
        ((one, copy), 1),
        ((other,), 1),
        ((), 0),
    ]
    assert all(row.diagnostic for row in found.rows)
    same = matrix(issue, [figure(0, None), figure(0, 99)], readings)
    assert not any(row.diagnostic for row in same.rows)


def test_the_order_of_articles_changes_nothing() -> None:
    stories = [Story("first", DAY), Story("second", DAY)]
    stories[0].say(VELMORA, "58 soldiers of Dorrak fell", kill(58))
    stories[1].say(DORRAK, "we lost 23", kill(23))
    readings = [story.reading() for story in stories]
    (issue,) = relate(readings)[0]
    hypotheses = [figure(23, 23), figure(58, 58)]
    assert matrix(issue, hypotheses, readings) == matrix(issue, hypotheses, readings[::-1])


def test_a_claim_is_affirmed_denied_or_disputed() -> None:
    story = Story("one", DAY)
    began = Says("start", DORRAK, VELMORA)
    accuses = story.say(VELMORA, "Dorrak began it", began, act=SpeechAct.ACCUSE)
    denied = Says("start", DORRAK, VELMORA, polarity=NEGATIVE)
    denies = story.say(DORRAK, "we began nothing", denied, act=SpeechAct.DENY)
    knowledge = know([story.reading()])
    claim = next(c for c in knowledge.readings[0].claims if c.predicate == "start")
    issue = next(i for i in knowledge.issues if i.id == claim.issue)
    supposed = Hypothesis("Dorrak began it", claims=(claim.id,))
    found = matrix(issue, [supposed], knowledge.readings, knowledge.relations)
    fits = {row.statement: row.cells[0].fit for row in found.rows}
    assert fits == {accuses: Fit.CONSISTENT, denies: Fit.INCONSISTENT}
