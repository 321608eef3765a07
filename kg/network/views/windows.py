"""Parts of the graph in time, for any view or measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import networkx as nx


def within(graph: nx.MultiDiGraph, since: str = "", until: str = "") -> nx.MultiDiGraph:
    """Return a copy with only the statements published from `since` to `until` (ISO days).

    Both days are included, "" is open; statements without a date are in no period. Actors stay,
    and so do claims that a statement left makes.
    """
    gone = {
        node
        for node, data in graph.nodes(data=True)
        if data["kind"] == "statement" and not _inside(data.get("published", ""), since, until)
    }
    part = graph.copy()
    part.remove_nodes_from(gone)
    claims = [n for n, kind in part.nodes(data="kind") if kind == "claim" and not part.in_degree(n)]
    part.remove_nodes_from(claims)
    return part


def _inside(day: str, since: str, until: str) -> bool:
    return bool(day) and (not since or day >= since) and (not until or day <= until)


def windows(
    graph: nx.MultiDiGraph, days: int, step: int | None = None
) -> Iterator[tuple[str, str, nx.MultiDiGraph]]:
    """Yield the first and last day of each window of so many `days`, and what lies within it.

    A window starts every `step` days (default: `days`, so that none overlap), from the first
    publication on: the moving time window of Leifeld, Gruber and Bossner 2019, "Discourse
    Network Analyzer Manual", ch. 9. Nothing for a graph without dates.
    """
    dated = (d.get("published", "") for _, d in graph.nodes(data=True) if d["kind"] == "statement")
    published = sorted(day for day in dated if day)
    if not published:
        return
    start, last = date.fromisoformat(published[0]), date.fromisoformat(published[-1])
    while start <= last:
        end = start + timedelta(days=days - 1)
        first_day, last_day = start.isoformat(), end.isoformat()
        yield first_day, last_day, within(graph, first_day, last_day)
        start += timedelta(days=step or days)
