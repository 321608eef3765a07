"""Centrality of a line a -> b -> c and of a star, worked by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.model import Measured, TooFew
from kg.network import build, measures
from kg.network.measures.communities import modularity
from kg.network.whom import whom
from tests.network.corpora import number, rows, said


def talk(*pairs: tuple[str, str]) -> nx.DiGraph:
    """Return who speaks about whom, a statement for each pair."""
    return whom(build(rows([said(f"s{n}", a, [b]) for n, (a, b) in enumerate(pairs)])))


LINE = talk(("a", "b"), ("b", "c"))
STAR = talk(*((f"p{n}", "hub") for n in range(5)))


def test_the_middle_of_a_line_is_on_its_only_way() -> None:
    found = measures.betweenness(LINE, least=1)
    # One of the (3 - 1)(3 - 2) ordered pairs of others: a -> c.
    assert found == {
        "a": Measured(0.0, ("s0",)),
        "b": Measured(0.5, ("s0", "s1")),
        "c": Measured(0.0, ("s1",)),
    }


def test_ties_of_many_statements_are_short() -> None:
    # a -> c directly once, by b three times each: 1/3 + 1/3 < 1.
    pairs = [("a", "c"), *[("a", "b")] * 3, *[("b", "c")] * 3]
    assert number(measures.betweenness(talk(*pairs), least=1)["b"]) == 0.5


def test_pagerank_of_a_star_worked_by_hand() -> None:
    found = measures.pagerank(STAR)
    # p = r/6, hub = r/6 + d*(5p + hub/6 + ...): the dangling hub gives to all alike.
    d, n = 0.85, 6
    leaf = ((1 - d) / n) / (1 - d / n - d * d * 5 / n)
    hub = 1 - 5 * leaf
    assert number(found["hub"]) == pytest.approx(hub, abs=1e-4)
    assert number(found["p0"]) == pytest.approx(leaf, abs=1e-4)


def test_pagerank_sums_to_one() -> None:
    assert sum(map(number, measures.pagerank(STAR).values())) == pytest.approx(1)


def test_cores_of_a_triangle_with_a_tail() -> None:
    graph = talk(("a", "b"), ("b", "c"), ("c", "a"), ("c", "tail"))
    cores = {a: number(m) for a, m in measures.cores(graph, least=1).items()}
    assert cores == {"a": 2, "b": 2, "c": 2, "tail": 1}


def test_a_network_of_a_pair_or_two_has_no_middle() -> None:
    for measure in (measures.pagerank, measures.betweenness, measures.cores):
        assert measure(LINE)["b"] == TooFew(2, 5, "pairs of actors", ("s0", "s1"))


def test_many_actors_are_sampled_the_same_each_time() -> None:
    ring = talk(*((f"r{n:03}", f"r{(n + 1) % 120:03}") for n in range(120)))
    exact = measures.betweenness(ring)
    first = measures.betweenness(ring, exact=50, pivots=30)
    assert first == measures.betweenness(ring, exact=50, pivots=30)
    # Every member of a ring is alike: unbiased estimates lie around the one exact value.
    mean = sum(map(number, first.values())) / 120
    assert mean == pytest.approx(number(exact["r000"]), rel=0.05)


def test_two_triangles_apart_are_as_modular_as_two_groups_can_be() -> None:
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x")]
    graph = talk(*pairs)
    # Each group has half of the ties: 2 * (1/2 - (1/2)^2).
    assert number(modularity(graph, least=1)) == pytest.approx(0.5)
    assert isinstance(modularity(graph), TooFew)
