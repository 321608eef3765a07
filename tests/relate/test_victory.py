"""Two who each say that they won."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import ActorType, LinkKind, SpeechAct
from kg.relate import relate
from tests.relate.stories import Story, actor

DAY = date(2031, 4, 2)
LUND = actor("Mara Lund", ActorType.PERSON)
ORDA = actor("Tav Orda", ActorType.PERSON)
OBSERVERS = actor("the observers", ActorType.GROUP)
SCENE = "The runoff in Norland was held on Sunday after a bitter campaign, the commission recalled."


def disputes(one_says: str, other_says: str, act: SpeechAct = SpeechAct.ASSERT) -> list[str]:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(actor("Norland Commission"), SCENE)
    one.say(LUND, one_says)
    other.say(ORDA, other_says, act=act)
    found = relate([story.reading(LUND, ORDA) for story in (one, other)])[1]
    return [r.type for r in found if r.kind is LinkKind.DISPUTE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("she had won the runoff in Norland", "he was the new president of Norland"),
        ("I won this election in Norland", "that he had clearly won the vote in Norland"),
        ("we have won the presidency of Norland", "he is the president-elect of Norland"),
    ],
)
def test_two_winners_of_one_vote(one: str, other: str) -> None:
    assert disputes(one, other) == ["contradiction"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("she had won the runoff in Norland", "he would win the vote in Norland"),
        ("she had won the runoff in Norland", "he had won 41 seats in Norland"),
        ("she had won the runoff in Norland", "that they had won the vote in Norland"),
        ("she had won the runoff in Norland", "he had won in the northern region of Norland"),
    ],
)
def test_hopes_parts_and_several_are_no_winner(one: str, other: str) -> None:
    assert disputes(one, other) == []


def test_who_is_denied_to_have_won_did_not_win() -> None:
    assert disputes("she had won the runoff", "he had won", act=SpeechAct.DENY) != ["contradiction"]
