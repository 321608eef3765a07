"""Signs in texts that one statement answers another, and what they weigh."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kg.model import LinkKind, SpeechAct
from kg.relate import relate
from kg.relate.evidence import Evidence, evidence
from kg.relate.signs import SIGNS
from tests.relate.stories import Story, actor, means

DAY = date(2031, 4, 2)
FIRM = actor("Halden Chemicals")
UNION = actor("Dock Guild")
MAYOR = actor("Osk town council")
CHECKED = "every valve of the plant was checked in spring"
NEGLECTED = "the last look at a valve of the plant was in 2019"
ASIDE = "the road to the plant would stay closed"


def shown(c: Evidence, e: Evidence) -> list[str]:
    return [sign.name for sign in SIGNS if sign.shown(c, e)]


def pair(
    *, between: int = 0, same_line: bool = False, about: bool = False, lead: str = ""
) -> tuple[Evidence, Evidence]:
    story = Story("one", DAY)
    story.say(FIRM, CHECKED)
    for n in range(between):
        story.say(MAYOR, f"{ASIDE} {n}")
    story.say(UNION, NEGLECTED, same_line=same_line, about=[FIRM] if about else [], lead=lead)
    first, *_, last = evidence(story.reading())
    return first, last


@pytest.mark.parametrize(
    ("between", "names"),
    [
        (0, ["in the next paragraph"]),
        (1, []),
        (2, ["paragraphs away"]),
        (5, ["paragraphs away"]),
    ],
)
def test_how_far_apart_they_stand(between: int, names: list[str]) -> None:
    assert shown(*pair(between=between)) == names


def test_in_one_paragraph() -> None:
    assert shown(*pair(same_line=True)) == ["in one paragraph"]


def test_a_text_without_paragraphs_shows_nothing_of_them() -> None:
    c, e = (replace(x, paragraph=-1) for x in pair())
    assert shown(c, e) == []


def test_a_denial_in_much_the_same_words() -> None:
    story = Story("one", DAY)
    story.say(UNION, CHECKED)
    story.say(FIRM, CHECKED, act=SpeechAct.DENY)
    assert shown(*evidence(story.reading())) == [
        "in the next paragraph",
        "denies in much the same words",
    ]


def test_who_is_spoken_of() -> None:
    c, e = pair(about=True)
    assert "who says the one is spoken of in the other" in shown(c, e)
    assert "who says the other is spoken of in the one" in shown(e, c)


LED_IN = "led in by a word of contrast or denial"


@pytest.mark.parametrize("lead", ["But the guild said ", "The guild denied this and said "])
def test_a_word_of_contrast_or_denial_leads_in(lead: str) -> None:
    assert LED_IN in shown(*pair(lead=lead))


@pytest.mark.parametrize("lead", ["", "The guild said "])
def test_no_such_word_leads_in(lead: str) -> None:
    assert LED_IN not in shown(*pair(lead=lead))


def test_words_of_what_was_said_before_do_not_lead_in() -> None:
    story = Story("one", DAY)
    story.say(FIRM, "the road was closed but the plant was open")
    story.say(UNION, NEGLECTED, same_line=True, lead="the guild said ")
    assert LED_IN not in shown(*evidence(story.reading()))


def test_two_articles_show_nothing_of_their_order() -> None:
    one, other = Story("one", DAY), Story("other", DAY)
    one.say(FIRM, CHECKED)
    other.say(UNION, NEGLECTED, lead="But the guild said ")
    (c,), (e,) = evidence(one.reading()), evidence(other.reading())
    assert shown(c, e) == []


def test_articles_of_two_days() -> None:
    one, other = Story("one", DAY), Story("other", DAY + timedelta(1))
    one.say(FIRM, CHECKED)
    other.say(UNION, NEGLECTED)
    (c,), (e,) = evidence(one.reading()), evidence(other.reading())
    assert shown(c, e) == ["published on another day"]


def test_numbers_in_both() -> None:
    story = Story("one", DAY)
    story.say(FIRM, "410 tractors had come")
    story.say(UNION, "eleven hundred vehicles had signed in", same_line=True)
    assert shown(*evidence(story.reading())) == ["in one paragraph", "both give numbers"]


def drawn(between: int, exclude: float) -> bool:
    story = Story("one", DAY)
    story.say(FIRM, CHECKED)
    for n in range(between):
        story.say(MAYOR, f"{ASIDE} {n}", act=SpeechAct.PROMISE)
    story.say(UNION, NEGLECTED)
    meaning = means(exclude)
    return any(r.kind is LinkKind.DISPUTE for r in relate([story.reading()], meaning)[1])


@pytest.mark.parametrize(("between", "exclude"), [(0, 0.75), (1, 0.9)])
def test_what_stands_farther_off_needs_more_to_be_set_against_each_other(
    between: int, exclude: float
) -> None:
    assert drawn(between, exclude)
    assert not drawn(between + 1, exclude)
