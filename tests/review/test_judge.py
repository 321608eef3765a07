"""What decisions come to, on stories whose outcome is worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.model import (
    Actor,
    ActorType,
    Decision,
    EditField,
    Judged,
    Knowledge,
    LinkKind,
    Passage,
    Polarity,
    Reading,
    SpeechAct,
    Verb,
)
from kg.pipeline import judged, know
from kg.review import NOTHING, passage, rulings
from tests.relate.stories import Says, Story, actor
from tests.review.decisions import decided, merge, name, normal, on, split

STATE = actor("Velmora", ActorType.STATE)
ARMY, FORCES = actor("Dorrak Army", of=STATE), actor("Dorrak Land Forces")
NEAR = actor("Hill Fighters")
MAYOR = actor("Ilsa Brenk", ActorType.PERSON)
BOTH = actor("Brenk", ActorType.PERSON)


def dead(whom: Actor, number: int) -> Says:
    return Says("kill", None, whom, number, "killed")


def stories() -> list[Reading]:
    """Two articles give figures for one army, by two of its names."""
    one = Story("one", date(2031, 4, 7))
    one.say(NEAR, "that 58 soldiers of the Dorrak Army were killed", dead(ARMY, 58))
    one.say(MAYOR, "that the road was closed", Says("close"))
    other = Story("other", date(2031, 4, 7))
    other.say(FORCES, "that only 23 of its soldiers were killed", dead(FORCES, 23))
    other.say(BOTH, "that nobody came", act=SpeechAct.ASSERT)
    return [normal(one.reading(STATE)), normal(other.reading())]


def disputes(knowledge: Knowledge) -> list[str]:
    return [r.type for r in knowledge.relations if r.kind is LinkKind.DISPUTE]


def place(article: int, number: int = 0) -> Passage:
    reading = stories()[article]
    return passage(reading, reading.statements[number])


def judge(article: int, *decisions: Decision) -> Judged:
    return judged([stories()[article]], rulings(decisions))[0]


def test_without_decisions_a_reading_is_what_was_found() -> None:
    (one,) = judged([stories()[0]], rulings(()))
    assert one == Judged(stories()[0], stories()[0])


def test_to_merge_whom_it_happened_to_makes_the_dispute_appear() -> None:
    assert disputes(know(stories())) == []
    known = know(stories(), [merge(ARMY, FORCES)])
    assert disputes(known) == ["numeric"]
    assert len({claim.issue for r in known.readings for claim in r.claims[:1]}) == 1
    texts = {claim.text for r in known.readings for claim in r.claims}
    assert {"58 members of Dorrak Army killed", "23 members of Dorrak Army killed"} <= texts


def test_to_merge_the_claimants_leaves_no_dispute() -> None:
    assert disputes(know(stories(), [merge(ARMY, FORCES), merge(FORCES, NEAR)])) == []


def test_a_merged_actor_has_the_name_of_the_first_and_all_else_of_both() -> None:
    after = judge(1, merge(ARMY, FORCES)).reading
    (one,) = (a for a in after.actors if a.id == ARMY.id)
    assert (one.name, one.aliases) == ("Dorrak Army", ("Dorrak Land Forces",))
    assert FORCES.id not in {a.id for a in after.actors}
    assert after.attributions[0].claimant == ARMY.id
    assert after.quantities[0][1].of_whom == ARMY.id
    assert {m.entity for m in after.mentions}.isdisjoint({FORCES.id})


def test_an_actor_that_speaks_for_itself_after_merging_does_not_belong_to_itself() -> None:
    known = judge(0, merge(ARMY, STATE)).reading
    (army,) = (a for a in known.actors if a.id == ARMY.id)
    assert army.part_of is None


def test_renamed_and_retyped() -> None:
    decisions = [
        decided(Verb.RENAME, actors=(name(ARMY),), value="Army of Dorrak"),
        decided(Verb.RETYPE, actors=(name(ARMY),), value="Group"),
    ]
    after = judge(0, *decisions).reading
    (army,) = (a for a in after.actors if a.id == ARMY.id)
    assert (army.name, army.type, army.aliases) == ("Army of Dorrak", ActorType.GROUP, (ARMY.name,))
    assert after.claims[0].text == "58 Army of Dorrak killed"
    assert after.claims[0].id == stories()[0].claims[0].id


def test_one_name_for_two_people_is_split_in_an_article() -> None:
    decision = decided(
        Verb.SPLIT, actors=(name(FORCES),), citations=(place(1).citation,), value="Other Forces"
    )
    after = judge(1, decision).reading
    assert "Other Forces" in {a.name for a in after.actors}
    assert FORCES.id not in {a.id for a in after.actors}
    assert judge(0, decision).reading == stories()[0]
    together = [decision, merge(ARMY, FORCES)]
    assert ARMY.id not in {a.id for a in judge(1, *together).reading.actors}


def test_a_rejected_statement_does_not_count_and_is_kept_apart() -> None:
    reject = on(Verb.REJECT, place(1))
    known = know(stories(), [merge(ARMY, FORCES), reject])
    assert disputes(known) == []
    assert [len(r.statements) for r in known.readings] == [2, 1]
    (apart,) = known.review.rejected
    assert [s.id for s in apart.statements] == [place(1).statement]
    (verdict,) = known.review.verdicts
    assert verdict.rejected == reject


def test_to_confirm_changes_nothing_but_says_so() -> None:
    known = know(stories(), [on(Verb.CONFIRM, place(0))])
    assert list(known.readings) == stories()
    assert [d.verb for d in known.review.verdicts[0].applied] == [Verb.CONFIRM]


def test_to_confirm_and_to_reject_contradict_each_other() -> None:
    both = [on(Verb.CONFIRM, place(0)), on(Verb.REJECT, place(0))]
    known = know(stories(), both)
    assert list(known.readings) == stories()
    (verdict,) = known.review.verdicts
    assert (verdict.applied, set(verdict.contested)) == ((), set(both))


@pytest.mark.parametrize(
    ("value", "comparator", "text"),
    [
        ("57", "eq", "57 members of Dorrak Army killed"),
        ("30..", "ge", "at least 30 members of Dorrak Army killed"),
        ("..9", "le", "at most 9 members of Dorrak Army killed"),
        ("24..99", "range", "24 to 99 members of Dorrak Army killed"),
    ],
)
def test_an_edited_quantity_is_another_claim_on_the_same_issue(
    value: str, comparator: str, text: str
) -> None:
    found = stories()[0]
    edit = on(Verb.EDIT, place(0), field=EditField.QUANTITY, found="killed 58 person", value=value)
    after = judge(0, edit)
    claim = next(c for c in after.reading.claims if c.predicate == "kill")
    assert (claim.text, claim.issue) == (text, found.claims[0].issue)
    assert after.reading.quantities[0][1].comparator == comparator
    assert after.verdicts[0].found == ((EditField.QUANTITY, "killed 58 person"),)


def test_a_quantity_that_is_none_leaves_the_claim_without_a_number() -> None:
    edit = on(
        Verb.EDIT, place(0), field=EditField.QUANTITY, found="killed 58 person", value=NOTHING
    )
    after = judge(0, edit).reading
    claim = next(c for c in after.claims if c.predicate == "kill")
    assert (claim.quantity, claim.measure, claim.unit) == (None, "killed", "person")
    assert claim.issue == stories()[0].claims[0].issue
    assert after.quantities == ()


def test_an_edit_of_a_quantity_that_is_not_found_changes_nothing() -> None:
    edit = on(Verb.EDIT, place(0), field=EditField.QUANTITY, found="killed 5 person", value="6")
    after = judge(0, edit)
    assert (after.reading, after.verdicts, after.marks) == (stories()[0], (), ())


def test_an_edited_polarity_turns_the_stance_on_the_claims() -> None:
    after = judge(0, on(Verb.EDIT, place(0), field=EditField.POLARITY, value="negative")).reading
    assert after.statements[0].polarity is Polarity.NEGATIVE
    assert [c.polarity for c in after.commitments][:1] == [Polarity.NEGATIVE]
    assert after.commitments[1:] == stories()[0].commitments[1:]


def test_an_edited_act_and_claimant() -> None:
    edits = [
        on(Verb.EDIT, place(0), field=EditField.ACT, value="accuse"),
        on(Verb.EDIT, place(0), field=EditField.CLAIMANT, actors=(name(FORCES),)),
        on(Verb.EDIT, place(0), field=EditField.SPEAKER, value=NOTHING),
    ]
    after = judge(0, *edits)
    assert after.reading.statements[0].speech_act is SpeechAct.ACCUSE
    who = after.reading.attributions[0]
    assert (who.claimant, who.speaker) == (FORCES.id, None)
    assert FORCES.name in {a.name for a in after.reading.actors}
    assert set(after.verdicts[0].found) == {
        (EditField.ACT, "assert"),
        (EditField.CLAIMANT, NEAR.name),
        (EditField.SPEAKER, NEAR.name),
    }


def test_an_edited_claimant_is_who_it_was_merged_into() -> None:
    edit = on(Verb.EDIT, place(0, 1), field=EditField.CLAIMANT, actors=(name(FORCES),))
    after = judge(0, edit, merge(ARMY, FORCES)).reading
    assert after.attributions[1].claimant == ARMY.id


def test_two_values_for_one_field_are_a_conflict_and_what_was_found_stays() -> None:
    edits = [on(Verb.EDIT, place(0), field=EditField.ACT, value=v) for v in ("deny", "accuse")]
    other = on(Verb.EDIT, place(0), field=EditField.POLARITY, value="negative")
    after = judge(0, *edits, other)
    assert after.reading.statements[0].speech_act is SpeechAct.ASSERT
    assert after.reading.statements[0].polarity is Polarity.NEGATIVE
    assert set(after.verdicts[0].contested) == set(edits)


@pytest.mark.parametrize(
    ("grades", "wanted"),
    [
        ((), "F6"),
        (("B2",), "B2"),
        (("B", "2"), "B2"),
        (("B2", "B2"), "B2"),
        (("B2", "C2"), "C6"),
        (("3",), "C3"),
    ],
)
def test_grades_are_those_of_the_statement_else_of_who_stands_behind_it(
    grades: tuple[str, ...], wanted: str
) -> None:
    own = [on(Verb.GRADE, place(0), value=g, after=n) for n, g in enumerate(grades)]
    source = decided(Verb.GRADE, actors=(name(NEAR),), value="C")
    after = judge(0, *own, source)
    (verdict,) = after.verdicts
    assert verdict.grade == (wanted if grades else "C6")


def test_a_grade_of_an_actor_is_that_of_whom_it_was_merged_into() -> None:
    after = judge(0, merge(MAYOR, NEAR), decided(Verb.GRADE, actors=(name(MAYOR),), value="A"))
    assert [v.grade for v in after.verdicts] == ["A6", "A6"]


def test_a_link_is_added_and_names_its_decision() -> None:
    link = decided(Verb.LINK, passages=(place(0),), against=(place(1),), value="dispute")
    (made,) = know(stories(), [link]).relations
    assert (made.kind, made.type, made.decision) == (LinkKind.DISPUTE, "reviewed", link.id)
    assert (made.a, made.b) == ((place(0).statement,), (place(1).statement,))
    assert know(stories(), [link, on(Verb.REJECT, place(1))]).relations == ()


def test_a_found_link_is_taken_away_for_good_and_both_cancel() -> None:
    ends: dict[str, Any] = {"passages": (place(1),), "against": (place(0),)}
    unlink = decided(Verb.UNLINK, **ends)
    assert disputes(know(stories(), [merge(ARMY, FORCES), unlink])) == []
    link = decided(Verb.LINK, **ends, value="dispute")
    both = know(stories(), [merge(ARMY, FORCES), unlink, link])
    assert disputes(both) == ["numeric"]
    other = decided(Verb.UNLINK, **ends, value="response")
    assert disputes(know(stories(), [merge(ARMY, FORCES), other])) == ["numeric"]


def test_same_and_not_same_leave_both_actors_as_they_were_found() -> None:
    known = know(stories(), [merge(ARMY, FORCES), split(ARMY, FORCES)])
    assert list(known.readings) == stories()
