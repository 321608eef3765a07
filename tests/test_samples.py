from __future__ import annotations

from pathlib import Path

import pytest

from kg import KnowledgeGraph
from tests.conftest import ROOT


def test_the_kept_export_is_what_its_sample_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte; after a change of what is read, `make sample` writes it anew."""
    monkeypatch.chdir(ROOT)
    out = tmp_path / "sample.nq"
    with KnowledgeGraph.open(tmp_path / "store", extractor="rules") as graph:
        assert not graph.add(["docs/samples/valley-courier.txt"]).failed
        graph.export(out)
    assert out.read_bytes() == (ROOT / "exports" / "sample.nq").read_bytes()
