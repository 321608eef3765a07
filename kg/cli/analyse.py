"""`kg analyse`: what the network says, in tables, JSON and files for graph viewers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg import files
from kg.cli.options import (
    DEFAULT_STORE,
    JsonOption,
    OutletOption,
    SinceOption,
    StoreOption,
    UntilOption,
    day,
    emit,
)
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.model import Table
    from kg.network import Analysis

TOP = 10


def analyse(  # noqa: PLR0913 - each is an option of the command
    tables: Annotated[
        list[str] | None, typer.Argument(help="Tables by name; none: all. docs/analysis.md")
    ] = None,
    *,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    top: Annotated[int, typer.Option("--top", help="Rows of a table; 0: all.", min=0)] = TOP,
    graphml: Annotated[
        Path | None, typer.Option("--graphml", help="Write a view as GraphML to this file.")
    ] = None,
    gexf: Annotated[
        Path | None, typer.Option("--gexf", help="Write a view as GEXF to this file.")
    ] = None,
    view: Annotated[
        str, typer.Option("--view", help="The view to write; docs/analysis.md lists them.")
    ] = "whole",
) -> None:
    """Measure who is heard, who disputes whom, and what claims rest on."""
    from kg import network  # noqa: PLC0415 - slow to import
    from kg.cli.stores import opened  # noqa: PLC0415 - slow to import
    from kg.show import exports  # noqa: PLC0415 - slow to import

    only = _known("table", tables or network.NAMES, network.NAMES)
    (shape,) = _known("view", [view], tuple(network.VIEWS))
    with opened(store, read_only=True) as graph:
        found = graph.analyse(day(since), day(until), outlet, only=only)
    for out, writer in ((graphml, exports.graphml), (gexf, exports.gexf)):
        if out is not None:
            files.write(out, writer(network.VIEWS[shape](found.graph)))
    if as_json:
        emit(line for table in found.tables for line in lines(table))
    else:
        _print(found, top)


def _known(what: str, wanted: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    for name in wanted:
        if name not in known:
            raise QueryError(name, f"is not a {what}", f"choose from {', '.join(known)}")
    return wanted


def lines(table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table as JSON-ready dicts.

    Each measure is {"value", "statements"}, with "least" and "most" where it is bounded, or
    {"too_few": {"have", "need", "of"}, "statements"}.
    """
    from kg.show import measured  # noqa: PLC0415 - slow to import

    for row in table.rows:
        cells = zip(table.columns, row.cells, strict=True)
        yield {
            "table": table.name,
            "kind": row.kind,
            "key": row.key,
            "label": row.label,
            **{column.name: measured.json_cell(cell) for column, cell in cells},
        }


def _print(found: Analysis, top: int) -> None:
    from kg.cli import measures  # noqa: PLC0415 - rich is slow to import

    measures.print_tables(found.tables, top)
