"""Readings at hand, so that those used again are not loaded again."""

from __future__ import annotations

from collections.abc import Iterable

from kg import rdf
from kg.model import Reading
from kg.store import Store

Shelf = dict[str, Reading]
"""Readings, as they count after review, by article id."""

_MOST = 500


def readings(engine: Store, articles: Iterable[str], shelf: Shelf) -> tuple[Reading, ...]:
    """Return the readings of articles, sorted by id; loaded ones are at hand from now on."""
    wanted = sorted(set(articles))
    graphs = (engine.nquads(rdf.article_graph(key)) for key in wanted if key not in shelf)
    shelf.update((r.article.id, r) for r in rdf.parse_readings("".join(graphs)))
    return tuple(shelf[key] for key in wanted if key in shelf)


def tidy(shelf: Shelf) -> None:
    """Put the oldest away."""
    for old in [*shelf][:-_MOST]:
        del shelf[old]
