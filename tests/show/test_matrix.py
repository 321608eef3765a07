"""A matrix as a file for spreadsheets and as a page that stands alone."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg import KnowledgeGraph
from kg.model import Matrix
from kg.show.cards import Voice
from kg.show.matrix import matrix_csv, matrix_line, matrix_page
from tests.show.accessible import findings
from tests.show.conftest import Watched

HYPOTHESES = ["at least 50", "23", "=1+1 killed"]
Found = tuple[Matrix, dict[str, Voice]]


@pytest.fixture(scope="module")
def found(samples: KnowledgeGraph) -> Found:
    matrix = samples.matrix("Pakistani soldiers were killed", HYPOTHESES[:2])
    return matrix, samples.voices(row.statement for row in matrix.rows)


def test_the_file_has_a_line_a_statement_and_a_column_a_hypothesis(found: Found) -> None:
    rows = list(csv.DictReader(io.StringIO(matrix_csv(*found).decode())))
    assert [row["statement"] for row in rows] == [row.statement for row in found[0].rows]
    assert {row["1: at least 50"] for row in rows} == {"consistent", "inconsistent"}
    assert all(row["words"] for row in rows)


def test_json_says_what_is_counted_and_never_ranks(found: Found) -> None:
    line = matrix_line(found[0])
    assert [h["text"] for h in line["hypotheses"]] == HYPOTHESES[:2]
    assert all({"inconsistent", "inconsistent_origins"} <= set(h) for h in line["hypotheses"])
    assert len(line["statements"]) == len(found[0].rows)


def test_the_page_stands_alone_and_can_be_read_by_all(
    watched: Watched, found: Found, tmp_path: Path
) -> None:
    path = tmp_path / "matrix.html"
    path.write_text(matrix_page(*found), encoding="utf-8")
    for width in (1440, 1024, 390):
        watched.page.set_viewport_size({"width": width, "height": 844})
        page = watched.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("tbody tr").count() == len(found[0].rows)
    assert "no ranking" in page.locator("tfoot").inner_text()
    assert findings(Axe(), page) == []
    watched.assert_quiet()
