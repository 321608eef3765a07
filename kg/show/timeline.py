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
TOP, SMALLEST = 34.0, 4.0
STEPS = (1, 7, 30, 91, 365, 3650)
# How many statements are listed of each dot.
LISTED = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a timeline is drawn on, in SVG units; names stand left of their lines, or above.

    `largest` is the radius of the largest dot where stretches are wide enough for it, `tick` the
    room for a day's name.
    """

    width: float
    left: float
    right: float
    row: float
    largest: float
    above: bool = False
    tick: int = 104


BROAD = Sheet(960.0, 210.0, 30.0, 34.0, 13.0)
NARROW = Sheet(360.0, 14.0, 14.0, 52.0, 11.0, above=True, tick=150)


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

    sheet: Sheet
    height: float
    rows: tuple[tuple[str, str, float], ...]
    ticks: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    step: int


@dataclass(frozen=True, slots=True)
class Stretches:
    """Time from `first` to `last` cut into stretches of `step` days, each with its x."""

    first: date
    last: date
    step: int
    xs: tuple[float, ...]

    def column(self, voice: Voice) -> int:
        """Return the number of the stretch in which a voice was published."""
        return (voice.published - self.first).days // self.step if voice.published else 0

    def words(self, column: int) -> str:
        """Return the days of a stretch."""
        start = self.first + timedelta(days=column * self.step)
        return days(start, min(self.last, start + timedelta(days=self.step - 1)))


def timeline(held: Archive, actors: Iterable[str], sheet: Sheet = BROAD) -> Timeline | None:
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
    wide = (sheet.width - sheet.left - sheet.right) / columns
    xs = tuple(sheet.left + (i + 0.5) * wide for i in range(columns))
    every = max(1, columns * sheet.tick // int(sheet.width - sheet.left) + 1)
    return Timeline(
        sheet=sheet,
        height=TOP + sheet.row * len(chosen) + 10,
        rows=tuple((_name(held, a), a, TOP + (i + 0.5) * sheet.row) for i, a in enumerate(chosen)),
        ticks=tuple(
            (day(first + timedelta(days=i * step)), xs[i]) for i in range(0, columns, every)
        ),
        dots=tuple(
            _dots(held, {a: dated[a] for a in chosen}, Stretches(first, last, step, xs), sheet)
        ),
        step=step,
    )


def _name(held: Archive, actor: str) -> str:
    name = held.names[actor]
    return name if len(name) <= 26 else f"{name[:25]}…"


def _dots(
    held: Archive, said: Mapping[str, list[Voice]], cut: Stretches, sheet: Sheet
) -> list[Dot]:
    cells: dict[tuple[str, int], list[Voice]] = {}
    for actor, heard in said.items():
        for voice in heard:
            cells.setdefault((actor, cut.column(voice)), []).append(voice)
    most = max(len(cell) for cell in cells.values())
    wide = (sheet.width - sheet.left - sheet.right) / len(cut.xs)
    largest = min(sheet.largest, max(SMALLEST + 1, wide / 2))
    rows = {actor: TOP + (row + 0.5) * sheet.row for row, actor in enumerate(said)}
    return [
        Dot(
            f"dot-{number}",
            round(cut.xs[column], 1),
            rows[actor],
            round(SMALLEST + (largest - SMALLEST) * sqrt(len(cell) / most), 1),
            held.names[actor],
            cut.words(column),
            len(cell),
            sum(v.act in AGAINST for v in cell),
            tuple(cell[:LISTED]),
        )
        for number, ((actor, column), cell) in enumerate(
            sorted(cells.items(), key=lambda item: (item[0][1], rows[item[0][0]]))
        )
    ]
