# ruff: noqa: INP001 - a script beside its data
"""Write ontology/index.html from kg.ttl and align.ttl: `python ontology/page.py`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import jinja2
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

HERE = Path(__file__).resolve().parent
KG = "https://w3id.org/newsclaims/ns#"
SCHEMA = Namespace("https://schema.org/")
SECTIONS = (
    ("Classes", (OWL.Class,)),
    ("Properties", (OWL.ObjectProperty, OWL.DatatypeProperty)),
    ("Lists of words", (SKOS.ConceptScheme,)),
    ("Words", (SKOS.Concept,)),
)
# What a term says of others, and in which words.
FACTS = (
    ("a kind of", (RDFS.subClassOf, RDFS.subPropertyOf)),
    ("of", (RDFS.domain, SCHEMA.domainIncludes)),
    ("leads to", (RDFS.range,)),
    ("in the list", (SKOS.inScheme,)),
    ("close to", (SKOS.closeMatch,)),
    ("related to", (SKOS.relatedMatch,)),
)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The ontology of kg</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c1c1c; background: #fff }
nav { columns: 12rem } nav ul, dl { margin: 0; padding: 0 } nav li { list-style: none }
section section { border-top: 1px solid #ccc; padding: .5rem 0 } h3 { margin: .3rem 0 }
:target { background: #fff6d6 } dt { font-weight: 600; float: left; margin-right: .5rem }
dd { margin: 0 } code, h3 { font-family: ui-monospace, monospace }
</style></head><body><main>
<h1>The ontology of kg</h1>
<p>{{ about }} The namespace is <code>{{ space }}</code>, here <code>kg:</code>.
As Turtle: <a href="kg.ttl">terms</a>, <a href="align.ttl">alignments</a>,
<a href="shapes.ttl">shapes</a>; <a href="context.jsonld">context of JSON-LD</a>.</p>
{% for title, terms in sections %}<section aria-label="{{ title }}"><h2>{{ title }}</h2>
<nav aria-label="{{ title }}"><ul>{% for term in terms %}
<li><a href="#{{ term.name }}">{{ term.name }}</a></li>{% endfor %}
</ul></nav>
{% for term in terms %}<section id="{{ term.name }}"><h3>kg:{{ term.name }}</h3>
<p>{{ term.definition }}</p><p><em>{{ term.example }}</em></p>
<dl>{% for words, others in term.facts %}<dt>{{ words }}</dt>
<dd>{% for text, link in others %}<a href="{{ link }}">{{ text }}</a>{{ ", " if not loop.last }}
{% endfor %}</dd>{% endfor %}</dl></section>
{% endfor %}</section>
{% endfor %}</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Term:
    """One term as the page shows it; `facts` are (words, [(text, link) ...])."""

    name: str
    definition: str
    example: str
    facts: list[tuple[str, list[tuple[str, str]]]]


def main() -> None:
    """Write the page."""
    (HERE / "index.html").write_text(page(), "utf-8")


def page() -> str:
    """Return the page as HTML: no scripts, nothing from elsewhere."""
    align = Graph().parse(HERE / "align.ttl")
    graph = Graph().parse(HERE / "kg.ttl") + align
    for prefix, address in align.namespaces():
        graph.bind(prefix, address)
    sections = [(title, _terms(graph, kinds)) for title, kinds in SECTIONS]
    about = graph.value(URIRef(KG.rstrip("#")), URIRef("http://purl.org/dc/terms/description"))
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return template.from_string(PAGE).render(sections=sections, space=KG, about=about) + "\n"


def _terms(graph: Graph, kinds: tuple[URIRef, ...]) -> list[Term]:
    found = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}
    return [_term(graph, URIRef(term)) for term in sorted(found) if term.startswith(KG)]


def _term(graph: Graph, term: URIRef) -> Term:
    facts = [
        (words, [_link(graph, other) for other in others])
        for words, properties in FACTS
        if (others := sorted({str(o) for one in properties for o in graph.objects(term, one)}))
    ]
    definition, example = (
        str(graph.value(term, about)) for about in (SKOS.definition, SKOS.example)
    )
    return Term(term.removeprefix(KG), definition, example, facts)


def _link(graph: Graph, address: str) -> tuple[str, str]:
    short = graph.namespace_manager.normalizeUri(address)
    return short, f"#{address.removeprefix(KG)}" if address.startswith(KG) else address


if __name__ == "__main__":
    main()
