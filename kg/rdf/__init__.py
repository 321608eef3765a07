"""Readings, issues and relations as N-Quads, and back: the only room that spells URIs.

One named graph holds what was read in one article; what depends on several articles is in
derived graphs. `docs/graph.md` describes the graph to those who query it.
"""

from kg.rdf.files import read_rdf
from kg.rdf.parse import parse_readings
from kg.rdf.relations import parse_relations, relations_nquads
from kg.rdf.shared import derived_nquads, shared_nquads
from kg.rdf.vocabulary import BASE, DERIVED, GRAPH, KG, PREFIXES
from kg.rdf.write import article_graph, is_derived, reading_nquads

__all__ = [
    "BASE",
    "DERIVED",
    "GRAPH",
    "KG",
    "PREFIXES",
    "article_graph",
    "derived_nquads",
    "is_derived",
    "parse_readings",
    "parse_relations",
    "read_rdf",
    "reading_nquads",
    "relations_nquads",
    "shared_nquads",
]
