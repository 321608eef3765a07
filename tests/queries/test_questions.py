from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.rdf import BASE, PREFIXES, article_graph, derived_nquads, parse_readings, reading_nquads
from kg.store import Rows, Store, named_queries, open_store
from tests.queries.border import KNOWLEDGE
from tests.store.engines import ENGINES, address

CASES = Path(__file__).parent.parent / "cases" / "queries"
EXPECTED = json.loads((CASES / "rows.json").read_text("utf-8"))
BOUND = json.loads((CASES / "bound.json").read_text("utf-8"))


def fill(store: Store) -> None:
    graphs = {article_graph(r.article.id): reading_nquads(r) for r in KNOWLEDGE.readings}
    store.put_many(graphs | derived_nquads(KNOWLEDGE))


@pytest.fixture(scope="module", params=ENGINES)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("store")
    with (
        address(request.param, folder) as where,
        open_store(where, prefixes=PREFIXES, within=BASE) as opened,
    ):
        fill(opened)
        yield opened


def plain(rows: object) -> list[list[str | None]]:
    assert isinstance(rows, Rows)
    return [
        [None if term is None else term.value.removeprefix(BASE) for term in row]
        for row in rows.rows
    ]


@pytest.mark.parametrize("name", named_queries())
def test_a_named_question_has_these_rows(store: Store, name: str) -> None:
    assert plain(store.query(named_queries()[name].sparql)) == EXPECTED[name]


@pytest.mark.parametrize("case", BOUND, ids=lambda case: f"{case['query']}-{case['bind']}")
def test_a_bound_question_has_these_rows(store: Store, case: dict[str, object]) -> None:
    sparql = named_queries()[str(case["query"])].sparql
    bindings = case["bind"]
    assert isinstance(bindings, dict)
    assert plain(store.query(sparql, bindings)) == case["rows"]


@pytest.mark.parametrize("name", named_queries())
def test_no_question_needs_graph_and_every_order_is_total(name: str) -> None:
    question = named_queries()[name]
    assert question.question.endswith((".", "?"))
    assert not re.search(r"\bGRAPH\b", question.sparql)
    projection, rest = question.sparql.split("SELECT", 1)[1].split("WHERE", 1)
    variables = set(
        re.findall(r"\?\w+(?=\))|\?\w+", re.sub(r"\(.*? AS (\?\w+)\)", r"\1", projection))
    )
    order = set(re.findall(r"\?\w+", rest.rsplit("ORDER BY", 1)[1]))
    grouped = set(re.findall(r"\?\w+", rest.split("GROUP BY")[-1].split("ORDER BY")[0]))
    by_id = {"?statement", "?dispute", "?issue", "?claim", "?article", "?actor", "?id"}
    assert order >= variables or order & by_id or ("GROUP BY" in rest and order >= grouped)
    assert "COUNT(?" not in question.sparql


@pytest.mark.parametrize("name", named_queries())
def test_every_parameter_is_a_variable_of_its_question(store: Store, name: str) -> None:
    question = named_queries()[name]
    for parameter in question.parameters:
        nobody = store.query(question.sparql, {parameter: "no such value"})
        assert plain(nobody) == []


def test_what_was_put_comes_back_exactly(store: Store) -> None:
    assert parse_readings(store.nquads()) == KNOWLEDGE.readings


def test_every_triple_is_in_one_graph(store: Store) -> None:
    triples = [line[: line.rindex(" <")] for line in store.nquads().split("\n") if line]
    assert len(triples) == len(set(triples)) == store.count()
