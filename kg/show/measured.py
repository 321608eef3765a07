"""Measures as text for readers, and as JSON."""

from __future__ import annotations

from typing import Any

from kg.model import Measure, Measured, TooFew


def spelled(cell: Measure | str, form: str) -> str:
    """Write a cell as its column's `form` asks; one that is only bounded as "4 to 7"."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, TooFew):
        return f"too few ({cell.have} of {cell.need})"
    if cell.least is not None and cell.most is not None:
        return f"{_number(cell.least, form)} to {_number(cell.most, form)}"
    return _number(cell.value, form)


def _number(value: float, form: str) -> str:
    if form == "share":
        return f"{value:.1%}" if 0 < value < 0.1 else f"{value:.0%}"
    if form == "days":
        return f"{value:,.0f} day{'' if value == 1 else 's'}"
    if form == "count" or value == int(value):
        return f"{value:,.0f}"
    return f"{value:,.2f}" if abs(value) >= 0.1 else f"{value:.2g}"


def json_cell(cell: Measure | str) -> dict[str, Any] | str:
    """Return a cell as JSON: what it is, and the ids of the statements that it rests on."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, TooFew):
        few = {"have": cell.have, "need": cell.need, "of": cell.what}
        return {"too_few": few, "statements": list(cell.statements)}
    return {**_values(cell), "statements": list(cell.statements)}


def _values(cell: Measured) -> dict[str, float]:
    bounds = {"least": cell.least, "most": cell.most}
    return {"value": cell.value} | {n: bound for n, bound in bounds.items() if bound is not None}
