"""JSON-LD, annotations, claims and nanopublications."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from nanopub.nanopub import Nanopub

from kg.model import Knowledge, Reading
from kg.rdf import derived_nquads, reading_nquads
from kg.rdf.annotations import web_annotations
from kg.rdf.jsonld import context_file, jsonld
from kg.rdf.nanopubs import nanopubs
from kg.rdf.schemaorg import schema_claims
from tests.queries.border import KNOWLEDGE
from tests.rdf.strategies import readings

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"


def quads(text: str, form: ox.RdfFormat) -> set[str]:
    return set(map(str, ox.parse(text, format=form)))


@given(readings())
@settings(max_examples=60, deadline=None)
def test_jsonld_gives_back_the_quads(reading: Reading) -> None:
    nquads = reading_nquads(reading)
    assert quads(jsonld(nquads), ox.RdfFormat.JSON_LD) == quads(nquads, ox.RdfFormat.N_QUADS)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_the_same_from_jsonld() -> None:
    nquads = "".join(derived_nquads(KNOWLEDGE).values())
    back = rdflib.Dataset()
    back.parse(data=jsonld(nquads), format="json-ld")
    triples = {(str(s), str(p), str(o)) for s, p, o, _ in back.quads()}
    wanted = rdflib.Dataset()
    wanted.parse(data=nquads, format="nquads")
    assert triples == {(str(s), str(p), str(o)) for s, p, o, _ in wanted.quads()}


def test_the_context_file_is_up_to_date() -> None:
    assert (ONTOLOGY / "context.jsonld").read_text("utf-8") == context_file()


@given(readings())
@settings(max_examples=40, deadline=None)
def test_annotations_find_their_words_by_place_and_by_quotation(reading: Reading) -> None:
    page = json.loads(web_annotations(Knowledge((reading,), (), ())))["first"]
    assert len(page["items"]) == len(reading.statements)
    text = reading.article.text
    for item, statement in zip(page["items"], reading.statements, strict=True):
        assert len(item["target"]) == len(statement.content)
        for target in item["target"]:
            place, quote = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            around = f"{quote['prefix']}{quote['exact']}{quote['suffix']}"
            assert around in text


# Those of http://www.w3.org/ns/anno.jsonld, as published in w3c/web-annotation: what is not among
# them is dropped where the annotations are read as RDF.
ANNOTATION_TERMS = set(
    """id type Annotation AnnotationCollection AnnotationPage Software SpecificResource TextualBody
    TextPositionSelector TextQuoteSelector identifying tagging body creator end exact first items
    motivation name prefix purpose scope selector source start startIndex suffix target total
    value""".split()
)


def words_of(node: object) -> Iterator[str]:
    """Yield the keys of a JSON document and the types and purposes in it."""
    for one in node if isinstance(node, list) else ():
        yield from words_of(one)
    for key, value in node.items() if isinstance(node, dict) else ():
        yield key
        if key in {"type", "@type", "motivation", "purpose"}:
            yield value
        yield from words_of(value)


def test_annotations_use_the_terms_of_their_context() -> None:
    assert set(words_of(json.loads(web_annotations(KNOWLEDGE)))) - ANNOTATION_TERMS == {"@context"}


def test_claims_use_the_terms_of_schema_org() -> None:
    used = set(words_of(json.loads(schema_claims(KNOWLEDGE))["@graph"]))
    assert {"Claim", "Quotation", "appearance", "author", "firstAppearance"} <= used
    assert {word for word in used if f"{rdflib.SDO}{word}" not in rdflib.SDO} == {"@id", "@type"}


def claims() -> dict[str, Any]:
    graph = json.loads(schema_claims(KNOWLEDGE))["@graph"]
    return {claim["text"]: claim for claim in graph}


def test_a_claim_has_its_authors_and_appearances() -> None:
    claim = claims()["12 Sudrian soldiers killed"]
    assert [author["name"] for author in claim["author"]] == ["Norland Army"]
    assert claim["datePublished"] == "2031-05-02"
    assert {one["isPartOf"]["publisher"]["name"] for one in claim["appearance"]} == {
        "The Norland Post"
    }
    assert claim["firstAppearance"] == claim["appearance"][0]


def test_who_denies_a_claim_is_not_its_author() -> None:
    claim = claims()["Norland opened fire first"]
    assert [author["name"] for author in claim["author"]] == ["Sudrian Defence Ministry"]
    (denial,) = claim["subjectOf"]
    assert (denial["keywords"], denial["creator"]["name"]) == ("denies", "Norland Army")


@given(readings())
@settings(max_examples=25, deadline=None)
def test_claims_of_hostile_readings_are_json(reading: Reading) -> None:
    graph = json.loads(schema_claims(Knowledge((reading,), (), ())))["@graph"]
    assert {claim["@type"] for claim in graph} <= {"Claim"}


@given(readings())
@settings(max_examples=40, deadline=None)
def test_nanopublications_of_hostile_readings_are_trig(reading: Reading) -> None:
    found = list(ox.parse(nanopubs(Knowledge((reading,), (), ())), format=ox.RdfFormat.TRIG))
    assert len({quad.graph_name for quad in found}) == 4 * len(reading.statements)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_each_nanopublication_is_valid_to_others() -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=nanopubs(KNOWLEDGE), format="trig")
    heads = [graph for graph in dataset.graphs() if str(graph.identifier).endswith("#Head")]
    assert len(heads) == sum(len(reading.statements) for reading in KNOWLEDGE.readings)
    for head in heads:
        address = str(head.identifier).removesuffix("#Head")
        alone = rdflib.ConjunctiveGraph()
        for name in ("Head", "assertion", "provenance", "pubinfo"):
            part = rdflib.URIRef(f"{address}#{name}")
            for triple in dataset.graph(part):
                alone.get_context(part).add(triple)
        assert Nanopub(rdf=alone).is_valid
