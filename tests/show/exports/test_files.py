"""Tables and graphs for other programs."""

from __future__ import annotations

import csv
import io
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from kg.errors import QueryError
from kg.model import Knowledge
from kg.network import VIEWS, build
from kg.show.exports import (
    disputes_csv,
    disputes_parquet,
    gexf,
    graphml,
    statements_csv,
    statements_parquet,
)
from kg.show.exports.tables import (
    _cell,
    _figure,
    csv_lines,
    dispute_rows,
    read_cell,
    statement_rows,
)
from tests.queries.border import KNOWLEDGE
from tests.rdf.strategies import HOSTILE, texts

Writer = Callable[[Knowledge], bytes]


def read(content: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return [{name: read_cell(cell) for name, cell in row.items()} for row in rows]


def plain(rows: list[dict[str, object]]) -> list[dict[str, str]]:
    return [{n: "" if v is None else str(v) for n, v in row.items()} for row in rows]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(1_234_567.0, 1_234_567.0, "1234567..1234567"), (0.5, None, "0.5.."), (None, 9.0, "..9")],
)
def test_figures_are_written_in_full(low: float | None, high: float | None, said: str) -> None:
    line = {"low": low, "high": high, "unit": "person", "measure": "displaced"}
    assert _figure(line) == f"{said} person displaced"


def test_statements_come_back() -> None:
    wanted = plain([dict(row) for row in statement_rows(KNOWLEDGE)])
    assert [dict(sorted(row.items())) for row in read(statements_csv(KNOWLEDGE))] == [
        dict(sorted(row.items())) for row in wanted
    ]
    assert len(wanted) == 10


def test_both_sides_of_each_dispute_are_there() -> None:
    rows = read(disputes_csv(KNOWLEDGE))
    assert {(row["id"], row["side"], row["statement"]) for row in rows} == {
        ("r1", "a", "s1"),
        ("r1", "a", "s2"),
        ("r1", "b", "s5"),
        ("r2", "a", "s6"),
        ("r2", "b", "s8"),
    }
    assert {row["low"] for row in rows if row["id"] == "r1"} == {"12.0", "5.0"}
    assert len(rows) == len(list(dispute_rows(KNOWLEDGE)))


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'quoted'", "'")


@given(st.lists(st.one_of(st.sampled_from(FORMULAS), texts), min_size=1))
@settings(max_examples=200, deadline=None)
def test_texts_come_back_and_none_is_a_formula(values: list[str]) -> None:
    content = csv_lines(("text", "end"), [{"text": value, "end": "."} for value in values])
    assert [row["text"] for row in read(content)] == values
    assert not [v for v in values if str(_cell(v))[:1] in set("=+-@\t\r")]


def hostile() -> nx.MultiDiGraph:
    graph = build(KNOWLEDGE)
    for number, text in enumerate(HOSTILE):
        graph.add_node(f"x{number}", kind="actor", label=text, start=1, empty=None)
        graph.add_edge(f"x{number}", "s1", kind="dispute", type=text, id="r9", issue=text)
    return graph


@pytest.mark.parametrize(("write", "back"), [(graphml, nx.read_graphml), (gexf, nx.read_gexf)])
def test_graphs_are_read_by_others(write: type, back: type) -> None:
    graph = hostile()
    content = write(graph)
    assert write(hostile()) == content
    ET.fromstring(content)  # noqa: S314 - our own file
    found = back(io.BytesIO(content))
    assert set(found.nodes) == set(graph.nodes)
    assert found.number_of_edges() == graph.number_of_edges()
    assert found.nodes["s1"]["label"] == graph.nodes["s1"]["label"]
    assert found.nodes["x3"]["label"] == HOSTILE[3]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("write", "back"), [(graphml, nx.read_graphml), (gexf, nx.read_gexf)])
def test_views_come_back_with_all_their_fields(view: str, write: type, back: type) -> None:
    graph = VIEWS[view](hostile())
    found = back(io.BytesIO(write(graph)))
    assert set(found.nodes) == set(graph.nodes)
    assert found.number_of_edges() == graph.number_of_edges() > 0
    assert found.is_directed() == graph.is_directed()
    summed = [data for _, _, data in found.edges(data=True) if "statements" in data]
    assert all(len(data["statements"].split()) == data["count"] for data in summed)
    assert summed or view == "whole"


@pytest.mark.parametrize(
    ("write", "table"),
    [(statements_parquet, statements_csv), (disputes_parquet, disputes_csv)],
)
def test_parquet_holds_the_rows_of_the_table(write: Writer, table: Writer) -> None:
    found = parquet.read_table(io.BytesIO(write(KNOWLEDGE)))
    rows = found.to_pylist()
    assert rows
    assert plain(rows) == [{name: row[name] for name in rows[0]} for row in read(table(KNOWLEDGE))]
    assert str(found.schema.field("start").type) == "int64"


def test_parquet_without_its_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(QueryError, match=r"pip install 'kg\[parquet\]'"):
        statements_parquet(KNOWLEDGE)
