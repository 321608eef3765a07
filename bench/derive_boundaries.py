"""Derive kg/show/data/boundaries.tsv.gz from the npm package world-atlas (Natural Earth 1:50m).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python bench/derive_boundaries.py package/countries-50m.json

Natural Earth (https://www.naturalearthdata.com) is in the public domain; world-atlas, which packs
it as TopoJSON (https://github.com/topojson/topojson-specification), is ISC. Points are thinned to
`TOLERANCE` degrees (Ramer 1972, Douglas and Peucker 1973) and written in hundredths of a degree.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from math import hypot
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "kg" / "show" / "data" / "boundaries.tsv.gz"
HEADER = (
    "# Coasts and de facto boundaries of Natural Earth 1:50m, version 4.1 "
    "(https://www.naturalearthdata.com), public domain, by way of world-atlas 2.0.2; thinned.\n"
    "# arc: coast, border or unsettled; points as lon,lat in hundredths of a degree\n"
    "# ring: numbers of arcs around land; ~n is arc n backwards\n"
    "# name: of a country; lon, lat of its middle and its width, in degrees\n"
)
TOLERANCE = 0.015
HUNDREDTHS = 100

Point = tuple[float, float]


def main() -> None:
    """Write the table from the TopoJSON file named on the command line."""
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [thinned(points) for points in decoded(world)]
    lines = chain(arc_lines(world, arcs), ring_lines(world), name_lines(world, arcs))
    OUT.parent.mkdir(exist_ok=True)
    with gzip.GzipFile(OUT, "wb", compresslevel=9, mtime=0) as out:
        out.write((HEADER + "".join(f"{line}\n" for line in lines)).encode())
    print(f"{OUT}: {OUT.stat().st_size:,} bytes, {sum(map(len, arcs)):,} points")


def decoded(world: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield arcs in degrees; TopoJSON holds quantized differences."""
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        yield [(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)]


def thinned(points: list[Point]) -> list[Point]:
    """Drop points that lie within `TOLERANCE` of the line through those kept."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        inside = range(start + 1, end)
        far = max(inside, key=lambda i: distance(points[i], points[start], points[end]), default=0)
        if far and distance(points[far], points[start], points[end]) > TOLERANCE:
            kept.add(far)
            spans += [(start, far), (far, end)]
    return [points[i] for i in sorted(kept)]


def distance(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from the line through a and b, or from a where these are one."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    length = hypot(bx - ax, by - ay)
    if length == 0:
        return hypot(x - ax, y - ay)
    return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length


def arc_lines(world: dict[str, Any], arcs: list[list[Point]]) -> Iterator[str]:
    """Yield each arc with its kind: two countries share a border.

    It is unsettled where one of them has no ISO 3166-1 code.
    """
    owners: dict[int, list[Any]] = {}
    for country in world["objects"]["countries"]["geometries"]:
        for number in {n if n >= 0 else ~n for ring in rings(country) for n in ring}:
            owners.setdefault(number, []).append(country.get("id"))
    for number, points in enumerate(arcs):
        codes = owners.get(number, [])
        kind = "coast" if len(codes) < 2 else "unsettled" if None in codes else "border"
        spelled = (f"{x * HUNDREDTHS:.0f},{y * HUNDREDTHS:.0f}" for x, y in points)
        yield f"arc\t{kind}\t{' '.join(spelled)}"


def ring_lines(world: dict[str, Any]) -> Iterator[str]:
    """Yield the rings around land."""
    for land in world["objects"]["land"]["geometries"]:
        for ring in rings(land):
            yield "ring\t" + " ".join(str(n) if n >= 0 else f"~{~n}" for n in ring)


def name_lines(world: dict[str, Any], arcs: list[list[Point]]) -> Iterator[str]:
    """Yield the name of each country at the middle of its largest part."""
    for country in world["objects"]["countries"]["geometries"]:
        parts = (joined(ring, arcs) for ring in rings(country))
        west, east, south, north = max((box(part) for part in parts), key=area)
        middle = f"{(west + east) / 2:.2f}\t{(south + north) / 2:.2f}\t{east - west:.2f}"
        yield f"name\t{country['properties']['name']}\t{middle}"


def joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring, going on beyond 180 degrees where it crosses them."""
    points: list[Point] = []
    for number in ring:
        for x, y in arcs[number] if number >= 0 else reversed(arcs[~number]):
            turns = round((points[-1][0] - x) / 360) if points else 0
            points.append((x + 360 * turns, y))
    return points


def rings(shape: dict[str, Any]) -> Iterable[list[int]]:
    """Return all rings of a polygon or several."""
    if shape["type"] == "Polygon":
        return list(shape["arcs"])
    return [ring for polygon in shape.get("arcs", ()) for ring in polygon]


def box(points: list[Point]) -> tuple[float, float, float, float]:
    """Return west, east, south and north of points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), max(xs), min(ys), max(ys)


def area(sides: tuple[float, float, float, float]) -> float:
    """Return the square degrees of a box."""
    west, east, south, north = sides
    return (east - west) * (north - south)


if __name__ == "__main__":
    main()
