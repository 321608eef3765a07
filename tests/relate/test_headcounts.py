"""Figures of people and of a kind of people: only what both say tells that they count the same."""

from __future__ import annotations

import pytest

from kg.model import Reading, Relation
from kg.relate import relate
from kg.relate.headcounts import SURE
from kg.relate.meaning import WORDS_ALONE, Meaning
from tests.relate.stories import Says, Story, actor, means

OWNER = actor("Lanta Ferries")
SURVIVORS = actor("Sunrise Survivors")


def aboard(number: int, kind: str = "", whom: str | None = None) -> Says:
    return Says("be_aboard", number=number, measure="aboard", kind=kind, whom=whom)


def sinking(one: Says, other: Says) -> Reading:
    story = Story("sinking")
    story.say(OWNER, "the Sunrise carried as many as were allowed", one)
    story.say(SURVIVORS, "the Sunrise was full to the last step", other)
    return story.reading()


def numeric(reading: Reading, known: Meaning) -> list[Relation]:
    return [r for r in relate([reading], known)[1] if r.type == "numeric"]


PASSENGERS = aboard(300, "passenger", "passengers")


def test_people_and_a_kind_of_people_cannot_both_be_so_as_they_read() -> None:
    (dispute,) = numeric(sinking(aboard(140), PASSENGERS), means(SURE))
    assert dispute.because.endswith("count the same, as it reads, and share no number")
    assert len(dispute.a) == len(dispute.b) == 1


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        (aboard(140), PASSENGERS, means(SURE - 0.01)),
        (aboard(140), PASSENGERS, WORDS_ALONE),
        (aboard(300), PASSENGERS, means(0.9)),
        (aboard(0), PASSENGERS, means(0.9)),
        (aboard(20, "child", "children"), PASSENGERS, means(0.9)),
        (aboard(310), PASSENGERS, means(0.9)),
        (Says("rescue", number=140, measure="rescued"), PASSENGERS, means(0.9)),
    ],
)
def test_what_may_both_be_so_is_no_dispute(one: Says, other: Says, known: Meaning) -> None:
    assert numeric(sinking(one, other), known) == []


def test_a_kind_counted_alike_within_all_is_no_dispute() -> None:
    story = Story("sinking")
    story.say(OWNER, "twelve children were aboard", aboard(12, "child", "children"))
    many = (aboard(31), aboard(12, "child", "children"))
    story.say(SURVIVORS, "there were 31, 12 of them children", *many)
    assert numeric(story.reading(), means(0.9)) == []


def test_contents_of_other_things_are_not_asked_about() -> None:
    assert numeric(sinking(aboard(140), PASSENGERS), means(0.9, alike=0.1)) == []


def test_one_question_is_another_rules_matter() -> None:
    (dispute,) = numeric(sinking(aboard(140), aboard(300)), means(0.9))
    assert "same measure" in dispute.because
