"""Witnesses, evidence, paraphrases, copies and headings; and what only looks like them."""

from __future__ import annotations

from datetime import date

from kg.model import ActorType, LinkKind, Location, QuoteType, Reading, SpeechAct
from kg.relate import relate
from tests.relate.stories import Says, Story, actor

TARNE = Location("loc-tarne", "Tarne", "VM")
OSK = Location("loc-osk", "Osk", "VM")
NURSE = actor("a nurse", ActorType.ANONYMOUS)
DRIVER = actor("a driver", ActorType.ANONYMOUS)
POLICE = actor("Orlen police")
SPOKESWOMAN = actor("Mara Quill", ActorType.PERSON, of=POLICE)
WORDS = "the march will go on until the ministry publishes the full report on the collapse"
DAY = date(2031, 4, 2)
TELL = SpeechAct.TESTIFY


def found(*readings: Reading) -> list[tuple[LinkKind, str]]:
    return sorted((r.kind, r.type) for r in relate(readings)[1])


def test_witnesses_of_one_place() -> None:
    story = Story("fire", places=[TARNE])
    story.say(NURSE, "thick smoke came from the mill", act=TELL, at=[TARNE])
    story.say(DRIVER, "I saw smoke over the river", act=TELL, at=[TARNE])
    assert found(story.reading()) == [(LinkKind.CORROBORATION, "eyewitness")]


def test_witnesses_of_two_places() -> None:
    story = Story("fire", places=[TARNE])
    story.say(NURSE, "thick smoke came from the mill", act=TELL, at=[TARNE])
    story.say(DRIVER, "I saw smoke over the river", act=TELL, at=[OSK])
    assert found(story.reading()) == []


def test_one_witness_twice() -> None:
    story = Story("fire", places=[TARNE])
    story.say(NURSE, "thick smoke came from the mill", act=TELL, at=[TARNE])
    story.say(NURSE, "the smoke lasted", act=TELL, at=[TARNE])
    assert found(story.reading()) == []


def test_a_name_is_no_common_account() -> None:
    story = Story("fire", places=[TARNE])
    story.say(NURSE, "people in Tarne sang", act=TELL, at=[TARNE])
    story.say(DRIVER, "Tarne is quiet", act=TELL, at=[TARNE])
    assert found(story.reading()) == []


def test_pictures_of_what_the_same_side_claimed() -> None:
    story = Story("raid")
    story.say(POLICE, "20 rifles", Says("capture", POLICE, None, 20, "captured", "rifle"))
    shown = Says("capture", POLICE)
    story.say(SPOKESWOMAN, "photographs of seized rifles", shown, act=SpeechAct.PRESENT_EVIDENCE)
    assert found(story.reading()) == [(LinkKind.CORROBORATION, "evidence")]


def test_a_witness_without_a_figure() -> None:
    story = Story("raid")
    story.say(POLICE, "20 hurt", Says("wound", number=20, measure="wounded"))
    story.say(NURSE, "many hurt came in", Says("wound"), act=TELL)
    assert found(story.reading()) == [(LinkKind.CORROBORATION, "partial")]


def test_paraphrase_then_quotation() -> None:
    story = Story("march")
    story.say(SPOKESWOMAN, "the bridge would stay closed until engineers check the pillars")
    quoted = "We keep the bridge closed until the engineers are sure of the pillars"
    story.say(SPOKESWOMAN, quoted, quote=QuoteType.DIRECT)
    assert found(story.reading(POLICE)) == [(LinkKind.SAME_CLAIM, "paraphrase")]


def test_a_quotation_on_something_else() -> None:
    story = Story("march")
    story.say(SPOKESWOMAN, "the bridge would stay closed until engineers check the pillars")
    story.say(SPOKESWOMAN, "Nobody was hurt in our town tonight", quote=QuoteType.DIRECT)
    assert found(story.reading(POLICE)) == []


def test_the_same_words_in_two_outlets() -> None:
    readings = []
    for name in ("one", "two"):
        story = Story(name, DAY)
        story.say(SPOKESWOMAN, WORDS)
        readings.append(story.reading(POLICE))
    assert found(*readings) == [(LinkKind.SAME_CLAIM, "copy")]


def test_the_same_words_a_year_later() -> None:
    readings = []
    for name, day in (("one", DAY), ("two", date(2032, 4, 2))):
        story = Story(name, day)
        story.say(SPOKESWOMAN, WORDS)
        readings.append(story.reading(POLICE))
    assert found(*readings) == []


def test_a_heading_of_the_text_below() -> None:
    story = Story("march")
    story.say(POLICE, "Police close old river bridge", heading=True)
    story.say(SPOKESWOMAN, "police would close the old bridge over the river tonight")
    assert found(story.reading()) == [(LinkKind.SAME_CLAIM, "heading")]


def test_a_heading_of_another_source() -> None:
    story = Story("march")
    story.say(NURSE, "Police close old river bridge", heading=True)
    story.say(SPOKESWOMAN, "police would close the old bridge over the river tonight")
    assert found(story.reading(POLICE)) == []
