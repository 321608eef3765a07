"""Maps without tiles: named places over coasts and boundaries, as static pictures.

The frame is equirectangular (https://proj.org/operations/projections/eqc), true to scale at its
middle latitude.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians, sqrt

from kg.show.boundaries import Outline, Window, outline
from kg.show.places import Spot

WIDTH, TALLEST = 960.0, 620.0
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
LABELS, LETTER, LINE, STRIP = 80, 8.0, 17.0, 20.0
MARGIN, LEAST = 0.14, 3.0
# A second map shows where most places are if it draws them so many times larger.
CLOSER, MIDDLE = 2.0, 0.7
# The letters of a country's name are wider.
CAPITAL = 8.6

# left, top, right, bottom
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `anchor` is that of SVG: start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on a map, and where its label stands (or none for want of room).

    `wide` tells that it is a country, whose dot stands at its middle.
    """

    spot: Spot
    x: float
    y: float
    radius: float
    label: Label | None
    wide: bool


@dataclass(frozen=True, slots=True)
class Map:
    """Dots, most named first, over an outline and a graticule: (text, position)."""

    width: float
    height: float
    outline: Outline
    names: tuple[tuple[str, float, float], ...]
    dots: tuple[Dot, ...]
    meridians: tuple[tuple[str, float], ...]
    parallels: tuple[tuple[str, float], ...]


def maps(spots: Iterable[Spot]) -> tuple[Map, ...]:
    """Return the map of all places with coordinates, before it one of where most of them are.

    None for no such place; the first only where it draws them `CLOSER` times larger.
    """
    located = [s for s in spots if _known(s)]
    if not located:
        return ()
    whole = _window([_point(s) for s in located])
    close = _window(_midmost(located))
    frames = [close, whole] if close.down >= CLOSER * whole.down else [whole]
    return tuple(_drawn(located, window) for window in frames)


def _known(spot: Spot) -> bool:
    return spot.location.latitude is not None and spot.location.longitude is not None


def _point(spot: Spot) -> tuple[float, float]:
    return spot.location.latitude or 0.0, spot.location.longitude or 0.0


def _midmost(spots: Sequence[Spot]) -> list[tuple[float, float]]:
    """Return the points nearest to the median of all mentions, `MIDDLE` of these."""
    points = [_point(s) for s in spots for _ in range(s.mentions)] or [_point(s) for s in spots]
    lat, lon = (sorted(p[axis] for p in points)[len(points) // 2] for axis in (0, 1))
    near = sorted(points, key=lambda p: (abs(p[0] - lat) + abs(p[1] - lon), p))
    return near[: max(1, round(MIDDLE * len(near)))]


def _window(points: Sequence[tuple[float, float]]) -> Window:
    """Return a window on all points with a margin, true to scale at its middle latitude."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(0.2, cos(radians(middle)))
    wide = max(max(lons) - min(lons), LEAST) * (1 + 2 * MARGIN)
    tall = max(max(lats) - min(lats), LEAST) * (1 + 2 * MARGIN)
    down = max(min(WIDTH / wide / squeeze, TALLEST / tall), WIDTH / 360 / squeeze)
    across = down * squeeze
    height = round(min(max(tall * down, WIDTH * 0.45), 180 * down), 1)
    west = (min(lons) + max(lons)) / 2 - WIDTH / across / 2
    north = min(90.0, max(middle + height / down / 2, -90.0 + height / down))
    return Window(west, north, across, down, WIDTH, height)


def _drawn(spots: Sequence[Spot], window: Window) -> Map:
    seen = [s for s in spots if _inside(s, window)]
    taken: list[_Box] = []
    beneath = outline(window)
    dots = tuple(_dots(seen, window, {name for name, *_ in beneath.names}, taken))
    west, north = window.west, window.north
    return Map(
        width=window.width,
        height=window.height,
        outline=beneath,
        names=tuple(_names(beneath, {s.location.name for s in seen}, taken)),
        dots=dots,
        meridians=tuple(_lines(west, west + window.width / window.across, window.x, "EW")),
        parallels=tuple(_lines(north - window.height / window.down, north, window.y, "NS")),
    )


def _inside(spot: Spot, window: Window) -> bool:
    lat, lon = _point(spot)
    return 0 <= window.x(lon) <= window.width and 0 <= window.y(lat) <= window.height


def _lines(
    low: float, high: float, at: Callable[[float], float], signs: str
) -> Iterator[tuple[str, float]]:
    step = next((s for s in STEPS if (high - low) / s <= 9), STEPS[-1])
    for number in range(ceil(low / step), floor(high / step) + 1):
        degree = (number * step + 180) % 360 - 180 if signs == "EW" else number * step
        sign = "" if degree == 0 else signs[0] if degree > 0 else signs[1]
        yield f"{abs(degree):g}°{sign}", at(number * step)


def _dots(
    spots: Sequence[Spot], window: Window, countries: set[str], taken: list[_Box]
) -> Iterator[Dot]:
    """Yield the dots of places, labelled where a label touches neither dot nor label.

    The strip of degrees at the lower edge is left free.
    """
    most = max((s.mentions for s in spots), default=1) or 1
    places = [(window.x(_point(s)[1]), window.y(_point(s)[0])) for s in spots]
    radii = [round(3.5 + 7 * sqrt(s.mentions / most), 1) for s in spots]
    marks = list(zip(spots, places, radii, strict=True))
    taken.extend((x - r, y - r, x + r, y + r) for _, (x, y), r in marks)
    for number, (spot, (x, y), radius) in enumerate(marks):
        name = spot.location.name
        label = _label(name, (x, y, radius), window, taken) if number < LABELS else None
        wide = any(_named(country, (name,)) for country in countries)
        yield Dot(spot, x, y, radius, label, wide)


def _label(
    name: str, dot: tuple[float, float, float], window: Window, taken: list[_Box]
) -> Label | None:
    """Return where a label fits beside its dot (x, y, radius), and take the place."""
    x, y, radius = dot
    width = len(name) * LETTER
    spots = (
        (x + radius + 5, y + 5, "start", 0.0),
        (x - radius - 5, y + 5, "end", width),
        (x, y - radius - 6, "middle", width / 2),
        (x, y + radius + LINE, "middle", width / 2),
    )
    for at, base, anchor, before in spots:
        box = (at - before, base - LINE + 5, at - before + width, base + 3)
        if _fits(box, window.width, window.height - STRIP, taken):
            taken.append(box)
            return Label(round(at, 1), round(base, 1), name, anchor)
    return None


def _names(
    beneath: Outline, dotted: set[str], taken: list[_Box]
) -> Iterator[tuple[str, float, float]]:
    """Yield the names of countries that are wide enough for them, clear of dots and labels."""
    for name, x, y, wide in sorted(beneath.names, key=lambda n: (-n[3], n[0])):
        half = len(name) * CAPITAL / 2
        box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
        if not _named(name, dotted) and wide > half and _fits(box, WIDTH, TALLEST, taken):
            taken.append(box)
            yield name, x, y


def _named(country: str, names: Iterable[str]) -> bool:
    """Tell whether a name is that of the country, as "United States" of America."""
    return any(country == name or country.startswith(f"{name} ") for name in names)


def _fits(box: _Box, width: float, height: float, taken: Iterable[_Box]) -> bool:
    within = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
    return within and not any(_meet(box, other) for other in taken)


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
