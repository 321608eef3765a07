"""Whether a graph is well made: SHACL, and what SHACL cannot say, told in words.

https://www.w3.org/TR/shacl/; the shapes are ontology/shapes.ttl.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyoxigraph as ox
import rdflib
from rdflib import RDF, SH, URIRef
from rdflib.term import Node

from kg.errors import StoreError
from kg.rdf import vocabulary as v
from kg.rdf.ntriples import read_part
from kg.rdf.ontology import ontology_text

_WHERE = "the graph"
_WORDS = 60  # code points of a statement that a message quotes
_EMPTY = "nothing in it is a reading of kg"
# What SHACL's components mean for the reader of a message.
_HOW = {
    SH.MinCountConstraintComponent: "missing",
    SH.MaxCountConstraintComponent: "more than one is there",
    SH.MinLengthConstraintComponent: "empty",
    SH.ClassConstraintComponent: "what is there is of another kind, or is not described",
}
# The way out for what stands in no article's graph.
_ELSEWHERE = {
    v.DERIVED: "`kg rebuild` writes it anew",
    v.REVIEW: "correct it in the file of decisions, then `kg review import`",
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: with what, in which article (path), what, and the way out."""

    article: str
    thing: str
    wrong: str
    way_out: str
    node: str

    def __str__(self) -> str:
        where = f"{self.article}: " if self.article else ""
        return f"{where}{self.thing}: {self.wrong}; {self.way_out}"


def check(nquads: str | bytes) -> tuple[Finding, ...]:
    """Return all that is wrong with a graph, sorted; nothing when it is well made.

    It looks at the shapes, at whether each span's words stand where it says, and at whether a
    triple is in two graphs. Raises `StoreError` where the text is not N-Quads.
    """
    book = _Book(nquads)
    if not book.readings:
        return (Finding("", _WHERE, _EMPTY, "check that it is the file you mean", ""),)
    with _quiet():
        return tuple(sorted({*_misshapen(book), *_misquoted(book), *_doubled(book)}))


class _Book:
    """The graph as rdflib sees it, and which named graph each thing is described in."""

    def __init__(self, nquads: str | bytes) -> None:
        self.homes: dict[str, str] = {}
        self.doubled: dict[str, str] = {}
        seen: set[ox.Triple] = set()
        for quad in _quads(nquads):
            home = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            subject = str(quad.subject)[1:-1]
            if quad.triple in seen:
                self.doubled[subject] = home
            seen.add(quad.triple)
            self.homes.setdefault(subject, home)
        self.union = rdflib.Graph(store="Oxigraph")
        data = ox.serialize(seen, format=ox.RdfFormat.N_TRIPLES) or b""
        self.union.parse(data=data, format="ox-nt")
        articles = set(self.union.subjects(RDF.type, URIRef(v.ARTICLE.klass)))
        readings = set(self.union.subjects(RDF.type, URIRef(v.READING.klass)))
        self.readings = articles | readings

    def value(self, node: Node | None, term: str) -> str | None:
        found = None if node is None else self.union.value(node, URIRef(term), any=True)
        return None if found is None else str(found)

    def finding(self, node: str, wrong: str) -> Finding:
        """Say where a thing is and what helps."""
        home = self.homes.get(node, "")
        for graph, way_out in _ELSEWHERE.items():
            if home.startswith(graph):
                return Finding("", self._name(node), wrong, way_out, node)
        if node.startswith(v.KG):
            return Finding("", self._name(node), wrong, _ELSEWHERE[v.DERIVED], node)
        inside = self.value(URIRef(node), v.IN_ARTICLE) or f"{v.BASE}article/none"
        known = home.removeprefix(v.GRAPH) or inside.rsplit("/", 1)[-1]
        path = self.value(URIRef(f"{v.BASE}article/{known}"), f"{v.KG}path") or ""
        way_out = f"`kg remove {read_part(known)}` and add the article again"
        return Finding(path, self._name(node), wrong, way_out, node)

    def _name(self, node: str) -> str:
        if node.startswith(v.KG):
            return f"the word {node.removeprefix(v.KG)}"
        kind, _, key = node.removeprefix(v.BASE).partition("/")
        name = f"{kind} {read_part(key)}" if key else node
        content = next(self.union.objects(URIRef(node), URIRef(f"{v.KG}content")), None)
        words = self.value(content, v.EXACT)
        if words is None:
            return name
        short = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
        return f'{name} ("{" ".join(short.split())}")'


def _quads(nquads: str | bytes) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError) as error:
        what = f"this is not N-Quads: {' '.join(str(error).split())}"
        raise StoreError(_WHERE, what, "take an undamaged file") from error


def _misshapen(book: _Book) -> Iterator[Finding]:
    import pyshacl  # noqa: PLC0415 - it takes a second to import

    shapes = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    _, report, _ = pyshacl.validate(book.union, shacl_graph=shapes, advanced=False)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node = str(report.value(result, SH.focusNode))
        message = str(report.value(result, SH.resultMessage))
        how = _HOW.get(report.value(result, SH.sourceConstraintComponent))
        value = report.value(result, SH.value)
        here = how or (None if value is None else f"here: {value}")
        yield book.finding(node, f"{message} ({here})" if here else message)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging, with tracebacks, the bad values that the shapes complain of."""
    log = logging.getLogger("rdflib.term")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _misquoted(book: _Book) -> Iterator[Finding]:
    texts: dict[Node, str] = {}
    for span, article in book.union.subject_objects(URIRef(v.IN_ARTICLE)):
        words = book.value(span, v.EXACT)
        places = [book.value(span, row.term) for row in v.SPAN.rows]
        if words is None or not all(place and place.isdigit() for place in places):
            continue  # a statement or a mention, or a span that the shapes complain of
        text = texts.get(article)
        if text is None:
            text = texts[article] = book.value(article, f"{v.SCHEMA}articleBody") or ""
        start, end = (int(place or 0) for place in places)
        if text[start:end] != words:
            wrong = f"its words are not those of the article from {start} to {end}"
            yield book.finding(str(span), wrong)


def _doubled(book: _Book) -> Iterator[Finding]:
    for node in book.doubled:
        yield book.finding(node, "a triple of it is in two graphs, and counted twice")
