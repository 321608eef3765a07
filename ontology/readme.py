# ruff: noqa: INP001 - a script beside its data
"""Write ontology/README.md from kg.ttl and align.ttl: `python ontology/readme.py`."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

HERE = Path(__file__).resolve().parent
KG = "https://w3id.org/newsclaims/ns#"
SCHEMA = rdflib.Namespace("https://schema.org/")
MATCHES = (
    (RDFS.subClassOf, "is a"),
    (RDFS.subPropertyOf, "is a"),
    (SKOS.closeMatch, "close to"),
    (SKOS.relatedMatch, "related to"),
)
HEAD = """# The ontology of kg

`kg.ttl` defines the terms, `align.ttl` says how they stand to those of others, `shapes.ttl` what a
well-made graph looks like (SHACL). The namespace is `https://w3id.org/newsclaims/ns#`, here `kg:`.
How the terms make a graph, and how to query it: [docs/graph.md](../docs/graph.md).

A claim never entails that what it says is so: what links a claim to its agent, patient, place and
time is matched with the roles of events, and never derived from them.

This page is written by `python ontology/readme.py`; a test keeps it up to date.
"""


def main() -> None:
    """Write the page."""
    (HERE / "README.md").write_text(page(), "utf-8")


def page() -> str:
    """Return the page as Markdown."""
    own = Graph().parse(HERE / "kg.ttl")
    both = own + Graph().parse(HERE / "align.ttl")
    for prefix, address in Graph().parse(HERE / "align.ttl").namespaces():
        both.bind(prefix, address)
    parts = [
        HEAD,
        "## Classes\n",
        *_table(both, [OWL.Class], "| term | what it is | example | others |"),
        "\n## Properties\n",
        *_properties(both),
        "\n## Lists of words\n",
        *_schemes(own),
    ]
    return "\n".join(parts) + "\n"


def _table(graph: Graph, kinds: list[URIRef], head: str) -> list[str]:
    rows = [
        f"| `{_short(graph, term)}` | {_one(graph, term, SKOS.definition)} "
        f"| {_one(graph, term, SKOS.example)} | {_others(graph, term)} |"
        for term in _terms(graph, kinds)
    ]
    return [head, "|---|---|---|---|", *rows]


def _properties(graph: Graph) -> list[str]:
    rows = [
        f"| `{_short(graph, term)}` | {_of(graph, term)} | {_one(graph, term, SKOS.definition)} "
        f"| {_one(graph, term, SKOS.example)} | {_others(graph, term)} |"
        for term in _terms(graph, [OWL.ObjectProperty, OWL.DatatypeProperty])
    ]
    return ["| term | of | what it says | example | others |", "|---|---|---|---|---|", *rows]


def _schemes(graph: Graph) -> list[str]:
    lines: list[str] = []
    for scheme in _terms(graph, [SKOS.ConceptScheme]):
        name = _one(graph, scheme, RDFS.label)
        words = sorted(graph.subjects(SKOS.inScheme, scheme), key=str)
        lines.append(f"**`kg:{name}-`** {_one(graph, scheme, SKOS.definition)}\n")
        if not words:
            lines.append("Open: the words that occur are described in the data.\n")
            continue
        lines += ["| word | meaning | example |", "|---|---|---|"]
        for word in words:
            term = f"`{str(word).removeprefix(f'{KG}{name}-')}`"
            lines.append(
                f"| {term} | {_one(graph, word, SKOS.definition)} "
                f"| {_one(graph, word, SKOS.example)} |"
            )
        lines.append("")
    return lines[:-1]


def _terms(graph: Graph, kinds: list[URIRef]) -> list[Node]:
    found = {term for kind in kinds for term in graph.subjects(RDF.type, kind)}
    return sorted((term for term in found if str(term).startswith(KG)), key=str)


def _of(graph: Graph, term: Node) -> str:
    owners = {*graph.objects(term, RDFS.domain), *graph.objects(term, SCHEMA.domainIncludes)}
    return ", ".join(sorted(f"`{_short(graph, owner)}`" for owner in owners))


def _others(graph: Graph, term: Node) -> str:
    found = [
        f"{words} `{_short(graph, other)}`"
        for match, words in MATCHES
        for other in sorted(graph.objects(term, match), key=str)
    ]
    return ", ".join(found)


def _one(graph: Graph, term: Node, predicate: URIRef) -> str:
    return str(graph.value(term, predicate)).replace("|", "\\|")


def _short(graph: Graph, term: Node) -> str:
    return graph.namespace_manager.normalizeUri(str(term))


if __name__ == "__main__":
    main()
