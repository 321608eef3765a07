"""Every measure of a corpus as tables, for people, JSON and pages alike."""

from kg.network.tables.actors import centrality, communities, hedging, replies, sides, voice
from kg.network.tables.issues import agreement, issues, origins
from kg.network.tables.material import Material, Told
from kg.network.tables.outlets import coverage, outlets
from kg.network.tables.whole import balance

TABLES: tuple[Told, ...] = (
    voice,
    replies,
    origins,
    sides,
    balance,
    coverage,
    issues,
    agreement,
    outlets,
    hedging,
    centrality,
    communities,
)
"""All tables, in the order in which a reader wants them; the docstring of each explains it."""

NAMES = tuple(table.__name__ for table in TABLES)

__all__ = ["NAMES", "TABLES", "Material", "Told"]
