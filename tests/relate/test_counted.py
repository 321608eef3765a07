"""Which people a quantity counts, and whether only some of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Comparator, Quantity, Span
from kg.relate.counted import head, more, some


def _quantity(start: int = 0, end: int = 1, of: str = "") -> Quantity:
    exact = Comparator.EXACT
    return Quantity(Span(start, end), "killed", "person", 3, 3, 3, exact, of_whom_text=of)


def _marked(text: str) -> tuple[Quantity, str]:
    """Return the quantity that bars mark in a text, and the text without them."""
    before, number, after = text.split("|")
    return _quantity(len(before), len(before) + len(number)), before + number + after


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("people", None),
        ("Velmoran troops", "soldier"),
        ("teachers", "teacher"),
        ("minors", "child"),
        ("", None),
    ],
)
def test_the_kind_that_is_counted(words: str, kind: str | None) -> None:
    assert head(_quantity(of=words)) == kind


def test_who_strikes_is_a_worker_of_any_kind() -> None:
    striking = replace(_quantity(of="employees"), measure="on strike")
    assert (head(striking), head(replace(striking, of_whom_text="miners"))) == (None, "miner")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("|400| of the jobs go in Osk", True),
        ("|23| of its soldiers died", False),
        ("|12| children were among the dead", True),
        ("Among the dead were |12| children", True),
        ("40 died, including |12| children", True),
        ("|12| children died", False),
        ("|12| people died, among them a baby", False),
    ],
)
def test_some_of_them(text: str, part: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(some(*_marked(text))) == part


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("|Two| more bodies were found", True),
        ("|At least three| further people died", True),
        ("Another |two| people died", True),
        ("after |three| people died of their wounds", True),
        ("|More than 40| people died", False),
        ("|40| people died", False),
    ],
)
def test_what_adds_to_an_earlier_count(text: str, adds: bool) -> None:  # noqa: FBT001 - a column of the table
    assert more(*_marked(text)) is adds
