"""The table, the graph that it makes, and ontology/ say the same."""

from __future__ import annotations

import re
import runpy
from functools import cache
from itertools import chain

import owlrl
import pyshacl
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, XSD, URIRef
from rdflib.namespace import GEO
from rdflib.term import Node

from kg.model import ActorType, Verb
from kg.rdf import (
    KG,
    REVIEW,
    article_graph,
    decisions_nquads,
    derived_nquads,
    reading_nquads,
)
from kg.rdf import vocabulary as v
from kg.rdf.kinds import Shape
from kg.store import open_store
from tests.conftest import ROOT
from tests.queries.border import KNOWLEDGE, READ_1
from tests.review.decisions import on, passages

REJECTED = on(Verb.REJECT, passages(READ_1)[0])
ONTOLOGY = ROOT / "ontology"
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
        store.put(REVIEW, decisions_nquads([REJECTED]))
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


# What specifications say of their terms, looked up: see docs/graph.md.
LOOKED_UP = rdflib.Graph().parse(ROOT / "tests" / "cases" / "ontology" / "terms.ttl")
# Lists that rdflib makes from specifications: a second witness that a term exists.
LISTED = (DCAT, FOAF, GEO, ORG, PROV, SDO, SKOS, TIME)
LANGUAGE = (str(RDF), str(RDFS), str(OWL), str(XSD), str(DCTERMS), "https://spdx.org/licenses/")
KINDS = {
    "class": {OWL.Class},
    "property": {OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property, OWL.AnnotationProperty},
}


def others(graph: rdflib.Graph) -> set[str]:
    """Return the terms of vocabularies that kg did not make."""
    named = {str(n) for triple in graph for n in triple if isinstance(n, URIRef)}
    return {term for term in named if "/newsclaims/" not in term and not term.startswith(LANGUAGE)}


def kind(term: Node, *graphs: rdflib.Graph) -> str:
    types = {found for graph in graphs for found in graph.objects(term, RDF.type)}
    return next((name for name, klasses in KINDS.items() if types & klasses), "thing")


def test_every_term_of_others_was_looked_up() -> None:
    used = others(parsed("align.ttl") + parsed("kg.ttl") + sample())
    looked_up = {str(term) for term in LOOKED_UP.subjects()}
    assert used - looked_up == set()
    assert len(used) > 60
    assert "http://www.w3.org/ns/prov#wasClaimedBy" not in looked_up


def test_every_term_that_was_looked_up_is_in_the_lists_of_others() -> None:
    for term in LOOKED_UP.subjects():
        space = next((one for one in LISTED if str(term).startswith(str(one))), None)
        assert space is None or URIRef(str(term)) in space, term


@pytest.mark.parametrize("match", [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch])
def test_classes_are_matched_with_classes_and_properties_with_properties(match: URIRef) -> None:
    pairs = list(parsed("align.ttl").subject_objects(match))
    assert len(pairs) > 5
    for ours, theirs in pairs:
        assert kind(ours, parsed("kg.ttl")) == kind(theirs, LOOKED_UP), (ours, theirs)


def test_the_parts_of_a_claim_entail_nothing() -> None:
    align = parsed("align.ttl")
    for part in ("agent", "patient", "place", "time", "predicate"):
        for entailing in (RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentProperty):
            assert not list(align.objects(URIRef(f"{KG}{part}"), entailing))


@cache
def reasoned(more: str = "") -> rdflib.Graph:
    """Return the sample with all that follows from it by OWL 2 RL.

    That what has an actor, a place or a time is an event is more than SEM says.
    """
    graph = sample() + parsed("kg.ttl") + parsed("align.ttl") + LOOKED_UP
    for term in ("hasActor", "hasPlace", "hasTime"):
        graph.add((URIRef(SEM + term), RDFS.domain, URIRef(f"{SEM}Event")))
    prefixes = f"@prefix kg: <{KG}> . @prefix sem: <{SEM}> . @prefix prov: <{PROV}> ."
    graph.parse(data=f"{prefixes} {more}", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def types(graph: rdflib.Graph) -> dict[Node, set[Node]]:
    """Return the classes of each thing of the data."""
    found: dict[Node, set[Node]] = {}
    for thing, klass in graph.subject_objects(RDF.type):
        if str(thing).startswith(v.BASE) and klass not in {OWL.Thing, RDFS.Resource}:
            found.setdefault(thing, set()).add(klass)
    return found


@cache
def classes_of_all() -> rdflib.Graph:
    return parsed("kg.ttl") + parsed("align.ttl") + LOOKED_UP


def widened(klasses: set[Node]) -> set[Node]:
    """Return classes with all that they are kinds of."""
    graph = classes_of_all()
    kinds = (RDFS.subClassOf | OWL.equivalentClass | ~OWL.equivalentClass) * "*"
    return {above for klass in klasses for above in graph.objects(klass, kinds)}


def surprises(more: str = "") -> set[tuple[str, str]]:
    """Return the classes that things come to have by their properties alone."""
    said = types(sample())
    return {
        (str(thing).removeprefix(v.BASE), str(klass))
        for thing, klasses in types(reasoned(more)).items()
        if thing in said
        for klass in klasses - widened(said[thing])
    }


def test_no_property_makes_a_thing_what_it_is_not_said_to_be() -> None:
    assert surprises() == set()


def test_a_property_that_makes_profiles_agents_would_be_noticed() -> None:
    found = surprises(f"kg:actsFor <{RDFS.subPropertyOf}> prov:actedOnBehalfOf .")
    assert {klass for _, klass in found} == {str(PROV.Agent)}
    assert all(thing.startswith("profile/") for thing, _ in found)


def test_no_claim_entails_an_event() -> None:
    classes = {str(klass) for klasses in types(reasoned()).values() for klass in klasses}
    assert f"{KG}Claim" in classes
    assert str(PROV.Agent) in classes
    assert not classes & EVENTS
    assert not [klass for klass in classes if re.search(r"[/#]Event$", klass)]


def test_an_entailing_alignment_would_be_noticed() -> None:
    found = types(reasoned(f"kg:agent <{RDFS.subPropertyOf}> sem:hasActor ."))
    assert {str(klass) for klasses in found.values() for klass in klasses} & EVENTS


def test_nothing_that_follows_is_a_contradiction() -> None:
    graph = reasoned()
    apart = list(LOOKED_UP.subject_objects(OWL.disjointWith))
    assert apart
    for klasses in types(graph).values():
        assert not [pair for pair in apart if {*pair} <= klasses]


def conforms(graph: rdflib.Graph) -> tuple[bool, str]:
    ok, _, words = pyshacl.validate(graph, shacl_graph=parsed("shapes.ttl"), advanced=False)
    return bool(ok), str(words)


def test_the_words_of_every_list_must_be_described_where_they_are_used() -> None:
    listed = set(parsed("kg.ttl").subjects(RDFS.range, SKOS.Concept))
    targets = set(parsed("shapes.ttl").objects(URIRef(f"{KG}ConceptShape"), SH.targetObjectsOf))
    assert targets - listed == {URIRef(f"{KG}actorType"), URIRef(f"{KG}givenType"), DCAT.hadRole}
    assert listed <= targets


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
        (f"decision/{REJECTED.id}", f"{KG}because", "a decision says why"),
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
