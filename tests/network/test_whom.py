from __future__ import annotations

import networkx as nx

from kg.network.atlas import atlas
from kg.network.measures.communities import communities
from kg.network.whom import EGO, LIMIT, ego, network, whom


def speaking(*said: tuple[str, str, str]) -> nx.MultiDiGraph:
    """Return a graph of statements: (speaker, act, about whom)."""
    graph = nx.MultiDiGraph()
    for number, (speaker, act, target) in enumerate(said):
        for actor in (speaker, target):
            graph.add_node(actor, kind="actor", label=actor, type="Person")
        statement = f"s{number}"
        graph.add_node(
            statement,
            kind="statement",
            label=statement,
            act=act,
            quote="direct",
            article="a",
            start=number,
        )
        graph.add_edge(speaker, statement, key="voices", kind="voices")
        graph.add_edge(statement, target, key="about", kind="about")
    return graph


def test_statements_are_summed_up_between_actors() -> None:
    actors = whom(speaking(("a", "accuse", "b"), ("a", "assert", "b"), ("b", "deny", "a")))
    assert actors["a"]["b"]["count"] == 2
    assert actors["a"]["b"]["against"] == 1
    assert actors["a"]["b"]["statements"] == ("s0", "s1")
    assert actors.nodes["a"]["weight"] == 3


def test_a_statement_counts_for_its_claimant_and_its_speaker_is_still_known() -> None:
    graph = speaking(("spokesman", "assert", "b"))
    graph.add_node("ministry", kind="actor", label="ministry", type="Organisation")
    graph.add_edge("ministry", "s0", key="owns", kind="owns")
    actors = whom(graph)
    assert list(actors.edges) == [("ministry", "b")]
    assert actors.nodes["spokesman"]["weight"] == 1


def test_groups_that_speak_about_each_other_are_communities() -> None:
    graph = speaking(
        *(("a", "assert", "b"), ("b", "assert", "c"), ("c", "assert", "a")),
        *(("x", "assert", "y"), ("y", "assert", "z"), ("z", "assert", "x")),
    )
    assert communities(whom(graph)) == [{"a", "b", "c"}, {"x", "y", "z"}]


def test_a_picture_holds_at_most_its_limit_and_counts_the_rest() -> None:
    star = whom(speaking(*(("hub", "assert", f"p{n:03}") for n in range(90))))
    drawn = network(star, {}, star)
    assert len(drawn.places) == LIMIT
    assert drawn.hidden == 91 - LIMIT


def test_an_ego_stands_between_those_who_speak_of_it_and_those_it_speaks_of() -> None:
    actors = whom(speaking(("a", "assert", "me"), ("me", "deny", "b")))
    drawn = ego(actors, {}, "me")
    assert drawn.places["a"].x < drawn.places["me"].x < drawn.places["b"].x
    assert {(t.a, t.b): t.against for t in drawn.ties} == {("a", "me"): 0.0, ("me", "b"): 1.0}


def test_an_ego_has_at_most_thirty_nodes() -> None:
    said = [("me", "assert", f"p{n:03}") for n in range(50)]
    heard = [(f"q{n:03}", "assert", "me") for n in range(50)]
    drawn = ego(whom(speaking(*said, *heard)), {}, "me")
    assert len(drawn.places) == 2 * EGO + 1 <= 30
    assert drawn.hidden == 101 - len(drawn.places)


def test_equal_graphs_have_equal_pictures() -> None:
    said = [("a", "accuse", "b"), ("b", "deny", "a"), ("c", "assert", "a")]
    assert atlas(speaking(*said)) == atlas(speaking(*said))
