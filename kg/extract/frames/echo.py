"""Bare numbers that answer what was said before: "the company put the number at 90"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.frames.counts import Count
from kg.model import Frame, Statement

_BARE = re.compile(
    r"^(?:that\s+)?(?:(?:the|its|their|this|that)\s+)?(?:(?:real|actual|true|official|final|correct"
    r"|total|overall)\s+)?(?:number|figure|total|count|tally|it)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_BACK = 3
"""How many statements back the question may have been answered."""


def bare_number(words: str) -> bool:
    """Tell whether a content names a figure and not what it counts."""
    return _BARE.match(words) is not None


def echo(
    number: int,
    statements: Sequence[Statement],
    found: Mapping[str, Sequence[Frame]],
    counted: Sequence[Count],
) -> Iterator[Frame]:
    """Yield what statement `number` answers: the question of the one pointed to, or just before."""
    statement = statements[number]
    near = [s.id for s in reversed(statements[max(0, number - _BACK) : number])]
    before = (f for key in (*statement.refers_to, *near) for f in found.get(key, ()))
    asked = next((f for f in before if f.quantity is not None and not f.negated), None)
    if asked is None or len(counted) != 1 or (counted[0].unit or "") != _kind(asked):
        return
    span = counted[0].span
    yield replace(
        asked, statement=statement.id, trigger=span, quantity=span, agent=None, modal=False
    )


def _kind(frame: Frame) -> str:
    """Return "percent" or "money" where a figure is such, as a count says it."""
    if frame.unit == "percent":
        return "percent"
    return "money" if frame.unit == "money" or (frame.unit or "").isupper() else ""
