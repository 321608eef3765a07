"""The store on disk: who may open it, and what a crash leaves."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import open_store
from tests.store.test_engines import G, lines


def test_what_was_put_is_there_after_opening_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg-store") as store:
        store.put(G, lines(G, "one"))
    with open_store(tmp_path / "kg-store", read_only=True) as store:
        assert store.nquads() == lines(G, "one")


def test_a_second_writer_gets_one_line_and_readers_do_too(tmp_path: Path) -> None:
    with open_store(tmp_path):
        for read_only in (False, True):
            with pytest.raises(StoreError, match="in use by another process") as caught:
                open_store(tmp_path, read_only=read_only)
            assert "\n" not in str(caught.value)
    with (
        open_store(tmp_path, read_only=True),
        open_store(tmp_path, read_only=True),
        pytest.raises(StoreError, match="in use"),
    ):
        open_store(tmp_path)
    open_store(tmp_path).close()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with open_store(tmp_path, read_only=True) as store:
        with pytest.raises(StoreError, match="reading only"):
            store.put(G, lines(G, "one"))
        with pytest.raises(StoreError, match="reading only"):
            store.remove(G)


def test_a_missing_store_is_not_made_by_a_reader(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", "utf-8")
    with pytest.raises(StoreError, match="not a kg store"):
        open_store(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(StoreError, match="not a kg store"):
        open_store(tmp_path / "letter.txt")


@pytest.mark.parametrize(
    ("marker", "said"),
    [('{"layout": 99}', "layout 99"), ("{", "damaged"), ("[]", "damaged"), ("{}", "damaged")],
)
def test_a_marker_of_another_version_or_damaged_is_refused(
    tmp_path: Path, marker: str, said: str
) -> None:
    (tmp_path / "kg-store.json").write_text(marker, "utf-8")
    with pytest.raises(StoreError, match=said):
        open_store(tmp_path)


def test_a_folder_that_cannot_be_written_is_one_line() -> None:
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store("/proc/kg-store")
    assert "\n" not in str(caught.value)


def test_a_damaged_engine_is_one_line(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put(G, lines(G, "one"))
    (tmp_path / "quads" / "CURRENT").write_text("nonsense", "utf-8")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.count()


KILLED = """
import os, sys
from kg.store import open_store
from tests.store.test_engines import G, lines
store = open_store(sys.argv[1])
store.put(G, lines(G, *map(str, range(500))))
print("first", flush=True)
for turn in range(100_000):
    store.put(G, lines(G, *(f"{turn}-{n}" for n in range(500))))
    print(turn, flush=True)
"""


@pytest.mark.parametrize("turns", [1, 3, 6])
def test_a_writer_that_is_killed_leaves_a_whole_graph(tmp_path: Path, turns: int) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path / "kg-store")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(turns):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    with open_store(tmp_path / "kg-store") as store:
        values = [line.split('"')[1] for line in store.nquads(G).split("\n") if line]
    assert len(values) == 500
    assert len({value.partition("-")[0] for value in values if "-" in value}) <= 1
    assert json.loads((tmp_path / "kg-store" / "kg-store.json").read_text("utf-8"))
