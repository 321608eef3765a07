"""A whole graph in Debian's Virtuoso: only where `make test-virtuoso` asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kg import KnowledgeGraph
from kg.errors import StoreError
from kg.rdf.check import check
from tests.store.engines import ENGINES

pytestmark = pytest.mark.skipif("virtuoso" not in ENGINES, reason="run `make test-virtuoso`")


@pytest.fixture
def graph() -> Iterator[KnowledgeGraph]:
    from tests.store.virtuoso import emptied  # noqa: PLC0415 - only where it is installed

    with KnowledgeGraph.open(emptied()) as opened:
        yield opened


def rounded(graph: KnowledgeGraph) -> list[str]:
    """Return the quads with their decimals at the 15 digits that Virtuoso keeps."""
    quads = graph.dump("nq").decode()
    return sorted(re.sub(r'"(\d+\.\d{10,})"', lambda m: f'"{float(m[1]):.13g}"', quads).split("\n"))


def test_articles_come_and_go_as_in_memory(graph: KnowledgeGraph, samples: KnowledgeGraph) -> None:
    readings = samples.readings()
    assert graph.add_readings(readings).added == tuple(r.article.id for r in readings)
    assert rounded(graph) == rounded(samples)
    assert check(graph.dump("nq")) == ()
    assert graph.disputes() == samples.disputes()
    assert graph.add_readings(readings).added == ()
    graph.remove(readings[0].article.id)
    with KnowledgeGraph.in_memory() as rest:
        rest.add_readings(readings[1:])
        assert rounded(graph) == rounded(rest)


def test_who_may_not_write_gets_one_line_without_the_password() -> None:
    from tests.store.virtuoso import emptied  # noqa: PLC0415 - only where it is installed

    address = emptied().replace("dba:dba@", "dba:wr0ng@")
    with KnowledgeGraph.open(address) as graph, pytest.raises(StoreError) as caught:
        graph.add(["docs/samples/lakeside-post.txt"])
    said = str(caught.value)
    assert "answered 401" in said
    assert "\n" not in said
    assert "wr0ng" not in said
