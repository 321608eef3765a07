"""A matrix of statements and hypotheses as a table, a CSV file and a page that stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model import Assessed, Matrix
from kg.show.cards import Voice
from kg.show.exports.tables import csv_lines
from kg.show.pages import ALONE, PAGE, render

COLUMNS = tuple("statement claimant speaker words outlet published path start end".split())


def matrix_csv(found: Matrix, voices: Mapping[str, Voice]) -> bytes:
    """Return one line a statement: who, what, where, and how it goes with each hypothesis.

    The hypotheses' columns are called by their number and words, which keeps equal words apart.
    """
    named = [f"{n}: {h.text}" for n, h in enumerate(found.hypotheses, 1)]
    columns = (*COLUMNS, *named, "diagnostic")
    rows = [_line(row, voices[row.statement], named) for row in found.rows]
    return csv_lines(columns, rows)


def _line(row: Assessed, voice: Voice, named: list[str]) -> dict[str, str | int | None]:
    fits = {name: str(cell.fit) for name, cell in zip(named, row.cells, strict=True)}
    return {
        "statement": voice.statement,
        "claimant": voice.claimant,
        "speaker": voice.speaker,
        "words": voice.words,
        "outlet": voice.outlet,
        "published": None if voice.published is None else voice.published.isoformat(),
        "path": voice.path,
        "start": voice.span.start,
        "end": voice.span.end,
        **fits,
        "diagnostic": "yes" if row.diagnostic else "no",
    }


def matrix_page(found: Matrix, voices: Mapping[str, Voice]) -> str:
    """Return the matrix as HTML in one file that asks nothing of a network."""
    rows = [(voices[row.statement], row) for row in found.rows]
    return render("matrix.html.j2", ALONE, (PAGE,), matrix=found, rows=rows)


def matrix_line(found: Matrix) -> dict[str, Any]:
    """Return a matrix as a JSON-ready dict."""
    return {
        "issue": found.issue.id,
        "question": found.issue.question,
        "hypotheses": [
            {
                "text": one.text,
                "low": one.low,
                "high": one.high,
                "claims": list(one.claims),
                "inconsistent": list(against.statements),
                "inconsistent_origins": against.origins,
            }
            for one, against in zip(found.hypotheses, found.against, strict=True)
        ],
        "statements": [
            {
                "id": row.statement,
                "cells": [{"fit": str(c.fit), "because": c.because} for c in row.cells],
                "diagnostic": row.diagnostic,
            }
            for row in found.rows
        ],
    }
