"""What several commands share: options, days, lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from kg.errors import QueryError

DEFAULT_STORE = "kg-store"
_LONGEST = 86_400

StoreOption = Annotated[
    str, typer.Option("--store", help="Folder of the store, or a SPARQL endpoint's address.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON Lines on standard output.")]
SinceOption = Annotated[str | None, typer.Option("--since", help="Published from this day.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Published up to this day.")]
OutletOption = Annotated[str | None, typer.Option("--outlet", help="Only of this outlet.")]


def positive(seconds: float | None) -> float | None:
    """Return a time that can pass. Raises `typer.BadParameter` for another."""
    if seconds is not None and not 0 < seconds <= _LONGEST:
        message = f"is a number of seconds above 0, up to {_LONGEST}"
        raise typer.BadParameter(message)
    return seconds


def day(text: str | None) -> date | None:
    """Return the day that a user wrote.

    Raises `QueryError` for what is none.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise QueryError(str(text), "is not a day", "write it as 2025-10-12") from error


def emit(lines: Iterable[dict[str, Any]]) -> None:
    """Print JSON-ready dicts, one a line."""
    for line in lines:
        typer.echo(json.dumps(line, ensure_ascii=False))
