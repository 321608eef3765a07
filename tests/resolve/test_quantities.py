from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.model import Comparator, Quantity
from kg.resolve.denotes import denotes
from kg.resolve.quantities import quantities
from tests.resolve.known import document, extraction, statement


def _quantity(parser: Annotator, text: str) -> tuple[Quantity, str | None, str | None]:
    """Return the one quantity of a text, and the names of the counted and of the doer."""
    parsed = document(parser, text)
    found = extraction(parsed, statement(text))
    known = denotes(parsed, found)
    ((_, quantity),) = quantities(parsed, found, known)
    names = [known.actors[i].name if i else None for i in (quantity.of_whom, quantity.by_whom)]
    return quantity, names[0], names[1]


def test_the_patient_is_of_whom_and_the_agent_by_whom(parser: Annotator) -> None:
    text = "The Tuvaluan army wounded at least 30 Sammarinese soldiers."
    quantity, of_whom, by_whom = _quantity(parser, text)
    assert (quantity.value, quantity.low, quantity.high) == (30, 30, None)
    assert quantity.comparator is Comparator.AT_LEAST
    assert (quantity.measure, quantity.unit) == ("wounded", "person")
    assert quantity.of_whom_text == "Sammarinese soldiers"
    assert (of_whom, by_whom) == ("Sammarinese forces", "Tuvaluan forces")


@pytest.mark.parametrize(
    ("text", "of_whom"),
    [
        ("The Tuvaluan army seized six Sammarinese-held posts.", "San Marino"),
        ("The Tuvaluan army destroyed several Sammarinese military posts.", "Sammarinese forces"),
        ("The Tuvaluan army seized six border posts.", None),
    ],
)
def test_the_holder_of_taken_things_is_of_whom(
    parser: Annotator, text: str, of_whom: str | None
) -> None:
    quantity, found, by_whom = _quantity(parser, text)
    assert (quantity.unit, found, by_whom) == ("post", of_whom, "Tuvaluan forces")


def test_people_of_no_side_are_words_only(parser: Annotator) -> None:
    quantity, of_whom, _ = _quantity(parser, "Police detained 212 demonstrators.")
    assert of_whom is None
    assert quantity.of_whom_text == "demonstrators"


def test_vague_losses_have_no_bounds(parser: Annotator) -> None:
    quantity, of_whom, _ = _quantity(parser, "The Tuvaluan army suffered minimal losses.")
    assert (quantity.value, quantity.low, quantity.high) == (None, None, None)
    assert (quantity.measure, quantity.unit) == ("losses", "loss")
    assert quantity.comparator is Comparator.VAGUE
    assert of_whom == "Tuvaluan forces"


def test_the_currency_is_the_unit(parser: Annotator) -> None:
    quantity, of_whom, _ = _quantity(parser, "The regulator fined Orlec 35 million euros.")
    assert (quantity.unit, quantity.value, of_whom) == ("EUR", 35_000_000, "Orlec")


def test_spans_slice_back(parser: Annotator) -> None:
    text = "Officials said more than 200 people were displaced."
    quantity, _, _ = _quantity(parser, text)
    assert quantity.span.of(text) == "more than 200"


@pytest.mark.parametrize(
    ("text", "measure", "high"),
    [
        ("24 farmers were treated at the Lessen clinic.", "wounded", None),
        ("24 farmers were injured.", "wounded", 24),
        ("Rescuers recovered 24 bodies.", "killed", None),
        ("The bodies of 24 miners were found.", "killed", None),
        ("24 miners were killed.", "killed", 24),
    ],
)
def test_what_one_hospital_counts_or_who_finds_bodies_is_at_least_so_many(
    parser: Annotator, text: str, measure: str, high: float | None
) -> None:
    found, _, _ = _quantity(parser, text)
    assert (found.measure, found.low, found.high) == (measure, 24, high)
