"""The queries of docs/graph.md run and find something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.rdf import PREFIXES
from kg.store import Rows, open_store
from tests.queries.test_questions import fill

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "graph.md").read_text("utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("sparql", QUERIES)
def test_a_documented_query_finds_something(sparql: str) -> None:
    with open_store(None, prefixes=PREFIXES) as store:
        fill(store)
        rows = store.query(sparql)
    assert isinstance(rows, Rows)
    assert len(rows) > 0
