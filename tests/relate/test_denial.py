"""Denials of claims and accusations, rejections, and answers that are neither."""

from __future__ import annotations

from datetime import date

from kg.model import ActorType, LinkKind, Polarity, Reading, Relation, SpeechAct
from kg.relate import relate
from tests.relate.stories import Says, Story, actor

DAY = date(2031, 4, 2)
NEG = Polarity.NEGATIVE
AGENCY = actor("water agency")
COMPANY = actor("Halden Chemicals")
CHIEF = actor("Mara Quill", ActorType.PERSON, of=COMPANY)
VILLAGERS = actor("villagers", ActorType.GROUP)
PARTY = actor("Civic Front")
RULING = actor("Unity Bloc")
OTHER = actor("Osk Cement")


def disputes(reading: Reading) -> list[Relation]:
    return [r for r in relate([reading])[1] if r.kind is LinkKind.DISPUTE]


def test_one_denies_the_claim_that_another_makes() -> None:
    story = Story("spill")
    spill = Says("leak", COMPANY, kind="chemical")
    said = story.say(AGENCY, "Halden leaked chemicals", spill)
    no = Says("leak", COMPANY, kind="chemical", polarity=NEG)
    denied = story.say(CHIEF, "no chemicals were leaked", no)
    assert [(r.type, r.a, r.b) for r in disputes(story.reading(COMPANY))] == [
        ("denial", (denied,), (said,))
    ]


def test_denying_ones_own_earlier_words_is_no_dispute() -> None:
    story = Story("spill")
    story.say(COMPANY, "it leaked", Says("leak", COMPANY))
    story.say(CHIEF, "it did not leak", Says("leak", COMPANY, polarity=NEG))
    assert disputes(story.reading()) == []


def test_denying_another_deed_is_no_dispute() -> None:
    story = Story("spill")
    story.say(AGENCY, "Halden leaked chemicals", Says("leak", COMPANY))
    story.say(OTHER, "Osk did not leak any", Says("leak", OTHER, polarity=NEG))
    assert disputes(story.reading()) == []


def test_denying_one_figure_is_not_denying_another() -> None:
    story = Story("toll")
    story.say(AGENCY, "12 died", Says("kill", number=12, measure="killed"))
    story.say(COMPANY, "not 40", Says("kill", number=40, measure="killed", polarity=NEG))
    assert disputes(story.reading()) == []


def test_accusation_and_denial_in_the_same_words() -> None:
    story = Story("vote")
    charge = story.say(
        PARTY,
        "the Unity Bloc bought votes in mountain districts",
        act=SpeechAct.ACCUSE,
        targets=(RULING,),
    )
    no = story.say(
        RULING,
        "it never bought votes in any of the mountain districts",
        act=SpeechAct.DENY,
        polarity=NEG,
    )
    assert [(r.type, r.a, r.b) for r in disputes(story.reading())] == [("denial", (no,), (charge,))]


def test_a_denial_of_something_else_is_no_answer() -> None:
    story = Story("vote")
    story.say(
        PARTY, "the Unity Bloc bought votes in mountain districts",
        act=SpeechAct.ACCUSE, targets=(RULING,),
    )  # fmt: skip
    story.say(RULING, "its leader is ill", act=SpeechAct.DENY, polarity=NEG)
    assert disputes(story.reading()) == []


def test_somebody_elses_denial_is_no_answer() -> None:
    story = Story("vote")
    story.say(
        PARTY, "the Unity Bloc bought votes in mountain districts",
        act=SpeechAct.ACCUSE, targets=(RULING,),
    )  # fmt: skip
    story.say(COMPANY, "it bought no votes in mountain districts", act=SpeechAct.DENY, polarity=NEG)
    assert disputes(story.reading()) == []


def test_rejecting_a_report_as_such() -> None:
    story = Story("plant")
    said = story.say(AGENCY, "the river is poisoned", Says("contaminate"))
    no = story.say(COMPANY, "the report", act=SpeechAct.DENY, polarity=NEG, refers_to=(said,))
    assert [(r.type, r.a, r.b) for r in disputes(story.reading())] == [
        ("rejection", (no,), (said,))
    ]


def test_calling_a_figure_exaggerated() -> None:
    story = Story("strike")
    said = story.say(COMPANY, "the strike costs 40 million", Says("cost", number=40))
    no = story.say(
        VILLAGERS, "the figure exaggerated", act=SpeechAct.CHARACTERIZE, refers_to=(said,)
    )
    assert [(r.type, r.a, r.b) for r in disputes(story.reading())] == [
        ("rejection", (no,), (said,))
    ]


def test_a_bare_report_that_points_nowhere_is_left_alone() -> None:
    story = Story("plant")
    story.say(AGENCY, "the river is poisoned", Says("contaminate"))
    story.say(COMPANY, "the report", act=SpeechAct.DENY, polarity=NEG)
    assert disputes(story.reading()) == []


def test_an_accused_who_is_not_heard() -> None:
    story = Story("vote")
    charge = story.say(PARTY, "Osk paid for it", act=SpeechAct.ACCUSE, targets=(OTHER,))
    found = relate([story.reading()])[1]
    assert [(r.kind, r.type, r.a, r.b) for r in found] == [
        (LinkKind.RESPONSE, "unanswered", (charge,), ())
    ]


def test_an_accused_who_is_heard() -> None:
    story = Story("vote")
    story.say(PARTY, "Osk paid for it", act=SpeechAct.ACCUSE, targets=(OTHER,))
    story.say(OTHER, "it will look into the matter", act=SpeechAct.PROMISE)
    assert relate([story.reading()])[1] == ()


def test_villagers_and_agency_are_not_opposed_by_speaking() -> None:
    story = Story("plant")
    story.say(VILLAGERS, "the water smells", act=SpeechAct.TESTIFY)
    story.say(AGENCY, "tests are under way")
    assert relate([story.reading()])[1] == ()


def test_a_deed_told_in_one_article_and_denied_in_another() -> None:
    told, answer = Story("told", DAY), Story("answer", DAY)
    charge = told.say(AGENCY, "Halden Chemicals hid papers in Tarne", Says("hide", COMPANY))
    no = Says("hide", None, polarity=NEG)
    denied = answer.say(CHIEF, "it hid papers in Tarne", no, act=SpeechAct.DENY)
    readings = [told.reading(COMPANY), answer.reading(COMPANY)]
    found = [r for r in relate(readings)[1] if r.kind is LinkKind.DISPUTE]
    assert [(r.type, r.a, r.b) for r in found] == [("denial", (denied,), (charge,))]


def test_a_deed_of_another_is_not_denied() -> None:
    told, answer = Story("told", DAY), Story("answer", DAY)
    told.say(AGENCY, "Osk Cement hid papers in Tarne", Says("hide", OTHER))
    answer.say(
        CHIEF, "it hid papers in Tarne", Says("hide", None, polarity=NEG), act=SpeechAct.DENY
    )
    found = relate([told.reading(OTHER), answer.reading(COMPANY)])[1]
    assert [r for r in found if r.kind is LinkKind.DISPUTE] == []


def test_what_a_former_employee_says_is_not_what_the_company_says() -> None:
    former = actor("former engineer of Halden", ActorType.ANONYMOUS, of=COMPANY)
    story = Story("spill")
    charge = story.say(former, "Halden leaked chemicals", Says("leak", COMPANY))
    denied = story.say(CHIEF, "it leaked", Says("leak", COMPANY, polarity=NEG))
    assert [(r.a, r.b) for r in disputes(story.reading(COMPANY))] == [((denied,), (charge,))]
