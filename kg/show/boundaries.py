"""Coasts and boundaries for maps: Natural Earth, cut to a frame and thinned to its pixels.

The table `data/boundaries.tsv.gz` is derived by `bench/derive_boundaries.py`. Boundaries are the
de facto ones of Natural Earth; to draw them endorses none.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

TABLE = "data/boundaries.tsv.gz"
SOURCE = "Natural Earth 1:50m, de facto boundaries, no endorsement"
# Pixels that points of a line stand apart at least, and that lines reach beyond the frame.
STEP, BEYOND = 0.7, 40.0
TURNS = (-360.0, 0.0, 360.0)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """The degrees shown, and pixels for a degree of longitude and latitude."""

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float

    def x(self, longitude: float) -> float:
        """Return the pixels from the left edge."""
        return round((longitude - self.west) * self.across, 1)

    def y(self, latitude: float) -> float:
        """Return the pixels from the upper edge."""
        return round((self.north - latitude) * self.down, 1)


@dataclass(frozen=True, slots=True)
class Outline:
    """Paths (SVG) of the land and of the lines on it, by kind, and names of countries.

    A name comes with where its middle stands and how many pixels wide the country is.
    """

    land: str
    borders: str
    unsettled: str
    names: tuple[tuple[str, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Points in degrees, and their west, east, south and north."""

    points: tuple[Point, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Shapes:
    rings: tuple[_Shape, ...]
    borders: tuple[_Shape, ...]
    unsettled: tuple[_Shape, ...]
    names: tuple[tuple[str, float, float, float], ...]


def outline(window: Window) -> Outline:
    """Return what of the world's coasts and boundaries is seen in a window."""
    shapes = _shapes()
    return Outline(
        land="".join(_paths(shapes.rings, window, closed=True)),
        borders="".join(_paths(shapes.borders, window)),
        unsettled="".join(_paths(shapes.unsettled, window)),
        names=tuple(
            (name, window.x(lon), window.y(lat), round(wide * window.across, 1))
            for name, lon, lat, wide in shapes.names
            if 0 < window.x(lon) < window.width and 0 < window.y(lat) < window.height
        ),
    )


@cache
def _shapes() -> _Shapes:
    raw = resources.files("kg.show").joinpath(TABLE).read_bytes()
    rows = [line.split("\t") for line in gzip.decompress(raw).decode().splitlines()]
    arcs = [(row[1], _points(row[2])) for row in rows if row[0] == "arc"]
    lines = [points for _, points in arcs]
    return _Shapes(
        rings=tuple(_shape(_ring(row[1], lines)) for row in rows if row[0] == "ring"),
        borders=tuple(_shape(points) for kind, points in arcs if kind == "border"),
        unsettled=tuple(_shape(points) for kind, points in arcs if kind == "unsettled"),
        names=tuple(
            (row[1], float(row[2]), float(row[3]), float(row[4]))
            for row in rows
            if row[0] == "name"
        ),
    )


def _points(spelled: str) -> tuple[Point, ...]:
    numbers = [int(n) / 100 for n in spelled.replace(",", " ").split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _shape(points: tuple[Point, ...]) -> _Shape:
    xs, ys = zip(*points, strict=True)
    return _Shape(points, (min(xs), max(xs), min(ys), max(ys)))


def _ring(spelled: str, arcs: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """Join arcs, going on beyond 180 degrees; a ring around a pole is closed along it."""
    points: list[Point] = []
    for number in spelled.split():
        arc = arcs[int(number.lstrip("~"))]
        for x, y in reversed(arc) if number.startswith("~") else arc:
            turns = round((points[-1][0] - x) / 360) if points else 0
            points.append((x + 360 * turns, y))
    (first, _), (last, lat) = points[0], points[-1]
    if abs(last - first) > 180:
        pole = -90.0 if lat < 0 else 90.0
        points += [(last, pole), (first, pole)]
    return tuple(points)


def _paths(shapes: Iterable[_Shape], window: Window, *, closed: bool = False) -> Iterator[str]:
    """Yield the path of each shape that is seen, once for each turn of the globe."""
    east = window.west + window.width / window.across
    south = window.north - window.height / window.down
    for shape in shapes:
        low, high, bottom, top = shape.box
        for turn in TURNS:
            if (
                low + turn < east
                and high + turn > window.west
                and bottom < window.north
                and top > south
            ):
                steps = " ".join(f"{x:.1f},{y:.1f}" for x, y in _thinned(shape, turn, window))
                yield f"M{steps}{'Z' if closed else ''}"


def _thinned(shape: _Shape, turn: float, window: Window) -> Iterator[Point]:
    """Yield pixels at least `STEP` apart, those far outside moved to just beyond the frame."""
    right, low = window.width + BEYOND, window.height + BEYOND
    start = window.west - turn
    lastx = lasty = float("inf")
    end = len(shape.points) - 1
    for number, (longitude, latitude) in enumerate(shape.points):
        x = min(max((longitude - start) * window.across, -BEYOND), right)
        y = min(max((window.north - latitude) * window.down, -BEYOND), low)
        if number == end or abs(x - lastx) >= STEP or abs(y - lasty) >= STEP:
            lastx, lasty = x, y
            yield x, y
