"""Signed triangles and blocks worked by hand, and against trying every division."""

from __future__ import annotations

from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Measured, TooFew
from kg.network import measures
from kg.network.measures import balance
from tests.network.corpora import number

Signed = list[tuple[str, str, int]]


def ties(*edges: tuple[str, str, int]) -> nx.Graph:
    """Return actors joined by signs, each tie resting on a statement named for it."""
    graph = nx.Graph()
    for a, b, sign in edges:
        graph.add_edge(a, b, weight=float(sign), statements=(f"{a}{b}",))
    return graph


def test_a_triangle_is_balanced_with_none_or_two_disputes() -> None:
    for signs, share in (((1, 1, 1), 1), ((1, -1, -1), 1), ((1, 1, -1), 0), ((-1, -1, -1), 0)):
        graph = ties(("a", "b", signs[0]), ("b", "c", signs[1]), ("a", "c", signs[2]))
        found = measures.balanced_triangles(graph, least=1)
        assert found == Measured(share, ("ab", "ac", "bc"))


def test_four_enemies_have_four_unbalanced_triangles() -> None:
    graph = ties(*((a, b, -1) for a, b in combinations("abcd", 2)))
    assert number(measures.balanced_triangles(graph, least=4)) == 0
    assert measures.balanced_triangles(graph) == TooFew(
        4, 5, "triangles", ("ab", "ac", "ad", "bc", "bd", "cd")
    )
    # Two against two leaves the two ties within.
    found = measures.frustration(graph)
    assert number(found) == 2
    assert number(measures.line_balance(graph, found)) == pytest.approx(1 - 4 / 6)


def test_two_camps_are_not_frustrated_and_that_rests_on_all_ties() -> None:
    graph = ties(("a", "b", 1), ("c", "d", 1), *((x, y, -1) for x, y in product("ab", "cd")))
    found = measures.frustration(graph)
    assert found == Measured(0.0, ("ab", "ac", "ad", "bc", "bd", "cd"))
    assert number(measures.line_balance(graph, found)) == 1


def test_ties_that_cancel_out_have_no_sign() -> None:
    graph = ties(("a", "b", 1), ("b", "c", 1), ("a", "c", 0))
    assert measures.balanced_triangles(graph, least=1) == TooFew(0, 1, "triangles")
    assert measures.frustration(graph) == TooFew(2, 5, "ties", ("ab", "bc"))


def test_blocks_joined_by_one_actor_add_up() -> None:
    odd = [("a", "b", -1), ("b", "c", -1), ("a", "c", -1)]
    twice = [*odd, ("c", "d", -1), ("d", "e", -1), ("c", "e", -1)]
    assert number(measures.frustration(ties(*twice))) == 2


signed = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from([-1, 1])), max_size=24
).map(lambda found: [(f"n{a}", f"n{b}", s) for a, b, s in found if a != b])


def _frustrated(graph: nx.Graph) -> int:
    """Try every division of all actors."""
    nodes = sorted(graph)
    wrong = []
    for sides in product((1, -1), repeat=len(nodes)):
        side = dict(zip(nodes, sides, strict=True))
        wrong.append(sum(side[a] * side[b] * w < 0 for a, b, w in graph.edges(data="weight")))
    return int(min(wrong))


@settings(max_examples=40, deadline=None)
@given(signed)
def test_small_graphs_are_solved_exactly(edges: Signed) -> None:
    graph = ties(*edges)
    found = measures.frustration(graph, least=0)
    assert isinstance(found, Measured)
    assert found.value == _frustrated(graph)
    assert (found.least, found.most) == (None, None)


@settings(max_examples=40, deadline=None)
@given(signed)
def test_beyond_small_blocks_the_truth_lies_between_the_bounds(edges: Signed) -> None:
    graph = ties(*edges)
    exact = _frustrated(graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(balance, "EXACT", 2)
        found = measures.frustration(graph, least=0)
    assert isinstance(found, Measured)
    low = found.value if found.least is None else found.least
    high = found.value if found.most is None else found.most
    assert low <= exact <= high <= graph.number_of_edges() / 2
