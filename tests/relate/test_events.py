"""Two articles are of one event or not: towns, kinds of disaster, names, and words."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import LinkKind, Reading
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
