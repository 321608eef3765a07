from __future__ import annotations

from datetime import date

from kg.show import Choice, narrowed
from tests.show.invented import FIRST_DAY, knowledge

KNOWN = knowledge(6, 3)


def test_no_choice_keeps_all() -> None:
    assert narrowed(KNOWN, Choice()) == KNOWN


def test_dates_keep_articles_published_between_them() -> None:
    kept = narrowed(KNOWN, Choice(since=date(2031, 3, 2), until=date(2031, 3, 3)))
    assert date(2031, 3, 2) > FIRST_DAY
    assert {r.article.published for r in kept.readings} == {date(2031, 3, 2), date(2031, 3, 3)}
    ids = {s.id for r in kept.readings for s in r.statements}
    assert [r.id for r in kept.relations] == ["r1"]
    assert all({*r.a, *r.b} <= ids for r in kept.relations)


def test_an_outlet_is_found_in_any_case() -> None:
    kept = narrowed(KNOWN, Choice(outlet="OUTLET 2"))
    assert [r.article.outlet for r in kept.readings] == ["Outlet 2"]


def test_an_actor_keeps_what_is_disputed_with_it() -> None:
    kept = narrowed(KNOWN, Choice(actor="shepherd 0"))
    said = {a.statement for r in kept.readings for a in r.attributions if a.speaker == "actor0"}
    others = {a.statement for r in kept.readings for a in r.attributions} - said
    linked = {s for r in kept.relations for s in (*r.a, *r.b)}
    assert said & linked
    assert others & linked
    assert len(kept.readings) < len(KNOWN.readings)


def test_a_question_is_found_by_its_words() -> None:
    assert narrowed(KNOWN, Choice(issue="how many sheep")).relations == KNOWN.relations
    assert narrowed(KNOWN, Choice(issue="how many goats")).readings == ()
