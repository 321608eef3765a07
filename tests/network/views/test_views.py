"""Views of graphs small enough to be worked by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.model import ClaimRow
from kg.network import VIEWS, build
from kg.network.views import agreement, chains, claiming, conflict, discourse, speaking, windows
from kg.network.views.windows import within
from tests.network.corpora import article, counted, link, rows, said

ARTICLES = [
    article("a1", "Post", 0, agency="Wire"),
    article("a2", "Herald", 5),
    article("a3", "Post", None),
]
CORPUS = rows(
    [
        said("s1", "north", ["south"], act="accuse", speaker="nora", claims=["c58"]),
        said("s2", "north", ["south"], act="accuse", article="a2", claims=["c58"]),
        said("s3", "south", ["north"], act="deny", article="a2", denies=["c58"]),
        said("s4", "south", ["south"], act="praise", article="a3", claims=["c23"]),
        said("s5", "third", ["north"], act="assert", claims=["c58"]),
        said("s6", "third", [], act="assert", modal=["c23"], reports="s5"),
    ],
    articles=ARTICLES,
    claims=[counted("c58", 58, 58), counted("c23", 23, 23)],
    relations=[link("dispute", ["s1", "s2"], ["s4"], issue="q")],
)
GRAPH = build(CORPUS)


def test_who_speaks_about_whom_act_by_act() -> None:
    graph = speaking(GRAPH)
    assert sorted(graph.edges(keys=True)) == [
        ("north", "south", "accuse/positive"),
        ("south", "north", "deny/positive"),
        ("third", "north", "assert/positive"),
    ]
    assert graph["north"]["south"]["accuse/positive"] == {
        "act": "accuse",
        "polarity": "positive",
        "sign": -1,
        "count": 2,
        "first": "2031-05-01",
        "last": "2031-05-06",
        "statements": ("s1", "s2"),
    }
    assert graph["third"]["north"]["assert/positive"]["sign"] == 0


def test_who_voiced_it_may_be_counted_instead() -> None:
    graph = speaking(GRAPH, by="speaker")
    assert graph["nora"]["south"]["accuse/positive"]["statements"] == ("s1",)
    assert graph["north"]["south"]["accuse/positive"]["statements"] == ("s2",)


def test_actors_and_claims_are_two_modes() -> None:
    graph = claiming(GRAPH)
    actors = {n for n, part in graph.nodes(data="bipartite") if part == 0}
    assert nx.is_bipartite(graph)
    assert actors == {"north", "south", "third"}
    assert graph["north"]["c58"]["positive"]["count"] == 2
    assert graph["south"]["c58"]["negative"]["sign"] == -1
    assert graph["third"]["c23"]["modal"]["sign"] == 0


def test_words_went_from_claimant_to_outlet() -> None:
    graph = chains(GRAPH)
    assert nx.has_path(graph, "north", "outlet:Post")
    assert nx.shortest_path(graph, "north", "outlet:Post") == [
        "north", "nora", "agency:Wire", "outlet:Post",
    ]  # fmt: skip
    assert graph["north"]["nora"]["statements"] == ("s1",)
    assert graph["north"]["outlet:Herald"]["count"] == 1
    assert graph.nodes["agency:Wire"] == {"kind": "agency", "label": "Wire"}
    assert graph["third"]["agency:Wire"]["statements"] == ("s5", "s6")


def test_what_is_reported_inside_went_through_the_reporter() -> None:
    inner = rows([said("s1", "a"), said("s2", "b", reports="s1")])
    assert chains(build(inner))["a"]["b"]["statements"] == ("s1",)


def test_actors_agree_on_a_claim_that_both_affirm() -> None:
    graph = agreement(GRAPH)
    assert sorted(map(sorted, graph.edges)) == [["north", "third"]]
    edge = graph["north"]["third"]
    assert (edge["weight"], edge["issues"], edge["statements"]) == (1, ("q",), ("s1", "s5"))
    # Both speak on one issue alone: the mean activity is 1.
    assert edge["normalised"] == 1.0


def test_actors_conflict_on_a_claim_and_over_a_dispute_once_an_issue() -> None:
    graph = conflict(GRAPH)
    pairs = {tuple(sorted(pair)): graph.edges[pair]["weight"] for pair in graph.edges}
    assert pairs == {("north", "south"): 1, ("south", "third"): 1}


def test_discourse_is_agreement_less_conflict() -> None:
    graph = discourse(GRAPH)
    signs = {tuple(sorted(pair)): graph.edges[pair]["sign"] for pair in graph.edges}
    assert signs == {("north", "south"): -1, ("north", "third"): 1, ("south", "third"): -1}


def test_two_issues_weigh_two_and_activity_normalises() -> None:
    held = rows(
        [
            said("s1", "a", claims=["x", "y", "z"]),
            said("s2", "b", claims=["x", "y"]),
        ],
        claims=[ClaimRow(key, f"q{key}", key) for key in "xyz"],
    )
    edge = agreement(build(held))["a"]["b"]
    assert edge["weight"] == 2
    assert edge["normalised"] == pytest.approx(2 / 2.5)


def test_only_the_most_active_are_projected_and_the_rest_is_counted() -> None:
    held = rows(
        [said(f"s{n}", f"a{n % 3}", claims=["x"]) for n in range(7)],
        claims=[ClaimRow("x", "q", "x")],
    )
    graph = agreement(build(held), most=2)
    assert sorted(graph) == ["a0", "a1"]
    assert graph.graph["left_out"] == 1


def test_a_window_holds_what_was_published_in_it() -> None:
    found = [(first, last, sorted(_statements(g))) for first, last, g in windows(GRAPH, 3)]
    assert found == [
        ("2031-05-01", "2031-05-03", ["s1", "s5", "s6"]),
        ("2031-05-04", "2031-05-06", ["s2", "s3"]),
    ]


def test_windows_may_overlap() -> None:
    starts = [first for first, _, _ in windows(GRAPH, 3, step=1)]
    assert starts[:2] == ["2031-05-01", "2031-05-02"]
    assert len(starts) == 6


def test_a_part_in_time_is_a_graph_for_any_view() -> None:
    part = within(GRAPH, since="2031-05-02")
    assert speaking(part)["north"]["south"]["accuse/positive"]["count"] == 1
    assert "c23" not in part
    assert set(GRAPH) >= set(part)


def test_without_dates_there_is_no_window() -> None:
    undated = build(rows([said("s1", "a")], articles=[article("a1", day=None)]))
    assert list(windows(undated, 7)) == []


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_networkx_and_says_what_it_is(name: str) -> None:
    assert isinstance(VIEWS[name](GRAPH), nx.Graph)
    assert VIEWS[name].__doc__


def test_a_large_relation_joins_all_its_statements_with_few_edges() -> None:
    left, right = ([f"{side}{n}" for n in range(30)] for side in "lr")
    held = rows(
        [said(s, "a") for s in left] + [said(s, "b") for s in right],
        relations=[link("dispute", left, right)],
    )
    graph = build(held)
    ends = [(a, b) for a, b, kind in graph.edges(data="kind") if kind == "dispute"]
    assert len(ends) == 59
    assert ({a for a, _ in ends}, {b for _, b in ends}) == (set(left), set(right))


def _statements(graph: nx.MultiDiGraph) -> list[str]:
    return [n for n, kind in graph.nodes(data="kind") if kind == "statement"]
