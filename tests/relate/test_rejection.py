"""What "that" stands for, where a claimant says no more than that it denies it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate import Meaning, relate
from tests.relate.stories import Story, actor

DAY = date(2031, 4, 2)
FIRM = actor("Halden Chemicals")
UNION = actor("Dock Guild")
BROKE = "three pumps of the plant had been idle since autumn"
ASIDE = "the pumps were bought from Osk"
ANSWER = "every pump of the plant had run all winter"


def excluding(*pairs: tuple[str, str]) -> Meaning:
    """Know of these pairs of words that they exclude each other, of all others that they do not."""

    def exclude(one: str, other: str) -> float:
        return 0.9 if any(
            (a in one and b in other) or (b in one and a in other) for a, b in pairs
        ) else 0.1  # fmt: skip

    return Meaning(lambda _, __: 0.1, exclude)


def rejections(story: Story, meaning: Meaning) -> list[Relation]:
    found = relate([story.reading()], meaning)[1]
    return [r for r in found if r.kind is LinkKind.DISPUTE and r.type == "rejection"]


def story(*, goes_on: bool = True, act: SpeechAct = SpeechAct.ASSERT) -> tuple[Story, list[str]]:
    found = Story("one", DAY)
    ids = [found.say(UNION, BROKE), found.say(UNION, ASIDE, same_line=True, act=act)]
    ids.append(
        found.say(FIRM, "that", act=SpeechAct.DENY, polarity=Polarity.NEGATIVE, refers_to=ids[1:])
    )
    if goes_on:
        ids.append(found.say(FIRM, ANSWER, same_line=True))
    return found, ids


def test_what_is_said_next_tells_what_was_meant() -> None:
    told, (broke, _, no, answer) = story()
    (found,) = rejections(told, excluding((BROKE, ANSWER)))
    assert (found.a, found.b) == ((no, answer), (broke,))


def test_without_next_words_the_nearest_is_meant() -> None:
    told, (_, aside, no) = story(goes_on=False)
    (found,) = rejections(told, excluding((BROKE, ANSWER)))
    assert (found.a, found.b) == ((no,), (aside,))


def test_where_the_next_words_exclude_nothing_the_nearest_is_meant() -> None:
    told, (_, aside, no, _) = story()
    for meaning in (excluding(), Meaning()):
        (found,) = rejections(told, meaning)
        assert (found.a, found.b) == ((no,), (aside,))


@pytest.mark.parametrize("act", [SpeechAct.WARN, SpeechAct.PROMISE, SpeechAct.APPEAL])
def test_what_is_pointed_at_need_not_be_an_assertion(act: SpeechAct) -> None:
    told, (broke, _, no, answer) = story(act=act)
    (found,) = rejections(told, excluding((BROKE, ANSWER)))
    assert (found.a, found.b) == ((no, answer), (broke,))
