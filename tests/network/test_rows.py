"""A store gives the same rows as the knowledge in it."""

from __future__ import annotations

import pytest

from kg import KnowledgeGraph
from kg.model import Knowledge, Rows
from kg.network import rows
from tests.queries.border import KNOWLEDGE
from tests.show import invented


def both(knowledge: Knowledge) -> tuple[Rows, Rows]:
    """Return the rows of a store that read `knowledge`, and those of what the store knows."""
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings(knowledge.readings)
        return graph.rows(), rows(graph.knowledge())


def test_rows_of_the_samples_are_those_of_their_knowledge(samples: KnowledgeGraph) -> None:
    found = samples.rows()
    assert found == rows(samples.knowledge())
    assert len(found.statements) > 40


@pytest.mark.parametrize(
    "knowledge",
    [KNOWLEDGE, invented.knowledge(3, 4), invented.knowledge(2, 2, '</script>"\\ \u202e…')],
)
def test_rows_of_a_store_are_those_of_its_knowledge(knowledge: Knowledge) -> None:
    found, wanted = both(knowledge)
    assert found == wanted
    assert found.statements
