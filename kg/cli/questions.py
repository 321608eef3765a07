"""Questions in SPARQL: where their text comes from, and how answers are printed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer
from rich.table import Table
from rich.text import Text

from kg import store
from kg.cli.tables import plain, terminal
from kg.errors import QueryError

SUFFIXES = {".rq", ".sparql"}
_XSD = "http://www.w3.org/2001/XMLSchema#"
# Datatypes that the graph uses, and what their values look like.
_LIKE = {
    f"{_XSD}integer": re.compile(r"-?\d+"),
    f"{_XSD}decimal": re.compile(r"-?\d+(?:\.\d+)?"),
    f"{_XSD}date": re.compile(r"\d{4}-\d\d-\d\d"),
}
_SPARQL = re.compile(r"[\s{]")  # no name of a question has these
_ADDRESS = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`]+")


def catalogue() -> None:
    """Print the named questions."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("name", no_wrap=True)
    table.add_column("question")
    for name, named in sorted(store.named_queries().items()):
        table.add_row(name, Text(named.question))
    terminal().print(table)


def text(question: str) -> str:
    """Return the query that `question` is or names: a named question, a file, "-" for stdin.

    Raises `kg.errors.QueryError` for what is none of them.
    """
    if question == "-":
        return sys.stdin.read()
    named = store.named_queries().get(question)
    if named:
        return named.sparql
    if _SPARQL.search(question):
        return question
    path = Path(question)
    if path.suffix in SUFFIXES:
        return _file(path)
    way_out = (
        "`kg query` lists them; other SPARQL is written out, or comes from a .rq file or from -"
    )
    raise QueryError(question, "no question of that name", way_out)


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise QueryError(str(path), f"cannot be read ({reason})", "check the path") from error


def bindings(settings: Iterable[str]) -> dict[str, tuple[store.Term, ...]]:
    """Return "variable=value" settings as a mapping, with every term that a value may stand for.

    Raises `kg.errors.QueryError` for a setting without "=".
    """
    pairs = {}
    for setting in settings:
        variable, equals, value = setting.partition("=")
        if not equals or not variable:
            raise QueryError(setting, "is not a setting", "write --set variable=value")
        pairs[variable.lstrip("?$")] = tuple(_meant(value))
    return pairs


def _meant(value: str) -> Iterator[store.Term]:
    """Yield the text, and what it looks like: a number, a day, an address."""
    yield store.Literal(value)
    yield from (store.Literal(value, t) for t, like in _LIKE.items() if like.fullmatch(value))
    if _ADDRESS.fullmatch(value):
        yield store.Iri(value)


def print_result(result: store.Result, form: str) -> None:
    """Print an answer as a table for people, or in one of `kg.store.RESULT_FORMATS`."""
    if form != "table":
        typer.echo(store.write_result(result, form), nl=False)
    elif isinstance(result, store.Rows):
        _table(result)
    elif isinstance(result, store.Answer):
        typer.echo("yes" if result else "no")
    else:
        typer.echo(result.turtle(), nl=False)


def _table(rows: store.Rows) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for variable in rows.variables:
        table.add_column(variable, overflow="fold")
    for row in rows.rows:
        table.add_row(*(Text(plain(term.value) if term else "") for term in row))
    terminal().print(table if rows.rows else "no rows")
