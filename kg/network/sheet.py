"""A story picture while it is filled: rows of boxes under titles, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Band, Place, Tie

THIRD = "Third parties"
STATEMENT_X = 240.0
ROW_HEIGHT, ROW_GAP = 94.0, 40.0
# Third parties stand under their own statements.
UNDER, UNDER_HEIGHT = 88.0, 122.0
LEFT, MIDDLE, RIGHT = -1, 0, 1


@dataclass(slots=True)
class Row:
    """Up to three statements at one height, by column."""

    band: int
    slots: dict[int, str]

    def takes(self, column: int) -> bool:
        """Tell whether a box fits in; a tie runs through the middle of a full row."""
        if column in self.slots:
            return False
        return MIDDLE not in (*self.slots, column) or (len(self.slots) < 2 and column != MIDDLE)


@dataclass(slots=True)
class Sheet:
    """The rows of a picture; `titles` are those of each band, `columns` where each box stands."""

    limit: int
    rows: list[Row] = field(default_factory=list)
    titles: list[list[str]] = field(default_factory=list)
    ties: dict[frozenset[str], Tie] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    def room(self) -> int:
        """Return for how many more boxes there is room."""
        return self.limit - len(self.columns)

    def add_row(self, title: str, slots: Mapping[int, str], after: int | None = None) -> None:
        """Put a row behind row number `after`, or behind the last row of the band of that title."""
        if after is None:
            band = self._band(title)
            held = [i for i, row in enumerate(self.rows) if row.band == band]
            after = held[-1] if held else len(self.rows) - 1
        else:
            band = self.rows[after].band
        self.rows.insert(after + 1, Row(band, dict(slots)))
        self.columns |= {statement: column for column, statement in slots.items()}

    def _band(self, title: str) -> int:
        for number, titles in enumerate(self.titles):
            if title in titles:
                return number
        self.titles.append([title])
        return len(self.titles) - 1

    def add_beside(self, partner: str, title: str, statement: str, column: int) -> None:
        """Put a statement at the height of the one that it answers, or in the next row."""
        at = next(i for i, row in enumerate(self.rows) if partner in row.slots.values())
        band = self.rows[at].band
        near = [row for row in self.rows[at : at + 2] if row.band == band and row.takes(column)]
        if near:
            near[0].slots[column] = statement
            self.columns[statement] = column
        else:
            self.add_row(title, {column: statement}, after=at)
        if title not in self.titles[band]:
            self.titles[band].append(title)

    def slope(self, pair: tuple[str, str], columns: tuple[int, int]) -> int:
        """Return how many rows apart two statements stand or would stand."""
        rows = self.heights()
        held = [rows.get(s) for s in pair]
        for (one, other), column in zip((held, held[::-1]), columns[::-1], strict=True):
            if one is not None and other is None:
                return 0 if self.rows[one].takes(column) else 1
        return abs(held[0] - held[1]) if held[0] is not None and held[1] is not None else 0

    def heights(self) -> dict[str, int]:
        """Return the number of the row of each statement."""
        return {s: number for number, row in enumerate(self.rows) for s in row.slots.values()}

    def third(self, row: Row) -> bool:
        """Tell whether a row is of third parties, who stand under their statements."""
        return THIRD in self.titles[row.band]

    def stacked(self) -> tuple[dict[str, Place], tuple[Band, ...]]:
        """Return where the boxes stand, and the bands behind them."""
        places: dict[str, Place] = {}
        spans: dict[int, tuple[float, float]] = {}
        y = -ROW_GAP - ROW_HEIGHT
        for row in self.rows:
            apart = UNDER_HEIGHT if self.third(row) else 0.0
            y += ROW_HEIGHT + (apart if row.band in spans else ROW_GAP)
            spans[row.band] = (spans.get(row.band, (y, y))[0], y)
            places |= {s: Place(column * STATEMENT_X, y) for column, s in row.slots.items()}
        bands = (Band(" · ".join(self.titles[n]), *span) for n, span in spans.items())
        return places, tuple(bands)

    def stands(self, places: Mapping[str, Place]) -> Iterator[tuple[Place, Place]]:
        """Yield where a third party can stand by its statement: under it, or beside it."""
        for row in self.rows:
            for column, statement in row.slots.items():
                at = places[statement]
                free = [c for c in (RIGHT, LEFT) if c not in row.slots]
                if self.third(row):
                    yield at, Place(at.x, at.y + UNDER)
                elif column == MIDDLE and free:
                    yield at, Place(free[0] * STATEMENT_X, at.y)
