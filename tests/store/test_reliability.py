"""What a crash, a full disk or missing rights leave: a store that opens, and nothing lost."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from kg import KnowledgeGraph
from kg.errors import KgError, StoreError
from kg.rdf import ntriples
from kg.rdf.check import check
from kg.store import open_store
from tests.queries.border import KNOWLEDGE
from tests.store.engines import server
from tests.store.ingest import FORKED, Ingest
from tests.store.proxy import Trouble, proxy
from tests.store.test_engines import G, S, lines

KILLS = 50
BREAKS = 4
UNION = "--union-default-graph"


@pytest.fixture(scope="module")
def ingest(samples: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Ingest:
    return Ingest.of(samples.readings(), tmp_path_factory.mktemp("ingest"))


@pytest.fixture(scope="module")
def undisturbed(ingest: Ingest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return ingest.run(tmp_path_factory.mktemp("undisturbed") / "kg-store")


def whole_run(ingest: Ingest, folder: Path) -> float:
    """Return the seconds that an ingest in a process of its own takes."""
    begin = monotonic()
    process = ingest.start(folder)
    process.join(60)
    assert process.exitcode == 0
    return monotonic() - begin


def killed(ingest: Ingest, store: Path, after: float) -> bool:
    process = ingest.start(store)
    process.join(after)
    running = process.is_alive()
    process.kill()
    process.join(10)
    return running


def test_a_killed_ingest_that_is_run_again_equals_an_undisturbed_one(
    ingest: Ingest, undisturbed: bytes, tmp_path: Path
) -> None:
    whole_run(ingest, tmp_path / "warm")
    seconds = whole_run(ingest, tmp_path / "timed")
    moments = random.Random(4)  # noqa: S311 - moments of a test
    cut_short = 0
    for number in range(KILLS):
        store = tmp_path / f"store-{number}"
        cut_short += killed(ingest, store, moments.uniform(0, seconds))
        if moments.random() < 0.3:
            cut_short += killed(ingest, store, moments.uniform(0, seconds))
        assert ingest.run(store) == undisturbed, f"kill number {number}"
    assert cut_short > KILLS // 2
    assert check(undisturbed) == ()


@pytest.mark.parametrize("heard", [False, True])
def test_an_ingest_whose_connection_breaks_goes_on_where_it_is_run_again(*, heard: bool) -> None:
    """At any request, whether or not the endpoint did what it was asked."""
    whole = Trouble()
    with server(UNION) as endpoint, proxy(endpoint, whole) as where:
        undisturbed = dumped_after(where)
    assert check(undisturbed) == ()
    for moment in random.Random(4).sample(range(whole.seen), BREAKS):  # noqa: S311 - of a test
        with server(UNION) as endpoint:
            with (
                proxy(endpoint, Trouble(moment + 1, heard)) as where,
                pytest.raises(StoreError, match="connection failed"),
            ):
                dumped_after(where)
            assert dumped_after(endpoint) == undisturbed, f"request {moment + 1}"


def dumped_after(where: str) -> bytes:
    with KnowledgeGraph.open(where) as graph:
        for reading in KNOWLEDGE.readings:
            graph.add_readings([reading])
        return graph.dump("nq")


def test_a_second_writer_gets_one_clear_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "remove", "nothing", "--store", "kg-store"]
    with open_store(tmp_path / "kg-store"):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "in use by another process" in done.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own that is soon full."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def remounted(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)


def test_a_full_disk_is_one_line_and_loses_nothing(
    ingest: Ingest, undisturbed: bytes, small_disk: Path
) -> None:
    store = small_disk / "kg-store"
    held: dict[str, str] = {}
    with pytest.raises(StoreError) as caught:
        fill(store, held)
    assert str(store) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert held
    remounted(small_disk, "size=200m")
    with open_store(store) as opened:
        for graph, nquads in held.items():
            assert opened.nquads(graph) == nquads
        for graph in opened.graphs():
            opened.remove(graph)
    assert ingest.run(store) == undisturbed


def fill(store: Path, held: dict[str, str]) -> None:
    with open_store(store) as opened:
        for number in range(1000):
            graph = f"{G}{number}"
            nquads = lines(graph, *(f"{number}-{n}-{'x' * 100}" for n in range(1000)))
            opened.put(graph, nquads)
            held[graph] = nquads


def limited(store: Path) -> None:
    """Put graphs until the file size that the system allows is reached; exit with what came."""
    import signal  # noqa: PLC0415 - only the child needs it

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))
    try:
        fill(store, {})
    except StoreError as error:
        sys.exit(0 if "\n" not in str(error) else 3)
    sys.exit(4)


def test_a_file_that_may_not_grow_is_one_line_and_the_store_opens_again(tmp_path: Path) -> None:
    process = FORKED.Process(target=limited, args=(tmp_path / "kg-store",))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    with open_store(tmp_path / "kg-store") as store:
        sizes = {store.nquads(graph).count("\n") for graph in store.graphs()}
    assert sizes == {1000}


def test_a_folder_that_may_not_be_written_is_read_and_a_writer_gets_one_line(
    small_disk: Path,
) -> None:
    where = small_disk / "kg-store"
    with open_store(where) as store:
        store.put(G, lines(G, "one"))
    remounted(small_disk, "ro")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(where)
    assert "\n" not in str(caught.value)
    with open_store(where, read_only=True) as store:
        assert store.nquads(G) == lines(G, "one")


def test_a_literal_of_a_million_hostile_characters_is_stored_and_found(tmp_path: Path) -> None:
    long = ('"\\\n\u202e\U0001f600\x00' * 200_000)[:1_000_000]
    spelled = ntriples.text(long)
    with open_store(tmp_path / "kg-store") as store:
        store.put(G, f"{S} <http://e/p> {spelled} <{G}> .\n")
        assert store.query("ASK { ?s ?p ?long }", {"long": long})
        (row,) = store.query("SELECT ?o WHERE { ?s ?p ?o }")  # type: ignore[misc]
        assert row["o"] == long


def test_an_actor_whose_name_is_a_query_is_only_a_name(samples: KnowledgeGraph) -> None:
    before = samples.count()
    for name in ('" } ; DROP ALL #', "x\\u0022 } INSERT DATA { <x:a> <x:b> <x:c> } #", "?s ?p ?o"):
        rows = samples.query("statements-of", {"actor": name})
        assert list(rows) == []  # type: ignore[arg-type]
        with pytest.raises(KgError, match="no actor"):
            samples.actor(name)
    assert samples.count() == before
