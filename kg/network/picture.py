"""The story pictures: which statements to show, and where, so that the sides face each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import networkx as nx

from kg.model import Band, Picture, Place, Tie
from kg.network.bystanders import ACTOR_HEIGHT, actors_around
from kg.network.opposition import axis

# Types of links in the order in which a reader wants them, and the title of their row.
ROWS = {
    "numeric": "Figures",
    "denial": "Denied",
    "contradiction": "Contradicted",
    "losses": "Losses",
    "competing_gain": "Ground gained",
    "control": "Control",
    "blame": "Who began it",
    "framing": "How it is called",
    "outcome": "Outcome",
    "rejection": "Rejected as such",
    "acceptance": "Appeals taken up",
}
OTHERS, THIRD = "Sources that agree", "Third parties"
KINDS = ("dispute", "response", "corroboration")
LIMIT, PAGES, THIRDS, FEW_WORDS = 24, 12, 6, 24
STATEMENT_X = 240.0
ROW_HEIGHT, ROW_GAP = 96.0, 44.0
LEFT, MIDDLE, RIGHT = -1, 0, 1


@dataclass(slots=True)
class _Row:
    """Up to three statements at one height, by column."""

    band: int
    slots: dict[int, str]

    def takes(self, column: int) -> bool:
        """Tell whether a box fits in; a tie runs through the middle of a full row."""
        if column in self.slots:
            return False
        return MIDDLE not in (*self.slots, column) or (len(self.slots) < 2 and column != MIDDLE)


@dataclass(slots=True)
class _Sheet:
    """A picture while it is filled; `titles` are those of each band."""

    limit: int
    rows: list[_Row] = field(default_factory=list)
    titles: list[list[str]] = field(default_factory=list)
    ties: dict[frozenset[str], Tie] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    def room(self) -> int:
        return self.limit - len(self.columns)


@dataclass(frozen=True, slots=True)
class _Link:
    """A relation between the statements `a` and `b`."""

    id: str
    kind: str
    type: str
    a: tuple[str, ...]
    b: tuple[str, ...]

    @property
    def title(self) -> str:
        if self.kind == "corroboration":
            return OTHERS
        return ROWS.get(self.type, self.type.replace("_", " ").capitalize())


def pictures(graph: nx.MultiDiGraph, limit: int = LIMIT, pages: int = PAGES) -> tuple[Picture, ...]:
    """Share out the disputes of `graph` over at most `pages` pictures of `limit` statements.

    Every dispute is a pair of boxes, the two sides of `kg.network.axis` left and right, at one
    height unless a box already stands elsewhere; rows go by type of dispute; statements of third
    parties stand below. Of several statements on one side of a relation the one that says most
    by itself is drawn. Most widely carried disputes come first.
    `graph` is what `kg.network.build` gives; `Picture.hidden` counts the statements of `graph`
    that none of the pictures shows.
    """
    sides = _sides(graph)
    sheets = list(_fill(graph, sides, limit, pages))
    _add_third_parties(graph, sides, sheets[-1])
    drawn = {s for sheet in sheets for s in sheet.columns}
    total = sum(1 for _, kind in graph.nodes(data="kind") if kind == "statement")
    return tuple(_drawn(graph, sides, sheet, total - len(drawn)) for sheet in sheets)


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


def _links(graph: nx.MultiDiGraph, sides: Mapping[str, float]) -> list[_Link]:
    """Return what to draw, most widely carried first; agreement only among third parties."""
    ends: dict[tuple[str, str, str], tuple[set[str], set[str]]] = {}
    for a, b, data in graph.edges(data=True):
        if data["kind"] in KINDS:
            found = ends.setdefault((data["id"], data["kind"], data["type"]), (set(), set()))
            found[0].add(a)
            found[1].add(b)
    links = [_Link(*key, tuple(sorted(a)), tuple(sorted(b))) for key, (a, b) in ends.items()]
    wanted = (x for x in links if x.kind != "corroboration" or _third(x, sides))
    return sorted(wanted, key=lambda x: (KINDS.index(x.kind), -len(x.a + x.b), x.id))


def _third(link: _Link, sides: Mapping[str, float]) -> bool:
    return any(all(not sides.get(s, 0.0) for s in side) for side in (link.a, link.b))


def _fill(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], limit: int, pages: int
) -> Iterator[_Sheet]:
    """Yield sheets with as many links as fit; the rest goes to the next sheet."""
    links = _links(graph, sides)
    for _ in range(pages):
        sheet = _Sheet(limit)
        chosen, links = _fitting(links, limit)
        for link in sorted(chosen, key=_order):
            _add(graph, sides, sheet, link)
        yield sheet
        if not links:
            break


def _fitting(links: Sequence[_Link], limit: int) -> tuple[list[_Link], list[_Link]]:
    """Split off the first links that need at most `limit` boxes, two for each link."""
    number = limit // 2
    return list(links[:number]), list(links[number:])


def _order(link: _Link) -> tuple[int, int, str]:
    order = list(ROWS)
    rank = order.index(link.type) if link.type in order else len(order)
    return KINDS.index(link.kind), rank, link.id


def _add(graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: _Sheet, link: _Link) -> None:
    a, b = _pair(graph, sides, sheet, link)
    if frozenset((a, b)) in sheet.ties or a == b:
        return
    columns = _columns(sides, link, a, b)
    fresh = {s: c for s, c in zip((a, b), columns, strict=True) if s not in sheet.columns}
    if len(fresh) > sheet.room():
        return
    sheet.ties[frozenset((a, b))] = Tie(a, b, link.kind, link.type)
    if len(fresh) == 2:
        _add_row(sheet, link.title, {c: s for s, c in fresh.items()})
    for statement, column in fresh.items():
        if statement not in sheet.columns:
            _add_beside(sheet, b if statement == a else a, link.title, statement, column)


def _pair(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: _Sheet, link: _Link
) -> tuple[str, str]:
    """Return the two statements that say most by themselves, rather new ones, at one height."""

    def order(pair: tuple[str, str]) -> tuple[object, ...]:
        a, b = (graph.nodes[s] for s in pair)
        return (
            sum(n["quote"] == "headline" for n in (a, b)),
            sum(len(n["label"]) < FEW_WORDS for n in (a, b)),
            sum(s in sheet.columns for s in pair),
            _slope(sheet, pair, _columns(sides, link, *pair)),
            *((n["article"], n["start"]) for n in (a, b)),
            pair,
        )

    return min(product(link.a, link.b), key=order)


def _slope(sheet: _Sheet, pair: tuple[str, str], columns: tuple[int, int]) -> int:
    """Return how many rows apart the two would stand."""
    rows = {s: n for n, row in enumerate(sheet.rows) for s in row.slots.values()}
    held = [rows.get(s) for s in pair]
    for (one, other), column in zip((held, held[::-1]), columns[::-1], strict=True):
        if one is not None and other is None:
            return 0 if sheet.rows[one].takes(column) else 1
    return abs(held[0] - held[1]) if held[0] is not None and held[1] is not None else 0


def _columns(sides: Mapping[str, float], link: _Link, one: str, other: str) -> tuple[int, int]:
    """Return the columns of two statements from their sides."""
    a, b = sides.get(one, 0.0), sides.get(other, 0.0)
    if link.kind == "dispute" or (not a and not b):
        return (LEFT, RIGHT) if a <= b else (RIGHT, LEFT)
    of = [LEFT if side < 0 else RIGHT if side > 0 else MIDDLE for side in (a, b)]
    return (of[0], of[1]) if of[0] != of[1] else (of[0], MIDDLE)


def _add_row(sheet: _Sheet, title: str, slots: dict[int, str], after: int | None = None) -> None:
    """Put a row behind row number `after`, or behind the last row of the band with that title."""
    if after is None:
        band = _band(sheet, title)
        held = [i for i, row in enumerate(sheet.rows) if row.band == band]
        after = held[-1] if held else len(sheet.rows) - 1
    else:
        band = sheet.rows[after].band
    sheet.rows.insert(after + 1, _Row(band, dict(slots)))
    sheet.columns |= {statement: column for column, statement in slots.items()}


def _band(sheet: _Sheet, title: str) -> int:
    for number, titles in enumerate(sheet.titles):
        if title in titles:
            return number
    sheet.titles.append([title])
    return len(sheet.titles) - 1


def _add_beside(sheet: _Sheet, partner: str, title: str, statement: str, column: int) -> None:
    """Put a statement at the height of the one that it answers, or in the next row."""
    at = next(i for i, row in enumerate(sheet.rows) if partner in row.slots.values())
    band = sheet.rows[at].band
    near = [row for row in sheet.rows[at : at + 2] if row.band == band and row.takes(column)]
    if near:
        near[0].slots[column] = statement
        sheet.columns[statement] = column
    else:
        _add_row(sheet, title, {column: statement}, after=at)
    if title not in sheet.titles[band]:
        sheet.titles[band].append(title)


def _add_third_parties(graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: _Sheet) -> None:
    """Add rows of three with statements of those who take no side, most about others first."""
    room = min(sheet.room(), THIRDS if sheet.rows else sheet.limit)
    found = [s for s in _outsiders(graph, sides) if s not in sheet.columns][: max(room, 0)]
    for start in range(0, len(found), 3):
        row = found[start : start + 3]
        columns = {1: (MIDDLE,), 2: (LEFT, RIGHT), 3: (LEFT, MIDDLE, RIGHT)}[len(row)]
        _add_row(sheet, THIRD, dict(zip(columns, row, strict=True)))


def _outsiders(graph: nx.MultiDiGraph, sides: Mapping[str, float]) -> list[str]:
    """Return statements of actors without a side, one an actor first."""
    ranked: list[tuple[tuple[object, ...], str]] = []
    heard: dict[str, int] = {}
    owned = ((a, s) for a, s, kind in graph.edges(data="kind") if kind == "voices")
    for actor, statement in sorted(owned, key=lambda x: (graph.nodes[x[1]]["start"], x)):
        if sides.get(statement, 0.0):
            continue
        node = graph.nodes[statement]
        about = sum(kind == "about" for _, _, kind in graph.out_edges(statement, data="kind"))
        heard[actor] = heard.get(actor, 0) + 1
        weak = node["quote"] == "headline" or len(node["label"]) < FEW_WORDS
        ranked.append(((heard[actor], weak, -about, node["article"], node["start"]), statement))
    return list(dict.fromkeys(statement for _, statement in sorted(ranked)))


def _drawn(
    graph: nx.MultiDiGraph, sides: Mapping[str, float], sheet: _Sheet, hidden: int
) -> Picture:
    places, bands = _stack(sheet)
    stands = dict(_stands(sheet, places))
    rows = {s: number for number, row in enumerate(sheet.rows) for s in row.slots.values()}
    ties = [
        Tie(t.a, t.b, t.kind, t.type, near=abs(rows[t.a] - rows[t.b]) <= 1)
        for t in sheet.ties.values()
    ]
    places |= actors_around(graph, places, sides, stands)
    return Picture(places, tuple(ties), bands, hidden)


def _stands(sheet: _Sheet, places: Mapping[str, Place]) -> Iterator[tuple[Place, Place]]:
    """Yield where one who takes no side can stand by its statement: under it, or beside it."""
    for row in sheet.rows:
        for column, statement in row.slots.items():
            at = places[statement]
            free = [c for c in (RIGHT, LEFT) if c not in row.slots]
            if THIRD in sheet.titles[row.band]:
                yield at, Place(at.x, at.y + ACTOR_HEIGHT)
            elif column == MIDDLE and free:
                yield at, Place(free[0] * STATEMENT_X, at.y)


def _stack(sheet: _Sheet) -> tuple[dict[str, Place], tuple[Band, ...]]:
    places: dict[str, Place] = {}
    spans: dict[int, tuple[float, float]] = {}
    y = -ROW_GAP - ROW_HEIGHT
    for row in sheet.rows:
        # Third parties stand under their own statements.
        apart = ACTOR_HEIGHT if THIRD in sheet.titles[row.band] else 0.0
        y += ROW_HEIGHT + (apart if row.band in spans else ROW_GAP)
        spans[row.band] = (spans.get(row.band, (y, y))[0], y)
        places |= {s: Place(column * STATEMENT_X, y) for column, s in row.slots.items()}
    bands = (Band(" · ".join(sheet.titles[n]), *span) for n, span in spans.items())
    return places, tuple(bands)
