"""Readings, issues and relations as N-Quads, and back: the only room that spells URIs.

One named graph holds what was read in one article; what depends on several articles is in
derived graphs, what people decided in one of its own. `docs/graph.md` describes the graph to those
who query it.
"""

from kg.rdf.decisions import decisions_nquads, parse_decisions
from kg.rdf.files import read_rdf
from kg.rdf.parse import parse_readings
from kg.rdf.relations import parse_relations, relations_nquads
from kg.rdf.shared import derived_nquads, shared_nquads
from kg.rdf.vocabulary import BASE, DERIVED, GRAPH, KG, PREFIXES, REVIEW
from kg.rdf.write import article_graph, is_derived, judged_nquads, reading_nquads

__all__ = [
    "BASE",
    "DERIVED",
    "GRAPH",
    "KG",
    "PREFIXES",
    "REVIEW",
    "article_graph",
    "decisions_nquads",
    "derived_nquads",
    "is_derived",
    "judged_nquads",
    "parse_decisions",
    "parse_readings",
    "parse_relations",
    "read_rdf",
    "reading_nquads",
    "relations_nquads",
    "shared_nquads",
]
