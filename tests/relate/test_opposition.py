"""Whether two statements exclude each other, with what is known of meanings given by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from kg.model import Actor, LinkKind, Polarity, Relation, SpeechAct
from kg.relate import Meaning, compare, relate
from kg.relate.blocks import blocks
from kg.relate.meaning import WORDS_ALONE
from kg.relate.opposition import as_told
from kg.relate.rules import apply
from tests.relate.stories import Says, Story, actor, means

DAY = date(2031, 4, 2)
NEG = Polarity.NEGATIVE
FIRM = actor("Halden Chemicals")
UNION = actor("Dock Guild")
NONE: Mapping[str, float] = {}
CHECKED = "every valve of the plant was checked in spring"
NEGLECTED = "the last look at a valve of the plant was in 2019"


@pytest.mark.parametrize(
    ("who", "how", "what", "line"),
    [
        ("the Dock Guild", "said", "that a valve broke", "Dock Guild said: a valve broke"),
        ("a guard", "denied", "\u201cno\u201d", 'guard denied: "no"'),
        ("", "said", "thatching burned", "said: thatching burned"),
    ],
)
def test_a_statement_as_the_network_reads_it(who: str, how: str, what: str, line: str) -> None:
    assert as_told(who, how, what) == line


def disputes(
    alike: float,
    exclude: float,
    one: str = CHECKED,
    other: str = NEGLECTED,
    who: Actor = UNION,
    *,
    types: Mapping[str, float] = NONE,
) -> list[Relation]:
    story = Story("one", DAY)
    story.say(FIRM, one)
    story.say(who, other)
    meaning = Meaning(lambda _, __: alike, lambda _, __: exclude, lambda _, __: types)
    return [r for r in relate([story.reading()], meaning)[1] if r.kind is LinkKind.DISPUTE]


def test_two_accounts_of_one_thing_are_a_contradiction() -> None:
    (found,) = disputes(0.35, 0.95)
    assert found.type == "contradiction"
    assert "cannot both be so" in found.because


@pytest.mark.parametrize(
    ("alike", "exclude"),
    [
        (0.35, 0.6),  # not sure enough
        (0.05, 0.95),  # not of one thing
    ],
)
def test_what_is_not_sure_is_not_drawn(alike: float, exclude: float) -> None:
    assert disputes(alike, exclude) == []


def test_neighbours_in_a_text_need_not_be_as_near() -> None:
    (found,) = disputes(0.15, 0.95)
    assert found.type == "contradiction"
    story = Story("one", DAY)
    first = story.say(FIRM, CHECKED)
    story.say(FIRM, "the road to the plant would stay closed")
    story.say(UNION, NEGLECTED, lead="denied ")
    assert all(first not in r.a for r in relate([story.reading()], means(0.95, 0.15))[1])


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("we sleep and listen", False),
        ("we sleep and listen at the valve", True),
        ("we sleep and listen all night, and nobody tells us when it opens again", True),
    ],
)
def test_few_words_far_off_need_something_in_common(words: str, drawn: bool) -> None:  # noqa: FBT001 - a column of the table
    story = Story("one", DAY)
    first = story.say(FIRM, CHECKED)
    for n in range(2):
        story.say(FIRM, f"the road to the plant would stay closed {n}")
    last = story.say(UNION, words)
    links_ = relate([story.reading()], means(0.95, 0.9))[1]
    assert any({first, last} <= {*r.a, *r.b} for r in links_) is drawn


def test_two_that_affirm_the_same_words_are_not_drawn() -> None:
    assert disputes(0.35, 0.95, CHECKED, f"{CHECKED}, as always") == []


def test_signs_alone_draw_nothing_where_no_more_is_known_than_words() -> None:
    story = Story("one", DAY)
    story.say(FIRM, CHECKED)
    story.say(UNION, NEGLECTED, same_line=True, about=[FIRM], lead="but the guild said ")
    for meaning in (Meaning(), WORDS_ALONE):
        found = relate([story.reading()], meaning)[1]
        assert [r for r in found if r.kind is LinkKind.DISPUTE] == []


@pytest.mark.parametrize(
    ("types", "drawn"),
    [
        ({"blame": 0.7, "contradiction": 0.3}, "blame"),
        ({"blame": 0.3, "contradiction": 0.3}, "contradiction"),
        ({"denial": 0.9}, "contradiction"),  # neither of them denies
        ({}, "contradiction"),
    ],
)
def test_the_type_that_the_network_is_sure_of(types: dict[str, float], drawn: str) -> None:
    (found,) = disputes(0.35, 0.95, types=types)
    assert found.type == drawn


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("six workers of the plant were hurt", "none of them is in danger at the plant"),
        ("most of the workers of the plant are men", "six workers of the plant were hurt"),
    ],
)
def test_a_part_of_what_is_counted_is_no_contradiction(one: str, other: str) -> None:
    story = Story("one", DAY)
    hurt = Says("wound", number=6)
    story.say(FIRM, one, *([hurt] if "six" in one else []))
    story.say(UNION, other, *([hurt] if "six" in other else []))
    meaning = means(0.95)
    assert [r for r in relate([story.reading()], meaning)[1] if r.kind is LinkKind.DISPUTE] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("our boats came back to the harbour", "our boats lay wrecked on the beach"),
        ("the gate was locked on Monday", "the gate stood open on Tuesday"),
        ("the gate of the plant was locked", "the gate of the plant opens only once talks begin"),
        ("the gate of the plant was locked", "nothing was known of the gate of the plant"),
        ("the gate of the plant was locked", "the gate of the plant may have stood open"),
    ],
)
def test_ones_own_other_days_and_conditions_are_apart(one: str, other: str) -> None:
    assert disputes(0.35, 0.95, one, other) == []


def test_one_claimant_under_a_longer_name_does_not_contradict_itself() -> None:
    assert disputes(0.35, 0.95, who=actor("Halden Chemicals works")) == []


def test_a_spokesman_of_nobody_known_contradicts_nobody() -> None:
    assert disputes(0.35, 0.95, who=actor("spokesman")) == []


def test_figures_are_compared_and_not_read() -> None:
    story = Story("one", DAY)
    story.say(FIRM, "12 workers fell ill at the plant", Says("infect", number=12))
    story.say(UNION, "30 dockers were sacked at the plant", Says("lay_off", number=30))
    meaning = means(0.95)
    assert [r for r in relate([story.reading()], meaning)[1] if r.kind is LinkKind.DISPUTE] == []


@pytest.mark.parametrize(("exclude", "types"), [(0.05, []), (0.5, ["denial"])])
def test_a_denial_of_a_claim_that_goes_together_with_it_is_not_drawn(
    exclude: float, types: list[str]
) -> None:
    story = Story("one", DAY)
    fired, denied = (Says("attack", FIRM, polarity=p) for p in (Polarity.POSITIVE, NEG))
    story.say(UNION, "its guards attacked the pickets", fired)
    story.say(FIRM, "its guards attacked anybody", denied, act=SpeechAct.DENY, polarity=NEG)
    meaning = means(exclude)
    found = relate([story.reading()], meaning)[1]
    assert [r.type for r in found if r.kind is LinkKind.DISPUTE] == types


def test_comparing_two_accounts_says_that_they_exclude_each_other() -> None:
    story = Story("one", DAY)
    ids = story.say(FIRM, CHECKED), story.say(UNION, NEGLECTED)
    found = compare(*ids, [story.reading()], means(0.95))
    assert found.comparable
    assert found.reasons == ("as they read, they cannot both be so",)
    assert not compare(*ids, [story.reading()]).comparable


@pytest.mark.parametrize("act", [SpeechAct.ACCUSE, SpeechAct.ASSERT])
def test_a_charge_denied_in_its_article_is_a_link_of_one_block(act: SpeechAct) -> None:
    story = Story("one", DAY)
    charge = story.say(UNION, CHECKED, act=act, about=[FIRM] if act is SpeechAct.ASSERT else [])
    denied = story.say(FIRM, "that anybody passed over a valve", act=SpeechAct.DENY)
    found = [r for b in blocks([story.reading()], means(0.95)).values() for r in apply(b)]
    assert [(r.type, r.a, r.b) for r in found] == [("denial", (denied,), (charge,))]
