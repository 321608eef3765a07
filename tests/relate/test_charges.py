"""Rejections, charges and blame, within an article and from one to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.model import ActorType, LinkKind, Polarity, Reading, SpeechAct
from kg.relate import relate
from tests.relate.stories import Says, Story, actor

DAY = date(2031, 4, 2)
NEXT = date(2031, 4, 3)
RELIEF = actor("Crescent Relief")
MINISTRY = actor("health ministry")
POLICE = actor("Orlen police")
TENANTS = actor("Tenants Alliance")
MARCHERS = actor("marchers", ActorType.GROUP)
GUILD = actor("Drivers Guild")
RAIL = actor("Halden Rail")
PARTY = actor("Civic Front")
BOARD = actor("Orlen election board")
DEAD = Says("kill", number=200, measure="killed")


def disputes(*readings: Reading) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = relate(readings)[1]
    return [(r.type, r.a, r.b) for r in found if r.kind is LinkKind.DISPUTE]


def test_a_toll_is_rejected_in_another_article_by_whose_it_is() -> None:
    one, other = Story("one", DAY), Story("two", NEXT)
    toll = one.say(RELIEF, "200 died in Orlenburg floods", DEAD)
    denied = other.say(
        MINISTRY, "the relief group's toll as inflated in Orlenburg", act=SpeechAct.DENY,
        about=[RELIEF],
    )  # fmt: skip
    assert disputes(one.reading(), other.reading()) == [("rejection", (denied,), (toll,))]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the relief group will come to Orlenburg", SpeechAct.ASSERT),
        ("the relief group's toll in Orlenburg was read out", SpeechAct.ASSERT),
    ],
)
def test_speaking_of_a_toll_rejects_nothing(words: str, act: SpeechAct) -> None:
    one, other = Story("one", DAY), Story("two", NEXT)
    one.say(RELIEF, "200 died in Orlenburg floods", DEAD)
    other.say(MINISTRY, words, act=act, about=[RELIEF])
    assert disputes(one.reading(), other.reading()) == []


def test_a_toll_of_another_event_is_not_rejected() -> None:
    one, other = Story("one", DAY), Story("two", NEXT)
    one.say(RELIEF, "200 died in the floods", DEAD)
    other.say(MINISTRY, "the relief group's toll as inflated", act=SpeechAct.DENY, about=[RELIEF])
    assert disputes(one.reading(), other.reading()) == []


def test_an_accusation_is_denied_outright_in_another_article() -> None:
    one, other = Story("one", DAY), Story("two", NEXT)
    charge = one.say(
        PARTY, "the board of bribing clerks in Orlenburg", act=SpeechAct.ACCUSE, targets=[BOARD]
    )
    denial = other.say(
        BOARD, "any wrongdoing in Orlenburg", act=SpeechAct.DENY, polarity=Polarity.NEGATIVE
    )
    assert disputes(one.reading(BOARD), other.reading()) == [("denial", (denial,), (charge,))]


def test_denying_another_matter_denies_no_charge() -> None:
    one, other = Story("one", DAY), Story("two", NEXT)
    one.say(
        PARTY, "the board of bribing clerks in Orlenburg", act=SpeechAct.ACCUSE, targets=[BOARD]
    )
    other.say(
        BOARD, "that halls in Orlenburg were cold", act=SpeechAct.DENY, polarity=Polarity.NEGATIVE
    )
    assert disputes(one.reading(BOARD), other.reading()) == []


def _blame(story: Story, who: str = "the marchers for the violence") -> str:
    return story.say(POLICE, who, act=SpeechAct.ACCUSE, targets=[MARCHERS], cue="blame")


def test_who_lays_the_blame_on_others_is_blamed_by_a_third() -> None:
    story = Story("march", DAY)
    laid = _blame(story)
    hit = Says("attack", POLICE)
    charged = story.say(TENANTS, "police attacked a peaceful crowd", hit)
    assert disputes(story.reading(MARCHERS)) == [("blame", (laid,), (charged,))]


def test_a_raid_told_without_blame_answers_no_blame() -> None:
    story = Story("march", DAY)
    _blame(story)
    story.say(TENANTS, "police raided an office", Says("attack", POLICE))
    assert disputes(story.reading(MARCHERS)) == []


def test_each_says_that_the_other_left_the_talks() -> None:
    story = Story("talks", DAY)
    one = story.say(
        GUILD, "the firm for the breakdown", act=SpeechAct.ACCUSE, targets=[RAIL], cue="blame"
    )
    other = story.say(
        RAIL, "it was the guild that walked out", act=SpeechAct.ACCUSE, targets=[GUILD],
        about=[GUILD],
    )  # fmt: skip
    assert disputes(story.reading()) == [("blame", (one,), (other,))]


def test_who_says_that_it_was_attacked_first_is_blamed_by_the_other() -> None:
    story = Story("march", DAY)
    first = story.say(POLICE, "officers were attacked first", Says("attack", None, POLICE))
    hit = Says("attack", POLICE)
    charged = story.say(TENANTS, "police attacked a peaceful crowd", hit)
    assert disputes(story.reading()) == [("blame", (first,), (charged,))]


def test_one_of_the_same_nation_denies_no_charge_against_another() -> None:
    land = actor("Velmora", ActorType.STATE)
    army, rebels = actor("Velmora army", of=land), actor("Hill Front")
    rebels = replace(rebels, state=land.id)
    one, other = Story("one", DAY), Story("two", NEXT)
    hit = Says("attack", army)
    one.say(PARTY, "the army of an attack on Orlenburg", hit, act=SpeechAct.ACCUSE, targets=[army])
    no = Says("attack", rebels, polarity=Polarity.NEGATIVE)
    other.say(rebels, "an attack on Orlenburg", no, act=SpeechAct.DENY, polarity=Polarity.NEGATIVE)
    assert disputes(one.reading(land), other.reading(land)) == []


def test_two_sides_name_each_other_for_one_deed() -> None:
    army, rebels = actor("Velmora army"), actor("Hill Front")
    one, other = Story("one", DAY), Story("two", NEXT)
    first = one.say(army, "rebels of the Hill Front hit Orlenburg", Says("attack", rebels, BOARD))
    hit = Says("attack", army, BOARD)
    second = other.say(rebels, "it was the army that hit Orlenburg", hit)
    assert disputes(one.reading(BOARD), other.reading(BOARD)) == [("blame", (first,), (second,))]


def test_reports_of_dead_civilians_are_rejected_without_a_name() -> None:
    ministry, mayor = actor("defence ministry"), actor("mayor of Orlenburg")
    one, other = Story("one", DAY), Story("two", NEXT)
    kill = Says("kill", number=4, measure="killed", kind="civilian")
    told = one.say(mayor, "the strike on Orlenburg orchards killed four civilians", kill)
    denied = other.say(
        ministry, "reports of civilian casualties in Orlenburg orchards were propaganda"
    )
    assert disputes(one.reading(), other.reading()) == [("rejection", (denied,), (told,))]


def test_denying_a_deed_rejects_no_toll_that_it_points_at() -> None:
    story = Story("strike", DAY)
    toll = story.say(RELIEF, "200 died in the strike", DEAD)
    story.say(
        MINISTRY, "carrying out the strike on the market", act=SpeechAct.DENY, refers_to=[toll]
    )
    assert disputes(story.reading()) == []


@pytest.mark.parametrize(("words", "found"), [("the delay", 1), ("losing 12 keys in a lift", 0)])
def test_a_bare_denial_right_after_an_accusation_denies_it(words: str, found: int) -> None:
    story = Story("breach", DAY)
    story.say(PARTY, "the firm of waiting 19 days", act=SpeechAct.ACCUSE, targets=[RAIL])
    story.say(RAIL, words, act=SpeechAct.DENY, polarity=Polarity.NEGATIVE)
    assert len(disputes(story.reading())) == found


def test_each_says_that_it_holds_one_place() -> None:
    north, south = (actor(name, ActorType.STATE) for name in ("Velmora", "Dorrak"))
    story = Story("hill", DAY)
    raid = Says("attack", south, north)
    story.say(north, "Dorrak raided it", raid)
    story.say(south, "Velmora raided it", Says("attack", north, south))
    one = story.say(north, "it holds the high ground around Mount Tarne")
    other = story.say(south, "it fully controls Mount Tarne")
    found = disputes(story.reading())
    assert [d for d in found if d[0] == "control"] == [("control", (one,), (other,))]


def test_holding_two_places_is_no_dispute() -> None:
    north, south = (actor(name, ActorType.STATE) for name in ("Velmora", "Dorrak"))
    story = Story("hill", DAY)
    story.say(north, "Dorrak raided it", Says("attack", south, north))
    story.say(south, "Velmora raided it", Says("attack", north, south))
    story.say(north, "it holds the high ground around Mount Tarne")
    story.say(south, "it fully controls Lake Osk")
    assert [d for d in disputes(story.reading()) if d[0] == "control"] == []
