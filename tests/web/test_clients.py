"""Clients that others wrote."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, RDFXML, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.rdf import KG

ROWS = "SELECT ?s WHERE { ?s a kg:Statement }"
TRIPLES = "CONSTRUCT { ?s a kg:Statement } WHERE { ?s a kg:Statement }"


def converted(client: SPARQLWrapper) -> Any:  # noqa: ANN401 - another type for each format
    return client.queryAndConvert()


def wrapper(address: str, query: str, form: str) -> SPARQLWrapper:
    client = SPARQLWrapper(f"{address}/sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


def test_sparqlwrapper_reads_rows(address: str) -> None:
    found = converted(wrapper(address, ROWS, JSON))
    assert len(found["results"]["bindings"]) == 10
    assert len(converted(wrapper(address, ROWS, XML)).getElementsByTagName("uri")) == 10
    assert len(converted(wrapper(address, ROWS, CSV)).splitlines()) == 11


@pytest.mark.parametrize("way", ["urlencoded", "postdirectly"])
def test_sparqlwrapper_posts(address: str, way: str) -> None:
    client = wrapper(address, "ASK { ?s a kg:Dispute }", JSON)
    client.setMethod(POST)
    client.setRequestMethod(way)
    assert converted(client)["boolean"] is True


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sparqlwrapper_reads_triples(address: str) -> None:
    assert len(converted(wrapper(address, TRIPLES, RDFXML))) == 10
    turtle = converted(wrapper(address, TRIPLES, TURTLE))
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == 10


def test_sparqlwrapper_understands_a_refusal(address: str) -> None:
    with pytest.raises(QueryBadFormed, match="not SPARQL"):
        wrapper(address, "SELECT ?s WHERE {", JSON).query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_uses_it_as_a_store(address: str, method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{address}/sparql", method=method))
    kind = rdflib.URIRef(f"{KG}Statement")
    assert len(set(graph.subjects(rdflib.RDF.type, kind))) == 10
    rows = graph.query("SELECT ?s WHERE { ?s a kg:Statement }", initNs={"kg": KG})
    assert len(list(rows)) == 10


def test_curl_gets_csv(address: str) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [curl, "-sS", "--fail", "-H", "Accept: text/csv", f"{address}/sparql"]
    done = subprocess.run(
        [*command, "--data-urlencode", f"query={ROWS}"], capture_output=True, check=True
    )
    assert len(done.stdout.splitlines()) == 11
