"""Denials in other words than those of what they deny."""

from __future__ import annotations

from datetime import date

from kg.model import Actor, LinkKind, Polarity, Relation, SpeechAct
from kg.pipeline import MEANING
from kg.relate import relate
from tests.relate.stories import Says, Story, actor

DAY = date(2031, 4, 2)
NEG = Polarity.NEGATIVE
FIRM = actor("Halden Chemicals")
UNION = actor("Dock Guild")
REGULATOR = actor("Harbour Authority")
SCENE = "The Halden tank farm at Tarne harbour was inspected after the leak, neighbours recalled."


def disputes(*stories: Story) -> list[Relation]:
    readings = [story.reading(FIRM) for story in stories]
    return [r for r in relate(readings, MEANING)[1] if r.kind is LinkKind.DISPUTE]


def test_a_denial_in_words_of_one_sense() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    charge = one.say(UNION, "managers brushed aside warnings about defective valves", about=[FIRM])
    denied = other.say(
        FIRM, "that it ignored warnings about faulty valves", act=SpeechAct.DENY, polarity=NEG
    )
    assert [(r.type, r.a, r.b) for r in disputes(one, other)] == [("denial", (denied,), (charge,))]


def test_names_alone_are_no_contrast() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    one.say(UNION, "the tanks at the Halden Tarne yard are old", about=[FIRM])
    other.say(FIRM, "that a fire broke out at Halden Tarne", act=SpeechAct.DENY, polarity=NEG)
    assert disputes(one, other) == []


def test_articles_on_other_events_are_no_contrast() -> None:
    one, other = Story("one", DAY), Story("other", date(2031, 6, 1))
    one.say(REGULATOR, SCENE)
    one.say(UNION, "managers brushed aside warnings about defective valves", about=[FIRM])
    other.say(
        FIRM, "that it ignored warnings about faulty valves", act=SpeechAct.DENY, polarity=NEG
    )
    assert disputes(one, other) == []


def test_a_deed_of_somebody_else_is_no_contrast() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    one.say(
        REGULATOR, "the guild ignored warnings about faulty valves",
        act=SpeechAct.ACCUSE, targets=[UNION],
    )  # fmt: skip
    other.say(
        FIRM, "that it ignored warnings about faulty valves", act=SpeechAct.DENY, polarity=NEG
    )
    assert disputes(one, other) == []


def told(*said: tuple[Actor, str]) -> tuple[Story, Story, list[str]]:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    return one, other, [one.say(who, words, about=[FIRM]) for who, words in said]


def denials(*stories: Story) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(r.a, r.b) for r in disputes(*stories) if r.type == "denial"]


def test_a_denial_in_other_words() -> None:
    one, other, (said,) = told((UNION, "guards had beaten two pickets with their batons"))
    denied = other.say(
        FIRM, "that its guards assaulted anybody on a picket", act=SpeechAct.DENY, polarity=NEG
    )
    assert denials(one, other) == [((denied,), (said,))]


def test_only_the_nearest_of_what_was_said_is_denied() -> None:
    one, other, (said, _) = told(
        (UNION, "the firm had brought in workers from abroad to run the pumps"),
        (UNION, "the pumps had not been painted since the war"),
    )
    denied = other.say(
        FIRM, "that foreign workers had been hired for the pumps", act=SpeechAct.DENY, polarity=NEG
    )
    assert denials(one, other) == [((denied,), (said,))]


def test_the_same_denial_by_two_is_no_dispute() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    one.say(UNION, "no guard had beaten any picket", polarity=NEG)
    other.say(FIRM, "that its guards beat pickets", act=SpeechAct.DENY, polarity=NEG)
    assert denials(one, other) == []


def test_two_sides_that_speak_of_their_own_do_not_deny_each_other() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    one.say(UNION, "all our boats came back to the harbour safely")
    other.say(FIRM, "none of our boats was lost outside the harbour", polarity=NEG)
    assert denials(one, other) == []


def test_another_day_is_another_matter() -> None:
    one, other, _ = told((UNION, "a docker was hurt by a falling crane on Friday"))
    other.say(FIRM, "no docker was hurt by a crane on Monday", polarity=NEG)
    assert denials(one, other) == []


def test_what_one_refuses_to_do_is_not_denied() -> None:
    one, other, _ = told((UNION, "the tests of the tanks were made by an institute"))
    other.say(FIRM, "to release the tests of the tanks", act=SpeechAct.DENY, polarity=NEG)
    assert denials(one, other) == []


def test_praise_tells_nothing_that_could_be_denied() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    one.say(UNION, "the police for keeping the peace at the harbour", act=SpeechAct.PRAISE)
    other.say(FIRM, "the police did not keep the peace at the harbour", polarity=NEG)
    assert denials(one, other) == []


def test_nobody_killed_says_nothing_of_the_wounded() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    hurt = Says("wound", number=6, measure="wounded")
    none = Says("kill", number=0, measure="killed")
    one.say(UNION, "six people were injured in the blast at the harbour", hurt)
    other.say(FIRM, "no one was killed in the blast at the harbour", none, polarity=NEG)
    assert denials(one, other) == []


def test_a_version_without_its_content_denies_nothing_in_particular() -> None:
    one, other, _ = told((UNION, "three people died at the harbour"))
    other.say(FIRM, "a report on the deaths at the harbour", act=SpeechAct.DENY, polarity=NEG)
    assert denials(one, other) == []
