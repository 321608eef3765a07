"""What edges that sum up statements have in common: how many, from when to when, and which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx


def summed(graph: nx.MultiDiGraph, statements: Iterable[str]) -> dict[str, Any]:
    """Return the edge attributes `count`, `first`, `last` and `statements` of some statements.

    `first` and `last` are ISO days of publication, "" where none of them has one.
    """
    chosen = tuple(sorted(set(statements)))
    days = sorted(day for s in chosen if (day := graph.nodes[s].get("published", "")))
    return {
        "count": len(chosen),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "statements": chosen,
    }
