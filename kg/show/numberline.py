"""Figures in words, and the number line that puts both sides' figures on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Comparator, Quantity
from kg.show.terms import compared

WIDTH, LEFT, RIGHT = 480.0, 24.0, 440.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One side's interval, from `start` to `end` in SVG units; `anchor` is its text's anchor.

    `low` and `high` tell whether the interval has this bound; `above` where the text stands.
    """

    text: str
    start: float
    end: float
    anchor: str
    low: bool
    high: bool
    above: bool


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A mark for each side on one rule that begins at zero; `label` says the same in words."""

    label: str
    marks: tuple[Mark, ...]
    width: float = WIDTH
    left: float = LEFT
    right: float = RIGHT


def figure(quantity: Quantity) -> str:
    """Return a quantity as short words: "58", "at least 30", "12 to 15", "dozens" as "24 to 99"."""
    if quantity.value is not None and quantity.comparator is not Comparator.RANGE:
        plain = quantity.comparator in {Comparator.EXACT, Comparator.VAGUE}
        sign = "" if plain else f"{compared(quantity.comparator)} "
        return f"{sign}{_number(quantity.value)}"
    bounds = [_number(b) for b in (quantity.low, quantity.high) if b is not None]
    return " to ".join(dict.fromkeys(bounds)) or quantity.measure


def numberline(quantities: Sequence[Quantity | None]) -> NumberLine | None:
    """Return the intervals of the sides on one scale from zero; None where one has no figure.

    An interval without a bound reaches the edge of the line.
    """
    known = [q for q in quantities if q is not None]
    bounds = [x for q in known for x in (q.low, q.high) if x is not None]
    if len(known) < max(2, len(quantities)) or any((q.low, q.high) == (None, None) for q in known):
        return None
    low, high = min(0.0, *bounds), max(bounds)
    if low == high:
        return None
    marks = tuple(_mark(q, low, high, above=n % 2 == 0) for n, q in enumerate(known))
    return NumberLine(" against ".join(figure(q) for q in known), marks)


def _mark(quantity: Quantity, low: float, high: float, *, above: bool) -> Mark:
    start = LEFT if quantity.low is None else _x(quantity.low, low, high)
    end = WIDTH - 8 if quantity.high is None else _x(quantity.high, low, high)
    at = start if quantity.low is not None else end
    anchor = "start" if at < WIDTH / 4 else "end" if at > WIDTH * 3 / 4 else "middle"
    bounds = quantity.low is not None, quantity.high is not None
    return Mark(figure(quantity), start, end, anchor, *bounds, above)


def _x(value: float, low: float, high: float) -> float:
    return round(LEFT + (value - low) / (high - low) * (RIGHT - LEFT), 1)


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
