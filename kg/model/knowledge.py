"""All that a store holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.claim import Issue, Reading, Relation
from kg.model.review import Review


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Readings of articles, sorted by article id, and what holds between their statements.

    The readings are those that count: as people decided, without what they rejected.
    """

    readings: tuple[Reading, ...]
    issues: tuple[Issue, ...]
    relations: tuple[Relation, ...]
    review: Review = field(default_factory=Review)
