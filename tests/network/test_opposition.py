from __future__ import annotations

import math
import random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.network import axis
from tests.network.graphs import story

TWO_SIDES = story(
    {"north": ["n1"], "spokesman": ["n2"], "south": ["s1"], "third": ["t1"]},
    disputes=[("n1", "s1", "numeric"), ("n2", "s1", "denial")],
    acts_for=[("spokesman", "north")],
)


def test_sides_of_a_dispute_have_opposite_signs() -> None:
    places = axis(TWO_SIDES)
    assert places["north"] * places["south"] < 0
    assert places["spokesman"] * places["north"] > 0


def test_who_takes_no_side_is_at_zero() -> None:
    assert axis(TWO_SIDES)["third"] == 0.0


def test_two_opponents_stand_at_the_ends() -> None:
    graph = story({"a": ["1"], "b": ["2"]}, disputes=[("1", "2", "numeric")])
    assert axis(graph) == {"a": -1.0, "b": 1.0}


def test_a_triangle_of_enemies_and_a_friend_worked_by_hand() -> None:
    # a-b agree twice (+1), both dispute c (-1): the leading eigenvector is (1, 1, -1)/sqrt(3).
    graph = story(
        {"a": ["1", "4"], "b": ["2"], "c": ["3"]},
        disputes=[("1", "3", "denial"), ("2", "3", "denial")],
        agreements=[("1", "2", "agreement"), ("4", "2", "agreement")],
    )
    assert axis(graph) == pytest.approx({"a": -1.0, "b": -1.0, "c": 1.0})


def test_opponents_who_agree_on_much_stay_opponents() -> None:
    graph = story(
        {"a": ["1", "3", "5"], "b": ["2", "4", "6"]},
        disputes=[("1", "2", "numeric")],
        agreements=[("3", "4", "agreement"), ("5", "6", "agreement"), ("3", "6", "agreement")],
    )
    assert axis(graph) == {"a": -1.0, "b": 1.0}


def test_agreement_alone_makes_no_sides() -> None:
    graph = story({"a": ["1"], "b": ["2"]}, agreements=[("1", "2", "agreement")])
    assert axis(graph) == {"a": 0.0, "b": 0.0}


@given(st.integers(0, 2**32 - 1))
def test_the_order_of_input_changes_nothing(seed: int) -> None:
    nodes, edges = list(TWO_SIDES.nodes(data=True)), list(TWO_SIDES.edges(keys=True, data=True))
    shuffled = nx.MultiDiGraph()
    rng = random.Random(seed)  # noqa: S311 - shuffling a test, not a secret
    shuffled.add_nodes_from(rng.sample(nodes, len(nodes)))
    shuffled.add_edges_from(rng.sample(edges, len(edges)))
    assert axis(shuffled) == pytest.approx(axis(TWO_SIDES))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_places_are_bounded(pairs: list[tuple[int, int]]) -> None:
    graph = story(
        {f"a{n}": [f"s{n}"] for n in range(8)},
        disputes=[(f"s{a}", f"s{b}", "denial") for a, b in pairs if a != b],
    )
    assert all(math.isfinite(x) and -1 <= x <= 1 for x in axis(graph).values())
