"""All measures of a corpus at one go."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import networkx as nx

from kg.model import Backing, Rows, Table
from kg.network.build import build
from kg.network.tables import NAMES, TABLES, Material


@dataclass(frozen=True, slots=True)
class Analysis:
    """The graph of a corpus, from which any of `kg.network.VIEWS` is made, and its tables."""

    graph: nx.MultiDiGraph
    tables: tuple[Table, ...]


def analyse(
    rows: Rows, backings: Sequence[Backing] = (), only: Collection[str] = NAMES
) -> Analysis:
    """Measure all that `kg.network.tables.TABLES` lists, or those with the names `only`.

    Args:
        rows: the corpus.
        backings: who affirms which answer, by origin (`kg.relate.backings`).
        only: names of tables.

    Time grows with the statements and the links between them; what would grow faster is sampled or
    bounded, as the measures say.
    """
    with uncollected():
        material = Material(build(rows), rows.issues, backings)
        wanted = (table for table in TABLES if table.__name__ in only)
        return Analysis(material.graph, tuple(table(material) for table in wanted))


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector of cycles back: a large graph stays, and walking it takes a third more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
