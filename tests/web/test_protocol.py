"""What the SPARQL 1.1 Protocol asks of a server, seen from outside."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from threading import Thread
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox
import pytest

from kg.rdf import article_graph
from kg.store import named_queries
from tests.web.conftest import ROWS

COUNT = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a kg:Statement }"
ALL = "CONSTRUCT { ?s a kg:Statement } WHERE { ?s a kg:Statement }"
# Thousands of millions of rows to look at, one to answer.
ENDLESS = """SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i
  FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = "none") }"""
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}


def asked(
    address: str,
    method: str,
    path: str,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.request(method, path, body or None, dict(headers or {}))
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def get(address: str, accept: str = "*/*", **fields: str) -> tuple[HTTPResponse, bytes]:
    return asked(address, "GET", f"/sparql?{urlencode(fields)}", headers={"Accept": accept})


def counted(body: bytes) -> str:
    (row,) = json.loads(body)["results"]["bindings"]
    return str(row["n"]["value"])


def test_get_post_form_and_post_directly_answer_alike(address: str) -> None:
    form = urlencode({"query": COUNT}).encode()
    answers = (
        get(address, query=COUNT),
        asked(address, "POST", "/sparql", form, FORM),
        asked(address, "POST", "/sparql", COUNT.encode(), DIRECT),
    )
    assert [(reply.status, counted(body)) for reply, body in answers] == [(200, "10")] * 3


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.9, image/png", "text/tab-separated-values"),
        ("application/json;q=0.1, application/sparql-results+xml;q=0.2", "+xml"),
        ("text/*;q=0.5, text/csv;q=0.1", "text/xml"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "text/html"),
    ],
)
def test_rows_come_as_the_client_accepts_them(address: str, accept: str, media: str) -> None:
    reply, body = get(address, accept, query=COUNT)
    assert reply.status == 200
    assert media in (reply.headers["content-type"] or "")
    assert b"10" in body


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def test_a_browser_gets_a_table_with_links_and_its_query_again(address: str) -> None:
    query = """SELECT ?s ?a ?x WHERE { ?s kg:inArticle ?a ; kg:claimant/rdfs:label "Norland Army" .
      OPTIONAL { ?s kg:none ?x } } ORDER BY ?s ?a LIMIT 2"""
    reply, body = get(address, BROWSER, query=query)
    page = body.decode()
    assert (reply.headers["content-type"] or "").startswith("text/html")
    assert page.count('<th scope="col">') == 3
    for link in ("/api/statements/s1", "/article/a1.html"):
        assert f'href="{link}"' in page
        assert asked(address, "GET", link)[0].status == 200
    assert "OPTIONAL { ?s kg:none ?x }" in page.split("</textarea>")[0]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('SELECT ("<script>alert(1)</script>" AS ?x) {}', "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("ASK { ?s a kg:Dispute }", "<pre>yes</pre>"),
        (ALL, "kg:Statement ."),
    ],
)
def test_a_browser_gets_every_answer_as_text(address: str, query: str, words: str) -> None:
    page = get(address, BROWSER, query=query)[1].decode()
    assert words in page
    assert "<script" not in page


def test_a_term_leads_to_what_it_means(address: str) -> None:
    query = "SELECT * { VALUES ?k { kg:Statement kg:act-deny kg:predicate-kill rdfs:label } }"
    page = get(address, BROWSER, query=query)[1].decode()
    assert '<a href="/ontology/#Statement">kg:Statement</a>' in page
    assert '<a href="/ontology/#act-deny">kg:act-deny</a>' in page
    assert "<td>kg:predicate-kill</td>" in page
    for name, words in {"": b'id="Statement"', "kg.ttl": b"kg:Statement a", "no": b""}.items():
        reply, body = asked(address, "GET", f"/ontology/{name}")
        assert reply.status == (200 if words else 404)
        assert words in body


def test_every_named_question_can_be_asked_from_the_page(address: str) -> None:
    page = asked(address, "GET", "/sparql", headers={"Accept": BROWSER})[1].decode()
    links = [unescape(link) for link in re.findall(r'href="(/sparql\?[^"]+)"', page)]
    assert len(links) == len(named_queries())
    for link in links:
        status = asked(address, "GET", link, headers={"Accept": BROWSER})[0].status
        assert status == 200, link


def test_xml_is_what_the_format_says(address: str) -> None:
    sparql = 'SELECT ("<&\\u0007" AS ?x) ("de"@de AS ?y) (2 AS ?z) ?none WHERE {}'
    _, body = get(address, "application/sparql-results+xml", query=sparql)
    space = {"s": "http://www.w3.org/2005/sparql-results#"}
    root = ET.fromstring(body)  # noqa: S314 - our own answer
    texts = [literal.text for literal in root.findall(".//s:literal", space)]
    assert texts == ["<&\ufffd", "de", "2"]
    assert len(root.findall("s:head/s:variable", space)) == 4
    _, body = get(address, "text/xml", query="ASK {}")
    assert ET.fromstring(body).findtext("s:boolean", None, space) == "true"  # noqa: S314


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_come_as_rdf(address: str, accept: str, form: ox.RdfFormat) -> None:
    reply, body = get(address, accept, query=ALL)
    assert (reply.headers["content-type"] or "").startswith(accept)
    assert len(list(ox.parse(body, format=form))) == 10


@pytest.mark.parametrize(
    ("query", "accept", "status"),
    [
        ("SELECT ?x WHERE {", "*/*", 400),
        ("who said what", "*/*", 400),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "*/*", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "*/*", 400),
        (COUNT, "image/png", 406),
        (COUNT, "text/turtle", 406),
        (ALL, "text/csv", 406),
        ("ASK {}", "text/csv", 406),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(
    address: str, query: str, accept: str, status: int
) -> None:
    reply, body = get(address, accept, query=query)
    assert reply.status == status
    assert (reply.headers["content-type"] or "").startswith("text/plain")
    assert body.count(b"\n") == 1


@pytest.mark.parametrize(
    ("asking", "status"),
    [
        (("GET", "/sparql?default-graph-uri=x", b"", {}), 400),
        (("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", b"", {}), 400),
        (("GET", "/sparql?query=%FF", b"", {}), 400),
        (("POST", "/sparql", b"update=CLEAR+ALL", FORM), 400),
        (("POST", "/sparql", b"CLEAR ALL", {"Content-Type": "application/sparql-update"}), 400),
        (("POST", "/sparql", b"\xff", DIRECT), 400),
        (("POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}), 415),
        (("POST", "/sparql", b"#" * (2 << 20), DIRECT), 413),
        (("PUT", "/sparql", b"", {}), 405),
        (("DELETE", "/sparql", b"", {}), 405),
        (("GET", "/../../etc/passwd", b"", {}), 404),
        (("GET", "/%2e%2e/%2e%2e/etc/passwd", b"", {}), 404),
        (("GET", "/", b"", {"Host": "elsewhere.example"}), 421),
    ],
)
def test_strange_requests_are_refused(
    address: str, asking: tuple[str, str, bytes, dict[str, str]], status: int
) -> None:
    reply, _ = asked(address, *asking)
    assert reply.status == status
    assert counted(get(address, query=COUNT)[1]) == "10"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
def test_what_is_not_allowed_says_what_is(address: str, method: str) -> None:
    reply, _ = asked(address, method, "/sparql")
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_a_query_may_choose_its_graphs(address: str) -> None:
    fields = {"query": COUNT, "default-graph-uri": article_graph("a1")}
    _, body = asked(address, "GET", f"/sparql?{urlencode(fields)}")
    assert counted(body) == "4"
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    fields = {"query": named, "named-graph-uri": article_graph("a2")}
    assert counted(asked(address, "GET", f"/sparql?{urlencode(fields)}")[1]) == "1"
    fields = {"query": COUNT, "default-graph-uri": "no iri> {"}
    assert asked(address, "GET", f"/sparql?{urlencode(fields)}")[0].status == 400


def test_an_answer_that_is_too_long_is_refused_and_not_cut_off(address: str) -> None:
    reply, body = get(address, query="SELECT * WHERE { ?s ?p ?o }")
    assert reply.status == 400
    assert b"longer than %d" % ROWS in body
    reply, body = get(address, query=f"SELECT * WHERE {{ ?s ?p ?o }} LIMIT {ROWS}")
    assert len(json.loads(body)["results"]["bindings"]) == ROWS


def test_endless_queries_are_ended_and_the_server_goes_on(address: str) -> None:
    replies: list[int] = []

    def endless() -> None:
        replies.append(get(address, query=ENDLESS)[0].status)

    threads = [Thread(target=endless) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(replies)[:2] == [500, 500]
    assert replies[-1] in {500, 503}
    statuses = {get(address, query=COUNT)[0].status for _ in range(3)}
    assert 200 in statuses


def test_without_a_query_it_says_what_it_is(address: str) -> None:
    _, body = asked(address, "GET", "/sparql", headers={"Accept": "text/turtle"})
    triples = list(ox.parse(body, format=ox.RdfFormat.TURTLE, base_iri="http://h/sparql"))
    assert any("sparql-service-description#Service" in str(triple) for triple in triples)
    reply, body = asked(address, "GET", "/sparql", headers={"Accept": "text/html"})
    assert reply.status == 200
    assert b"<textarea" in body
    assert b"<script" not in body
