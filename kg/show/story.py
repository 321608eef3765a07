"""The story graph: two sides' statements face to face, with the words of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.model import Picture, Place, Tie
from kg.show.archive import Archive
from kg.show.cards import Card, Voice
from kg.show.graphs import BOX, FONT, Edge, frame, graph_data, icon
from kg.show.pages import GRAPH_SCRIPTS, TOP, Frame, leaf, render
from kg.show.wording import boxed, wrapped

# Colours of lines are CSS variables: they follow the theme.
EDGES: dict[str, dict[str, Any]] = {
    "voices": {"ink": "--tie", "width": 1.6, "arrows": "to"},
    "acts_for": {"ink": "--faint", "width": 1.2, "arrows": "to"},
    "dispute": {"ink": "--dispute", "width": 3.0, "arrows": "", "dashes": [9, 6]},
    "corroboration": {"ink": "--agree", "width": 2.2, "arrows": ""},
    "response": {"ink": "--link", "width": 2.0, "arrows": ""},
}
# Boxes that stand closer leave no room for words between them.
CLOSE = 300.0
LEGEND = (
    ("n:actor", "actors"),
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
    title: str,
    *,
    place: Frame = TOP,
    pages: Sequence[str] = (),
    linked: frozenset[str] = frozenset(),
) -> str:
    """Return the HTML of one page with the graph of `picture`.

    Args:
        graph: what `kg.network.build` gives.
        picture: the nodes to draw and their places.
        held: where the words are looked up.
        labels: short wordings of the statements.
        title: plain text.
        place: where the page stands.
        pages: names of all story pages, for the way to the others.
        linked: actors that have a page.
    """
    drawn = [n for n in picture.places if graph.nodes[n]["kind"] == "statement"]
    disputes = [c for c in held.cards if _touches(c, set(drawn))]
    return render(
        "story.html.j2",
        place,
        GRAPH_SCRIPTS,
        title=title,
        hidden=picture.hidden,
        legend=_legend(graph, picture),
        pages=pages,
        names=sorted({_name(graph, labels, n) for n in picture.places}),
        graph=graph_data(
            {n: _node(graph, picture, labels, n) for n in picture.places}, _edges(graph, picture)
        ),
        info={n: _info(graph, labels, n, linked, place) for n in picture.places},
        said={v.statement: spoken(v, place) for v in _heard(held, drawn, disputes)},
        bands=[[band.title, band.top, band.bottom] for band in picture.bands],
        disputes=[_panel(card, set(drawn)) for card in disputes],
        frame_box=frame(picture, lambda n: 122.0 if n in held.voices else 62.0, 76.0, 74.0),
    )


def spoken(voice: Voice, place: Frame) -> dict[str, Any]:
    """Return what a script shows of one statement."""
    return {
        "who": voice.name,
        "cue": voice.cue,
        "words": voice.words,
        "where": voice.outlet or voice.path,
        "date": str(voice.published or ""),
        "act": voice.act.replace("_", " "),
        "notes": [effect.replace("_", " ") for effect in voice.verification],
        "href": None
        if place.alone
        else f"{place.root}article/{leaf(voice.article)}.html#{leaf(voice.statement)}",
    }


def _touches(card: Card, drawn: set[str]) -> bool:
    statements = {v.statement for v in (*card.a, *card.b)}
    return card.kind == "dispute" and bool(statements & drawn)


def _legend(graph: nx.MultiDiGraph, picture: Picture) -> list[tuple[str, str]]:
    ties = {f"e:{tie.kind}" for tie in picture.ties}
    nodes = {f"n:{graph.nodes[n]['kind']}" for n in picture.places}
    shown = {*ties, *nodes, "e:voices", "e:acts_for"}
    return [(key, name) for key, name in LEGEND if key in shown]


def _heard(held: Archive, drawn: Sequence[str], disputes: Sequence[Card]) -> list[Voice]:
    """Return the drawn statements and the first voice of each side of their disputes."""
    sides = [v.statement for card in disputes for side in (card.a, card.b) for v in side[:1]]
    return [held.voices[s] for s in dict.fromkeys([*drawn, *sides])]


def _name(graph: nx.MultiDiGraph, labels: Mapping[str, str], node: str) -> str:
    return labels.get(node) or str(graph.nodes[node]["label"])


def _node(
    graph: nx.MultiDiGraph, picture: Picture, labels: Mapping[str, str], node: str
) -> dict[str, Any]:
    data, place = graph.nodes[node], picture.places[node]
    shared = {"x": round(place.x), "y": round(place.y), "kind": data["kind"], "title": ""}
    if data["kind"] == "statement":
        return (
            shared
            | BOX
            | {
                "label": boxed(_name(graph, labels, node)),
                "widthConstraint": {"minimum": 200, "maximum": 222},
                "font": {"multi": "html", "size": 14.5, "face": FONT, "bold": {"size": 23}},
            }
        )
    width = 13 if place.y <= max((b.bottom for b in picture.bands), default=0.0) else 17
    return shared | {
        "label": wrapped(data["label"], width, 3),
        "shape": "image",
        "image": icon(data["type"]),
        "size": 19 + min(9, graph.out_degree(node)),
        "font": {"size": 14, "face": FONT, "strokeWidth": 4},
    }


def _edges(graph: nx.MultiDiGraph, picture: Picture) -> Iterator[Edge]:
    """Yield the picture's ties, and who of the drawn actors says what and acts for whom."""
    for tie in picture.ties:
        yield tie.a, tie.b, _tie(tie, picture.places[tie.a], picture.places[tie.b])
    for a, b, kind in _loyalties(graph, picture):
        yield a, b, _edge(kind, "", straight=kind == "acts_for")


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


def _tie(tie: Tie, a: Place, b: Place) -> dict[str, Any]:
    label = tie.type.replace("_", " ") if abs(a.x - b.x) > CLOSE else ""
    look = _edge(tie.kind, label, straight=a.y == b.y)
    return look if tie.near else look | {"far": True}


def _edge(kind: str, label: str, *, straight: bool) -> dict[str, Any]:
    curve = {
        "enabled": True,
        "type": "cubicBezier",
        "forceDirection": "horizontal",
        "roundness": 0.45,
    }
    return EDGES[kind] | {
        "kind": kind,
        "label": label,
        "smooth": False if straight else curve,
        "font": {"size": 13.5, "strokeWidth": 0, "align": "horizontal", "face": FONT},
    }


def _info(
    graph: nx.MultiDiGraph,
    labels: Mapping[str, str],
    node: str,
    linked: frozenset[str],
    place: Frame,
) -> dict[str, Any]:
    """Return what the side panel says of a drawn node."""
    data = graph.nodes[node]
    info = {"kind": data["kind"], "label": _name(graph, labels, node)}
    if data["kind"] == "actor":
        page = f"{place.root}actor/{leaf(node)}.html"
        info |= {"type": data["type"], "href": page if node in linked else None}
    return info


def _panel(card: Card, drawn: set[str]) -> dict[str, Any]:
    """Return a dispute of the side panel: all its statements, and the two to quote."""
    sides = (card.a, card.b)
    first = [
        next((v.statement for v in s if v.statement in drawn), s[0].statement) for s in sides if s
    ]
    return {
        "text": card.question or card.because,
        "because": card.because,
        "type": card.type.replace("_", " "),
        "quoted": first,
        "members": [v.statement for side in sides for v in side if v.statement in drawn],
    }
