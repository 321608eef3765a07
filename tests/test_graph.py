from __future__ import annotations

from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.errors import NotFoundError, QueryError
from tests.conftest import SAMPLES

FILES = sorted(path for path in SAMPLES.iterdir() if path.is_file())


def test_a_second_add_changes_nothing(tmp_path: Path) -> None:
    store, first, second = tmp_path / "store", tmp_path / "1.nq", tmp_path / "2.nq"
    with KnowledgeGraph.open(store) as graph:
        report = graph.add(FILES)
        assert report.added
        quads = graph.count()
        graph.export(first)
    with KnowledgeGraph.open(store) as graph:
        again = graph.add(FILES)
        assert (again.added, set(again.unchanged)) == ((), set(report.added))
        assert graph.count() == quads
        graph.export(second)
    assert first.read_bytes() == second.read_bytes()


def test_a_folder_that_holds_its_own_store_can_be_added(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FILES[0].read_bytes())
    for _ in range(2):
        with KnowledgeGraph.open(tmp_path / "kg-store") as graph:
            assert graph.add([tmp_path]).failed == ()


def test_the_order_of_articles_changes_nothing() -> None:
    exports = []
    for files in (FILES, FILES[::-1]):
        with KnowledgeGraph.in_memory() as graph:
            for file in files:
                graph.add([file])
            exports.append(graph.knowledge())
    assert exports[0] == exports[1]


def test_removing_leaves_what_a_build_without_it_gives() -> None:
    with KnowledgeGraph.in_memory() as graph, KnowledgeGraph.in_memory() as without:
        graph.add(FILES[:-1])
        held = {reading.article.id for reading in graph.readings()}
        graph.add(FILES[-1:])
        for article in {reading.article.id for reading in graph.readings()} - held:
            graph.remove(article)
        without.add(FILES[:-1])
        assert graph.knowledge() == without.knowledge()
        assert graph.count() == without.count()


def test_spans_slice_back_to_the_text(samples: KnowledgeGraph) -> None:
    readings = {reading.article.path: reading.article.text for reading in samples.readings()}
    for line in samples.statements():
        for role in ("source", "cue", "content"):
            for start, end in line[role]:
                words = readings[line["article"]][start:end]
                assert words == words.strip() != ""


def test_reading_gives_the_ids_of_the_store(samples: KnowledgeGraph) -> None:
    with KnowledgeGraph.in_memory() as graph:
        read = {line["id"] for line in graph.read([SAMPLES]) if isinstance(line, dict)}
    assert read == {line["id"] for line in samples.statements()}


def test_the_samples_hold_what_they_were_written_for(samples: KnowledgeGraph) -> None:
    types = {relation.type for relation in samples.disputes()}
    assert {"numeric", "denial"} <= types
    speakers = [line["speaker"] for line in samples.statements()]
    assert any(speaker and speaker["anonymous"] for speaker in speakers)


def test_a_missing_article_cannot_be_removed(samples: KnowledgeGraph) -> None:
    with pytest.raises(NotFoundError, match="no such article"):
        samples.remove("0" * 16)


def test_an_actor_is_found_in_any_case(samples: KnowledgeGraph) -> None:
    name = next(line["speaker"]["name"] for line in samples.statements() if line["speaker"])
    assert samples.actor(name.upper()).said
    with pytest.raises(NotFoundError):
        samples.actor("nobody of that name")


def test_an_unknown_extractor_is_refused() -> None:
    with pytest.raises(QueryError, match="tagger, rules"):
        KnowledgeGraph.in_memory(extractor="guess")
