"""Statements against hypotheses: a matrix as Analysis of Competing Hypotheses has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.claim import Issue


class Fit(StrEnum):
    """How a statement goes with a hypothesis; none of them says that either is true."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What somebody supposes: a figure in [low, high] (None: unbounded), or claims of the issue.

    `text` is as the user wrote it, `claims` are the ids of the claims whose words it has, empty
    for a figure. `unit` is "percent" or a currency where the words name one.
    """

    text: str
    low: float | None = None
    high: float | None = None
    claims: tuple[str, ...] = ()
    unit: str | None = None

    @property
    def counted(self) -> bool:
        """Tell whether it is a figure."""
        return not self.claims


@dataclass(frozen=True, slots=True)
class Cell:
    """How one statement goes with one hypothesis, and why."""

    fit: Fit
    because: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """A statement with a cell for each hypothesis.

    It is `diagnostic` when it does not go with all hypotheses alike: only then does it tell them
    apart.
    """

    statement: str
    cells: tuple[Cell, ...]

    @property
    def diagnostic(self) -> bool:
        """Tell whether the cells differ."""
        return len({cell.fit for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Against:
    """What is inconsistent with a hypothesis: statements, and their independent origins."""

    statements: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The statements on an issue, by date and place, against hypotheses in the user's order.

    `against` counts, for each hypothesis, what ACH counts: the inconsistent. It is no ranking.
    """

    issue: Issue
    hypotheses: tuple[Hypothesis, ...]
    rows: tuple[Assessed, ...]
    against: tuple[Against, ...]
