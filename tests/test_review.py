"""What people decided lasts: whatever comes, goes, is read again or is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from kg.review import NOTHING, dumps, identified, label
from kg.store import open_store
from tests.review.decisions import decided, merge, name, on, passages, split
from tests.test_incremental import PLACES, TEXTS, VERSIONS, Breaking, Pool, article, nquads

KINDS = (*LinkKind, None)


@pytest.fixture(scope="module")
def pool(parser: Annotator) -> Pool:
    read = pipeline.read_articles([article(*place) for place in PLACES], parser, "rules")
    found = dict(zip(PLACES, read, strict=True))
    return {place: reading for place, reading in found.items() if not isinstance(reading, KgError)}


@pytest.fixture(scope="module")
def made(pool: Pool) -> list[Decision]:
    """Many decisions on the pool, some of which contradict each other."""
    readings = [pool[text, 0] for text in range(len(TEXTS))]
    actors = sorted(
        {a.id: a for r in readings for a in r.actors if not a.anonymous}.values(), key=str
    )
    said = passages(*readings)
    decisions = [
        *(merge(one, other, after=n) for n, (one, other) in enumerate(zip(actors, actors[2:]))),
        *(split(one, other, after=n) for n, (one, other) in enumerate(zip(actors, actors[4:6]))),
        *(decided(Verb.RENAME, actors=(name(a),), value=f"{a.name} <b>") for a in actors[:3]),
        *(decided(Verb.RETYPE, actors=(name(a),), value="Group") for a in actors[3:5]),
        *(decided(Verb.GRADE, actors=(name(a),), value="C") for a in actors[::3]),
        *(
            decided(Verb.SPLIT, actors=(name(a),), citations=(p.citation,), value=f"other {a.name}")
            for a, p in zip(actors[1:4], said[::5])
        ),
        *(on(Verb.REJECT, one, after=n) for n, one in enumerate(said)),
        *(on(Verb.CONFIRM, one, by="Bo") for one in said[::4]),
        *(on(Verb.GRADE, one, value=grade) for one in said[::3] for grade in ("B2", "A")),
        *(on(Verb.EDIT, one, field=EditField.ACT, value="deny") for one in said[1::3]),
        *(on(Verb.EDIT, one, field=EditField.POLARITY, value="negative") for one in said[::3]),
        *(
            on(Verb.EDIT, one, field=field, actors=(name(actor),))
            for one, actor in zip(said[2::3], actors, strict=False)
            for field in (EditField.CLAIMANT, EditField.SPEAKER)
        ),
        *(
            on(
                Verb.EDIT,
                passages(replace(r, statements=tuple(s for s in r.statements if s.id == key)))[0],
                field=EditField.QUANTITY,
                found=label(quantity),
                value=value,
            )
            for r in readings
            for key, quantity in r.quantities[:1]
            for value in ("23", NOTHING, "30..")
        ),
        *(
            decided(verb, passages=(one,), against=(other,), value=kind, after=n)
            for n, (one, other, kind) in enumerate(zip(said, said[3:], KINDS * 9, strict=False))
            for verb in ((Verb.LINK, Verb.UNLINK) if kind else (Verb.UNLINK,))
        ),
    ]
    assert {d.verb for d in decisions} == set(Verb)
    return decisions


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
        st.sampled_from(("add", "add", "remove", "decide", "decide", "decide", "undo")),
        st.sampled_from(PLACES),
        st.lists(st.integers(0, 500), min_size=1, max_size=4),
    ),
    min_size=3,
    max_size=10,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_articles_and_decisions_in_any_order_give_what_a_build_at_one_go_gives(
    pool: Pool, made: list[Decision], tmp_path: Path, steps: list[tuple[str, Any, list[int]]]
) -> None:
    held: dict[int, int] = {}
    standing: dict[str, Decision] = {}
    with KnowledgeGraph.in_memory() as graph:
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


def test_all_decisions_at_once_leave_a_well_made_graph_and_undone_none(
    pool: Pool, made: list[Decision], tmp_path: Path
) -> None:
    readings = [pool[text, 0] for text in range(len(TEXTS))]
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
    readings, some = [pool[0, 0], pool[2, 0], pool[3, 0]], made[::7]
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
