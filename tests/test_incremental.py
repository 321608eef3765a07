"""Whatever came, went and was replaced: the store holds what a fresh build of the rest gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import KnowledgeGraph, pipeline
from kg.annotate import Annotator
from kg.errors import KgError, StoreError
from kg.model import Article, Block, BlockKind, Reading, Span, content_id
from kg.rdf import PREFIXES
from kg.store import open_store
from kg.store.embedded import EmbeddedStore
from tests.relate.test_relating import ARTICLES, build

DAY = date(2031, 4, 7)
TEXTS = """\
0|Orlen police said on Monday that {} people were arrested at the march in Tarnau.
0|The Tarnau Tenants Union said that {} people were arrested. It accused the police of attacking\
 marchers.
1|The Chilean government said that {} soldiers were killed in the clash at Tarnau. Peru denied\
 that its troops had attacked anyone.
2|The Peruvian government said that {} Chilean soldiers were killed. "We answered an attack on\
 our posts at Tarnau," spokesman Rodo Vintel said.
|Peru said that at least {} Chilean soldiers were killed in the fighting at Tarnau.
9|The mayor of Tarnau, Ilsa Brenk, said that {} houses were destroyed in the storm. The Tarnau\
 Tenants Union said that hundreds of houses were destroyed.
4|Orlen police said that {} people were arrested at the march, after they had denied it.
|Nothing of note happened on the {} road.
3|Peru's defence ministry said that {} Chilean soldiers were killed in the clash at Tarnau. Chile's\
 army said that no soldiers were killed and accused Peru of lying.
1|Nine people were arrested, residents said. The Tarnau Tenants Union said that {} people were\
 arrested. It accused the police of attacking marchers, as it had said before.
""".splitlines()
VERSIONS = (12, 58)
PLACES = [(text, version) for text in range(len(TEXTS)) for version in range(len(VERSIONS))]


def article(text: int, version: int) -> Article:
    """Versions of one text have one address or, every other, one path."""
    day, words = TEXTS[text].split("|")
    body = words.format(VERSIONS[version] + 3 * text)
    address = None if text % 2 else f"https://news.example/{text}"
    path = f"{text}.txt" if text % 2 else f"{text}-{version}.html"
    return Article(
        content_id("incremental", body), path, body,
        (Block(BlockKind.PARAGRAPH, Span(0, len(body))),),
        url=address, outlet=f"Outlet {text % 3}", agency="Wire" if text == 3 else None,
        published=DAY + timedelta(days=int(day)) if day else None,
    )  # fmt: skip


Pool = Mapping[tuple[int, int], Reading]


@pytest.fixture(scope="module")
def pool(parser: Annotator) -> Pool:
    articles = [article(*place) for place in PLACES]
    read = pipeline.read_articles(articles, parser, "rules")
    found = dict(zip(PLACES, read, strict=True))
    return {place: reading for place, reading in found.items() if not isinstance(reading, KgError)}


def nquads(graph: KnowledgeGraph, folder: Path) -> str:
    """Return the export; that as TriG names the graphs, too, and no empty one."""
    exports = [folder / "out.nq", folder / "out.trig"]
    for out in exports:
        graph.export(out)
    return "".join(out.read_text("utf-8") for out in exports)


def fresh(readings: Sequence[Reading], folder: Path) -> str:
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings(readings)
        return nquads(graph, folder)


def test_the_pool_has_links_of_many_kinds(pool: Pool) -> None:
    assert len(pool) == len(PLACES)
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings([pool[text, 0] for text in range(len(TEXTS))])
        types = {relation.type for relation in graph.relations()}
        assert {"numeric", "copy", "unanswered", "revision", "restatement"} <= types


STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "add", "several", "remove")), st.sampled_from(PLACES)),
    min_size=1,
    max_size=9,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_any_changes_leave_what_a_fresh_build_gives(
    pool: Pool, tmp_path: Path, steps: list[tuple[str, tuple[int, int]]]
) -> None:
    held: dict[int, int] = {}
    with KnowledgeGraph.in_memory() as graph:
        for step, (text, version) in steps:
            if step == "remove":
                if text in held:
                    graph.remove(pool[text, held.pop(text)].article.id)
                continue
            later = (text + 1) % len(TEXTS)
            chosen = [text] if step == "add" else [text, later]
            graph.add_readings([pool[one, version] for one in chosen])
            held |= dict.fromkeys(chosen, version)
        kept = [pool[place] for place in sorted(held.items())]
        assert nquads(graph, tmp_path) == fresh(kept, tmp_path)
        graph.rebuild()
        assert nquads(graph, tmp_path) == fresh(kept[::-1], tmp_path)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ARTICLES, st.lists(st.integers(0, 4), max_size=3))
def test_any_readings_can_come_one_by_one_and_go(
    tmp_path: Path, articles: list[tuple[Any, ...]], leaving: list[int]
) -> None:
    readings = dict(enumerate(build(articles)))
    with KnowledgeGraph.in_memory() as graph:
        for reading in readings.values():
            graph.add_readings([reading])
        for number in leaving:
            if number in readings:
                graph.remove(readings.pop(number).article.id)
        assert nquads(graph, tmp_path) == fresh([*readings.values()], tmp_path)


def test_another_text_at_the_same_address_or_path_replaces_the_older(
    pool: Pool, tmp_path: Path
) -> None:
    for text in (0, 1):
        with KnowledgeGraph.in_memory() as graph:
            graph.add_readings([pool[text, 0], pool[2, 0]])
            report = graph.add_readings([pool[text, 1]])
            assert report.replaced == (pool[text, 0].article.id,)
            assert nquads(graph, tmp_path) == fresh([pool[2, 0], pool[text, 1]], tmp_path)


def test_articles_of_different_addresses_in_one_file_stay_both(pool: Pool) -> None:
    one, other = pool[0, 0], pool[2, 0]
    with KnowledgeGraph.in_memory() as graph:
        for number, reading in enumerate((one, other)):
            moved = replace(reading.article, path="feed.jsonl:1", url=f"https://x.example/{number}")
            graph.add_readings([replace(reading, article=moved)])
        assert len(graph.readings()) == 2


@pytest.mark.parametrize("term", ["id", "path", "url"])
def test_an_article_is_removed_by_id_path_or_address(pool: Pool, tmp_path: Path, term: str) -> None:
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings([pool[0, 0], pool[3, 0]])
        assert graph.remove(getattr(pool[0, 0].article, term)) == (pool[0, 0].article.id,)
        assert nquads(graph, tmp_path) == fresh([pool[3, 0]], tmp_path)


class Breaking(EmbeddedStore):
    """A store whose power fails before one of its writes."""

    def __init__(self, at: int) -> None:
        super().__init__(None, prefixes=PREFIXES)
        self.at, self.writes = at, count()

    def patch(self, gone: str, new: str) -> None:
        if next(self.writes) == self.at:
            message = "the store in memory"
            raise StoreError(message, "lost its power", "try again")
        super().patch(gone, new)


def test_what_was_interrupted_anywhere_is_finished_by_the_next_add(
    pool: Pool, tmp_path: Path
) -> None:
    wanted = fresh([pool[0, 1], pool[1, 0], pool[3, 0]], tmp_path)
    for at in count():
        engine = Breaking(at)
        broken = _build(engine, pool)
        engine.at = -1
        with KnowledgeGraph(engine) as graph:
            graph.add_readings([pool[1, 0], pool[0, 1], pool[3, 0]])
            if 2 in {text for text in range(4) if _held(graph, pool[text, 0])}:
                graph.remove(pool[2, 0].article.id)
            assert nquads(graph, tmp_path) == wanted, at
        if not broken:
            return


def _build(engine: EmbeddedStore, pool: Pool) -> bool:
    graph = KnowledgeGraph(engine)
    try:
        graph.add_readings([pool[0, 0], pool[1, 0]])
        graph.add_readings([pool[2, 0]])
        graph.add_readings([pool[0, 1]])
        graph.remove(pool[2, 0].article.id)
    except StoreError:
        return True
    return False


def _held(graph: KnowledgeGraph, reading: Reading) -> bool:
    return reading.article.id in {one.article.id for one in graph.readings()}


def test_stores_on_disk_and_behind_an_endpoint_hold_the_same(pool: Pool, tmp_path: Path) -> None:
    from tests.store.engines import address  # noqa: PLC0415 - starts a server of its own

    wanted = fresh([pool[0, 1], pool[1, 0]], tmp_path)
    for engine in ("disk", "http"):
        with (
            address(engine, tmp_path) as where,
            KnowledgeGraph(open_store(where, prefixes=PREFIXES)) as graph,
        ):
            graph.add_readings([pool[0, 0], pool[1, 0], pool[2, 0]])
            graph.add_readings([pool[0, 1]])
            graph.remove(pool[2, 0].article.id)
            assert nquads(graph, tmp_path) == wanted, engine


def test_a_number_from_the_store_is_the_number_that_was_read(
    parser: Annotator, tmp_path: Path
) -> None:
    """ "Several" was 2 when read and 2.0 from the store, so that the two found no link."""
    accused = "Peru's army said that {}. It accused Chile of opening fire at several points."
    texts = [accused.format(f"{count} soldiers were killed") for count in ("nine", "ten")]
    articles = [
        Article(
            content_id(body), f"{body}.txt", body, (Block(BlockKind.PARAGRAPH, Span(0, len(body))),)
        )
        for body in texts
    ]
    first, second = [
        one for one in pipeline.read_articles(articles, parser, "rules") if isinstance(one, Reading)
    ]
    engine = open_store(None, prefixes=PREFIXES)
    KnowledgeGraph(engine).add_readings([first])
    with KnowledgeGraph(engine) as graph:
        graph.add_readings([second])
        assert nquads(graph, tmp_path) == fresh([first, second], tmp_path)
