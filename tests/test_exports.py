"""Every format: the same bytes each time, and back again where the format allows."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.errors import QueryError, StoreError
from kg.exports import FORMATS, format_of
from kg.rdf import PREFIXES, read_rdf
from kg.store import open_store
from tests.conftest import ROOT
from tests.queries.border import KNOWLEDGE
from tests.store.test_engines import put_all


@cache
def graph() -> KnowledgeGraph:
    store = open_store(None, prefixes=PREFIXES)
    put_all(store, KNOWLEDGE)
    return KnowledgeGraph(store)


WRITTEN = sorted(FORMATS)
HASHES = """
import hashlib
from tests.test_exports import FORMATS, WRITTEN, graph
for name in WRITTEN:
    print(name, hashlib.sha256(FORMATS[name].write(graph())).hexdigest())
"""


def test_another_process_writes_the_same_bytes() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", HASHES],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert runs.pop().count(b"\n") == len(WRITTEN)


@pytest.mark.parametrize("name", ["nq", "trig", "jsonld"])
def test_everything_comes_back(name: str, tmp_path: Path) -> None:
    out = tmp_path / f"all{FORMATS[name].suffix}"
    graph().export(out)
    assert sorted(read_rdf(out).splitlines()) == graph().dump("nq").decode().splitlines()


@pytest.mark.parametrize("name", ["nt", "ttl"])
def test_the_union_comes_back(name: str, tmp_path: Path) -> None:
    out = tmp_path / f"all{FORMATS[name].suffix}"
    graph().export(out)
    assert sorted(read_rdf(out).splitlines()) == graph().dump("nt").decode().splitlines()


@pytest.mark.parametrize("form", list(FORMATS.values()))
def test_every_format_says_what_it_is(form: object) -> None:
    assert len(getattr(form, "about", "")) > 20


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.nq", "nq"),
        ("a.csv", "csv"),
        ("a.disputes.csv", "disputes"),
        ("disputes.csv", "disputes"),
        ("disputes.parquet", "disputes-parquet"),
        ("claims.jsonld", "claims"),
        ("claims.old.jsonld", "jsonld"),
        ("x.nanopubs.trig", "nanopubs"),
    ],
)
def test_the_name_of_a_file_chooses(file: str, name: str) -> None:
    assert format_of(Path(file)) is FORMATS[name]


def test_an_unknown_format_is_refused_and_no_file_is_left(tmp_path: Path) -> None:
    for out, form in ((tmp_path / "x.docx", None), (tmp_path / "x.nq", "docx")):
        with pytest.raises(QueryError, match=r"choose one of|one of nq"):
            graph().export(out, form)
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["taken", "/proc/none/x.nq", "/dev/full/x.nq"])
def test_a_file_that_cannot_be_written_is_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").touch()
    with pytest.raises(StoreError, match="cannot be written") as caught:
        graph().export(tmp_path / name, "nq")
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_the_document_lists_every_format() -> None:
    page = (ROOT / "docs" / "exports.md").read_text("utf-8")
    assert [n for n, one in FORMATS.items() if f"| `{n}` | `{one.suffix}` |" not in page] == []
