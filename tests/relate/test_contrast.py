"""Denials in other words than those of what they deny."""

from __future__ import annotations

from datetime import date

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate import relate
from tests.relate.stories import Story, actor

DAY = date(2031, 4, 2)
NEG = Polarity.NEGATIVE
FIRM = actor("Halden Chemicals")
UNION = actor("Dock Guild")
REGULATOR = actor("Harbour Authority")
SCENE = "The Halden tank farm at Tarne harbour was inspected after the leak, neighbours recalled."


def disputes(*stories: Story) -> list[Relation]:
    readings = [story.reading(FIRM) for story in stories]
    return [r for r in relate(readings)[1] if r.kind is LinkKind.DISPUTE]


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
