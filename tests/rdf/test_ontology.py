"""The table, the graph that it makes, and ontology/ say the same."""

from __future__ import annotations

import re
import runpy
from itertools import chain
from pathlib import Path

import owlrl
import pyshacl
import pytest
import rdflib
from rdflib import DCAT, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, URIRef
from rdflib.namespace import GEO

from kg.model import ActorType
from kg.rdf import KG, article_graph, derived_nquads, reading_nquads
from kg.rdf import vocabulary as v
from kg.rdf.kinds import Shape
from kg.store import open_store
from tests.queries.border import KNOWLEDGE

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
SHAPES = [shape for shape in vars(v).values() if isinstance(shape, Shape)]
# Super-properties that reasoning adds; nothing writes them.
NOT_WRITTEN = {f"{KG}evidence", f"{KG}side"}
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
EVENTS = {f"{SEM}Event", "https://schema.org/Event", "http://www.w3.org/ns/prov#InstantaneousEvent"}


def parsed(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / name)


def sample() -> rdflib.Graph:
    with open_store(None) as store:
        for reading in KNOWLEDGE.readings:
            store.put(article_graph(reading.article.id), reading_nquads(reading))
        store.put_many(derived_nquads(KNOWLEDGE))
        return rdflib.Graph().parse(data=store.dump("nt"), format="nt")


def own(nodes: set[str]) -> set[str]:
    return {node for node in nodes if node.startswith(KG)}


def open_words(graph: rdflib.Graph) -> set[str]:
    schemes = [URIRef(f"{KG}{name}Scheme") for name in v.OPEN_SCHEMES]
    return {str(word) for scheme in schemes for word in graph.subjects(SKOS.inScheme, scheme)}


def table_terms() -> set[str]:
    terms = {row.term for shape in SHAPES for row in shape.rows} | {s.klass for s in SHAPES}
    terms |= {value for value in vars(v).values() if isinstance(value, str) and "#" in value}
    terms |= {f"{KG}{scheme}-{word}" for scheme, words in v.SCHEMES.items() for word in words}
    terms |= {f"{KG}role-{role}" for role in v.ROLES} | {f"{KG}{kind}" for kind in ActorType}
    terms |= {f"{KG}{scheme}Scheme" for scheme in (*v.SCHEMES, *v.OPEN_SCHEMES, "role")}
    return {term for term in own(terms) if term != KG}


def test_every_term_that_is_written_is_defined() -> None:
    graph, ontology = sample(), parsed("kg.ttl")
    written = own({str(node) for triple in graph for node in triple}) - open_words(graph)
    defined = {str(term) for term in ontology.subjects()}
    assert written - defined == set()
    assert table_terms() - defined == set()


def test_every_term_that_is_defined_is_used() -> None:
    used = table_terms() | own({str(node) for triple in sample() for node in triple})
    defined = own({str(term) for term in parsed("kg.ttl").subjects()})
    assert defined - used - NOT_WRITTEN == set()


def test_every_term_has_a_label_a_definition_and_an_example() -> None:
    ontology = parsed("kg.ttl")
    for term in own({str(term) for term in ontology.subjects()}):
        node = URIRef(term)
        assert list(ontology.objects(node, SKOS.definition)), term
        assert list(ontology.objects(node, SKOS.example)), term
        labels = chain(ontology.objects(node, RDFS.label), ontology.objects(node, SKOS.prefLabel))
        assert list(labels), term


@pytest.mark.parametrize("name", ["align.ttl", "shapes.ttl"])
def test_alignments_and_shapes_name_only_terms_that_are_defined(name: str) -> None:
    defined = {str(term) for term in parsed("kg.ttl").subjects()}
    named = own({str(node) for triple in parsed(name) for node in triple})
    shapes = {term for term in named if term.endswith("Shape")}
    assert named - shapes - defined == set()


# Terms of specifications that rdflib does not carry, as these define them.
ELSEWHERE = {
    f"{v.OA}{term}" for term in ("TextPositionSelector", "TextQuoteSelector", "hasSource")
}  # https://www.w3.org/TR/annotation-vocab/
ELSEWHERE |= {f"{SEM}{term}" for term in ("Place", "hasActor", "hasPlace", "hasTime")}
GAF = "http://groundedannotationframework.org/gaf#"
ELSEWHERE |= {f"{GAF}{term}" for term in ("Mention", "denotes")}
CITO = "http://purl.org/spar/cito/"
ELSEWHERE |= {f"{CITO}{term}" for term in ("confirms", "disputes")}
# Closed lists that rdflib makes from the specifications.
CLOSED = (DCAT, FOAF, GEO, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME)


def specified(term: str) -> bool:
    space = next((space for space in CLOSED if term.startswith(str(space))), None)
    return term in ELSEWHERE if space is None else URIRef(term) in space


def test_every_term_of_others_is_in_its_specification() -> None:
    named = {str(node) for triple in parsed("align.ttl") for node in triple}
    others = {term for term in named if "/newsclaims/" not in term}
    assert {term for term in others if not specified(term)} == set()
    assert others >= ELSEWHERE
    assert not specified("http://www.w3.org/ns/prov#wasClaimedBy")


def test_the_parts_of_a_claim_entail_nothing() -> None:
    align = parsed("align.ttl")
    for part in ("agent", "patient", "place", "time", "predicate"):
        for entailing in (RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentProperty):
            assert not list(align.objects(URIRef(f"{KG}{part}"), entailing))


def reasoned(more: str = "") -> set[str]:
    """Return the classes of all things in the sample after OWL 2 RL reasoning."""
    graph = sample() + parsed("kg.ttl") + parsed("align.ttl")
    for term in ("hasActor", "hasPlace", "hasTime"):
        graph.add((URIRef(SEM + term), RDFS.domain, URIRef(f"{SEM}Event")))
    graph.parse(data=f"@prefix kg: <{KG}> . @prefix sem: <{SEM}> . {more}", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {str(klass) for klass in graph.objects(None, RDF.type)}


def test_no_claim_entails_an_event() -> None:
    classes = reasoned()
    assert f"{KG}Claim" in classes
    assert "http://www.w3.org/ns/prov#Agent" in classes
    assert not classes & EVENTS
    assert not [klass for klass in classes if re.search(r"[/#]Event$", klass)]


def test_an_entailing_alignment_would_be_noticed() -> None:
    entailing = f"kg:agent <{RDFS.subPropertyOf}> sem:hasActor ."
    assert reasoned(entailing) & EVENTS


def conforms(graph: rdflib.Graph) -> tuple[bool, str]:
    ok, _, words = pyshacl.validate(graph, shacl_graph=parsed("shapes.ttl"), advanced=False)
    return bool(ok), str(words)


def test_the_sample_conforms_to_the_shapes() -> None:
    ok, words = conforms(sample())
    assert ok, words


@pytest.mark.parametrize(
    ("subject", "predicate", "said"),
    [
        ("statement/s1", f"{KG}content", "a statement has a content"),
        ("span/a1-0-12", f"{v.OA}end", "a span has one end"),
        ("claim/c12", f"{KG}issue", "a claim answers one issue"),
        ("actor/norland", str(RDFS.label), "one label"),
        ("hop/a1-agency", f"{v.DCAT}hadRole", "a hop has one role"),
        ("relation/r1", f"{KG}sideB", "a dispute has a statement on its other side"),
    ],
)
def test_a_graph_with_a_property_missing_does_not_conform(
    subject: str, predicate: str, said: str
) -> None:
    graph = sample()
    node = URIRef(f"{v.BASE}{subject}")
    assert list(graph.objects(node, URIRef(predicate)))
    graph.remove((node, URIRef(predicate), None))
    ok, words = conforms(graph)
    assert not ok
    assert said in words


def test_the_readme_of_the_ontology_is_up_to_date() -> None:
    readme = runpy.run_path(str(ONTOLOGY / "readme.py"))
    assert (ONTOLOGY / "README.md").read_text("utf-8") == readme["page"]()


def test_the_page_of_the_ontology_is_up_to_date_and_loads_nothing() -> None:
    page = runpy.run_path(str(ONTOLOGY / "page.py"))["page"]()
    assert (ONTOLOGY / "index.html").read_text("utf-8") == page
    assert "<script" not in page
    assert not re.search(r"""(?:src|@import|url\()\s*=?\s*["']?http""", page)
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links - set(re.findall(r'id="([^"]+)"', page)) == set()
    for term in own({str(term) for term in parsed("kg.ttl").subjects()}):
        assert f'id="{term.removeprefix(KG)}"' in page, term
