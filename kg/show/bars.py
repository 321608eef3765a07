"""Measures as static pictures: bars side by side, and marks along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Measured, Row, Table
from kg.show.measured import spelled

WIDTH, FULL, LABEL, BAR, GAP = 400.0, 300.0, 20.0, 18.0, 10.0
ROWS, CHARACTERS, BESIDE = 10, 46, 22
AXIS_ROW, MARK_ROWS = 22.0, 14


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from the left edge, in SVG units; `key` and `column` name the cell that it shows."""

    key: str
    column: str
    name: str
    text: str
    y: float
    length: float
    place: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of bars under their `labels` (text, y); `legend` says what each place ("a", "b") is."""

    label: str
    height: float
    labels: tuple[tuple[str, float], ...]
    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...]
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class Axis:
    """Marks (name, key, x, y, text) along an axis from -1 to 1."""

    label: str
    height: float
    marks: tuple[tuple[str, str, float, float, str], ...]
    ends: tuple[str, str]
    width: float = WIDTH


def bars(table: Table, columns: Sequence[str]) -> Bars | None:
    """Draw the first rows of a table that have a number in one of `columns`; None for none.

    Every bar is as long as its number is to the largest, or to 1 of a share.
    """
    places = {c.name: n for n, c in enumerate(table.columns) if c.name in columns}
    shown = [row for row in table.rows if any(_number(row, n) for n in places.values())][:ROWS]
    if not shown:
        return None
    forms = {table.columns[n].form for n in places.values()}
    most = max(_number(row, n) for row in shown for n in places.values())
    scale = 1.0 if forms == {"share"} and most > 0.5 else most
    y = 0.0
    labels: list[tuple[str, float]] = []
    drawn: list[Bar] = []
    for row in shown:
        labels.append((_short(row.label), y + LABEL - 6))
        y += LABEL
        for place, (name, n) in zip("abc", places.items(), strict=False):
            text = spelled(row.cells[n], table.columns[n].form)
            length = round(_number(row, n) / scale * FULL, 1)
            title = f"{row.label}, {table.columns[n].title}: {text}"
            drawn.append(Bar(row.key, name, title, text, y, length, place))
            y += BAR
        y += GAP
    legend = tuple(
        (p, table.columns[n].title) for p, n in zip("abc", places.values(), strict=False)
    )
    return Bars(table.title, y, tuple(labels), tuple(drawn), legend)


def axis(table: Table) -> Axis | None:
    """Draw the actors furthest out on both sides of the opposition axis; None for no sides."""
    placed = sorted((row for row in table.rows if _number(row, 0)), key=_furthest)[:MARK_ROWS]
    if not placed:
        return None
    ordered = sorted(placed, key=lambda row: (_signed(row), row.label))
    middle, reach = WIDTH / 2, WIDTH / 2 - 20
    marks = tuple(
        (
            _short(row.label, BESIDE),
            row.key,
            round(middle + _signed(row) * reach, 1),
            (n + 1.5) * AXIS_ROW,
            spelled(row.cells[0], "score"),
        )
        for n, row in enumerate(ordered)
    )
    ends = (str(ordered[0].cells[1]), str(ordered[-1].cells[1]))
    return Axis(table.title, (len(marks) + 2) * AXIS_ROW, marks, ends)


def _furthest(row: Row) -> tuple[float, str]:
    return -_number(row, 0), row.key


def _number(row: Row, column: int) -> float:
    return abs(_signed(row, column))


def _signed(row: Row, column: int = 0) -> float:
    cell = row.cells[column]
    return cell.value if isinstance(cell, Measured) else 0.0


def _short(words: str, most: int = CHARACTERS) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
