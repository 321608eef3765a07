"""Two sides that give two causes for one thing."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import LinkKind, SpeechAct
from kg.pipeline import MEANING
from kg.relate import relate
from tests.relate.stories import Story, actor

DAY = date(2031, 4, 2)
FIRM = actor("Halden Chemicals")
UNION = actor("Dock Guild")
SCENE = "The Halden tank farm at Tarne harbour was inspected after the leak, neighbours recalled."


def blamed(one_says: str, other_says: str, *, cue: str = "say") -> list[str]:
    one, other = Story("one", DAY), Story("other", DAY)
    for story in (one, other):
        story.say(actor("Harbour Authority"), SCENE)
    one.say(UNION, one_says, cue=cue, act=SpeechAct.ACCUSE if cue == "blame" else SpeechAct.ASSERT)
    other.say(FIRM, other_says)
    found = relate([story.reading(FIRM) for story in (one, other)], MEANING)[1]
    return [r.because for r in found if r.kind is LinkKind.DISPUTE and r.type == "blame"]


@pytest.mark.parametrize(
    ("cue", "one", "other"),
    [
        ("say", "the leak was caused by a corroded valve", "the leak was due to sabotage"),
        ("attribute", "the leak to corrosion", "sabotage caused the leak"),
        ("blame", "worn pipes for the leak", "the leak resulted from a lightning strike"),
        (
            "blame",
            "poor upkeep of the tanks for the leak",
            "an earthquake, not the tanks, was to blame",
        ),
        pytest.param(
            "blame",
            "the leak on poor upkeep",
            "an earthquake, not neglect, was to blame",
            marks=pytest.mark.xfail(strict=True, reason="too unlike to be of one thing"),
        ),
        ("say", "the cause of the leak was a rotten seal", "vandals had caused the leak"),
        ("say", "the disaster was due to greed", "the leak was caused by a storm"),
    ],
)
def test_two_causes(cue: str, one: str, other: str) -> None:
    assert len(blamed(one, other, cue=cue)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the leak was caused by a corroded valve", "the fire was caused by a cigarette"),
        ("the leak was caused by a corroded valve", "a valve that had corroded caused the leak"),
        ("the leak was caused by heavy rain", "the leak was due to torrential downpours"),
        ("the leak may have been caused by rust", "the leak was due to sabotage"),
        ("the leak was caused by a corroded valve", "it is not known what caused the leak"),
    ],
)
def test_one_cause_or_two_things_or_nothing_for_sure(one: str, other: str) -> None:
    assert blamed(one, other) == []
