"""What a site is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import networkx as nx

from kg.model import Atlas, Knowledge, Table

# How many independent origins statements (by id) come from.
Origins = Callable[[Iterable[str]], int]


@dataclass(frozen=True, slots=True)
class Subject:
    """What pages show, and what was worked out about it elsewhere.

    `graph` is what `kg.network.build` made of `knowledge`, `atlas` the pictures of it that pages
    draw, `origins` counts the independent origins of statements. `title` is plain text, None to
    name the site after its articles; `narrowing` says in words to what `knowledge` was narrowed,
    `tables` are what was measured.
    """

    knowledge: Knowledge
    graph: nx.MultiDiGraph
    atlas: Atlas
    origins: Origins
    title: str | None = None
    narrowing: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
