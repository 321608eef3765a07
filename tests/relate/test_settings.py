"""Where an article plays, and which sentences speak of an earlier time."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import ActorType, Location
from kg.relate.leads import beginning, begins
from kg.relate.settings import another_gathering, earlier, scene, within
from tests.relate.stories import Says, Story, actor

POLICE = actor("Orlen police")
VELMORA = actor("Velmora", ActorType.STATE)
DORRAK = actor("Dorrak", ActorType.STATE)
TARNE = Location("loc-tarne", "Tarne", "VM")
OSK = Location("loc-osk", "Osk", "VM")


def test_the_place_named_most() -> None:
    story = Story("fire", places=[OSK, TARNE])
    story.say(POLICE, "the mill in Tarne burned; a road from Osk to Tarne is closed")
    assert scene(story.reading()) == TARNE.id


def test_a_small_town_that_no_gazetteer_knows() -> None:
    story = Story("fire")
    story.say(POLICE, "a mill near Lower Hamsey burned. People of Lower Hamsey fled.")
    assert scene(story.reading()) == "name:lower hamsey"


def test_a_day_is_no_town() -> None:
    story = Story("fire")
    story.say(POLICE, "it burned in March. In March it rained.")
    assert scene(story.reading()) == "fire"


def test_two_sides_where_no_place_is_named() -> None:
    story = Story("raid")
    story.say(POLICE, "a raid", Says("attack", VELMORA, DORRAK))
    assert scene(story.reading()) == "+".join(sorted(f"nation:{s.id}" for s in (VELMORA, DORRAK)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained. Last year 12 people died.", "last year"),
        ("Last year it rained. Now 12 people died.", None),
        ("12 people died in 2019.", "in 2019"),
        ("In the first half of the year 12 people died.", "in the first half of the"),
        ("In three earlier ones 12 people died.", "earlier ones"),
        ("12 people died.", None),
        ("It rained. The war has killed 12 people.", "the war has"),
        (
            "The civil war, which broke out in May, has killed 12 people.",
            "the civil war, which broke out in may, has",
        ),
        ("12 people died in April 2019.", "in april 2019"),
    ],
)
def test_earlier_times(text: str, words: str | None) -> None:
    at = text.index("12 people")
    assert earlier(text[beginning(begins(text), at) :]) == words


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("In March, 12 people died.", date(2031, 6, 2), "in march"),
        ("In June, 12 people died.", date(2031, 6, 2), None),
        ("In May, 12 people died.", date(2031, 6, 2), None),
        ("12 people died in 2031.", date(2031, 6, 2), None),
        ("12 people died since the start of the monsoon.", date(2031, 6, 2), "since the start of"),
        ("12 people died in an aftershock.", date(2031, 6, 2), "aftershock"),
    ],
)
def test_earlier_than_an_article(text: str, published: date, words: str | None) -> None:
    found = earlier(text, published)
    assert found == words or (words is not None and found is not None and words in found)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("In Osk county, in Velmora's Tarne region, nine died", {"osk", "tarne"}),
        ("nine died across northern Dorrak", {"dorrak"}),
        ("nine died in Monday's attack", set()),
        ("nine died in March", set()),
        ("nine died in the flood", set()),
    ],
)
def test_what_something_is_said_to_be_in(words: str, names: set[str]) -> None:
    assert within(words) == names


@pytest.mark.parametrize(
    ("passage", "days"),
    [
        ("A vigil Sunday drew about 300 people", {"sunday"}),
        ("A march in Osk on Friday passed off calmly. Some 4,000 took part", {"friday"}),
        ("A similar march in Osk drew 900", {"another"}),
        ("A march on Saturday drew 9,000 people", set()),
        ("The march drew 9,000 people on Sunday", set()),
        ("The crowd was put at 9,000", set()),
    ],
)
def test_another_gathering_than_that_of_headline_and_lead(passage: str, days: set[str]) -> None:
    opens = frozenset({"thousands", "marched", "on", "saturday"})
    assert another_gathering(passage, opens) == days
