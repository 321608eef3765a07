"""The story graph: two sides' statements face to face, with the words of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.model import Picture, Place, Tie
from kg.show.archive import Archive
from kg.show.cards import Voice
from kg.show.deals import Deal
from kg.show.graphs import BOX, FONT, TYPES, Edge, frame, graph_data, icon
from kg.show.pages import GRAPH_SCRIPTS, TOP, Frame, leaf, render, web
from kg.show.tellings import Telling
from kg.show.terms import actor, day, link, remark, shortened, spaced
from kg.show.wording import Label, boxed, wrapped

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


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a story page draws.

    `graph` is what `kg.network.build` gives, `labels` are short wordings of the statements, `told`
    is what the picture is called, `dealt` the disputes in which drawn statements stand, in order.
    """

    graph: nx.MultiDiGraph
    picture: Picture
    held: Archive
    labels: Mapping[str, Label]
    told: Telling
    dealt: Sequence[Deal]

    def name(self, node: str) -> str:
        """Return what a node is called."""
        label = self.labels.get(node)
        return label.text if label else self.held.names[node]


def story(
    drawing: Drawing,
    *,
    place: Frame = TOP,
    others: Sequence[Telling] = (),
    linked: frozenset[str] = frozenset(),
) -> str:
    """Return the HTML of one page with a story graph.

    Args:
        drawing: what to draw.
        place: where the page stands.
        others: all story pictures, for the way to them; a page that stands alone only counts
            them.
        linked: actors that have a page.
    """
    d, places = drawing, drawing.picture.places
    drawn = [n for n in places if n in d.held.voices]
    heard = _heard(d, drawn)
    return render(
        "story.html.j2",
        place,
        GRAPH_SCRIPTS,
        told=d.told,
        hidden=d.picture.hidden,
        legend=_legend(d),
        types=_types(d),
        others=others,
        names=sorted({d.name(n) for n in places}),
        graph=graph_data({n: _node(d, n) for n in places}, _edges(d)),
        info={n: _info(d, n, linked, place) for n in places},
        said={v.statement: spoken(v, place) for v in heard},
        bands=[[band.title, band.top, band.bottom] for band in d.picture.bands],
        disputes=[_panel(deal, set(drawn)) for deal in d.dealt],
        frame_box=frame(d.picture, lambda n: 122.0 if n in d.held.voices else 92.0, 80.0, 82.0),
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
        "act": "" if voice.act in SAYING else spaced(voice.act),
        "notes": [remark(effect) for effect in voice.verification],
        "href": web(voice.url)
        if place.alone
        else f"{place.root}article/{leaf(voice.article)}.html#{leaf(voice.statement)}",
    }


def _legend(d: Drawing) -> list[tuple[str, str]]:
    ties = {f"e:{tie.kind}" for tie in d.picture.ties}
    nodes = {f"n:{d.graph.nodes[n]['kind']}" for n in d.picture.places}
    loyal = {f"e:{kind}" for _, _, kind in _loyalties(d)}
    return [(key, name) for key, name in LEGEND if key in {*ties, *nodes, *loyal}]


def _types(d: Drawing) -> list[tuple[str, str, str]]:
    """Return the types of the drawn actors: term, name, sign."""
    drawn = {d.graph.nodes[n].get("type") for n in d.picture.places}
    return [(kind, f"{actor(kind)}s", icon(kind)) for kind in TYPES if kind in drawn]


def _heard(d: Drawing, drawn: Sequence[str]) -> list[Voice]:
    """Return the drawn statements and the first voice of each side of their disputes."""
    sides = [v.statement for deal in d.dealt for side in deal.sides for v in side.voices[:1]]
    return [d.held.voices[s] for s in dict.fromkeys([*drawn, *sides])]


def _node(d: Drawing, node: str) -> dict[str, Any]:
    data, place = d.graph.nodes[node], d.picture.places[node]
    shared = {"x": round(place.x), "y": round(place.y), "kind": data["kind"], "title": ""}
    if node in d.held.voices:
        return shared | BOX | _box(d, node)
    return shared | {
        "label": wrapped(d.name(node), 17, 2),
        "type": data["type"],
        "shape": "image",
        "image": icon(data["type"]),
        "size": 19 + min(7, d.graph.out_degree(node)),
        "font": {"size": 14, "face": FONT, "strokeWidth": 4},
    }


def _box(d: Drawing, statement: str) -> dict[str, Any]:
    voice = d.held.voices[statement]
    act = "" if voice.act in SAYING else voice.cue
    return {
        "label": boxed(d.labels[statement], act),
        "camp": CAMPS[d.picture.camps.get(statement, 0)],
        "widthConstraint": {"minimum": 200, "maximum": 222},
        "font": {
            "multi": "html",
            "size": 15,
            "face": FONT,
            "bold": {"size": 24},
            "ital": {"size": 14, "mod": "italic"},
        },
    }


def _edges(d: Drawing) -> Iterator[Edge]:
    """Yield the picture's ties, and who of the drawn actors says what and acts for whom."""
    values = {m: deal for deal in d.dealt for m in deal.members}
    places = d.picture.places
    for tie in d.picture.ties:
        a, b = places[tie.a], places[tie.b]
        yield tie.a, tie.b, _tie(tie, a, b, _versus(tie, a, b, values.get(tie.id)))
    for one, other, kind in _loyalties(d):
        yield one, other, _edge(kind, "") | {"smooth": _smooth(kind, places[one], places[other])}


def _loyalties(d: Drawing) -> list[tuple[str, str, str]]:
    """Return who says what and who acts for whom; the claimant only where no voice is drawn."""
    found: dict[tuple[str, str], str] = {}
    voiced: set[str] = set()
    for kind in ("voices", "acts_for", "owns"):
        for a, b, edge in d.graph.edges(data="kind"):
            if (
                edge == kind
                and {a, b} <= d.picture.places.keys()
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
    apart = abs(b.y - a.y)
    return {"enabled": True, "type": turn, "roundness": round(min(0.7, 2 * BULGE / apart), 3)}


def _curve() -> dict[str, Any]:
    return {
        "enabled": True,
        "type": "cubicBezier",
        "forceDirection": "horizontal",
        "roundness": 0.5,
    }


def _info(d: Drawing, node: str, linked: frozenset[str], place: Frame) -> dict[str, Any]:
    """Return what the side panel says of a drawn node."""
    data = d.graph.nodes[node]
    info = {"kind": data["kind"], "label": d.name(node)}
    if data["kind"] == "actor":
        page = f"{place.root}actor/{leaf(node)}.html"
        info |= {"type": actor(data["type"]), "href": page if node in linked else None}
    return info


def _panel(deal: Deal, drawn: set[str]) -> dict[str, Any]:
    """Return a dispute of the side panel: all its statements, and one to quote of each side."""
    told = [side for side in deal.sides if side.voices]
    first = [[v.statement for v in s.voices if v.statement in drawn] for s in told]
    return {
        "text": deal.heading,
        "type": link(deal.type),
        "quoted": [
            [own[0] if own else side.voices[0].statement, side.value]
            for own, side in zip(first, told, strict=True)
        ],
        "members": [v.statement for v in deal.voices if v.statement in drawn],
    }
