"""Pages of actor networks: who speaks about whom, how much, and how much against."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import Any

from markupsafe import Markup

from kg.model import Actor, Picture, Tie
from kg.show.archive import Archive
from kg.show.graphs import BOX, FONT, Edge, frame, graph_data
from kg.show.pages import Frame, leaf
from kg.show.story import spoken
from kg.show.terms import actor as kind_of
from kg.show.wording import wrapped

# How many colours the style sheet has for communities; later ones share the last.
GROUPS = 8


def network_parts(
    picture: Picture, held: Archive, place: Frame, linked: frozenset[str], centre: str = ""
) -> dict[str, Any]:
    """Return what the graph templates need to draw `picture`, by name."""
    actors = {key: held.described[key][0] for key in picture.places}
    statements = dict.fromkeys(s for tie in picture.ties for s in tie.statements)
    return {
        "graph": _data(picture, held, centre),
        "names": sorted({held.names[key] for key in actors}),
        "info": {k: _info(picture, held, actor, linked, place) for k, actor in actors.items()},
        "said": {s: spoken(held.voices[s], place) for s in statements},
        "bands": [],
        "hidden": picture.hidden,
        "frame_box": frame(picture, lambda _: 105.0, 52.0, 52.0),
    }


def _data(picture: Picture, held: Archive, centre: str) -> Markup:
    nodes = {k: _node(picture, k, held.names[k], large=k == centre) for k in picture.places}
    return graph_data(nodes, [_edge(tie, picture.ties) for tie in picture.ties])


def _node(picture: Picture, key: str, name: str, *, large: bool) -> dict[str, Any]:
    place = picture.places[key]
    group = picture.groups.get(key)
    return BOX | {
        "x": round(place.x),
        "y": round(place.y),
        "kind": "actor",
        "title": "",
        "label": wrapped(name, 22, 2),
        "ink": "--muted" if group is None else f"--group-{min(group, GROUPS - 1)}",
        "borderWidth": 4 if large else 2.5,
        "widthConstraint": {"minimum": 90, "maximum": 172},
        "font": {"size": 16 if large else 14.5, "face": FONT},
    }


def _edge(tie: Tie, ties: Sequence[Tie]) -> Edge:
    answered = any((other.a, other.b) == (tie.b, tie.a) for other in ties)
    slight = {} if tie.near else {"far": True}
    return (
        tie.a,
        tie.b,
        {
            **slight,
            "kind": "about",
            "label": str(tie.count) if tie.count > 1 else "",
            "count": tie.count,
            "against": tie.against,
            "statements": list(tie.statements),
            "width": round(1.2 + 1.2 * log2(tie.count), 2),
            "arrows": "to",
            "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.16}
            if answered
            else False,
            "font": {"size": 13, "strokeWidth": 0, "align": "horizontal", "face": FONT},
        },
    )


def _info(
    picture: Picture, held: Archive, actor: Actor, linked: frozenset[str], place: Frame
) -> dict[str, Any]:
    return {
        "kind": "actor",
        "label": held.names[actor.id],
        "type": kind_of(actor.type),
        "href": f"{place.root}actor/{leaf(actor.id)}.html" if actor.id in linked else None,
        "group": picture.groups.get(actor.id),
        "said": len(held.said.get(actor.id, ())),
        "about": len(held.about.get(actor.id, ())),
    }
