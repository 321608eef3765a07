"""The story pictures: which statements to show, and where, so that the sides face each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

import networkx as nx

from kg.model import Picture, Tie
from kg.network.bystanders import actors_around
from kg.network.opposition import axis
from kg.network.sheet import LEFT, MIDDLE, RIGHT, THIRD, Sheet
from kg.network.stories import Link, Story, stories

LIMIT, PAGES, THIRDS, FEW_WORDS = 24, 60, 6, 24


def pictures(graph: nx.MultiDiGraph, limit: int = LIMIT, pages: int = PAGES) -> tuple[Picture, ...]:
    """Share out the disputes of `graph` over at most `pages` pictures of `limit` statements.

    A story (articles that links join) has its own pictures, `Picture.part` of `Picture.parts`.
    Every dispute is a pair of boxes, the two sides of `kg.network.axis` left and right, at one
    height unless a box already stands elsewhere; rows go by question or type of dispute;
    statements of third parties stand below. Of several statements on one side of a relation the
    one that says most by itself is drawn. Most widely carried disputes come first.
    `graph` is what `kg.network.build` gives; `Picture.hidden` counts the statements of the
    story's articles that none of its pictures shows.
    """
    sides = _sides(graph)
    drawn: list[Picture] = []
    for story in stories(graph, sides):
        left = pages - len(drawn)
        if left < 1:
            break
        drawn.extend(_pictures(graph, sides, story, limit, left))
    return tuple(drawn)


def picture(graph: nx.MultiDiGraph, limit: int = LIMIT) -> Picture:
    """Return the first of `pictures`, as if there were no others."""
    return pictures(graph, limit, pages=1)[0]


def _sides(graph: nx.MultiDiGraph) -> dict[str, float]:
    """Return the axis of every actor, and of every statement through those who stand behind it."""
    places = axis(graph)
    sides = dict(places)
    for kind in ("voices", "owns"):
        for actor, statement, edge in graph.edges(data="kind"):
            if edge == kind and (statement not in sides or places[actor]):
                sides[statement] = places[actor]
    return sides


def _pictures(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], story: Story, limit: int, pages: int
) -> Iterator[Picture]:
    sheets = _filled(graph, sides, story, limit)[:pages]
    _add_third_parties(graph, sides, sheets[-1], story)
    shown = {s for sheet in sheets for s in sheet.columns}
    told = {s for s, article in graph.nodes(data="article") if article in story.articles}
    for number, sheet in enumerate(sheets, 1):
        yield _drawn(graph, sides, sheet, len(told - shown), (number, len(sheets)))


def _filled(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], story: Story, limit: int
) -> list[Sheet]:
    """Return sheets with as many links as fit, two boxes each; the rest goes to the next sheet."""
    size = limit // 2
    chosen = [story.links[i : i + size] for i in range(0, len(story.links), size)] or [()]
    sheets = []
    for links in chosen:
        sheet = Sheet(limit)
        for link in sorted(links, key=lambda x: x.order):
            _add(graph, sides, sheet, link)
        sheets.append(sheet)
    return sheets


def _add(graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: Sheet, link: Link) -> None:
    a, b = _pair(graph, sides, sheet, link)
    if frozenset((a, b)) in sheet.ties or a == b:
        return
    columns = _columns(sides, link, a, b)
    fresh = {s: c for s, c in zip((a, b), columns, strict=True) if s not in sheet.columns}
    if len(fresh) > sheet.room():
        return
    sheet.ties[frozenset((a, b))] = Tie(a, b, link.kind, link.type, link.id)
    if len(fresh) == 2:
        sheet.add_row(link.title, {c: s for s, c in fresh.items()})
    for statement, column in fresh.items():
        if statement not in sheet.columns:
            sheet.add_beside(b if statement == a else a, link.title, statement, column)


def _pair(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: Sheet, link: Link
) -> tuple[str, str]:
    """Return the two statements that say most by themselves, rather new ones, at one height."""

    def order(pair: tuple[str, str]) -> tuple[object, ...]:
        a, b = (graph.nodes[s] for s in pair)
        return (
            sum(n["quote"] == "headline" for n in (a, b)),
            sum(len(n["label"]) < FEW_WORDS for n in (a, b)),
            sum(s in sheet.columns for s in pair),
            sheet.slope(pair, _columns(sides, link, *pair)),
            *((n["article"], n["start"]) for n in (a, b)),
            pair,
        )

    return min(product(link.a, link.b), key=order)


def _columns(sides: Mapping[str, float], link: Link, one: str, other: str) -> tuple[int, int]:
    """Return the columns of two statements from their sides."""
    a, b = sides.get(one, 0.0), sides.get(other, 0.0)
    if link.kind == "dispute" or (not a and not b):
        return (LEFT, RIGHT) if a <= b else (RIGHT, LEFT)
    of = [LEFT if side < 0 else RIGHT if side > 0 else MIDDLE for side in (a, b)]
    return (of[0], of[1]) if of[0] != of[1] else (of[0], MIDDLE)


def _add_third_parties(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: Sheet, story: Story
) -> None:
    """Add rows of three with statements of those who take no side, most about others first."""
    room = min(sheet.room(), THIRDS if sheet.rows else sheet.limit)
    heard = {
        a for a, s, kind in graph.edges(data="kind") if kind == "voices" and s in sheet.columns
    }
    outside = (s for s in _outsiders(graph, sides, story, heard) if s not in sheet.columns)
    found = list(islice(outside, max(room, 0)))
    for start in range(0, len(found), 3):
        row = found[start : start + 3]
        columns = {1: (MIDDLE,), 2: (LEFT, RIGHT), 3: (LEFT, MIDDLE, RIGHT)}[len(row)]
        sheet.add_row(THIRD, dict(zip(columns, row, strict=True)))


def _outsiders(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], story: Story, heard: set[str]
) -> list[str]:
    """Return a story's statements of actors without a side, one an actor first.

    Those of who is `heard` already are left out.
    """
    ranked: list[tuple[tuple[object, ...], str]] = []
    said: dict[str, int] = {}
    linked = {s for link in story.links for s in (*link.a, *link.b)}
    owned = ((a, s) for a, s, kind in graph.edges(data="kind") if kind == "voices")
    for actor, statement in sorted(owned, key=lambda x: (graph.nodes[x[1]]["start"], x)):
        node = graph.nodes[statement]
        if (
            actor in heard
            or sides.get(statement, 0.0)
            or statement in linked
            or node["article"] not in story.articles
        ):
            continue
        about = sum(kind == "about" for _, _, kind in graph.out_edges(statement, data="kind"))
        said[actor] = said.get(actor, 0) + 1
        weak = node["quote"] == "headline" or len(node["label"]) < FEW_WORDS
        ranked.append(((said[actor], weak, -about, node["article"], node["start"]), statement))
    return list(dict.fromkeys(statement for _, statement in sorted(ranked)))


def _drawn(
    graph: nx.MultiDiGraph,
    sides: Mapping[str, float],
    sheet: Sheet,
    hidden: int,
    part: tuple[int, int],
) -> Picture:
    places, bands = sheet.stacked()
    stands = dict(sheet.stands(places))
    rows = sheet.heights()
    ties = [
        Tie(t.a, t.b, t.kind, t.type, t.id, near=abs(rows[t.a] - rows[t.b]) <= 1)
        for t in sheet.ties.values()
    ]
    opposed = {s for t in ties if t.kind == "dispute" for s in (t.a, t.b)}
    camps = {s: c if s in opposed else _sign(sides.get(s, 0.0)) for s, c in sheet.columns.items()}
    return Picture(
        places | actors_around(graph, places, sides, stands),
        tuple(ties),
        bands,
        hidden,
        camps=camps,
        part=part[0],
        parts=part[1],
    )


def _sign(side: float) -> int:
    return LEFT if side < 0 else RIGHT if side > 0 else MIDDLE
