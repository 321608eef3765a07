"""What people decided lasts: whatever comes, goes, is read again or is undone."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import KnowledgeGraph, pipeline, rdf
from kg.annotate import Annotator
from kg.errors import KgError, ReadError, StoreError
from kg.model import Decision, EditField, LinkKind, Reading, Verb
from kg.relate import relate
from kg.review import NOTHING, dumps, label
from kg.store import open_store
from tests.review.decisions import decided, merge, name, on, passages, split
from tests.test_incremental import PLACES, Breaking, Pool, article, nquads

FEW = (0, 1, 2, 3, 8)
"""The texts that decisions are made on: two stories, told by several."""

FEW_PLACES = [place for place in PLACES if place[0] in FEW]


@pytest.fixture(scope="module")
def pool(parser: Annotator) -> Pool:
    read = pipeline.read_articles([article(*place) for place in FEW_PLACES], parser, "rules")
    found = dict(zip(FEW_PLACES, read, strict=True))
    return {place: reading for place, reading in found.items() if not isinstance(reading, KgError)}


@pytest.fixture(scope="module")
def made(pool: Pool) -> list[Decision]:
    """Decisions on few things, so that they meet, and many contradict each other."""
    readings = [pool[text, 0] for text in FEW]
    spoken = [a.claimant for r in readings for a in r.attributions if a.claimant]
    known = {a.id: a for r in readings for a in r.actors}
    one, two, three, *_ = (known[key] for key in dict.fromkeys(spoken))
    said = {p.statement: p for p in passages(*readings)}
    linked = [(r.a[0], r.b[0], r.kind) for r in relate(readings)[1] if r.b]
    pairs = [*linked[::3], *((b, a, k) for a, b, k in linked[:4]), (*[*said][:2], LinkKind.DISPUTE)]
    first = [said[key] for key in dict.fromkeys(key for pair in linked for key in pair[:2])][:6]
    edits: list[tuple[EditField, dict[str, Any]]] = [
        (EditField.ACT, {"value": "deny"}),
        (EditField.POLARITY, {"value": "negative"}),
        (EditField.CLAIMANT, {"actors": (name(two),)}),
        (EditField.CLAIMANT, {"value": NOTHING}),
        (EditField.SPEAKER, {"actors": (name(three),)}),
    ]
    figures = [(said[key], label(q)) for r in readings for key, q in r.quantities]
    return [
        *(merge(*some, after=n) for n, some in enumerate(((one, two), (two, three), (three, one)))),
        *(split(*some, after=9) for some in ((one, three), (one, two))),
        *(decided(Verb.RENAME, actors=(name(two),), value=v) for v in ("New <b>", "Newer")),
        decided(Verb.RETYPE, actors=(name(one),), value="Group"),
        *(decided(Verb.GRADE, actors=(name(a),), value="C") for a in (one, three)),
        decided(Verb.SPLIT, actors=(name(two),), citations=(first[0].citation,), value="Another"),
        *(on(verb, p) for verb in (Verb.REJECT, Verb.CONFIRM) for p in first[:3]),
        *(on(Verb.GRADE, first[3], value=grade) for grade in ("B2", "A")),
        *(on(Verb.EDIT, p, field=field, **to) for p in first[2:4] for field, to in edits),
        *(
            on(Verb.EDIT, p, field=EditField.QUANTITY, found=found, value=value)
            for p, found in figures[::2]
            for value in ("23", NOTHING)
        ),
        *(
            decided(verb, passages=(said[a],), against=(said[b],), value=kind, after=n)
            for n, (a, b, kind) in enumerate(pairs)
            for verb in (Verb.LINK, Verb.UNLINK)
        ),
    ]


def fresh(readings: Sequence[Reading], decisions: Sequence[Decision], folder: Path) -> str:
    """Return what a build at one go gives, once added and once rebuilt."""
    with KnowledgeGraph.in_memory() as graph:
        give(graph, decisions, folder)
        graph.add_readings(readings)
        whole = nquads(graph, folder)
        graph.rebuild()
        assert nquads(graph, folder) == whole
        return whole


def give(graph: KnowledgeGraph, decisions: Sequence[Decision], folder: Path) -> None:
    (folder / "given.jsonl").write_text(dumps(decisions), "utf-8")
    graph.review.bring_in(folder / "given.jsonl")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "remove", "decide", "decide", "decide", "undo")),
        st.sampled_from(FEW_PLACES),
        st.lists(st.integers(0, 500), min_size=1, max_size=6),
    ),
    min_size=3,
    max_size=8,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_articles_and_decisions_in_any_order_give_what_a_build_at_one_go_gives(
    pool: Pool, made: list[Decision], tmp_path: Path, steps: list[tuple[str, Any, list[int]]]
) -> None:
    held = dict.fromkeys(FEW, 0)
    standing: dict[str, Decision] = {}
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings([pool[text, 0] for text in FEW])
        for step, (text, version), numbers in steps:
            some = [made[number % len(made)] for number in numbers]
            if step == "remove" and text in held:
                graph.remove(pool[text, held.pop(text)].article.id)
            elif step == "add":
                graph.add_readings([pool[text, version]])
                held[text] = version
            elif step == "decide":
                give(graph, some, tmp_path)
                standing |= {d.id: d for d in some}
            elif step == "undo" and standing:
                gone = [*standing][numbers[0] % len(standing)]
                graph.review.undo(gone)
                del standing[gone]
        kept = [pool[place] for place in sorted(held.items())]
        wanted = fresh(kept[::-1], [*standing.values()][::-1], tmp_path)
        assert nquads(graph, tmp_path) == wanted
        assert graph.readings() == tuple(sorted(kept, key=lambda r: r.article.id))


def test_each_decision_and_each_that_changes_another_is_made_and_undone_exactly(
    pool: Pool, made: list[Decision], tmp_path: Path
) -> None:
    readings = [pool[text, 0] for text in FEW]
    verbs = {verb: [d for d in made if d.verb is verb] for verb in Verb}
    merges, (apart, *_) = verbs[Verb.MERGE], verbs[Verb.SPLIT]
    claimed = next(d for d in verbs[Verb.EDIT] if d.actors)
    rows = [
        *([d] for d in made),
        [*merges[:2], apart],
        [claimed, merges[0]],
        *(
            [link, unlink]
            for link, unlink in zip(verbs[Verb.LINK], verbs[Verb.UNLINK], strict=True)
        ),
    ]
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings(readings)
        before = nquads(graph, tmp_path)
        for row in rows:
            for number, decision in enumerate(row, 1):
                give(graph, [decision], tmp_path)
                assert nquads(graph, tmp_path) == fresh(readings, row[:number], tmp_path), row
            for number, decision in enumerate(row, 1):
                graph.review.undo(decision.id)
                assert nquads(graph, tmp_path) == fresh(readings, row[number:], tmp_path), row
            assert nquads(graph, tmp_path) == before


def test_all_decisions_at_once_leave_a_well_made_graph_and_undone_none(
    pool: Pool, made: list[Decision], tmp_path: Path
) -> None:
    readings = [pool[text, 0] for text in FEW]
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings(readings)
        before = nquads(graph, tmp_path)
        give(graph, made, tmp_path)
        assert nquads(graph, tmp_path) == fresh(readings, made[::-1], tmp_path)
        states = {str(standing.state) for standing in graph.review.list()}
        assert states >= {"in force", "in conflict"}
        assert graph.check() == ()
        known = graph.knowledge()
        assert known == pipeline.know(readings, made)
        assert rdf.parse_decisions(graph.dump("nq")) == known.review.decisions
        graph.review.undo(*(d.id for d in made))
        assert nquads(graph, tmp_path) == before


def test_decisions_that_were_interrupted_anywhere_are_finished_by_the_next_change(
    pool: Pool, made: list[Decision], tmp_path: Path
) -> None:
    readings, some = [pool[2, 0], pool[3, 0]], made[::5]
    wanted = fresh(readings, some, tmp_path)
    (tmp_path / "given.jsonl").write_text(dumps(some), "utf-8")
    for at in count():
        engine = Breaking(-1)
        graph = KnowledgeGraph(engine)
        graph.add_readings(readings)
        engine.at, engine.writes = at, count()
        try:
            graph.review.bring_in(tmp_path / "given.jsonl")
            broken = False
        except StoreError:
            broken = True
        engine.at = -1
        with KnowledgeGraph(engine) as graph:
            graph.review.bring_in(tmp_path / "given.jsonl")
            assert nquads(graph, tmp_path) == wanted, at
        if not broken:
            return


def test_a_store_behind_an_endpoint_holds_the_same(
    pool: Pool, made: list[Decision], tmp_path: Path
) -> None:
    from tests.store.engines import address  # noqa: PLC0415 - starts a server of its own

    readings = [pool[0, 0], pool[1, 0], pool[2, 0]]
    wanted = fresh(readings, made[::5], tmp_path)
    with (
        address("http", tmp_path) as where,
        KnowledgeGraph(open_store(where, prefixes=rdf.PREFIXES)) as graph,
    ):
        graph.add_readings(readings)
        give(graph, made[::5], tmp_path)
        assert nquads(graph, tmp_path) == wanted


def texts(*paths: Path) -> list[Path]:
    """Write two articles that dispute each other."""
    words = (
        "The Chilean government said that 58 people were arrested at the march in Tarnau.",
        "Orlen police said that only 12 people were arrested at the march in Tarnau.",
    )
    for path, text in zip(paths, words, strict=True):
        path.write_text(text, "utf-8")
    return [*paths]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two articles, and a store of them in which a statement was rejected."""
    with KnowledgeGraph.open(tmp_path / "store", extractor="rules") as graph:
        graph.add(texts(tmp_path / "one.txt", tmp_path / "two.txt"))
        (first, _) = graph.statements()
        pen = graph.review.sign("Ana", "misheard")
        assert [d.verb for d in pen.reject(first["id"])] == [Verb.REJECT]
    return tmp_path


def rejected(store: Path) -> list[tuple[str, str]]:
    with KnowledgeGraph.open(store, read_only=True) as graph:
        return [
            (line["text"], line["decisions"][0]["because"])
            for line in graph.statements()
            if line["rejected"]
        ]


def test_decisions_outlive_the_store(place: Path) -> None:
    before = rejected(place / "store")
    assert len(before) == 1
    shutil.rmtree(place / "store")
    with KnowledgeGraph.open(place / "store", extractor="rules") as graph:
        graph.add([place / "one.txt", place / "two.txt"])
    assert rejected(place / "store") == before


def test_decisions_outlive_an_edit_above_and_a_move_of_the_files(place: Path) -> None:
    (text,) = (text for text, _ in rejected(place / "store"))
    for number, file in enumerate(("one.txt", "two.txt")):
        said = (place / file).read_text("utf-8")
        (place / "later").mkdir(exist_ok=True)
        (place / "later" / file).write_text(f"Updated at noon, part {number}.\n\n{said}", "utf-8")
    shutil.rmtree(place / "store")
    with KnowledgeGraph.open(place / "store", extractor="rules") as graph:
        graph.add([place / "later"])
    assert [text for text, _ in rejected(place / "store")] == [text]


def test_a_decision_whose_words_are_gone_is_kept_until_they_come_back(place: Path) -> None:
    files = [place / "one.txt", place / "two.txt"]
    said = [file.read_text("utf-8") for file in files]
    for state, texts_ in (
        ("not found now", ["Nobody was there.", "Somebody was there."]),
        ("in force", said),
    ):
        for file, text in zip(files, texts_, strict=True):
            file.write_text(text, "utf-8")
        with KnowledgeGraph.open(place / "store", extractor="rules") as graph:
            assert len(graph.add(files).replaced) == 2
            assert [str(standing.state) for standing in graph.review.list()] == [state]


def test_a_store_without_its_file_writes_it_again(place: Path) -> None:
    file = place / "store.review.jsonl"
    kept = file.read_bytes()
    file.unlink()
    with KnowledgeGraph.open(place / "store", extractor="rules") as graph:
        graph.add([place / "one.txt"])
    assert file.read_bytes() == kept


def test_a_file_that_was_changed_by_hand_is_applied_by_the_next_change(place: Path) -> None:
    file = place / "store.review.jsonl"
    file.write_text(file.read_text("utf-8").replace("misheard", "inaudible"), "utf-8")
    assert [why for _, why in rejected(place / "store")] == ["misheard"]
    with KnowledgeGraph.open(place / "store", read_only=True) as graph:
        assert graph.review.unread() == file
    with KnowledgeGraph.open(place / "store") as graph:
        graph.review.bring_in()
    assert [why for _, why in rejected(place / "store")] == ["inaudible"]
    file.write_text("", "utf-8")
    with KnowledgeGraph.open(place / "store") as graph:
        graph.review.bring_in()
    assert rejected(place / "store") == []


def test_a_damaged_file_stops_what_would_write_and_stays_as_it_is(place: Path) -> None:
    file = place / "store.review.jsonl"
    file.write_text(f"<<<<<<< HEAD\n{file.read_text('utf-8')}", "utf-8")
    damaged = file.read_bytes()
    with KnowledgeGraph.open(place / "store", extractor="rules") as graph:
        for change in (
            lambda: graph.add([place / "one.txt"]),
            lambda: graph.review.sign("Ana", "x"),
            lambda: graph.remove("one.txt"),
            graph.rebuild,
        ):
            with pytest.raises(ReadError, match="line 1: is a mark of a merge"):
                change()
    assert file.read_bytes() == damaged
    assert len(rejected(place / "store")) == 1


def test_a_link_to_the_file_stays_a_link(place: Path) -> None:
    file, repository = place / "store.review.jsonl", place / "repository"
    repository.mkdir()
    file.rename(repository / "review.jsonl")
    file.symlink_to(repository / "review.jsonl")
    with KnowledgeGraph.open(place / "store") as graph:
        (standing,) = graph.review.list()
        graph.review.undo(standing.decision.id)
    assert file.is_symlink()
    assert (repository / "review.jsonl").read_text("utf-8") == ""


def test_nothing_is_decided_in_a_store_that_is_open_for_reading(place: Path) -> None:
    kept = (place / "store.review.jsonl").read_bytes()
    with KnowledgeGraph.open(place / "store", read_only=True) as graph:
        with pytest.raises(StoreError, match="reading only"):
            graph.review.sign("Ana", "why")
        with pytest.raises(StoreError, match="reading only"):
            graph.review.undo("0" * 16)
    assert (place / "store.review.jsonl").read_bytes() == kept


def test_where_the_file_cannot_be_written_nothing_is_decided(place: Path) -> None:
    (place / "store.review.jsonl.part").mkdir()
    with KnowledgeGraph.open(place / "store") as graph:
        *_, other = graph.statements()
        with pytest.raises(StoreError, match="cannot be written"):
            graph.review.sign("Ana", "why").reject(other["id"])
        assert len(graph.review.list()) == 1
    assert len(rejected(place / "store")) == 1


def test_to_decide_the_same_again_changes_nothing(place: Path) -> None:
    kept = (place / "store.review.jsonl").read_bytes()
    with KnowledgeGraph.open(place / "store") as graph:
        (line,) = (line for line in graph.statements() if line["rejected"])
        again = graph.review.sign("Ana", "still misheard").reject(line["id"])
        assert [d.because for d in again] == ["misheard"]
    assert (place / "store.review.jsonl").read_bytes() == kept


def test_an_export_is_taken_into_another_store(place: Path) -> None:
    with KnowledgeGraph.open(place / "store", read_only=True) as graph:
        graph.review.export(place / "out.jsonl")
    with KnowledgeGraph.in_memory(extractor="rules") as graph:
        graph.add([place / "one.txt", place / "two.txt"])
        assert len(graph.review.bring_in(place / "out.jsonl")) == 1
        assert graph.review.bring_in(place / "out.jsonl") == ()
        assert [str(standing.state) for standing in graph.review.list()] == ["in force"]
