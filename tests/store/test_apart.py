"""What takes too long is ended, not left behind."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.store import open_store
from kg.store.apart import within
from tests.store.test_engines import ENDLESS, G, lines


def children() -> set[str]:
    tasks = Path("/proc/self/task").glob("*/children")
    return {child for task in tasks for child in task.read_text("ascii").split()}


@pytest.mark.parametrize("folder", [None, "kg-store"])
def test_nothing_of_an_endless_query_is_left(folder: str | None, tmp_path: Path) -> None:
    where = None if folder is None else tmp_path / folder
    with open_store(where) as store:
        store.put(G, lines(G, *map(str, range(400))))
        before, threads = children(), threading.active_count()
        with pytest.raises(QueryError, match=r"longer than 0\.2 s and was ended; ask for less"):
            store.query(ENDLESS, timeout=0.2)
        assert (children(), threading.active_count()) == (before, threads)
        store.put(G, lines(G, "one"))
    with open_store(where) as again:
        assert again.nquads(G) == ("" if folder is None else lines(G, "one"))


def test_a_writer_gets_the_same_long_answer_with_a_timeout(tmp_path: Path) -> None:
    nquads = lines(G, *(f"{n}-{'x' * 1000}" for n in range(3000)))
    with open_store(tmp_path / "kg-store") as writer:
        writer.put(G, nquads)
        wanted = writer.query("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o")
        assert writer.query("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o", timeout=60) == wanted
        assert not [*(tmp_path / "kg-store").glob("snapshot-*")]


def test_a_writer_is_asked_with_a_timeout_for_what_it_has_just_put(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg-store") as writer:
        for n in range(10):
            writer.put(G, lines(G, str(n)))
            found = writer.query("SELECT ?o WHERE { ?s ?p ?o }", timeout=60)
            assert found == writer.query("SELECT ?o WHERE { ?s ?p ?o }")


def test_the_next_writer_sweeps_up_what_one_left_that_was_killed(tmp_path: Path) -> None:
    open_store(tmp_path / "kg-store").close()
    left = tmp_path / "kg-store" / "snapshot-of-it"
    left.mkdir()
    (left / "CURRENT").touch()
    with open_store(tmp_path / "kg-store", read_only=True):
        assert left.exists()
    with open_store(tmp_path / "kg-store"):
        assert not left.exists()


def test_a_reader_gets_the_same_long_answer_with_a_timeout(tmp_path: Path) -> None:
    nquads = lines(G, *(f"{n}-{'x' * 1000}" for n in range(3000)))
    with open_store(tmp_path / "kg-store") as writer:
        writer.put(G, nquads)
        wanted = writer.query("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o")
    with open_store(tmp_path / "kg-store", read_only=True) as reader:
        assert reader.query("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o", timeout=60) == wanted


def test_errors_are_those_of_the_question() -> None:
    with open_store(None) as store, pytest.raises(QueryError, match="is not SPARQL"):
        store.query("SELECT nonsense WHERE {", timeout=20)
    with pytest.raises(StoreError, match="failed: 'odd'"):
        within(20, lambda: {"even": 2}["odd"])


def test_a_copy_that_dies_is_one_line() -> None:
    with pytest.raises(QueryError, match="was ended, most likely for want of memory"):
        within(20, lambda: os._exit(1))
