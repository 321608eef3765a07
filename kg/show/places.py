"""The map: places that articles name, on a plain frame of degrees; no boundaries are drawn.

Boundaries are claims, too. An equirectangular frame (https://proj.org/operations/projections/eqc)
with a graticule needs no tiles and takes no side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil, cos, floor, radians, sqrt

from kg.model import Knowledge, Location

WIDTH, TALLEST = 960.0, 620.0
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
LABELS, LETTER, LINE = 60, 7.4, 17.0
MARGIN = 0.12

# left, top, right, bottom
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place, how often it is named, and where its dot and its label stand (or none)."""

    location: Location
    mentions: int
    articles: tuple[str, ...]
    x: float = 0.0
    y: float = 0.0
    radius: float = 0.0
    label: tuple[float, float, str] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """Spots, most named first, and the lines of the graticule: (text, position)."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    meridians: tuple[tuple[str, float], ...]
    parallels: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _View:
    """The degrees shown, and pixels for a degree of longitude and latitude."""

    west: float
    north: float
    across: float
    down: float

    def x(self, longitude: float) -> float:
        return round((longitude - self.west) * self.across, 1)

    def y(self, latitude: float) -> float:
        return round((self.north - latitude) * self.down, 1)


def named_places(knowledge: Knowledge) -> tuple[Spot, ...]:
    """Return every place of the articles with its number of mentions, most named first."""
    known: dict[str, Location] = {}
    named: dict[str, list[str]] = {}
    for reading in knowledge.readings:
        known |= {place.id: place for place in reading.locations}
        for mention in reading.mentions:
            named.setdefault(mention.entity, []).append(reading.article.id)
    spots = [
        Spot(place, len(named.get(key, ())), tuple(dict.fromkeys(named.get(key, ()))))
        for key, place in known.items()
    ]
    return tuple(sorted(spots, key=lambda s: (-s.mentions, s.location.name, s.location.id)))


def drawn_map(spots: Iterable[Spot]) -> Map | None:
    """Draw the places with coordinates; None if there are none."""
    located = [s for s in spots if _coordinates(s.location)]
    if not located:
        return None
    points = [p for s in located if (p := _coordinates(s.location))]
    view, height = _view(points)
    return Map(
        width=WIDTH,
        height=height,
        spots=tuple(_placed(located, view)),
        meridians=tuple(_lines(view.west, view.west + WIDTH / view.across, view.x, "EW")),
        parallels=tuple(_lines(view.north - height / view.down, view.north, view.y, "NS")),
    )


def _coordinates(place: Location) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _view(points: list[tuple[float, float]]) -> tuple[_View, float]:
    """Return a view of all points with a margin, true to scale at its middle latitude."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(0.2, cos(radians(middle)))
    wide = max(max(lons) - min(lons), 2.0) * (1 + 2 * MARGIN)
    tall = max(max(lats) - min(lats), 1.5) * (1 + 2 * MARGIN)
    down = min(WIDTH / wide / squeeze, TALLEST / tall)
    across = down * squeeze
    height = round(tall * down, 1)
    west = (min(lons) + max(lons)) / 2 - WIDTH / across / 2
    return _View(west, middle + tall / 2, across, down), height


def _lines(
    low: float, high: float, at: Callable[[float], float], signs: str
) -> Iterator[tuple[str, float]]:
    step = next((s for s in STEPS if (high - low) / s <= 9), STEPS[-1])
    for number in range(ceil(low / step), floor(high / step) + 1):
        degree = number * step
        sign = "" if degree == 0 else signs[0] if degree > 0 else signs[1]
        yield f"{abs(degree):g}°{sign}", at(degree)


def _placed(spots: list[Spot], view: _View) -> Iterator[Spot]:
    """Yield spots with their dots, and labels where these touch neither dot nor label."""
    most = max(1, *(s.mentions for s in spots))
    dots = [_dot(spot, most, view) for spot in spots]
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in dots]
    for number, (spot, (x, y, radius)) in enumerate(zip(spots, dots, strict=True)):
        label = _label(spot.location.name, x, y, radius, taken) if number < LABELS else None
        yield replace(spot, x=x, y=y, radius=radius, label=label)


def _dot(spot: Spot, most: int, view: _View) -> tuple[float, float, float]:
    latitude, longitude = _coordinates(spot.location) or (0.0, 0.0)
    radius = round(4 + 9 * sqrt(spot.mentions / most), 1)
    return view.x(longitude), view.y(latitude), radius


def _label(
    name: str, x: float, y: float, radius: float, taken: list[_Box]
) -> tuple[float, float, str] | None:
    """Return where a label fits beside its dot, and take the place; None if nowhere."""
    width = len(name) * LETTER
    starts = (
        (x + radius + 4, y + 5),
        (x - radius - 4 - width, y + 5),
        (x - width / 2, y - radius - 6),
        (x - width / 2, y + radius + LINE),
    )
    for start, base in starts:
        box = (start, base - LINE + 5, start + width, base + 3)
        if box[0] >= 0 and box[2] <= WIDTH and not any(_meet(box, other) for other in taken):
            taken.append(box)
            return round(start, 1), round(base, 1), name
    return None


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
