"""Figures in words, and the number line that puts both sides' figures on one scale."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Comparator, Quantity
from kg.show.cards import Card

SIGNS = {
    Comparator.AT_LEAST: "at least ",
    Comparator.MORE_THAN: "more than ",
    Comparator.AT_MOST: "at most ",
    Comparator.LESS_THAN: "fewer than ",
    Comparator.ABOUT: "about ",
}
WIDTH, LEFT, RIGHT = 420.0, 30.0, 390.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One side's interval, from `start` to `end` in SVG units; `anchor` is its text's anchor."""

    side: str
    text: str
    start: float
    end: float
    anchor: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Two marks on one rule; `label` says the same in words."""

    label: str
    marks: tuple[Mark, Mark]
    width: float = WIDTH
    left: float = LEFT
    right: float = RIGHT


def figure(quantity: Quantity) -> str:
    """Return a quantity as short words: "58", "at least 30", "12 to 15", "dozens" as "24 to 99"."""
    if quantity.value is not None and quantity.comparator is not Comparator.RANGE:
        return f"{SIGNS.get(quantity.comparator, '')}{_number(quantity.value)}"
    bounds = [_number(b) for b in (quantity.low, quantity.high) if b is not None]
    return " to ".join(dict.fromkeys(bounds)) or quantity.measure


def numberline(card: Card) -> NumberLine | None:
    """Return both sides' intervals on one scale, or None where there are not two figures.

    An interval without a bound reaches the edge of the line.
    """
    a, b = card.figures
    if card.type != "numeric" or a is None or b is None:
        return None
    bounds = [x for q in (a, b) for x in (q.low, q.high) if x is not None]
    low, high = min(bounds), max(bounds)
    if low == high or None in {a.low or a.high, b.low or b.high}:
        return None
    marks = (_mark("a", a, low, high), _mark("b", b, low, high))
    return NumberLine(f"{figure(a)} against {figure(b)}", marks)


def _mark(side: str, quantity: Quantity, low: float, high: float) -> Mark:
    start = _x(low if quantity.low is None else quantity.low, low, high)
    end = _x(high if quantity.high is None else quantity.high, low, high)
    anchor = "start" if start < WIDTH / 3 else "end" if start > WIDTH * 2 / 3 else "middle"
    return Mark(side, figure(quantity), start, end, anchor)


def _x(value: float, low: float, high: float) -> float:
    return round(LEFT + (value - low) / (high - low) * (RIGHT - LEFT), 1)


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
