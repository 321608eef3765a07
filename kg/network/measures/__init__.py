"""Measures of what `kg.network` builds: each says what it is, its range, its source, its growth.

They take plain NetworkX graphs and return `kg.model.Measured` (a number with the statements that it
rests on) or `kg.model.TooFew`; `docs/analysis.md` lists them.
"""

from kg.network.measures.ages import Age, ages
from kg.network.measures.balance import balanced_triangles, frustration, line_balance
from kg.network.measures.centrality import betweenness, cores, pagerank
from kg.network.measures.communities import communities, modularity
from kg.network.measures.concentration import by_issue, effective, herfindahl
from kg.network.measures.coverage import coverage
from kg.network.measures.polarisation import camps, polarisation
from kg.network.measures.replies import Accused, replies
from kg.network.measures.shares import (
    anonymity,
    by_field,
    grouped,
    hedging,
    mentioned,
    voice,
    voice_to_mention,
)
from kg.network.measures.sourcing import agreement, echo, origins

__all__ = [
    "Accused",
    "Age",
    "ages",
    "agreement",
    "anonymity",
    "balanced_triangles",
    "betweenness",
    "by_field",
    "by_issue",
    "camps",
    "communities",
    "cores",
    "coverage",
    "echo",
    "effective",
    "frustration",
    "grouped",
    "hedging",
    "herfindahl",
    "line_balance",
    "mentioned",
    "modularity",
    "origins",
    "pagerank",
    "polarisation",
    "replies",
    "voice",
    "voice_to_mention",
]
