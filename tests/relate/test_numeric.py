"""Figures in six kinds of story: which of them are disputed, and which only look it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kg.model import (
    Actor,
    ActorType,
    Comparator,
    Interval,
    Kind,
    LinkKind,
    Location,
    Reading,
    Relation,
    SpeechAct,
)
from kg.relate import relate
from kg.relate.meaning import WORDS_ALONE, Meaning
from tests.relate.stories import INFINITE, Says, Story, actor, means

POLICE = actor("Orlen police")
MINISTRY = actor("interior ministry")
UNION = actor("Transport Union")
COMPANY = actor("Halden Rail")
HOSPITAL = actor("Saint Mira hospital")
GOVERNOR = actor("Tav Brenn", ActorType.PERSON)
ORGANISERS = actor("the organisers", ActorType.GROUP)
PARTY = actor("Civic Front")
COMMISSION = actor("electoral commission")
TARNE = Location("loc-tarne", "Tarne", "VM")
OSK = Location("loc-osk", "Osk", "VM")
DAY = date(2031, 4, 2)
EXCLUSIVE = means(0.9)


def types(*readings: Reading, kind: LinkKind = LinkKind.DISPUTE) -> list[str]:
    return sorted(r.type for r in links(*readings) if r.kind is kind)


def links(*readings: Reading) -> tuple[Relation, ...]:
    return relate(readings)[1]


def dead(number: int | tuple[int, int], measure: str = "killed", **more: object) -> Says:
    return Says("kill", number=number, measure=measure, **more)  # type: ignore[arg-type]


def one_article(first: Says, second: Says) -> Reading:
    story = Story("one")
    story.say(POLICE, "the one", first)
    story.say(HOSPITAL, "the other", second)
    return story.reading()


def two_articles(
    first: Says,
    second: Says,
    days: tuple[date | None, date | None],
    *at: Location,
    what: str = "blaze",
) -> tuple[Reading, Reading]:
    one = Story("one", days[0], places=at[:1])
    two = Story("two", days[1], places=at[-1:])
    one.say(POLICE, f"the sawmill {what} at dawn: burnt beams, hoses, ladders", first)
    two.say(HOSPITAL, f"the sawmill {what} of today: smoke, panic, sirens", second)
    return one.reading(), two.reading()


def test_the_toll_of_a_disaster_leaps() -> None:
    told = two_articles(dead(16), dead(48), (DAY, DAY + timedelta(2)), TARNE, TARNE)
    assert [r for r in relate(told, EXCLUSIVE)[1] if r.kind is LinkKind.DISPUTE] == []


def test_disaster_two_tolls_in_one_article() -> None:
    assert types(one_article(dead(12), dead(17))) == ["numeric"]


def test_protest_crowd_of_police_and_organisers() -> None:
    story = Story("march")
    story.say(POLICE, "5,000 marched", Says("attend", number=5000, measure="attended"))
    story.say(ORGANISERS, "20,000 marched", Says("attend", number=20000, measure="attended"))
    assert types(story.reading()) == ["numeric"]


def test_strike_share_of_staff() -> None:
    story = Story("strike")
    out = "go_on_strike"
    story.say(UNION, "90 percent", Says(out, number=90, measure="on strike", unit="percent"))
    story.say(COMPANY, "40 percent", Says(out, number=40, measure="on strike", unit="percent"))
    assert types(story.reading()) == ["numeric"]


def test_percent_against_persons_is_no_dispute() -> None:
    story = Story("strike")
    out = "go_on_strike"
    story.say(UNION, "90 percent", Says(out, number=90, measure="on strike", unit="percent"))
    story.say(COMPANY, "400 people", Says(out, number=400, measure="on strike"))
    assert types(story.reading()) == []


def test_election_turnout() -> None:
    story = Story("vote")
    share = {"measure": "turnout", "unit": "percent"}
    story.say(COMMISSION, "61 percent", Says("turn_out", number=61, **share))  # type: ignore[arg-type]
    story.say(PARTY, "34 percent", Says("turn_out", number=34, **share))  # type: ignore[arg-type]
    assert types(story.reading()) == ["numeric"]


@pytest.mark.parametrize(
    ("first", "second", "meaning", "drawn"),
    [
        (dead(16), dead(48), EXCLUSIVE, ["numeric"]),
        (dead(16), dead(48), WORDS_ALONE, []),
        (dead(16), dead(24), EXCLUSIVE, []),
        (dead(1), dead(4), EXCLUSIVE, []),
        (dead((24, 99)), dead(110), EXCLUSIVE, []),
        (dead(16, measure="missing"), dead(48, measure="missing"), EXCLUSIVE, []),
        (dead(38, unit="percent"), dead(81, unit="percent"), EXCLUSIVE, ["numeric"]),
        (dead(38, unit="percent"), dead(52, unit="percent"), EXCLUSIVE, []),
    ],
)
def test_a_later_count_is_one_where_it_leaps_and_both_cannot_be_so(
    first: Says, second: Says, meaning: Meaning, drawn: list[str]
) -> None:
    told = two_articles(first, second, (DAY, DAY + timedelta(2)), TARNE, TARNE, what="clash")
    disputes = [r.type for r in relate(told, meaning)[1] if r.kind is LinkKind.DISPUTE]
    assert disputes == drawn


@pytest.mark.parametrize(
    ("first", "second", "same_line", "drawn"),
    [
        ("in Lima 12,000 had marched", "it was 80,000", True, ["numeric"]),
        ("in Lima 12,000 had marched", "it was 80,000", False, []),
        ("in Lima 12,000 had marched", "it was 80,000 across the country", True, []),
    ],
)
def test_where_is_said_once_in_a_paragraph(
    first: str, second: str, *, same_line: bool, drawn: list[str]
) -> None:
    story = Story("march")
    for words in ("the day was calm", "nobody was hurt", "the roads were open", "all went home"):
        story.say(HOSPITAL, words)
    story.say(POLICE, first, Says("attend", number=12_000, measure="attended"))
    told = Says("attend", number=80_000, measure="attended")
    story.say(ORGANISERS, second, told, same_line=same_line)
    assert types(story.reading()) == drawn


def test_subset_is_no_dispute() -> None:
    assert types(one_article(dead(12), dead(3, kind="child"))) == []


@pytest.mark.parametrize(("part", "drawn"), [(36, []), (20, ["numeric"])])
def test_what_a_part_leaves_of_the_whole_is_no_dispute(part: int, drawn: list[str]) -> None:
    story = Story("storm")
    story.say(POLICE, "the dead", dead(52), dead(part, kind="passenger"))
    story.say(HOSPITAL, "on land", dead(16))
    assert types(story.reading()) == drawn


def test_at_least_that_reaches_is_no_dispute() -> None:
    assert types(one_article(dead((10, INFINITE)), dead(12))) == []


def test_at_least_that_does_not_reach_is_one() -> None:
    assert types(one_article(dead((15, INFINITE)), dead(12))) == ["numeric"]


def test_rounding_is_no_dispute() -> None:
    assert types(one_article(dead(60, comparator=Comparator.ABOUT), dead(58))) == []


def test_one_speaks_for_the_other() -> None:
    chief = actor("Lena Sorr", ActorType.PERSON, of=POLICE)
    story = Story("fire")
    story.say(POLICE, "12 died", dead(12))
    story.say(chief, "14 died", dead(14))
    assert types(story.reading()) == []


def test_what_may_be_is_no_dispute() -> None:
    assert types(one_article(dead(12), dead(40, modal=True))) == []


def test_a_fear_or_plan_is_no_dispute() -> None:
    story = Story("cuts")
    cut = "lay_off"
    story.say(UNION, "500 jobs", Says(cut, number=500, measure="laid off"), kind=Kind.ATTITUDE)
    story.say(COMPANY, "120 jobs", Says(cut, number=120, measure="laid off"))
    assert types(story.reading()) == []


def test_a_warning_is_no_dispute() -> None:
    story = Story("cuts")
    cut = "lay_off"
    story.say(UNION, "500 jobs", Says(cut, number=500, measure="laid off"), act=SpeechAct.WARN)
    story.say(COMPANY, "120 jobs", Says(cut, number=120, measure="laid off"))
    assert types(story.reading()) == []


def test_other_times_are_other_events() -> None:
    march, april = (Interval(date(2031, m, 1), date(2031, m, 2)) for m in (3, 4))
    assert types(one_article(dead(12, time=march), dead(17, time=april))) == []


def test_other_places_are_other_events() -> None:
    assert types(one_article(dead(12, place=TARNE), dead(17, place=OSK))) == []


def test_articles_on_one_place_and_day() -> None:
    pair = two_articles(dead(17), dead(12), (DAY, DAY), TARNE, TARNE)
    assert types(*pair) == ["numeric"]


def test_articles_on_two_places() -> None:
    assert types(*two_articles(dead(17), dead(12), (DAY, DAY), TARNE, OSK)) == []


def test_articles_weeks_apart() -> None:
    late = date(2031, 5, 2)
    assert types(*two_articles(dead(17), dead(12), (DAY, late), TARNE, TARNE)) == []


def test_articles_without_place_on_nobody_in_particular() -> None:
    assert types(*two_articles(dead(17), dead(12), (DAY, DAY))) == []


def test_articles_without_date_share_a_place() -> None:
    assert types(*two_articles(dead(17), dead(12), (None, None), TARNE, TARNE)) == ["numeric"]


def test_an_article_without_date_meets_a_dated_one_at_its_scene() -> None:
    assert types(*two_articles(dead(17), dead(12), (None, DAY), TARNE, TARNE)) == ["numeric"]
    assert types(*two_articles(dead(17), dead(12), (None, DAY), TARNE, OSK)) == []


def test_dated_articles_do_not_meet_through_the_undated() -> None:
    late = date(2031, 5, 2)
    pair = two_articles(dead(17), dead(12), (DAY, late), TARNE, TARNE)
    third = Story("three", places=[TARNE])
    third.say(UNION, "five hurt", Says("wound", number=5, measure="wounded"))
    assert types(*pair, third.reading()) == []


def test_a_dispute_in_a_dated_and_in_an_undated_article_is_one_each() -> None:
    readings = []
    for name, day in (("one", DAY), ("two", None)):
        story = Story(name, day, places=[TARNE])
        story.say(POLICE, "12 died", dead(12))
        story.say(HOSPITAL, "17 died", dead(17))
        readings.append(story.reading())
    assert types(*readings) == ["numeric", "numeric"]
    assert types(*readings, kind=LinkKind.SAME_CLAIM) == ["restatement", "restatement"]


def test_last_years_dead_are_not_this_weeks() -> None:
    story = Story("clash")
    story.say(POLICE, "12 people died", dead(12))
    story.say(HOSPITAL, "Last year 80 people died", dead(80))
    assert types(story.reading()) == []


@pytest.mark.parametrize(
    ("one", "other", "disputes"),
    [
        ("Last year", "In 2030", ["numeric"]),
        ("In 2030", "In 2029", []),
        ("In 2030", "Last month", []),
    ],
)
def test_two_earlier_times(one: str, other: str, disputes: list[str]) -> None:
    story = Story("clash", DAY)
    story.say(POLICE, f"{one} 12 people died in the mines", dead(12))
    story.say(HOSPITAL, f"{other} 80 people died in the mines", dead(80))
    assert types(story.reading()) == disputes


@pytest.mark.parametrize(("first", "disputes"), [(12, []), (19, ["numeric"])])
def test_what_had_been_counted_before_may_have_grown(first: int, disputes: list[str]) -> None:
    story = Story("fire", DAY)
    story.say(POLICE, f"{first} people died", dead(first), lead="had put at ")
    story.say(HOSPITAL, "17 people died", dead(17))
    assert types(story.reading()) == disputes


@pytest.mark.parametrize("cause", ["of natural causes", "by a falling tree", "by lightning"])
def test_who_died_otherwise_did_not_die_of_what_is_reported(cause: str) -> None:
    story = Story("flood", DAY)
    story.say(POLICE, "nobody died", dead(0))
    story.say(HOSPITAL, f"4 people were killed {cause}", dead(4))
    assert types(story.reading()) == []


def test_the_count_of_another_country() -> None:
    lomark, velmora = actor("Lomark", ActorType.STATE), actor("Velmora", ActorType.STATE)
    story = Story("storm", DAY)
    story.say(POLICE, "12 people died", dead(12), about=[velmora])
    story.say(POLICE, "Velmora has asked for help", about=[velmora])
    words = "in Lomark the storm killed 22 people"
    story.say(HOSPITAL, words, dead(22), about=[lomark])
    assert types(story.reading()) == []


def test_each_sides_own_dead_of_nobody_named() -> None:
    mine, theirs = dead(12, kind="force", whom="its soldiers"), dead(17, kind="force")
    assert types(one_article(mine, theirs)) == []


def test_the_missing_come_and_go() -> None:
    next_day = date(2031, 4, 3)
    one = Says("go_missing", number=120, measure="missing")
    two = Says("go_missing", number=30, measure="missing")
    assert types(*two_articles(one, two, (DAY, next_day), TARNE, TARNE)) == []
    assert types(one_article(one, two)) == ["numeric"]


def test_a_toll_that_grew_overnight_is_no_dispute() -> None:
    next_day = date(2031, 4, 3)
    assert types(*two_articles(dead(12), dead(17), (DAY, next_day), TARNE, TARNE)) == []


def test_a_claimant_revises_its_own_figure() -> None:
    early, late = Story("one", DAY, places=[TARNE]), Story("two", date(2031, 4, 3), places=[TARNE])
    early.say(POLICE, "12 died", dead(12))
    later = late.say(POLICE, "17 died", dead(17))
    found = links(early.reading(), late.reading())
    assert [(r.kind, r.type, r.a) for r in found] == [(LinkKind.SAME_CLAIM, "revision", (later,))]


def test_a_revised_figure_no_longer_disputes() -> None:
    early, late = Story("one", DAY, places=[TARNE]), Story("two", date(2031, 4, 3), places=[TARNE])
    early.say(POLICE, "17 died", dead(17))
    late.say(POLICE, "12 died", dead(12))
    late.say(HOSPITAL, "12 died", dead(12))
    assert types(early.reading(), late.reading()) == []


def test_two_figures_of_one_claimant_on_one_day_are_left_alone() -> None:
    story = Story("fire")
    story.say(POLICE, "12 died", dead(12))
    story.say(POLICE, "14 died", dead(14))
    assert links(story.reading()) == ()


def test_none_against_some() -> None:
    assert types(one_article(dead(0), dead(3))) == ["numeric"]


def test_independent_claimants_agree() -> None:
    found = types(one_article(dead((10, INFINITE)), dead(12)), kind=LinkKind.CORROBORATION)
    assert found == ["agreement"]


def test_copies_of_one_agency_do_not_corroborate() -> None:
    aide = "an aide"
    readings = []
    for name in ("one", "two"):
        story = Story(name, DAY, "Orlen Press", places=[TARNE])
        source = actor(f"{aide} in {name}", ActorType.ANONYMOUS)
        story.say(source, "at least twelve people died when the roof of the hall fell in", dead(12))
        readings.append(story.reading())
    assert types(*readings, kind=LinkKind.CORROBORATION) == []


def test_same_claimant_in_two_outlets_is_one_claim() -> None:
    readings = []
    for name in ("one", "two"):
        story = Story(name, DAY, places=[TARNE])
        story.say(POLICE, "twelve died", dead(12))
        readings.append(story.reading())
    assert types(*readings, kind=LinkKind.SAME_CLAIM) == ["restatement"]
    assert types(*readings, kind=LinkKind.CORROBORATION) == []


def _votes(name: str, who: Actor, winner: Actor, number: int) -> Reading:
    story = Story(name, DAY, places=[TARNE])
    won = Says("win", winner, None, number, "won", "percent")
    story.say(who, f"{winner.name} won {number} percent", won)
    return story.reading()


def test_a_surname_alone_is_the_person_of_that_surname() -> None:
    whole, alone = actor("Ansel Tebo", ActorType.PERSON), actor("Tebo")
    counted, claimed = _votes("one", COMMISSION, whole, 54), _votes("two", PARTY, alone, 41)
    assert types(counted, claimed) == ["numeric"]


def test_two_of_one_surname_are_two() -> None:
    husband, wife = (actor(name, ActorType.PERSON) for name in ("Ansel Tebo", "Mara Tebo"))
    assert types(_votes("one", COMMISSION, husband, 54), _votes("two", PARTY, wife, 41)) == []


def test_who_speaks_under_a_surname_does_not_dispute_itself() -> None:
    whole, alone = actor("Ansel Tebo", ActorType.PERSON), actor("Tebo")
    first, second = _votes("one", whole, whole, 54), _votes("two", alone, alone, 41)
    assert types(first, second) == []


def test_of_two_nations_each_may_have_counted_its_own_people() -> None:
    north, south = (actor(name, ActorType.STATE) for name in ("Velmora", "Dorrak"))
    story = Story("border")
    story.say(north, "84,000 have fled", Says("displace", number=84_000, measure="displaced"))
    story.say(south, "52,000 have fled", Says("displace", number=52_000, measure="displaced"))
    assert types(story.reading()) == []


def test_a_later_higher_count_of_ones_own_is_an_update_whoever_passes_it_on() -> None:
    army, region = actor("Velmora forces"), actor("Second Army Region")
    first, second = Story("one", date(2031, 4, 2)), Story("two", date(2031, 4, 4))
    first.say(region, "six fell", dead(6, patient=army))
    second.say(army, "nine fell", dead(9, patient=army))
    assert types(first.reading(), second.reading()) == []


def _earned(number: int) -> Says:
    return Says("earn", COMPANY, number=number, measure="earned", unit="EUR")


def test_a_quarter_is_not_the_year() -> None:
    story = Story("earnings", DAY)
    story.say(COMPANY, "612 million in the year", _earned(612))
    story.say(UNION, "140 million in the fourth quarter", _earned(140))
    assert types(story.reading()) == []


def _share(number: int) -> Says:
    return Says("win", PARTY, number=number, measure="won", unit="percent")


@pytest.mark.parametrize(
    ("words", "disputes"), [("29 percent", ["numeric"]), ("an exit poll by Demos: 29 percent", [])]
)
def test_an_exit_poll_is_not_the_count(words: str, disputes: list[str]) -> None:
    story = Story("vote", DAY)
    story.say(PARTY, words, _share(29))
    story.say(COMMISSION, "34 percent", _share(34))
    assert types(story.reading()) == disputes


def test_a_place_alone_makes_no_event() -> None:
    one, two = (Story(name, DAY, places=[TARNE]) for name in ("one", "two"))
    one.say(POLICE, "three fell at the march", dead(3))
    two.say(HOSPITAL, "twelve perished on a bus", dead(12))
    assert types(one.reading(), two.reading()) == []


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("31 people had died in his province", "112 people had died in the quake"),
        ("31 people had died in her district", "64 people had died in his district"),
        ("31 people had died in the governorate", "112 people had died in the quake"),
        ("31 people had died in the township", "64 people had died in the county"),
        ("31 people had died in the storm", "112 people had died across the country"),
        ("31 people had died in the capital", "112 people had died in the country"),
    ],
)
def test_a_part_of_the_country_is_not_the_whole(lower: str, higher: str) -> None:
    assert types(*_two_counts(lower, 31, higher, 112 if "112" in higher else 64)) == []


def test_the_higher_figure_may_be_of_a_part() -> None:
    found = types(*_two_counts("31 people had died", 31, "64 people had died in the province", 64))
    assert found == ["numeric"]


@pytest.mark.parametrize("none", ["nobody had died in Norland", "no one died in the city itself"])
def test_nobody_in_one_place_says_nothing_of_another(none: str) -> None:
    assert types(*_two_counts(none, 0, "100 people had died", 100)) == []


def test_nobody_in_the_event_is_set_against_a_figure() -> None:
    found = types(*_two_counts("nobody had died in the blast", 0, "100 people had died", 100))
    assert found == ["numeric"]


def _two_counts(one: str, low: int, other: str, high: int) -> tuple[Reading, Reading]:
    first, second = (Story(name, DAY, places=[TARNE]) for name in ("one", "other"))
    first.say(POLICE, one, dead(low), at=[TARNE])
    second.say(UNION, other, dead(high), at=[TARNE])
    return first.reading(), second.reading()


@pytest.mark.parametrize(
    ("one", "other", "disputes"),
    [
        ("nine people died in Malawi", "34 people died in northern Mozambique", []),
        ("In Osk county nine people died", "34 people died in the floods", []),
        ("nine people died", "34 people died", ["numeric"]),
    ],
)
def test_each_place_has_its_own_count(one: str, other: str, disputes: list[str]) -> None:
    story = Story("one", DAY)
    story.say(HOSPITAL, other, dead(34))
    story.say(POLICE, one, dead(9))
    assert types(story.reading()) == disputes


def test_what_adds_to_a_count_is_not_the_count() -> None:
    story = Story("one", DAY)
    story.say(POLICE, "three more bodies were found", dead(3))
    story.say(HOSPITAL, "40 people died", dead(40))
    assert types(story.reading()) == []


@pytest.mark.parametrize(
    ("one", "other", "disputes"),
    [
        ("82 percent of staff in public hospitals", "2 percent of workers in member firms", []),
        ("82 percent of staff in public hospitals", "2 percent of staff in hospitals", ["numeric"]),
    ],
)
def test_shares_of_two_wholes(one: str, other: str, disputes: list[str]) -> None:
    story = Story("one", DAY)
    out = {"measure": "on strike", "unit": "percent"}
    story.say(UNION, one, Says("go_on_strike", number=82, **out))  # type: ignore[arg-type]
    story.say(COMPANY, other, Says("go_on_strike", number=2, **out))  # type: ignore[arg-type]
    assert types(story.reading()) == disputes


def test_a_later_figure_of_another_place_replaces_nothing() -> None:
    one, later = Story("one", DAY), Story("later", date(2031, 4, 4))
    crowd = {"predicate": "attend", "measure": "attended"}
    one.say(POLICE, "33,000 people came", Says(number=33_000, **crowd))  # type: ignore[arg-type]
    one.say(ORGANISERS, "128,000 people came", Says(number=128_000, **crowd))  # type: ignore[arg-type]
    later.say(POLICE, "In Osk 1,200 people came", Says(number=1_200, **crowd))  # type: ignore[arg-type]
    assert types(one.reading(), later.reading()) == ["numeric"]


@pytest.mark.parametrize(
    ("other", "doer"),
    [
        (
            "A rally of the president's supporters drew 5,000 people",
            "rally of the president's supporters",
        ),
        ("5,000 people had taken part in the attack", None),
    ],
)
def test_the_crowd_is_not_that_of_another_gathering(other: str, doer: str | None) -> None:
    story = Story("one", DAY)
    crowd = {"predicate": "attend", "measure": "attended"}
    story.say(ORGANISERS, "the crowd at 128,000", Says(number=128_000, **crowd))  # type: ignore[arg-type]
    by = actor(doer, ActorType.GROUP) if doer else None
    story.say(POLICE, other, Says(number=5_000, agent=by, **crowd))  # type: ignore[arg-type]
    assert types(story.reading()) == []


@pytest.mark.parametrize(
    ("text", "disputes"),
    [("A vigil on Sunday drew 300 people", []), ("The march drew 300 people", ["numeric"])],
)
def test_the_crowd_of_a_gathering_on_another_day(text: str, disputes: list[str]) -> None:
    story = Story("one", DAY)
    crowd = {"predicate": "attend", "measure": "attended"}
    story.say(ORGANISERS, "On Saturday 6,000 people took part", Says(number=6_000, **crowd))  # type: ignore[arg-type]
    story.say(POLICE, "Shops closed early")
    story.say(POLICE, text, Says(number=300, **crowd))  # type: ignore[arg-type]
    assert types(story.reading()) == disputes
