"""The page of measures, and behind each of its tables a page with the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Measure, Measured, Row, Table, TooFew
from kg.show.archive import Archive
from kg.show.bars import Axis, Bars, axis, bars
from kg.show.cards import Voice
from kg.show.measured import spelled
from kg.show.pages import BELOW, TOP, leaf, render

ROWS = 15
STATEMENTS = 20
"""Statements listed for a number; more are counted."""

BARS: Mapping[str, tuple[str, ...]] = {
    "voice": ("claimant", "mentioned"),
    "replies": ("accusations", "unanswered"),
    "origins": ("mentions", "origins"),
    "coverage": ("camp_a", "camp_b"),
    "outlets": ("unnamed",),
    "hedging": ("hedged",),
    "centrality": ("pagerank",),
}
"""The columns of each table that are drawn."""

FOLDER = "measure"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as text with the address of what it rests on, "" where there is nothing."""

    text: str
    href: str
    numeric: bool
    few: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as the page shows it: rows of (label, actor to link or "", cells), and a chart."""

    table: Table
    rows: tuple[tuple[str, str, tuple[Cell, ...]], ...]
    hidden: int
    bars: Bars | None
    axis: Axis | None
    hrefs: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Rest:
    """What one number rests on: the first of its statements, and how many more there are."""

    anchor: str
    title: str
    voices: tuple[Voice, ...]
    more: int


def analysis_pages(
    tables: Sequence[Table], held: Archive, linked: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield the page of all tables, and the statements behind the numbers of each that has some."""
    shown = [_shown(table, held, linked) for table in tables]
    yield "analysis.html", render("analysis.html.j2", TOP, shown=shown)
    for table in tables:
        rests = [*_rests(table, held)]
        if rests:
            text = render("measure.html.j2", BELOW, table=table, rests=rests)
            yield f"{FOLDER}/{leaf(table.name)}.html", text


def _shown(table: Table, held: Archive, linked: frozenset[str]) -> Shown:
    top = table.rows[:ROWS]
    hrefs = {
        (row.key, column.name): _href(table, row, column.name, cell, held)
        for row in top
        for column, cell in zip(table.columns, row.cells, strict=True)
    }
    rows = tuple(
        (
            row.label,
            row.key if row.kind == "actor" and row.key in linked else "",
            tuple(
                Cell(
                    spelled(cell, column.form),
                    hrefs[row.key, column.name],
                    column.form != "words",
                    f"{cell}" if isinstance(cell, TooFew) else "",
                )
                for column, cell in zip(table.columns, row.cells, strict=True)
            ),
        )
        for row in top
    )
    part = Table(table.name, table.title, table.about, table.columns, top)
    drawn = bars(part, BARS[table.name]) if table.name in BARS else None
    line = axis(part) if table.name == "sides" else None
    return Shown(table, rows, len(table.rows) - len(top), drawn, line, hrefs)


def _href(table: Table, row: Row, column: str, cell: Measure | str, held: Archive) -> str:
    """Return where a cell's statements are: in the article for one, else on the page behind."""
    known = _known(cell, held)
    if len(known) == 1:
        return f"article/{leaf(known[0].article)}.html#{leaf(known[0].statement)}"
    return f"{FOLDER}/{leaf(table.name)}.html#{_anchor(row, column)}" if known else ""


def _known(cell: Measure | str, held: Archive) -> list[Voice]:
    if isinstance(cell, str):
        return []
    return [held.voices[s] for s in cell.statements if s in held.voices]


def _anchor(row: Row, column: str) -> str:
    return f"{leaf(row.key)}-{leaf(column)}"


def _rests(table: Table, held: Archive) -> Iterator[Rest]:
    for row in table.rows[:ROWS]:
        for column, cell in zip(table.columns, row.cells, strict=True):
            known = sorted(_known(cell, held), key=_order)
            if len(known) > 1 and isinstance(cell, Measured | TooFew):
                title = f"{row.label} · {column.title}: {spelled(cell, column.form)}"
                first = tuple(known[:STATEMENTS])
                yield Rest(_anchor(row, column.name), title, first, len(known) - len(first))


def _order(voice: Voice) -> tuple[str, str, int]:
    return str(voice.published or "~"), voice.article, voice.span.start
