from __future__ import annotations

from datetime import date

from kg.model import ActorType
from kg.relate import answered, asked, relate
from tests.relate.stories import Says, Story, actor

VELMORA = actor("Velmora", ActorType.STATE)
DORRAK = actor("Dorrak", ActorType.STATE)


def stories() -> list[Story]:
    first, second = Story("first", date(2031, 4, 2)), Story("second", date(2031, 4, 2))
    first.say(VELMORA, "58 soldiers of Dorrak fell", Says("kill", VELMORA, DORRAK, 58))
    second.say(DORRAK, "we lost 23", Says("kill", VELMORA, DORRAK, 23))
    second.say(VELMORA, "no fewer than 58 of them", Says("kill", VELMORA, DORRAK, 58))
    return [first, second]


def test_an_issue_is_answered_by_figures_and_by_claims_with_their_origins() -> None:
    readings = [story.reading() for story in stories()]
    (issue,) = relate(readings)[0]
    found = answered(issue, readings)
    assert [(f.policy, f.low, f.high) for f in found.figures if f.policy == "range"] == [
        ("range", 23, 58)
    ]
    counts = {c.text[:2]: (c.origins.mentions, c.origins.outlets) for c in found.claims}
    assert counts == {"23": (1, 1), "58": (2, 2)}
    assert {c.origins.independent for c in found.claims} == {1}


def test_an_issue_is_meant_by_its_id_its_question_or_words_of_it() -> None:
    issues = relate([story.reading() for story in stories()])[0]
    (issue,) = issues
    for words in (issue.id, issue.question.upper(), "how many", ""):
        assert asked(issues, words) == issues
    assert asked(issues, "unicorns") == ()
