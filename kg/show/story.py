"""The story graph: two sides' statements face to face, with the words of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.model import Picture, Place, Tie
from kg.show.archive import Archive
from kg.show.cards import Voice
from kg.show.deals import Deal
from kg.show.graphs import BOX, FONT, TYPES, Edge, frame, graph_data, icon
from kg.show.pages import GRAPH_SCRIPTS, TOP, Frame, leaf, render
from kg.show.tellings import Telling
from kg.show.terms import actor, day, link, remark, shortened, spaced
from kg.show.wording import boxed, wrapped

# Colours of lines are CSS variables: they follow the theme.
EDGES: dict[str, dict[str, Any]] = {
    "voices": {"ink": "--tie", "width": 1.6, "arrows": "to"},
    "acts_for": {"ink": "--faint", "width": 1.4, "arrows": "to"},
    "dispute": {"ink": "--dispute", "width": 3.0, "arrows": "", "dashes": [9, 6]},
    "corroboration": {"ink": "--agree", "width": 2.2, "arrows": ""},
    "response": {"ink": "--link", "width": 2.0, "arrows": ""},
}
CAMPS = {-1: "left", 0: "", 1: "right"}
# Acts that only say; of all others the label names the words of the act.
SAYING = frozenset({"assert", "testify", "assess", "justify", "present_evidence", "mention"})
# Boxes that stand closer leave no room for words between them.
CLOSE = 300.0
# Pixels that a line beside a column of actors bulges, clear of their names.
BULGE = 80.0
LEGEND = (
    ("n:statement", "statements"),
    ("e:voices", "says"),
    ("e:acts_for", "acts for"),
    ("e:dispute", "disputes"),
    ("e:corroboration", "agrees with"),
    ("e:response", "answers"),
)


def story(  # noqa: PLR0913 - what a page shows, each by its name
    graph: nx.MultiDiGraph,
    picture: Picture,
    held: Archive,
    labels: Mapping[str, str],
    told: Telling,
    dealt: Sequence[Deal],
    *,
    place: Frame = TOP,
    others: Sequence[Telling] = (),
    linked: frozenset[str] = frozenset(),
) -> str:
    """Return the HTML of one page with the graph of `picture`.

    Args:
        graph: what `kg.network.build` gives.
        picture: the nodes to draw and their places.
        held: where the words are looked up.
        labels: short wordings of the statements.
        told: what the picture is called.
        dealt: the disputes in which drawn statements stand, in order.
        place: where the page stands.
        others: all story pictures, for the way to them.
        linked: actors that have a page.
    """
    drawn = [n for n in picture.places if graph.nodes[n]["kind"] == "statement"]
    return render(
        "story.html.j2",
        place,
        GRAPH_SCRIPTS,
        told=told,
        hidden=picture.hidden,
        legend=_legend(graph, picture),
        types=_types(graph, picture),
        others=others,
        names=sorted({_name(held, labels, n) for n in picture.places}),
        graph=graph_data(
            {n: _node(held, picture, labels, graph, n) for n in picture.places},
            _edges(graph, picture, dealt),
        ),
        info={n: _info(graph, held, labels, n, linked, place) for n in picture.places},
        said={v.statement: spoken(v, place) for v in _heard(held, drawn, dealt)},
        bands=[[band.title, band.top, band.bottom] for band in picture.bands],
        disputes=[_panel(deal, set(drawn)) for deal in dealt],
        frame_box=frame(picture, lambda n: 122.0 if n in held.voices else 92.0, 80.0, 82.0),
    )


def spoken(voice: Voice, place: Frame) -> dict[str, Any]:
    """Return what a script shows of one statement."""
    return {
        "who": voice.name,
        "cue": voice.cue or spaced(voice.act),
        "words": voice.words,
        "where": " · ".join(
            filter(None, (voice.outlet or shortened(voice.path), day(voice.published)))
        ),
        "act": spaced(voice.act),
        "notes": [remark(effect) for effect in voice.verification],
        "href": None
        if place.alone
        else f"{place.root}article/{leaf(voice.article)}.html#{leaf(voice.statement)}",
    }


def _legend(graph: nx.MultiDiGraph, picture: Picture) -> list[tuple[str, str]]:
    ties = {f"e:{tie.kind}" for tie in picture.ties}
    nodes = {f"n:{graph.nodes[n]['kind']}" for n in picture.places}
    loyal = {f"e:{kind}" for _, _, kind in _loyalties(graph, picture)}
    return [(key, name) for key, name in LEGEND if key in {*ties, *nodes, *loyal}]


def _types(graph: nx.MultiDiGraph, picture: Picture) -> list[tuple[str, str, str]]:
    """Return the types of the drawn actors: term, name, sign."""
    drawn = {graph.nodes[n].get("type") for n in picture.places}
    return [(kind, f"{actor(kind)}s", icon(kind)) for kind in TYPES if kind in drawn]


def _heard(held: Archive, drawn: Sequence[str], dealt: Sequence[Deal]) -> list[Voice]:
    """Return the drawn statements and the first voice of each side of their disputes."""
    sides = [v.statement for deal in dealt for side in deal.sides for v in side.voices[:1]]
    return [held.voices[s] for s in dict.fromkeys([*drawn, *sides])]


def _name(held: Archive, labels: Mapping[str, str], node: str) -> str:
    return labels.get(node) or held.names[node]


def _node(
    held: Archive,
    picture: Picture,
    labels: Mapping[str, str],
    graph: nx.MultiDiGraph,
    node: str,
) -> dict[str, Any]:
    data, place = graph.nodes[node], picture.places[node]
    shared = {"x": round(place.x), "y": round(place.y), "kind": data["kind"], "title": ""}
    if data["kind"] == "statement":
        voice = held.voices[node]
        act = "" if voice.act in SAYING else voice.cue
        return (
            shared
            | BOX
            | {
                "label": boxed(_name(held, labels, node), act),
                "camp": CAMPS[picture.camps.get(node, 0)],
                "widthConstraint": {"minimum": 200, "maximum": 222},
                "font": {
                    "multi": "html",
                    "size": 15,
                    "face": FONT,
                    "bold": {"size": 24},
                    "ital": {"size": 14, "mod": "italic"},
                },
            }
        )
    return shared | {
        "label": wrapped(held.names[node], 17, 2),
        "type": data["type"],
        "shape": "image",
        "image": icon(data["type"]),
        "size": 19 + min(7, graph.out_degree(node)),
        "font": {"size": 14, "face": FONT, "strokeWidth": 4},
    }


def _edges(graph: nx.MultiDiGraph, picture: Picture, dealt: Sequence[Deal]) -> Iterator[Edge]:
    """Yield the picture's ties, and who of the drawn actors says what and acts for whom."""
    values = {m: deal for deal in dealt for m in deal.members}
    places = picture.places
    for tie in picture.ties:
        a, b = places[tie.a], places[tie.b]
        yield tie.a, tie.b, _tie(tie, a, b, _versus(tie, a, b, values.get(tie.id)))
    for a, b, kind in _loyalties(graph, picture):
        yield a, b, _edge(kind, "") | {"smooth": _smooth(kind, places[a], places[b])}


def _loyalties(graph: nx.MultiDiGraph, picture: Picture) -> list[tuple[str, str, str]]:
    """Return who says what and who acts for whom; the claimant only where no voice is drawn."""
    found: dict[tuple[str, str], str] = {}
    voiced: set[str] = set()
    for kind in ("voices", "acts_for", "owns"):
        for a, b, edge in graph.edges(data="kind"):
            if (
                edge == kind
                and {a, b} <= picture.places.keys()
                and (kind, b in voiced) != ("owns", True)
            ):
                found.setdefault((a, b), "acts_for" if kind == "acts_for" else "voices")
                voiced |= {b} if kind == "voices" else set()
    return [(a, b, kind) for (a, b), kind in found.items()]


def _versus(tie: Tie, a: Place, b: Place, deal: Deal | None) -> str:
    """Return the words on a tie: both figures in the order in which they stand, or its type."""
    if deal is None or tie.type != "numeric":
        return link(tie.type)
    figures = {v.statement: side.value for side in deal.sides for v in side.voices}
    left, right = (tie.a, tie.b) if a.x < b.x else (tie.b, tie.a)
    return f"{figures.get(left, '?')} against {figures.get(right, '?')}"


def _tie(tie: Tie, a: Place, b: Place, words: str) -> dict[str, Any]:
    look = _edge(tie.kind, words if abs(a.x - b.x) > CLOSE else "")
    look["smooth"] = False if a.y == b.y else _curve()
    return look if tie.near else look | {"far": True}


def _edge(kind: str, label: str) -> dict[str, Any]:
    font = {"size": 14, "strokeWidth": 0, "align": "horizontal", "face": FONT}
    return EDGES[kind] | {"kind": kind, "label": label, "font": font}


def _smooth(kind: str, a: Place, b: Place) -> dict[str, Any] | bool:
    """Return how a line runs: beside the column for actors one above the other, else direct."""
    if kind != "acts_for":
        return _curve()
    if a.x != b.x:
        return False
    outward = (b.y > a.y) == (a.x < 0)
    turn = "curvedCCW" if outward else "curvedCW"
    return {"enabled": True, "type": turn, "roundness": round(2 * BULGE / abs(b.y - a.y), 3)}


def _curve() -> dict[str, Any]:
    return {
        "enabled": True,
        "type": "cubicBezier",
        "forceDirection": "horizontal",
        "roundness": 0.5,
    }


def _info(  # noqa: PLR0913 - what the panel looks up
    graph: nx.MultiDiGraph,
    held: Archive,
    labels: Mapping[str, str],
    node: str,
    linked: frozenset[str],
    place: Frame,
) -> dict[str, Any]:
    """Return what the side panel says of a drawn node."""
    data = graph.nodes[node]
    info = {"kind": data["kind"], "label": _name(held, labels, node)}
    if data["kind"] == "actor":
        page = f"{place.root}actor/{leaf(node)}.html"
        info |= {"type": actor(data["type"]), "href": page if node in linked else None}
    return info


def _panel(deal: Deal, drawn: set[str]) -> dict[str, Any]:
    """Return a dispute of the side panel: all its statements, and one to quote of each side."""
    quoted = [
        [next((v.statement for v in s.voices if v.statement in drawn), s.voices[0].statement), s.value]
        for s in deal.sides
        if s.voices
    ]
    return {
        "text": deal.heading,
        "type": link(deal.type),
        "quoted": quoted,
        "members": [v.statement for v in deal.voices if v.statement in drawn],
    }
