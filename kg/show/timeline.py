"""The timeline: who said how much when, as a static picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from kg.show.archive import Archive
from kg.show.cards import Voice

ROWS, COLUMNS = 14, 31
LEFT, TOP, ROW, WIDTH = 190.0, 34.0, 34.0, 960.0
LARGEST = 13.0
STEPS = (1, 7, 30, 91, 365, 3650)
AGAINST = frozenset({"accuse", "deny"})


@dataclass(frozen=True, slots=True)
class Dot:
    """The statements of one actor in one stretch of time; `against` of them accuse or deny."""

    x: float
    y: float
    radius: float
    label: str
    against: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dots in rows of actors (`rows`: name, id, y) over `ticks` (text, x); sizes in SVG units."""

    width: float
    height: float
    left: float
    rows: tuple[tuple[str, str, float], ...]
    ticks: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    step: int


def timeline(held: Archive, actors: Iterable[str]) -> Timeline | None:
    """Draw the statements of the first `ROWS` of `actors` by date of publication.

    Time is cut into at most `COLUMNS` stretches of one of `STEPS` days. None without dates.
    """
    spoken = {a: [held.voices[s] for s in held.said.get(a, ())] for a in actors}
    dated = {a: [v for v in vs if v.published] for a, vs in spoken.items()}
    chosen = [a for a in dated if dated[a]][:ROWS]
    days = [v.published for a in chosen for v in dated[a] if v.published]
    if not days:
        return None
    first, last = min(days), max(days)
    step = next((s for s in STEPS if (last - first).days // s < COLUMNS), STEPS[-1])
    columns = (last - first).days // step + 1
    wide = (WIDTH - LEFT) / columns
    xs = [LEFT + (i + 0.5) * wide for i in range(columns)]
    every = max(1, columns * 92 // int(WIDTH - LEFT) + 1)
    return Timeline(
        width=WIDTH,
        height=TOP + ROW * len(chosen) + 10,
        left=LEFT,
        rows=tuple((_name(held, a), a, TOP + (i + 0.5) * ROW) for i, a in enumerate(chosen)),
        ticks=tuple(
            ((first + timedelta(days=i * step)).isoformat(), xs[i])
            for i in range(0, columns, every)
        ),
        dots=tuple(_dots(held, {a: dated[a] for a in chosen}, first, step, xs)),
        step=step,
    )


def _name(held: Archive, actor: str) -> str:
    name = held.described[actor][0].name
    return name if len(name) <= 26 else f"{name[:25]}…"


def _dots(
    held: Archive,
    said: Mapping[str, list[Voice]],
    first: date,
    step: int,
    xs: list[float],
) -> list[Dot]:
    counts = {a: Counter(_column(v, first, step) for v in vs) for a, vs in said.items()}
    most = max(n for counter in counts.values() for n in counter.values())
    dots = []
    for row, (actor, voices) in enumerate(said.items()):
        sharp = Counter(_column(v, first, step) for v in voices if v.act in AGAINST)
        for column, number in sorted(counts[actor].items()):
            day = (first + timedelta(days=column * step)).isoformat()
            label = f"{held.described[actor][0].name}, {day}: {number}, {sharp[column]} against"
            radius = round(4 + (LARGEST - 4) * sqrt(number / most), 1)
            y = TOP + (row + 0.5) * ROW
            dots.append(Dot(round(xs[column], 1), y, radius, label, sharp[column] * 2 >= number))
    return dots


def _column(voice: Voice, first: date, step: int) -> int:
    return (voice.published - first).days // step if voice.published else 0
