"""Opening the store that a command names."""

from __future__ import annotations

from pathlib import Path

import typer

from kg.errors import KgError
from kg.graph import KnowledgeGraph


def opened(
    store: str, *, read_only: bool = False, weights: Path | None = None, **options: str
) -> KnowledgeGraph:
    """Open a store; `options` are those of `KnowledgeGraph.open`.

    Raises `kg.errors.StoreError` as `KnowledgeGraph.open` does.
    """
    graph = KnowledgeGraph.open(store, read_only=read_only, weights=weights, **options)
    if read_only:
        _warn(graph)
    return graph


def _warn(graph: KnowledgeGraph) -> None:
    """Say in a line when decisions in the store's file wait to be applied, or cannot be."""
    try:
        waiting = graph.review.unread()
    except KgError as error:
        typer.echo(f"kg: {' '.join(str(error).split())}", err=True)
        return
    if waiting is not None:
        what = "was changed and is not applied yet; `kg review import` does it"
        typer.echo(f"kg: {waiting.name}: {what}", err=True)
