"""Rows: what analysis needs of a corpus, one row a thing, without the texts it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.model.claim import Commitment, Issue, Relation
from kg.model.entity import Actor
from kg.model.statement import Certainty, Polarity, QuoteType, SpeechAct, Stance


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Where statements were published; what is not known is None."""

    id: str
    path: str
    outlet: str | None = None
    agency: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement, who stands behind it and what it commits to.

    `words` is its content on one line, fragments joined by " … ", and `start` where that begins
    in the text. `heading` tells that it stands in a headline or heading, `notes` are the effects
    of the narrator's remarks, `targets` the ids of the actors that it is about.
    """

    id: str
    article: str
    start: int
    words: str
    quote: QuoteType
    act: SpeechAct
    polarity: Polarity
    certainty: Certainty
    stance: Stance
    heading: bool = False
    notes: tuple[str, ...] = ()
    speaker: str | None = None
    claimant: str | None = None
    targets: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    reports: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What was said to be so; `low` and `high` bound the figure of one that is `counted`."""

    id: str
    issue: str
    text: str
    counted: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A corpus as rows, each kind sorted by id; sides of relations are sorted, too.

    `actors` holds each article's actors as that article describes them, without aliases and role.
    """

    articles: tuple[ArticleRow, ...]
    statements: tuple[StatementRow, ...]
    actors: Mapping[str, tuple[Actor, ...]]
    claims: tuple[ClaimRow, ...]
    issues: tuple[Issue, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Backing:
    """An answer to an issue, and who affirms it, grouped by independent origin.

    `claims` are the ids of the claims that give this answer (the same figure, whoever did it),
    `text` the shortest of their wordings, `low` and `high` its figure. Each of `origins` holds
    the ids of statements that are one witness: a headline, a lead and a spokesman of one source.
    """

    issue: str
    text: str
    claims: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    counted: bool = False
    low: float | None = None
    high: float | None = None

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of all statements that affirm it."""
        return tuple(statement for origin in self.origins for statement in origin)
