"""Derived figures, comparisons and counts of origins."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import NotFoundError
from kg.model import ActorType, Location, Reading, SpeechAct
from kg.relate import POLICIES, compare, figures, origins, relate
from tests.relate.stories import INFINITE, Says, Story, actor

VELMORA = actor("Velmora", ActorType.STATE)
DORRAK = actor("Dorrak", ActorType.STATE)
ARMY = actor("Dorrakan army", of=DORRAK)
SPOKESMAN = actor("Ilin Varr", ActorType.PERSON, of=VELMORA)
TARNE = Location("loc-tarne", "Tarne", "VM")
CLINIC = actor("field clinic")


def killed(number: int | tuple[int, int]) -> Says:
    return Says("kill", None, ARMY, number, "killed", whom="Dorrakan soldiers")


def clash() -> tuple[Reading, dict[str, str]]:
    story = Story("clash")
    said = {
        "high": story.say(VELMORA, "58 dead", killed(58)),
        "again": story.say(SPOKESMAN, "58 dead, again", killed(58)),
        "low": story.say(ARMY, "23 dead", killed(23)),
        "some": story.say(CLINIC, "at least 20 dead", killed((20, INFINITE))),
        "hurt": story.say(ARMY, "30 hurt", Says("wound", None, ARMY, 30, "wounded")),
        "calm": story.say(CLINIC, "calm", act=SpeechAct.APPEAL),
    }
    return story.reading(VELMORA, DORRAK), said


def issue_of(reading: Reading) -> str:
    return next(i.id for i in relate([reading])[0] if i.measure == "killed")


def test_figures_rest_on_statements() -> None:
    reading, said = clash()
    found = {f.policy: f for f in figures(issue_of(reading), [reading])}
    assert (found["range"].low, found["range"].high) == (20, None)
    assert found["conservative"].statements == (said["some"],)
    assert found["agreed_floor"].low == 20
    assert (found["own_side_admission"].low, found["own_side_admission"].statements) == (
        23,
        (said["low"],),
    )


def test_articles_of_other_years_are_other_figures() -> None:
    readings = []
    for year, number in ((2031, 58), (2036, 12)):
        story = Story(f"clash {year}", date(year, 4, 2), places=[TARNE])
        story.say(VELMORA, "dead", killed(number))
        readings.append(story.reading(DORRAK))
    found = figures(issue_of(readings[0]), readings)
    assert sorted((f.low, f.high) for f in found if f.policy == "range") == [(12, 12), (58, 58)]


def test_one_claimant_gives_no_agreed_floor() -> None:
    story = Story("clash")
    story.say(VELMORA, "58 dead", killed(58))
    reading = story.reading(DORRAK)
    assert {f.policy for f in figures(issue_of(reading), [reading])} == {"range", "conservative"}


def test_no_figures_on_an_unknown_issue() -> None:
    assert figures("nothing", [clash()[0]]) == ()


def test_every_policy_explains_itself() -> None:
    assert all(policy.__doc__ for policy in POLICIES)


def test_question_uses_the_words_for_the_counted() -> None:
    asked = {issue.question for issue in relate([clash()[0]])[0]}
    assert "How many Dorrakan soldiers were killed?" in asked


def test_comparable() -> None:
    reading, said = clash()
    found = compare(said["high"], said["low"], [reading])
    assert found.comparable
    assert "the figures share no number" in found.reasons


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("again", "the same side: Velmora / Ilin Varr"),
        ("hurt", "different measures: killed / wounded"),
        ("calm", "one of them makes no claim that could be counted or denied"),
    ],
)
def test_not_comparable_because(other: str, reason: str) -> None:
    reading, said = clash()
    found = compare(said["high"], said[other], [reading])
    assert not found.comparable
    assert reason in found.reasons


def test_comparing_what_is_not_there() -> None:
    with pytest.raises(NotFoundError, match="no such statement"):
        compare("nowhere", "neither", [clash()[0]])


def test_spokesman_and_government_are_one_origin() -> None:
    reading, _ = clash()
    claim = next(c.id for c in reading.claims if c.quantity and c.quantity.value == 58)
    found = origins(claim, [reading])
    assert (found.mentions, found.outlets, found.independent) == (2, 1, 1)


def test_two_witnesses_in_two_outlets_are_two_origins() -> None:
    readings = []
    for name in ("one", "two"):
        story = Story(name)
        story.say(actor(f"a nurse in {name}", ActorType.ANONYMOUS), f"58 in {name}", killed(58))
        readings.append(story.reading(DORRAK))
    claim = readings[0].claims[0].id
    found = origins(claim, readings)
    assert (found.mentions, found.outlets, found.independent) == (2, 2, 2)
