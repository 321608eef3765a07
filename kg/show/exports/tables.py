"""Statements and disputes as tables: CSV for spreadsheets, Parquet for data frames."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.errors import QueryError
from kg.model import Knowledge, LinkKind, Quantity
from kg.show.cards import Card, Voice, cards, voices
from kg.show.lines import statement_lines

Row = Mapping[str, str | int | float | None]

STATEMENTS = tuple(
    "id article path outlet published start end source cue words quote_type speech_act polarity "
    "certainty kind speaker claimant role targets quantities verification extractor "
    "confidence grade".split()
)
DISPUTES = tuple(
    "id type question side statement claimant speaker words low high path start end because".split()
)
_NUMBERS = {"start": int, "end": int, "confidence": float, "low": float, "high": float}
# A spreadsheet would run these as a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def statements_csv(knowledge: Knowledge) -> bytes:
    """Return one line for each statement, with the columns of `STATEMENTS`."""
    return csv_lines(STATEMENTS, statement_rows(knowledge))


def disputes_csv(knowledge: Knowledge) -> bytes:
    """Return one line for each statement on each side of each dispute, as in `DISPUTES`."""
    return csv_lines(DISPUTES, dispute_rows(knowledge))


def statements_parquet(knowledge: Knowledge) -> bytes:
    """Return the rows of `statements_csv` as a Parquet file with typed columns.

    Raises `QueryError` where pyarrow, the extra `parquet`, is not installed.
    """
    return _parquet(STATEMENTS, statement_rows(knowledge))


def disputes_parquet(knowledge: Knowledge) -> bytes:
    """Return the rows of `disputes_csv` as `statements_parquet` returns statements."""
    return _parquet(DISPUTES, dispute_rows(knowledge))


def statement_rows(knowledge: Knowledge) -> Iterator[Row]:
    """Yield the statements, by article and place; lists are joined by "; "."""
    heard = voices(knowledge)
    verdicts = {verdict.statement: verdict for verdict in knowledge.review.verdicts}
    for reading in knowledge.readings:
        for line in statement_lines(reading, verdicts):
            voice = heard[line["id"]]
            yield {
                **{name: line[name] for name in STATEMENTS if name in line},
                **_place(voice),
                "article": voice.article,
                "end": line["content"][-1][1],
                "source": " … ".join(reading.article.text[s:e] for s, e in line["source"]),
                "cue": voice.cue,
                "targets": _joined(target["name"] for target in line["targets"]),
                "quantities": _joined(map(_figure, line["quantities"])),
                "verification": _joined(voice.verification),
                "outlet": voice.outlet,
                "published": None if voice.published is None else voice.published.isoformat(),
            }


def _place(voice: Voice) -> dict[str, str | int | None]:
    return {
        "path": voice.path,
        "start": voice.span.start,
        "end": voice.span.end,
        "words": voice.words,
        "speaker": voice.speaker,
        "claimant": voice.claimant,
    }


def _figure(line: Mapping[str, Any]) -> str:
    low, high = ("" if end is None else _plain(end) for end in (line["low"], line["high"]))
    return f"{low}..{high} {line['unit']} {line['measure']}"


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def dispute_rows(knowledge: Knowledge) -> Iterator[Row]:
    """Yield the two sides of each dispute, statement by statement."""
    disputes = [r for r in knowledge.relations if r.kind is LinkKind.DISPUTE]
    for card in cards(knowledge, disputes):
        for side, heard, figure in zip("ab", (card.a, card.b), card.figures, strict=True):
            yield from _side(card, side, heard, figure)


def _side(card: Card, side: str, heard: Sequence[Voice], figure: Quantity | None) -> Iterator[Row]:
    for voice in heard:
        yield {
            **_place(voice),
            "id": card.id,
            "type": card.type,
            "question": card.question,
            "side": side,
            "statement": voice.statement,
            "low": None if figure is None else figure.low,
            "high": None if figure is None else figure.high,
            "because": card.because,
        }


def _parquet(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra: it is bigger than all of kg
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        what = "needs pyarrow, which is not installed"
        way_out = "run `pip install 'kg[parquet]'`, or choose csv"
        raise QueryError("parquet", what, way_out) from error  # noqa: EM101
    types = {int: pa.int64(), float: pa.float64(), str: pa.string()}
    schema = pa.schema([(name, types[_NUMBERS.get(name, str)]) for name in columns])
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(rows), schema=schema), out, compression="zstd")
    return out.getvalue()


def csv_lines(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV under their columns; no cell or name is a formula to a spreadsheet."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(map(_cell, columns))
    for row in rows:
        lines.writerow(_cell(row[name]) for name in columns)
    return out.getvalue().encode()


def _cell(value: str | float | None) -> str | float | None:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    formula = isinstance(value, str) and _FORMULA.match(value)
    return f"'{value}" if formula else value


def read_cell(cell: str) -> str:
    """Read back a text of a CSV file: without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
