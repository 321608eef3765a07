"""Annotated texts from brat folders and JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Span
from kg.train.annotations import read

TEXT = "“It is late,” the mayor said,\n“and cold.”"
STANDOFF = """\
T1\tSource 14 23\tthe mayor
T2\tCue 24 28\tsaid
T3\tContent 0 13;30 41\t“It is late,” “and cold.”
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
E2\tAttribution:T2 Cue:T2
"""


def brat(folder: Path, name: str, standoff: str) -> None:
    for sub in ("text", "attributions"):
        (folder / sub).mkdir(parents=True, exist_ok=True)
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / name).write_text(standoff, encoding="utf-8")


def test_brat_with_folders_apart_and_annotators(tmp_path: Path) -> None:
    brat(tmp_path, "a_x1.ann", STANDOFF)
    brat(tmp_path, "a_x2.ann", "")
    (text,) = read([tmp_path])
    (gold,) = text.attributions
    assert text.name == "a"
    assert [s.of(TEXT) for s in gold.source] == ["the mayor"]
    assert [s.of(TEXT) for s in gold.cue] == ["said"]
    assert [s.of(TEXT) for s in gold.content] == ["“It is late,”", "“and cold.”"]
    assert [s.of(TEXT) for s in text.blocks()] == TEXT.split("\n")


def test_brat_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.ann").write_text(STANDOFF, encoding="utf-8")
    (text,) = read([tmp_path])
    assert len(text.attributions) == 1


def test_fragments_parted_by_a_line_break_are_one(tmp_path: Path) -> None:
    brat(tmp_path, "a_x.ann", STANDOFF.replace("0 13;30 41", "14 29;30 41"))
    (text,) = read([tmp_path])
    assert text.attributions[0].content == (Span(14, 41),)


def test_json_lines(tmp_path: Path) -> None:
    record = {
        "text": TEXT,
        "attributions": [{"source": [[14, 23]], "cue": [[24, 28]], "content": [[0, 13], [30, 41]]}],
    }
    file = tmp_path / "mine.jsonl"
    file.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    (text,) = read([file])
    assert text.attributions[0].source == (Span(14, 23),)


@pytest.mark.parametrize("line", ["{", "[]", '{"text": 1, "attributions": []}', '{"text": "a"}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(ReadError, match="line 1"):
        read([file])


def test_nothing_found_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no annotated text"):
        read([tmp_path])


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "latin1.jsonl"
    file.write_bytes("caf\xe9".encode("latin-1"))
    with pytest.raises(ReadError, match=r"latin1\.jsonl: cannot be read"):
        read([file])
