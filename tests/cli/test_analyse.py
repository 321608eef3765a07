"""`kg analyse` and `kg matrix` as a user runs them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.network import NAMES
from tests.cli.test_commands import kg, place
from tests.cli.test_judging import lines

__all__ = ["place"]


def test_people_see_every_table(place: Path) -> None:
    done = kg("analyse", cwd=place)
    assert done.returncode == 0, done.stderr
    assert all(f"({name})" in done.stdout for name in NAMES)
    assert "too few (" in done.stdout


def test_only_the_named_table_and_as_many_rows(place: Path) -> None:
    done = kg("analyse", "voice", "--top", "2", cwd=place)
    assert "(voice)" in done.stdout
    assert "(sides)" not in done.stdout
    assert "more; --top 0" in done.stdout
    assert "more; --top 0" not in kg("analyse", "voice", "--top", "0", cwd=place).stdout


def test_json_gives_all_rows_with_what_they_rest_on(place: Path) -> None:
    known = {line["id"] for line in lines("statements", cwd=place)}
    rows = lines("analyse", cwd=place)
    assert {row["table"] for row in rows} == set(NAMES)
    for row in rows:
        for cell in row.values():
            if isinstance(cell, dict):
                assert set(cell["statements"]) <= known
                assert ("value" in cell) != ("too_few" in cell)


def test_narrowing_counts_less(place: Path) -> None:
    def statements(*arguments: str) -> int:
        rows = lines("analyse", "outlets", *arguments, cwd=place)
        found: list[Any] = [row["statements"] for row in rows]
        return sum(int(cell["value"]) for cell in found)

    whole = statements()
    assert 0 < statements("--outlet", "valley") < whole
    parts = [statements("--until", "2025-10-12"), statements("--since", "2025-10-13")]
    assert all(0 < part < whole for part in parts)
    assert sum(parts) <= whole


def test_a_view_is_written_for_graph_viewers(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "view"
    files = ("--graphml", f"{out}.graphml", "--gexf", f"{out}.gexf")
    done = kg("analyse", "balance", *files, "--view", "speaking", cwd=place)
    assert done.returncode == 0, done.stderr
    one, other = nx.read_graphml(f"{out}.graphml"), nx.read_gexf(f"{out}.gexf")
    assert one.number_of_edges() == other.number_of_edges() > 0
    fields = {name for _, _, data in one.edges(data=True) for name in data}
    assert {"act", "polarity", "sign", "count", "first", "last", "statements"} <= fields


KILLED = "Pakistani soldiers were killed"


def test_a_matrix_on_the_terminal_and_in_files(place: Path, tmp_path: Path) -> None:
    table, page = tmp_path / "m.csv", tmp_path / "m.html"
    wanted = ("-H", "at least 50", "-H", "23")
    done = kg("matrix", KILLED, *wanted, "--csv", table, "--html", page, cwd=place)
    assert done.returncode == 0, done.stderr
    assert "no ranking" in done.stdout
    assert "inconsistent" in done.stdout
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    assert {"1: at least 50", "2: 23"} <= set(rows[0])
    assert "Analysis of Competing Hypotheses" in page.read_text(encoding="utf-8")
    (found,) = lines("matrix", KILLED, *wanted, cwd=place)
    assert [s["id"] for s in found["statements"]] == [row["statement"] for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("analyse", "unicorns"), 1),
        (("analyse", "--view", "unicorns"), 1),
        (("analyse", "--since", "yesterday"), 1),
        (("analyse", "--graphml", "kg-store"), 1),
        (("analyse", "--top", "-1"), 2),
        (("matrix", KILLED), 2),
        (("matrix", KILLED, "-H", "unicorns"), 1),
        (("matrix", "unicorns", "-H", "5"), 1),
        (("matrix", "", "-H", "5"), 1),
        (("matrix", "How many", "-H", "5"), 1),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    place: Path, arguments: tuple[str, ...], code: int
) -> None:
    done = kg(*arguments, cwd=place)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert len(done.stderr.splitlines()) == 1
        assert ";" in done.stderr
