from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.stress import laid_out, stress


def test_a_path_is_laid_out_as_long_as_it_is() -> None:
    x = stress(nx.path_graph(["a", "b", "c"]))
    ends = sum((p - q) ** 2 for p, q in zip(x["a"], x["c"], strict=True)) ** 0.5
    assert ends == pytest.approx(2.0, abs=0.01)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=40))
def test_boxes_never_overlap_and_the_order_of_input_changes_nothing(
    pairs: list[tuple[int, int]],
) -> None:
    edges = [(f"n{a}", f"n{b}") for a, b in pairs if a != b]
    graph, reverse = nx.Graph(edges), nx.Graph(edges[::-1])
    places = laid_out(graph, 100.0, 40.0)
    assert set(places) == set(graph)
    for a, b in combinations(places.values(), 2):
        assert abs(a.x - b.x) >= 99.8 or abs(a.y - b.y) >= 39.8
    assert laid_out(reverse, 100.0, 40.0) == places
