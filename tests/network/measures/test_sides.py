"""Camps, polarisation, blind spots and the right of reply, worked by hand."""

from __future__ import annotations

import pytest

from kg.model import Actor, ActorType, Measured, TooFew
from kg.network import axis, build, measures
from kg.network.opposition import signed
from tests.network.corpora import article, link, number, rows, said

NORTH, SOUTH = (Actor(name, name, ActorType.STATE) for name in ("north", "south"))
SPOKESMAN = Actor("spokesman", "spokesman", ActorType.PERSON, acts_for="north")


def test_camps_are_the_ends_of_the_axis_and_near_zero_is_none() -> None:
    places = {"a": -1.0, "b": 0.7, "c": 0.1, "d": 0.0}
    assert measures.camps(places) == {"a": -1, "b": 1, "c": 0, "d": 0}


def test_disputes_between_camps_polarise_and_within_them_do_not() -> None:
    held = rows(
        [said(f"s{n}", actor) for n, actor in enumerate(["a", "b", "x", "y", "z"])],
        relations=[
            link("dispute", ["s0"], ["s2"]),
            link("dispute", ["s1"], ["s3"]),
            link("dispute", ["s0"], ["s1"]),
            link("dispute", ["s4"], ["s0"]),
            link("corroboration", ["s0"], ["s1"]),
        ],
    )
    sides = {"a": -1, "b": -1, "x": 1, "y": 1, "z": 0}
    ties = signed(build(held))
    found = measures.polarisation(ties, sides, least=1)
    # Two between and one within; z takes no side.
    assert number(found["dispute"]) == pytest.approx(1 / 3)
    assert found["dispute"].statements == ("s0", "s1", "s2", "s3")
    assert found["corroboration"] == Measured(-1.0, ("s0", "s1"))
    assert isinstance(measures.polarisation(ties, sides)["dispute"], TooFew)


def outlet(name: str, ours: int, theirs: int) -> list[tuple[str, str]]:
    return [(name, "a")] * ours + [(name, "b")] * theirs


def test_a_missing_side_is_a_blind_spot_only_where_chance_is_no_excuse() -> None:
    carried = [*outlet("Wide", 6, 10), *outlet("Narrow", 0, 5), *outlet("Brief", 0, 4)]
    statements = [said(f"s{n}", who, article=name) for n, (name, who) in enumerate(carried)]
    held = rows(statements, articles=[article(n, n) for n in ("Wide", "Narrow", "Brief")])
    found = measures.coverage(build(held), {"a": -1, "b": 1}, chance=0.3)
    # Of 25 statements 6 are a's: (1 - 0.24)^n <= 0.3 takes n = 5.
    assert number(found["Wide"][-1]) == 6 / 16
    assert found["Narrow"][-1] == Measured(0.0, ("s16", "s17", "s18", "s19", "s20"))
    assert found["Brief"][-1] == TooFew(
        4, 5, "statements of either side", ("s21", "s22", "s23", "s24")
    )
    assert number(found["Brief"][1]) == 1


def test_without_two_sides_nothing_is_blind() -> None:
    held = rows([said("s1", "a")], articles=[article("a1", "Post")])
    assert measures.coverage(build(held), {"a": -1}) == {}


def test_who_is_accused_and_never_heard() -> None:
    held = rows(
        [
            said("s1", "north", ["south"], act="accuse"),
            said("s2", "north", ["third"], act="accuse"),
            said("s3", "south", ["spokesman"]),
            said("s4", "third", []),
            said("s5", "north", ["spokesman"], act="accuse"),
        ],
        actors=[NORTH, SOUTH, SPOKESMAN],
    )
    found = measures.replies(build(held))
    # South spoke of north's spokesman, which is an answer; third only spoke; north accuses itself.
    assert set(found) == {"south", "third"}
    assert found["south"].unanswered == Measured(0.0)
    assert found["third"].unanswered == Measured(1.0, ("s2",))
    assert found["third"].heard == Measured(1.0, ("s4",))
    assert found["third"].accusers == ("north",)


def test_a_reply_that_names_nobody_is_known_by_its_link() -> None:
    statements = [said("s1", "north", ["south"], act="accuse"), said("s2", "south", act="deny")]
    without = measures.replies(build(rows(statements)))
    linked = rows(statements, relations=[link("dispute", ["s1"], ["s2"], "denial")])
    assert without["south"].unanswered.value == 1
    assert measures.replies(build(linked))["south"].unanswered.value == 0


def test_the_axis_of_a_large_network_is_that_of_its_small_core() -> None:
    # Lanczos iteration beyond 400 members: two camps of 300, joined by one dispute of two leaders.
    spokesmen = [
        Actor(f"{side}{n}", f"{side}{n}", ActorType.PERSON, acts_for=side)
        for side in ("north", "south")
        for n in range(300)
    ]
    held = rows(
        [said("s1", "north"), said("s2", "south")],
        actors=[NORTH, SOUTH, *spokesmen],
        relations=[link("dispute", ["s1"], ["s2"])],
    )
    places = axis(build(held))
    assert len(places) == 602
    assert abs(places["north"]) == abs(places["south"]) == pytest.approx(1)
    assert places["north"] * places["south"] < 0
    assert all(places[f"{s}{n}"] * places[s] > 0 for s in ("north", "south") for n in range(300))
