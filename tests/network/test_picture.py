from __future__ import annotations

from itertools import combinations

from kg.model import Place
from kg.network import picture, pictures
from kg.network.picture import LIMIT
from kg.network.sheet import ROW_HEIGHT
from tests.network.graphs import story

STORY = story(
    {"north": ["n1", "n2"], "south": ["s1", "s2"], "third": ["t1"], "fourth": ["f1"]},
    disputes=[("n1", "s1", "numeric"), ("n2", "s2", "denial")],
    agreements=[("t1", "f1", "endorsement")],
)


def test_disputed_statements_face_each_other() -> None:
    places = picture(STORY).places
    for a, b in (("n1", "s1"), ("n2", "s2")):
        assert places[a].y == places[b].y
        assert places[a].x == -places[b].x != 0


def test_actors_stand_on_the_side_of_their_statements() -> None:
    places = picture(STORY).places
    for actor, statement in (("north", "n1"), ("south", "s1")):
        assert places[actor].x * places[statement].x > 0
        assert abs(places[actor].x) > abs(places[statement].x)


def test_third_parties_stand_below() -> None:
    places = picture(STORY).places
    assert places["t1"].y == places["f1"].y > places["n2"].y
    assert places["third"].x + places["fourth"].x == 0
    assert places["third"].y == places["t1"].y


def test_third_parties_without_links_stand_over_their_voices() -> None:
    places = picture(
        story(
            {"a": ["1"], "b": ["2"], "c": ["3"], "d": ["4"]},
            disputes=[("1", "2", "numeric")],
        )
    ).places
    assert places["3"].y == places["4"].y > places["1"].y
    assert places["c"].x == places["3"].x
    assert places["c"].y > places["3"].y


def test_rows_are_titled_by_type() -> None:
    titles = [band.title for band in picture(STORY).bands]
    assert titles == ["Figures", "Denied", "Sources that agree"]


def test_a_second_dispute_of_a_box_stays_in_its_row_or_the_next() -> None:
    drawn = picture(
        story(
            {"a": ["1"], "b": ["2", "3"]},
            disputes=[("1", "2", "numeric"), ("1", "3", "rejection")],
        )
    )
    assert drawn.places["3"].y - drawn.places["1"].y == ROW_HEIGHT
    assert [band.title for band in drawn.bands] == ["Figures · Rejected"]
    assert all(tie.near for tie in drawn.ties)


def test_a_dispute_across_rows_is_marked_as_far() -> None:
    drawn = picture(
        story(
            {"a": ["1", "2"], "b": ["3", "4"]},
            disputes=[("1", "3", "numeric"), ("2", "4", "framing"), ("1", "4", "rejection")],
        )
    )
    assert {(t.a, t.b): t.near for t in drawn.ties} == {
        ("1", "3"): True,
        ("2", "4"): True,
        ("1", "4"): True,
    }
    spread = picture(
        story(
            {"a": ["1", "2", "5"], "b": ["3", "4", "6"]},
            disputes=[
                ("1", "3", "numeric"),
                ("5", "6", "denial"),
                ("2", "4", "framing"),
                ("1", "4", "rejection"),
            ],
        )
    )
    assert [(t.a, t.b) for t in spread.ties if not t.near] == [("1", "4")]


def test_unlinked_stories_have_pictures_of_their_own() -> None:
    graph = story(
        {"a": ["a1", "a2"], "b": ["b1"], "c": ["c1"], "d": ["d1"], "e": ["e1"]},
        disputes=[("a1", "b1", "numeric"), ("a2", "b1", "denial"), ("c1", "d1", "numeric")],
    )
    for statement in ("c1", "d1", "e1"):
        graph.nodes[statement]["article"] = "other"
    first, second = pictures(graph)
    assert {"a1", "a2", "b1"} <= set(first.places)
    assert {"c1", "d1", "e1"} <= set(second.places)
    assert not set(first.places) & set(second.places)
    assert (first.hidden, second.hidden) == (0, 0)


def test_camps_are_the_sides_of_disputes_and_none_of_third_parties() -> None:
    camps = picture(STORY).camps
    assert camps["n1"] == camps["n2"] == -camps["s1"] == -camps["s2"] != 0
    assert camps["t1"] == camps["f1"] == 0


def test_a_question_is_the_title_of_its_rows() -> None:
    graph = story({"a": ["1"], "b": ["2"]}, disputes=[("1", "2", "numeric")])
    for _, _, data in graph.edges(data=True):
        if data["kind"] == "dispute":
            data["question"] = "How many?"
    assert [band.title for band in picture(graph).bands] == ["How many?"]


def test_what_is_left_out_is_counted() -> None:
    drawn = picture(STORY, limit=2)
    assert {"n1", "s1"} <= set(drawn.places)
    assert drawn.hidden == 4


def test_what_does_not_fit_goes_to_further_pictures() -> None:
    said = {f"a{n}": [f"s{n}"] for n in range(80)}
    disputes = [(f"s{n}", f"s{n + 1}", "numeric") for n in range(0, 80, 2)]
    drawn = pictures(story(said, disputes=disputes))
    assert len(drawn) == 4
    shown = {node for page in drawn for node in page.places if node.startswith("s")}
    assert len(shown) == 80
    assert {page.hidden for page in drawn} == {0}


def test_many_disputes_never_overlap_and_are_cut() -> None:
    said = {f"a{n}": [f"s{n}"] for n in range(80)}
    disputes = [(f"s{n}", f"s{n + 1}", "numeric") for n in range(0, 80, 2)]
    drawn = picture(story(said, disputes=disputes))
    boxes = [place for node, place in drawn.places.items() if node.startswith("s")]
    assert len(boxes) == LIMIT == 24
    assert drawn.hidden == 80 - LIMIT
    assert all(_apart(a, b) for a, b in combinations(boxes, 2))


def test_a_graph_without_statements_is_an_empty_picture() -> None:
    assert picture(story({"lonely": []})).places == {}


def _apart(a: Place, b: Place) -> bool:
    return abs(a.x - b.x) >= 222 or abs(a.y - b.y) >= ROW_HEIGHT > 90
