"""The timeline: who said how much when, as a static picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from kg.show.archive import Archive
from kg.show.cards import Voice
from kg.show.terms import AGAINST, day, days

ROWS, COLUMNS = 14, 31
LEFT, RIGHT, TOP, ROW, WIDTH = 210.0, 30.0, 34.0, 34.0, 960.0
LARGEST = 13.0
STEPS = (1, 7, 30, 91, 365, 3650)
# How many statements are listed of each dot.
LISTED = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """The statements of one actor in one stretch of time, of which `sharp` set against somebody.

    `voices` are the first of its `count` statements.
    """

    id: str
    x: float
    y: float
    radius: float
    name: str
    when: str
    count: int
    sharp: int
    voices: tuple[Voice, ...]

    @property
    def against(self) -> bool:
        """Tell whether at least half of the statements set themselves against somebody."""
        return self.sharp * 2 >= self.count


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
    published = [v.published for a in chosen for v in dated[a] if v.published]
    if not published:
        return None
    first, last = min(published), max(published)
    step = next((s for s in STEPS if (last - first).days // s < COLUMNS), STEPS[-1])
    columns = (last - first).days // step + 1
    wide = (WIDTH - LEFT - RIGHT) / columns
    xs = [LEFT + (i + 0.5) * wide for i in range(columns)]
    every = max(1, columns * 104 // int(WIDTH - LEFT) + 1)
    return Timeline(
        width=WIDTH,
        height=TOP + ROW * len(chosen) + 10,
        left=LEFT,
        rows=tuple((_name(held, a), a, TOP + (i + 0.5) * ROW) for i, a in enumerate(chosen)),
        ticks=tuple(
            (day(first + timedelta(days=i * step)), xs[i]) for i in range(0, columns, every)
        ),
        dots=tuple(_dots(held, {a: dated[a] for a in chosen}, first, step, xs)),
        step=step,
    )


def _name(held: Archive, actor: str) -> str:
    name = held.names[actor]
    return name if len(name) <= 26 else f"{name[:25]}…"


def _dots(
    held: Archive,
    said: Mapping[str, list[Voice]],
    first: date,
    step: int,
    xs: list[float],
) -> list[Dot]:
    cells: dict[tuple[str, int], list[Voice]] = {}
    for actor, heard in said.items():
        for voice in heard:
            cells.setdefault((actor, _column(voice, first, step)), []).append(voice)
    most = max(len(cell) for cell in cells.values())
    rows = {actor: TOP + (row + 0.5) * ROW for row, actor in enumerate(said)}
    last = max(v.published for vs in said.values() for v in vs if v.published)
    return [
        Dot(
            f"dot-{number}",
            round(xs[column], 1),
            rows[actor],
            round(4 + (LARGEST - 4) * sqrt(len(cell) / most), 1),
            held.names[actor],
            _stretch(first, step, column, last),
            len(cell),
            sum(v.act in AGAINST for v in cell),
            tuple(cell[:LISTED]),
        )
        for number, ((actor, column), cell) in enumerate(
            sorted(cells.items(), key=lambda item: (item[0][1], rows[item[0][0]]))
        )
    ]


def _stretch(first: date, step: int, column: int, last: date) -> str:
    start = first + timedelta(days=column * step)
    return days(start, min(last, start + timedelta(days=step - 1)))


def _column(voice: Voice, first: date, step: int) -> int:
    return (voice.published - first).days // step if voice.published else 0
