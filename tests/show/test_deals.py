from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.model import Comparator, LinkKind, Quantity, Span
from kg.show.cards import Card, Voice
from kg.show.deals import Deal, by_statement, deals

AXIS = {"north": -1.0, "south": 1.0, "west": 0.5}


def _voice(statement: str, owner: str, outlet: str = "Gazette") -> Voice:
    return Voice(statement, "a", "a.txt", Span(0, 3), "why", "said", owner, owner,
                 outlet=outlet, claimant_id=owner, speaker_id=owner)  # fmt: skip


def _count(value: float) -> Quantity:
    return Quantity(Span(0, 1), "killed", "person", value, value, value, Comparator.EXACT)


def _card(  # noqa: PLR0917 - a row of a table
    key: str,
    a: str,
    b: str,
    figures: tuple[float, float] | None = None,
    kind: str = "numeric",
    question: str = "How many?",
    because: str = "for a reason",
) -> Card:
    """Return a card; sides are written "statement:owner"."""
    one, other = (_voice(*side.split(":")) for side in (a, b))
    counts = (_count(figures[0]), _count(figures[1])) if figures else (None, None)
    issue = "i" if question else None
    return Card(key, LinkKind.DISPUTE, kind, question, because, (one,), (other,), counts, issue)


def _each(statements: Iterable[str]) -> int:
    return len(set(statements))


def _dealt(*cards: Card) -> tuple[Deal, ...]:
    return deals(cards, AXIS, _each)


def test_sides_stand_as_in_the_story_graph() -> None:
    (deal,) = _dealt(_card("1", "s:south", "n:north", (23, 58)))
    assert [side.voices[0].claimant for side in deal.sides] == ["north", "south"]
    assert [side.value for side in deal.sides] == ["58", "23"]


def test_one_question_with_a_shared_statement_is_one_card_by_figure() -> None:
    cards = (
        _card("1", "n:north", "s:south", (58, 23)),
        _card("2", "n:north", "w:west", (58, 23)),
        _card("3", "n:north", "x:south", (58, 30)),
    )
    (deal,) = _dealt(*cards)
    assert [(side.value, len(side.voices)) for side in deal.sides] == [
        ("58", 1),
        ("23", 2),
        ("30", 1),
    ]
    assert deal.members == ("1", "2", "3")
    assert [side.sourcing.origins for side in deal.sides] == [1, 2, 1]
    assert deal.line
    assert len(deal.line.marks) == 3


def test_one_question_of_two_events_is_two_cards() -> None:
    apart = _dealt(
        _card("1", "n:north", "s:south", (58, 23)), _card("2", "m:north", "t:south", (3, 4))
    )
    assert len(apart) == 2


@pytest.mark.parametrize(
    ("owner", "joined"), [("south", 1), ("west", 2)], ids=["same parties", "another party"]
)
def test_denials_between_the_same_parties_are_one_card(owner: str, joined: int) -> None:
    cards = (
        _card("1", "n:north", "s:south", kind="denial", question="", because="north denied it"),
        _card("2", "n:north", f"t:{owner}", kind="denial", question="", because="and that"),
    )
    assert len(_dealt(*cards)) == joined


def test_a_card_whose_sides_are_turned_joins_with_its_owners() -> None:
    (deal,) = _dealt(
        _card("1", "n:north", "s:south", kind="framing", question=""),
        _card("2", "t:south", "n:north", kind="framing", question=""),
    )
    assert [{v.statement for v in side.voices} for side in deal.sides] == [{"n"}, {"s", "t"}]


def test_a_type_without_a_question_asks_its_own_or_says_the_reason() -> None:
    blame, denial = _dealt(
        _card("2", "m:north", "t:south", kind="denial", question="", because="north denied it"),
        _card("1", "n:north", "s:south", kind="blame", question="", because="each blames"),
    )[::-1]
    assert (blame.heading, blame.because) == ("Who began it?", ("Each blames",))
    assert (denial.heading, denial.because) == ("North denied it", ())


def test_disputes_are_found_by_their_statements() -> None:
    dealt = _dealt(_card("1", "n:north", "s:south", (58, 23)))
    assert by_statement(dealt) == {"n": dealt, "s": dealt}
