from __future__ import annotations

from dataclasses import replace

from kg.annotate import Annotator
from kg.model import Attribution, Claim, Commitment, Polarity
from kg.resolve.claims import claims
from kg.resolve.denotes import denotes
from kg.resolve.quantities import quantities
from tests.resolve.known import document, extraction, statement

OWN = "Tuvaluan"


def _claims(
    parser: Annotator, text: str, cue_lemma: str = "say"
) -> tuple[tuple[Claim, ...], tuple[Commitment, ...]]:
    parsed = document(parser, text)
    found = extraction(parsed, replace(statement(text), cue_lemma=cue_lemma))
    known = denotes(parsed, found)
    own = next((a.id for a in known.actors.values() if a.name.startswith(OWN)), None)
    counted = quantities(parsed, found, known)
    return claims(parsed, found, known, counted, [Attribution("s", own, own)])


def _claim(parser: Annotator, text: str) -> Claim:
    (claim,), _ = _claims(parser, text)
    return claim


def test_equal_claims_are_one_node_whatever_the_words(parser: Annotator) -> None:
    a = _claim(parser, "Tuvaluan units killed 30 Sammarinese soldiers.")
    b = _claim(parser, "Thirty Sammarinese troops were killed by Tuvaluan units.")
    assert (a.id, a.issue, a.text) == (b.id, b.issue, b.text)


def test_other_figures_answer_the_same_question(parser: Annotator) -> None:
    a = _claim(parser, "Tuvaluan units killed 30 Sammarinese soldiers.")
    b = _claim(parser, "Only nine Sammarinese soldiers were killed.")
    assert a.issue == b.issue
    assert a.id != b.id


def test_the_dead_and_the_wounded_are_two_questions(parser: Annotator) -> None:
    a = _claim(parser, "Tuvaluan units killed 30 Sammarinese soldiers.")
    b = _claim(parser, "Tuvaluan units wounded 30 Sammarinese soldiers.")
    assert a.issue != b.issue


def test_dead_civilians_and_dead_soldiers_are_two_questions(parser: Annotator) -> None:
    a = _claim(parser, "Tuvaluan units killed 30 Sammarinese soldiers.")
    b = _claim(parser, "Tuvaluan units killed 30 Sammarinese civilians.")
    assert a.issue != b.issue


def test_gains_of_two_sides_are_two_questions(parser: Annotator) -> None:
    a = _claim(parser, "Tuvaluan units captured 25 border posts.")
    b = _claim(parser, "Sammarinese units captured 19 border posts.")
    assert a.issue != b.issue


def test_no_deaths_affirm_zero(parser: Annotator) -> None:
    (claim,), (commitment,) = _claims(parser, "No civilians were killed.")
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (0, 0)
    assert commitment.polarity is Polarity.POSITIVE


def test_a_denied_claim_is_negative_and_a_denied_negation_positive(parser: Annotator) -> None:
    _, (denied,) = _claims(parser, "Tuvaluan units killed 30 hostages.", "deny")
    _, (negated,) = _claims(parser, "Tuvaluan units did not kill hostages.", "say")
    _, (twice,) = _claims(parser, "Tuvaluan units did not kill hostages.", "deny")
    assert denied.polarity is negated.polarity is Polarity.NEGATIVE
    assert twice.polarity is Polarity.POSITIVE


def test_plans_are_modal(parser: Annotator) -> None:
    _, (commitment,) = _claims(parser, "The Tuvaluan army will capture the town.")
    assert commitment.modal


def test_the_toll_and_the_deaths_answer_one_question(parser: Annotator) -> None:
    a = _claim(parser, "The death toll rose to 41.")
    b = _claim(parser, "At least 12 people died.")
    assert a.issue == b.issue


def test_workers_and_employees_are_one_kind(parser: Annotator) -> None:
    a = _claim(parser, "Orlec dismissed 40 workers.")
    b = _claim(parser, "Orlec laid off 40 employees.")
    assert a.id == b.id


def test_without_a_predicate_nothing_is_claimed(parser: Annotator) -> None:
    assert _claims(parser, "The weather was fine in 1987.") == ((), ())


def test_wording(parser: Annotator) -> None:
    assert _claim(parser, "Tuvaluan units captured at least 25 border posts.").text == (
        "at least 25 posts captured by Tuvaluan forces"
    )


def test_an_amount_is_told_with_its_unit(parser: Annotator) -> None:
    claim = _claim(parser, "About 900 liters of oil leaked.")
    assert claim.text == "about 900 litres of oil spilled"


def test_what_is_captured_of_a_side_is_one_question_whoever_captured_it(parser: Annotator) -> None:
    a = _claim(parser, "Tuvaluan units captured 19 Sammarinese posts.")
    b = _claim(parser, "Nineteen Sammarinese posts were captured.")
    c = _claim(parser, "Any Sammarinese post was captured.")
    assert a.issue == b.issue == c.issue


def test_arrests_answer_one_question_whoever_made_them(parser: Annotator) -> None:
    a = _claim(parser, "Police detained 38 people.")
    b = _claim(parser, "A total of 120 people were arrested.")
    assert a.issue == b.issue


def test_a_surname_alone_asks_what_the_whole_name_asks(parser: Annotator) -> None:
    a = _claim(parser, "President Ansel Tebo won 54 percent of the vote.")
    b = _claim(parser, "Tebo won 41 percent of the vote.")
    assert a.issue == b.issue
    assert a.agent != b.agent


def test_customers_and_people_whose_data_leaked_are_one_kind(parser: Annotator) -> None:
    a = _claim(parser, "Hackers stole the data of 1.2 million customers.")
    b = _claim(parser, "Hackers stole the data of 4.8 million people.")
    assert a.issue == b.issue


def test_rockets_act_for_whose_they_are(parser: Annotator) -> None:
    claim = _claim(parser, "Tuvaluan rockets killed 30 hostages.")
    assert claim.text == "30 hostages killed by Tuvalu"
