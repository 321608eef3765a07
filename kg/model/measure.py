"""Results of measuring: a number with what it rests on, or the word that there is too little."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and the ids of the statements that it rests on.

    `least` and `most` bound a number that was not worked out exactly; None where it was.
    """

    value: float
    statements: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class TooFew:
    """What is said instead of a number: there are `have` of `what`, `need` are needed."""

    have: int
    need: int
    what: str
    statements: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"too few ({self.have} of {self.need} {self.what})"


Measure = Measured | TooFew


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what it is called, and how its numbers are written.

    `form` is one of "share" (in [0, 1]), "score" (a number with decimals), "count", "days",
    "date" (an ISO day), "figure" (a closed interval, in words) and "words".
    """

    name: str
    title: str
    form: str


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: `key` is its id or name, `kind` what that is the id of."""

    key: str
    label: str
    cells: tuple[Measure | str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Measures of things of one kind; `about` says in words what the numbers are.

    Rows are ordered as a reader wants them, ties by key. Cells stand under `columns`.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
