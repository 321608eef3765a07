"""What tables are made of, and how one is put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import networkx as nx

from kg.model import Backing, Column, Issue, Measure, Measured, Row, Table
from kg.network import measures
from kg.network.links import owners
from kg.network.opposition import placed, signed
from kg.network.whom import whom


class Material:
    """What tables are made of, each part worked out once, when a table first asks for it."""

    def __init__(
        self, graph: nx.MultiDiGraph, issues: Sequence[Issue], backings: Sequence[Backing]
    ) -> None:
        self.graph = graph
        self.backings = backings
        self.questions = {issue.id: issue.question for issue in issues}

    @cached_property
    def actors(self) -> nx.DiGraph:
        """Return who speaks about whom."""
        return whom(self.graph)

    @cached_property
    def ties(self) -> nx.Graph:
        """Return who is opposed to whom."""
        return signed(self.graph)

    @cached_property
    def places(self) -> dict[str, float]:
        """Return the opposition axis."""
        return placed(self.ties)

    @cached_property
    def sides(self) -> dict[str, int]:
        """Return the camp of each actor."""
        return measures.camps(self.places)

    @cached_property
    def issues(self) -> dict[str, tuple[str, ...]]:
        """Return the statements on each issue."""
        return measures.by_issue(self.graph)

    @cached_property
    def outlets(self) -> dict[str, tuple[str, ...]]:
        """Return the statements in each outlet."""
        return measures.by_field(self.graph, "outlet")

    @cached_property
    def said(self) -> dict[str, tuple[str, ...]]:
        """Return the statements of each claimant."""
        return measures.grouped((actor, s) for s, actor in owners(self.graph).items())

    @cached_property
    def camps(self) -> dict[int, str]:
        """Return what the camps are called, by the member furthest out; no side is ""."""
        found = {0: "", -1: "", 1: ""}
        for actor in sorted(self.sides, key=lambda a: (abs(self.places[a]), self.name(a), a)):
            if self.sides[actor]:
                found[self.sides[actor]] = f"side of {self.name(actor)}"
        return found

    def name(self, node: str) -> str:
        """Return what an actor or issue is called."""
        if node in self.questions:
            return self.questions[node]
        return str(self.graph.nodes[node].get("label", node)) if node in self.graph else node


Told = Callable[[Material], Table]
"""Makes a table; its docstring gives the title, and says what the numbers are."""


def joined(
    told: Told, m: Material, columns: Sequence[Column], parts: Sequence[Mapping[str, Measure]]
) -> Table:
    """Join measures of the same actors; the highest in the first column come first."""
    rows = [Row(key, m.name(key), tuple(part[key] for part in parts), "actor") for key in parts[0]]
    rows.sort(key=lambda r: (*(-value(cell) for cell in r.cells), r.label, r.key))
    return table(told, columns, rows)


def table(told: Told, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """Return a table that is called and explained by the function that makes it.

    The first line of its docstring is the title, the rest says what the numbers are.
    """
    title, _, about = (told.__doc__ or "").partition("\n")
    return Table(
        told.__name__, title.strip(" ."), " ".join(about.split()), tuple(columns), tuple(rows)
    )


def counted(statements: tuple[str, ...]) -> Measured:
    """Return how many statements there are."""
    return Measured(float(len(statements)), statements)


def value(cell: Measure | str) -> float:
    """Return what to sort a cell by: its number, or less than any share for what has none."""
    return cell.value if isinstance(cell, Measured) else -1.0
