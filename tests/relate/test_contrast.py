"""Denials in other words than those of what they deny."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.model import Actor, Comparator, LinkKind, Polarity, Quantity, Relation, Span, SpeechAct
from kg.pipeline import MEANING
from kg.relate import Meaning, relate
from kg.relate.contrast import tells
from kg.relate.evidence import evidence
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


WAITING = "some 40 tankers lay idle off the mole because of the dispute"


def free_words(*said: tuple[Actor, str], exclude: float = 0.95) -> list[Relation]:
    """Return the disputes of one paragraph of what the network is sure of, or as sure as told."""
    story = Story("one", DAY)
    for place, (who, words) in enumerate(said):
        story.say(who, words, same_line=place > 0)
    figures = [
        (statement.id, number(words, statement.content[0].start))
        for statement, (_, words) in zip(story.statements, said, strict=True)
        if any(word.isdigit() for word in words.split())
    ]
    known = Meaning(lambda _, __: 0.5, lambda _, __: exclude, lambda _, __: {"numeric": 0.9})
    reading = replace(story.reading(), quantities=tuple(figures))
    return [r for r in relate([reading], known)[1] if r.kind is LinkKind.DISPUTE]


def number(words: str, at: int) -> Quantity:
    """Read "40 tankers" or "no more than 22 tankers" as a number that no claim counts."""
    value = float(next(word for word in words.split() if word.isdigit()))
    low = 0.0 if "no more than" in words else value
    upto = Comparator.AT_MOST if low < value else Comparator.EXACT
    return Quantity(Span(at, at + len(words)), "number", "tanker", value, low, value, upto)


def test_numbers_that_no_claim_counts_are_set_against_each_other() -> None:
    (found,) = free_words((UNION, WAITING), (FIRM, "only 22 tankers were waiting on account of it"))
    assert found.type == "numeric"
    assert "numbers for one thing" in found.because


def test_numbers_that_go_together_are_not() -> None:
    most = "no more than 60 tankers were waiting on account of it"
    assert free_words((UNION, WAITING), (FIRM, most)) == []


def test_the_same_number_is_no_dispute() -> None:
    assert free_words((UNION, WAITING), (FIRM, "a list of 40 names lay on the mole")) == []


def test_numbers_need_more_than_the_network() -> None:
    said = (UNION, WAITING), (FIRM, "only 22 tankers were waiting on account of it")
    plain = (UNION, "tankers lay idle off the mole"), (FIRM, "22 tankers went in and out all day")
    assert free_words(*said, exclude=0.5) == []
    assert [r.type for r in free_words(*plain, exclude=0.5)] == ["contradiction"]


def counted(first: date, then: date) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    one, other = Story("one", first), Story("other", then)
    for story in (one, other):
        story.say(REGULATOR, SCENE)
    died, none = (Says("kill", number=n, measure="killed") for n in (4, 0))
    one.say(UNION, "four patients had died at the harbour for want of a doctor", died)
    other.say(FIRM, "no patient had died at the harbour for want of one", none, polarity=NEG)
    return [(r.a, r.b) for r in disputes(one, other)]


def test_none_that_is_said_before_they_were_counted_denies_nothing() -> None:
    assert counted(date(2031, 4, 3), DAY) == []
    assert counted(DAY, DAY) != []


@pytest.mark.parametrize(
    ("words", "told_"),
    [
        ("that the call centre had two complaints", True),
        ("that the plan spared the old", True),
        ("the offer of a meeting", False),
        ("to meet the owners", False),
    ],
)
def test_what_is_refused_tells_nothing(words: str, told_: bool) -> None:  # noqa: FBT001
    story = Story("one", DAY)
    story.say(FIRM, words)
    assert [tells(e) for e in evidence(story.reading())] == [told_]
