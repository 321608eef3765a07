"""Pictures as data for the browser: pyvis builds them; the only file that knows pyvis.

pyvis 0.3.2 is frozen upstream; its own template loads scripts from the network and puts titles
into `innerHTML`. Here the layout is computed beforehand, physics is off, labels are plain data,
and the template writes nothing but JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from pyvis.network import Network

from kg.model import Picture
from kg.show.pages import environment

FONT = 'system-ui, "Noto Sans", sans-serif'
COLOURS = {
    "Person": "#0b6e99",
    "Organisation": "#5b4b8a",
    "State": "#3f5f2f",
    "Group": "#4d5a67",
    "AnonymousSource": "#7a4a12",
}
ICONS = {
    "Person": "M24 9a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM8 42c0-9 7-14 16-14s16 5 16 14z",
    "Organisation": "M24 6 6 15v4h36v-4zM10 22h5v13h-5zm11 0h6v13h-6zm12 0h5v13h-5zM6 38h36v4H6z",
    "State": "M11 6h3v36h-3zM16 8h22l-6 8 6 8H16z",
    "Group": "M16 12a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm16 0a6 6 0 1 1 0 12 6 6 0 0 1 0-12z"
    "M4 40c0-8 5-13 12-13s12 5 12 13zm26 0c0-5-1-8-3-11 1-1 3-2 5-2 7 0 12 5 12 13z",
    "AnonymousSource": "M17 18c0-5 3-8 7-8s7 3 7 7c0 6-6 6-6 12h-3c0-7 5-8 5-12 0-2-1-4-3-4"
    "s-4 2-4 5zm5 15h4v5h-4z",
}
# In the order of the legend.
TYPES = tuple(COLOURS)
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "autoResize": False,
    "layout": {"improvedLayout": False},
    # The picture is as large as it must be to be read; the page scrolls over it.
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "selectConnectedEdges": False,
        "dragView": False,
        "zoomView": False,
        "dragNodes": False,
    },
    "edges": {"arrows": {"to": {"scaleFactor": 0.5}}, "selectionWidth": 1.5},
}
BOX = {
    "shape": "box",
    "borderWidth": 1.5,
    "margin": 8,
    "shapeProperties": {"borderRadius": 7},
}

Node = Mapping[str, Any]
Edge = tuple[str, str, Mapping[str, Any]]


def graph_data(nodes: Mapping[str, Node], edges: Iterable[Edge]) -> Markup:
    """Return nodes and edges as JSON that is safe inside a `script` element."""
    net = Network(directed=True)
    for key, look in nodes.items():
        net.add_node(key, **look)
    for number, (a, b, look) in enumerate(edges):
        net.add_edge(a, b, id=f"e{number}", **look)
    net.options = OPTIONS
    net.templateEnv = environment()
    net.path = "graph-data.json.j2"
    return Markup(net.generate_html())  # noqa: S704 - the template holds nothing but |tojson


def frame(picture: Picture, across: Callable[[str], float], up: float, down: float) -> list[float]:
    """Return left, top, right and bottom of a picture; a node reaches `across` to either side."""
    lefts = [place.x - across(node) for node, place in picture.places.items()] or [0.0]
    rights = [place.x + across(node) for node, place in picture.places.items()] or [0.0]
    ys = [place.y for place in picture.places.values()] or [0.0]
    return [min(lefts), min(ys) - up, max(rights), max(ys) + down]


def icon(actor_type: str) -> str:
    """Return a round sign for a type of actor, as a data URI."""
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='96' viewBox='-8 -8 64 64'>"
        f"<circle cx='24' cy='24' r='31' fill='{COLOURS[actor_type]}'/>"
        f"<path fill='#fff' transform='translate(6 6) scale(.75)' d='{ICONS[actor_type]}'/></svg>"
    )
    return f"data:image/svg+xml;charset=utf-8,{quote(drawing)}"
