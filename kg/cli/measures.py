"""Tables of measures for people."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table as Grid
from rich.text import Text

from kg.cli.tables import NOTHING, plain, terminal
from kg.model import Table
from kg.show.measured import spelled

LABEL = 60


def print_tables(tables: Iterable[Table], top: int) -> None:
    """Print the first `top` rows of each table (0: all) under its title and what it means."""
    console = terminal()
    for table in tables:
        console.print()
        console.print(Text(f"{table.title}  ({table.name})", style="bold"))
        console.print(Text(table.about, style="dim"))
        if not table.rows:
            console.print(NOTHING)
            continue
        shown = table.rows[:top] if top else table.rows
        console.print(_grid(table, len(shown)))
        if len(shown) < len(table.rows):
            left = len(table.rows) - len(shown)
            console.print(Text(f"{left} more; --top 0 or --json give all", style="dim"))


def _grid(table: Table, rows: int) -> Grid:
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    grid.add_column("")
    for column in table.columns:
        numeric = column.form != "words"
        grid.add_column(column.title, justify="right" if numeric else "left", overflow="fold")
    for row in table.rows[:rows]:
        label = plain(row.label)
        cells = (
            Text(plain(spelled(cell, column.form)))
            for column, cell in zip(table.columns, row.cells, strict=True)
        )
        grid.add_row(Text(label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"), *cells)
    return grid
