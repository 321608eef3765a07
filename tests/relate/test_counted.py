"""Which people a quantity counts, and whether only some of them."""

from __future__ import annotations

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
    [("people", None), ("Velmoran troops", "soldier"), ("teachers", "teacher"), ("", None)],
)
def test_the_kind_that_is_counted(words: str, kind: str | None) -> None:
    assert head(_quantity(of=words)) == kind


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("|400| of the jobs go in Osk", True),
        ("|23| of its soldiers died", False),
        ("|12| children were among the dead", True),
        ("Among the dead were |12| children", True),
        ("40 died, including |12| children", True),
        ("|12| children died", False),
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
