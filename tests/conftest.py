"""What several test modules need: the language model and the samples, loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kg import KnowledgeGraph
from kg.annotate import Annotator

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "docs" / "samples"
SHARED = ROOT.parent / "shared"
LONGEST = ("test_stories.py", "test_reliability.py", "test_site.py", "test_seed.py")
"""Files that take minutes: begun first, so that no worker is left alone with one at the end."""

settings.register_profile("kg", deadline=None)
settings.load_profile("kg")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first."""
    first = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: first.get(item.path.name, len(LONGEST)))


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator.load()


@pytest.fixture(scope="session")
def parser() -> Annotator:
    """The language model without the tagger."""
    return Annotator.load(tagger=False)


@pytest.fixture(scope="session")
def samples() -> Iterator[KnowledgeGraph]:
    """A graph in memory of the sample articles."""
    with KnowledgeGraph.in_memory() as graph:
        assert not graph.add([SAMPLES]).failed
        yield graph


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of benchmark data that is never part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the benchmark data is not on this machine")
    return SHARED
