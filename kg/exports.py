"""The formats that a graph is exported in: one table, and how a file's name chooses from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kg.errors import QueryError
from kg.model import Knowledge
from kg.rdf.annotations import web_annotations
from kg.rdf.jsonld import jsonld
from kg.rdf.nanopubs import nanopubs
from kg.rdf.schemaorg import schema_claims
from kg.show import exports

if TYPE_CHECKING:
    import networkx as nx


class Exported(Protocol):
    """What an export needs of a graph; `kg.KnowledgeGraph` has it."""

    def dump(self, form: str) -> bytes:
        """Return everything in a format of RDF that stores write."""

    def knowledge(self) -> Knowledge:
        """Return everything as objects."""

    def network(self) -> nx.MultiDiGraph:
        """Return actors, statements and claims as a NetworkX graph."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the end of its files' names, and what writes it (its docstring says what)."""

    suffix: str
    write: Callable[[Exported], bytes]

    @property
    def about(self) -> str:
        """Return the first line of what the writer says of itself."""
        return (self.write.__doc__ or "").split("\n", 1)[0]


def _nquads(graph: Exported) -> bytes:
    """N-Quads, sorted: everything, one quad a line."""
    return graph.dump("nq")


def _trig(graph: Exported) -> bytes:
    """TriG: everything, one named graph an article, for people to read."""
    return graph.dump("trig")


def _ntriples(graph: Exported) -> bytes:
    """N-Triples, sorted: the union of all graphs."""
    return graph.dump("nt")


def _turtle(graph: Exported) -> bytes:
    """Turtle: the union of all graphs, for people to read."""
    return graph.dump("ttl")


def _jsonld(graph: Exported) -> bytes:
    """JSON-LD with its context: everything, one named graph an article."""
    return jsonld(graph.dump("nq")).encode()


def _graphml(graph: Exported) -> bytes:
    """GraphML: actors, statements and claims for graph viewers."""
    return exports.graphml(graph.network())


def _gexf(graph: Exported) -> bytes:
    """GEXF: actors, statements and claims for Gephi."""
    return exports.gexf(graph.network())


def _statements(graph: Exported) -> bytes:
    """CSV: one line a statement, with its words and their place."""
    return exports.statements_csv(graph.knowledge())


def _disputes(graph: Exported) -> bytes:
    """CSV: one line for each statement on each side of each dispute."""
    return exports.disputes_csv(graph.knowledge())


def _statements_parquet(graph: Exported) -> bytes:
    """Parquet: one row a statement (the extra `parquet`)."""
    return exports.statements_parquet(graph.knowledge())


def _disputes_parquet(graph: Exported) -> bytes:
    """Parquet: the rows of the CSV of disputes (the extra `parquet`)."""
    return exports.disputes_parquet(graph.knowledge())


def _nanopubs(graph: Exported) -> bytes:
    """Nanopublications, one a statement, unsigned, as TriG."""
    return nanopubs(graph.knowledge()).encode()


def _claims(graph: Exported) -> bytes:
    """JSON-LD of schema.org: each claim as a ClaimReview's `itemReviewed` wants it."""
    return schema_claims(graph.knowledge()).encode()


def _annotations(graph: Exported) -> bytes:
    """JSON-LD of Web Annotation: each statement on the words of its article."""
    return web_annotations(graph.knowledge()).encode()


FORMATS = {
    "nq": Format(".nq", _nquads),
    "trig": Format(".trig", _trig),
    "nt": Format(".nt", _ntriples),
    "ttl": Format(".ttl", _turtle),
    "jsonld": Format(".jsonld", _jsonld),
    "graphml": Format(".graphml", _graphml),
    "gexf": Format(".gexf", _gexf),
    "csv": Format(".csv", _statements),
    "disputes": Format(".disputes.csv", _disputes),
    "parquet": Format(".parquet", _statements_parquet),
    "disputes-parquet": Format(".disputes.parquet", _disputes_parquet),
    "nanopubs": Format(".nanopubs.trig", _nanopubs),
    "claims": Format(".claims.jsonld", _claims),
    "annotations": Format(".annotations.jsonld", _annotations),
}


def format_of(out: Path, form: str | None = None) -> Format:
    """Return the format named `form`, or else the one with the longest suffix that fits `out`.

    Raises `QueryError` where there is none.
    """
    if form is not None:
        if form not in FORMATS:
            raise QueryError(form, "is not a format", f"choose one of {', '.join(FORMATS)}")
        return FORMATS[form]
    fitting = [one for one in FORMATS.values() if f".{out.name}".endswith(one.suffix)]
    if not fitting:
        what = "its name does not say in which format to write"
        raise QueryError(str(out), what, f"add --format, one of {', '.join(FORMATS)}")
    return max(fitting, key=lambda one: len(one.suffix))
