from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import Answer, Blank, Iri, Literal, Rows, Term, Triples, write_result
from kg.store.results import read_rows, term_of
from tests.rdf.strategies import texts

terms: st.SearchStrategy[Term | None] = st.one_of(
    st.none(),
    st.builds(Iri, st.just("http://example.org/a")),
    st.builds(Blank, st.just("b0")),
    st.builds(Literal, texts),
    st.builds(Literal, texts, st.just("http://example.org/type")),
    st.builds(Literal, texts, language=st.just("en")),
)
tables = st.builds(
    Rows, st.just(("a", "b")), st.lists(st.tuples(terms, terms), max_size=4).map(tuple)
)


@given(tables)
def test_rows_come_back_from_json(rows: Rows) -> None:
    assert read_rows(rows.as_json()) == rows or any(
        isinstance(term, Literal) and term.language for row in rows.rows for term in row
    )
    assert read_rows(rows.as_json()).as_json() == rows.as_json()


@given(tables)
def test_tsv_has_one_line_a_row_whatever_the_texts_hold(rows: Rows) -> None:
    lines = rows.tsv().split("\n")
    assert len(lines) == len(rows) + 2
    assert all(line.count("\t") == 1 for line in lines[:-1])


def test_csv_is_quoted() -> None:
    rows = Rows(("a", "b"), ((Literal('x,"y"\nz'), None),))
    assert list(csv.reader(io.StringIO(rows.csv()))) == [["a", "b"], ['x,"y"\nz', ""]]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_come_back_by_the_names_that_exports_have(form: str, written: ox.RdfFormat) -> None:
    line = '<http://example.org/s> <http://example.org/p> "a\\nb \u202e" .'
    back = ox.parse(write_result(Triples((line,)), form), format=written)
    assert [str(quad.triple) + " ." for quad in back] == [line]


def test_an_answer_is_json() -> None:
    assert json.loads(Answer(value=True).as_json()) == {"head": {}, "boolean": True}
    assert read_rows(Answer(value=False).as_json()) == Answer(value=False)


def test_triples_are_turtle_with_prefixes() -> None:
    triples = Triples(('<http://e/s> <http://e/p> "x" .',), {"e": "http://e/"})
    assert triples.turtle() == '@prefix e: <http://e/> .\n\ne:s e:p "x" .\n'


@pytest.mark.parametrize(
    ("result", "form"),
    [(Answer(value=True), "csv"), (Rows((), ()), "turtle"), (Triples(()), "json")],
)
def test_a_format_that_does_not_fit_is_refused(result: Rows | Answer | Triples, form: str) -> None:
    with pytest.raises(QueryError, match=f"cannot be written as {form}"):
        write_result(result, form)


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("http://example.org/", Literal("http://example.org/")),
        (5, Literal("5", "http://www.w3.org/2001/XMLSchema#integer")),
        (True, Literal("true", "http://www.w3.org/2001/XMLSchema#boolean")),
        (Iri("http://example.org/"), Iri("http://example.org/")),
    ],
)
def test_python_values_become_terms(value: str | float | Term, term: Term) -> None:
    assert term_of(value) == term
