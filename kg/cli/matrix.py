"""`kg matrix`: statements on an issue against hypotheses that the user names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import files
from kg.cli.options import DEFAULT_STORE, JsonOption, StoreOption, emit

if TYPE_CHECKING:
    from kg.model import Matrix
    from kg.show.cards import Voice


def matrix(  # noqa: PLR0913 - each is an option of the command
    issue: Annotated[str, typer.Argument(help="Id of an issue, or words of its question.")],
    *,
    hypothesis: Annotated[
        list[str],
        typer.Option(
            "--hypothesis",
            "-H",
            help='A figure ("58", "at least 50", "20 to 30") or words of a claim; again for more.',
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
    csv: Annotated[Path | None, typer.Option("--csv", help="Write it to this CSV file.")] = None,
    html: Annotated[Path | None, typer.Option("--html", help="Write it to this page.")] = None,
) -> None:
    """Set statements against hypotheses: consistent, inconsistent or neutral, and why."""
    from kg.cli.stores import opened  # noqa: PLC0415 - slow to import
    from kg.show import matrix as shown  # noqa: PLC0415 - slow to import

    with opened(store, read_only=True) as graph:
        found = graph.matrix(issue, hypothesis)
        voices = graph.voices([row.statement for row in found.rows])
    if csv is not None:
        files.write(csv, shown.matrix_csv(found, voices))
    if html is not None:
        files.write(html, shown.matrix_page(found, voices).encode())
    if as_json:
        emit([shown.matrix_line(found)])
    else:
        _print(found, voices)


def _print(found: Matrix, voices: Mapping[str, Voice]) -> None:
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from kg.cli.tables import NOTHING, plain  # noqa: PLC0415 - rich is slow to import

    console = Console(highlight=False, markup=False)
    console.print(Text(plain(found.issue.question), style="bold"))
    grid = Grid(box=None, pad_edge=False, header_style="bold", show_footer=True)
    grid.add_column("statement", footer=Text("inconsistent (ACH counts these; no ranking)"))
    for one, against in zip(found.hypotheses, found.against, strict=True):
        count = f"{len(against.statements)}, of {against.origins} origins"
        grid.add_column(Text(plain(one.text)), footer=Text(count))
    for row in found.rows:
        voice = voices[row.statement]
        mark = "" if row.diagnostic else " (tells nothing apart)"
        said = Text(plain(f"{voice.name}: {voice.words}{mark}"))
        grid.add_row(said, *(Text(str(cell.fit)) for cell in row.cells))
    console.print(grid if found.rows else NOTHING)
