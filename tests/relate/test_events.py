"""Two articles are of one event or not: towns, kinds of disaster, names, and words."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import ActorType, LinkKind, Reading
from kg.relate import relate
from kg.relate.namewords import MOST, name_words
from tests.relate.stories import Says, Story, actor

DAY = date(2031, 4, 2)


def _reading(name: str, text: str, who: str, number: int) -> Reading:
    story = Story(name, DAY)
    speaker = actor(who)
    story.say(speaker, text, Says("kill", None, None, number, "killed"))
    return story.reading(speaker)


def _disputes(one: str, other: str) -> int:
    readings = [
        _reading("a", one, "Orlen police", 3),
        _reading("b", other, "Saint Mira hospital", 12),
    ]
    return sum(r.kind is LinkKind.DISPUTE for r in relate(readings)[1])


@pytest.mark.parametrize(
    ("one", "other", "disputes"),
    [
        ("Three people died in Tarne at noon", "In all 12 people died in Tarne at noon", 1),
        ("Three people died in Tarne at noon", "In all 12 people died in Osk at noon", 0),
        ("Three people died in the storm in Tarne", "In all 12 people died in the quake", 0),
        ("Three people died when a bus fell", "In all 12 people died in a cafe", 0),
        ("Floods near Tarne killed three in Tarne", "In all 12 died in storms in Tarne", 1),
        ("Three people died in Tarne alone", "In all 12 died in Tarne and in Osk", 0),
        ("Three people died in south Hale County", "In all 12 died in much of Orme County", 0),
        ("Three people died at the Tarne welfare march", "In all 12 died at the farm rally", 0),
    ],
)
def test_tolls_meet_where_they_may_be_of_one_event(one: str, other: str, disputes: int) -> None:
    assert _disputes(one, other) == disputes


def test_an_article_is_marked_by_few_names() -> None:
    text = "Anna Kell, Boris Lomm, Carla Munn and Dora Nell met. Then Tuesday came to Tarne."
    reading = _reading("a", text, "Orlen police", 3)
    marks = name_words(reading)
    assert len(marks) <= MOST
    assert not marks & {"tuesday", "then"}


def _told(name: str, lead: str, who: str, words: str, number: int) -> Reading:
    """Return an article of two paragraphs that no body says, and one count of the dead."""
    story = Story(name, DAY)
    for paragraph in lead.split(". "):
        story.say(actor("Daily News"), paragraph)
    speaker = actor(who)
    story.say(speaker, words, Says("kill", None, None, number, "killed"))
    return story.reading(speaker)


def _numeric(one: Reading, other: Reading) -> int:
    return sum(r.type == "numeric" for r in relate([one, other])[1])


def test_villages_that_only_one_article_names_make_no_other_event() -> None:
    one = _told(
        "a", "Floods hit homes in Tarne. People fled in Upper Osk", "mayor", "three died", 3
    )
    other = _told("b", "Floods hit farms near Tarne. Help is in Lower Bresk", "aid", "12 died", 12)
    assert _numeric(one, other) == 1


def test_articles_that_play_in_different_towns_are_of_two_events() -> None:
    one = _told("a", "Floods hit homes in Tarne of Norvia Rail", "mayor", "three died", 3)
    other = _told("b", "Floods hit homes in Osk of Norvia Rail", "aid", "12 died", 12)
    assert _numeric(one, other) == 0


def test_a_toll_in_one_town_is_a_part_of_the_toll_of_all() -> None:
    whole = _told("a", "Floods hit homes in Tarne. Many fled in Osk", "agency", "58 died", 58)
    part = _told("b", "Floods hit homes in Tarne", "governor", "in Osk alone 27 died", 27)
    assert _numeric(whole, part) == 0


def _of_nation(name: str, words: str, who: str, number: int) -> Reading:
    """Return an article on doctors of Velmora, where the nation is all that has a name."""
    velmora = actor("Velmora", ActorType.STATE)
    story = Story(name, DAY)
    speaker = actor(who)
    out = Says("go_on_strike", None, None, number, "on strike", "percent")
    story.say(speaker, words, out, about=[velmora])
    return story.reading(speaker, velmora)


DOCTORS = "union on interns, clinics and wards: the union is out over interns, clinics and wards"


def test_a_story_of_one_nation_in_the_same_words_is_one_event_without_a_name() -> None:
    one = _of_nation("a", f"{DOCTORS}, all over: 92 percent", "alliance", 92)
    other = _of_nation("b", f"fewer: {DOCTORS}, said so: 40 percent", "ministry", 40)
    assert _numeric(one, other) == 1


def test_a_story_of_one_nation_in_other_words_is_another_event() -> None:
    miners = "union on shafts, gold and fines: the union is out over shafts, gold and fines"
    one = _of_nation("a", f"{DOCTORS}, all over: 92 percent", "alliance", 92)
    other = _of_nation("b", f"{miners}: 40 percent", "ministry", 40)
    assert _numeric(one, other) == 0
