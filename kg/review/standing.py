"""How each decision stands now: in force, in conflict with others, or about what is not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Decision, Mark
from kg.review.judge import Rulings
from kg.review.links import joined, sides
from kg.review.topics import conflicts


class State(StrEnum):
    """Whether a decision changes anything now."""

    IN_FORCE = "in force"
    CONFLICT = "in conflict"
    NOT_FOUND = "not found now"


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision, how it stands, the decisions (ids) against it, and the things found for it."""

    decision: Decision
    state: State
    against: tuple[str, ...]
    things: tuple[str, ...]


def standings(decided: Rulings, marks: Iterable[Mark]) -> tuple[Standing, ...]:
    """Return how decisions stand, in their order, given the marks that all articles bear.

    A link needs a statement on both its sides, everything else one thing that it is about.
    """
    found = tuple(marks)
    things: defaultdict[str, set[str]] = defaultdict(set)
    for mark in found:
        things[mark.decision].add(mark.thing)
    against, placed = _against(decided, found), sides(found)
    standing = []
    for decision in decided.decisions:
        key = decision.id
        here = all(placed[key]) if decision.against and key in placed else bool(things[key])
        state = State.IN_FORCE if here else State.NOT_FOUND
        state = State.CONFLICT if against[key] else state
        rivals, about = tuple(sorted(against[key])), tuple(sorted(things[key]))
        standing.append(Standing(decision, state, rivals, about))
    return tuple(standing)


def _against(decided: Rulings, marks: Iterable[Mark]) -> defaultdict[str, set[str]]:
    """Return, for each decision, those that it is in conflict with."""
    marks = tuple(marks)
    known = {d.id: d for d in decided.decisions}
    contested: defaultdict[str, list[Decision]] = defaultdict(list)
    for mark in marks:
        if mark.contested and mark.decision in known:
            contested[mark.thing].append(known[mark.decision])
    groups = set(decided.known.conflicts)
    groups |= joined(decided.decisions, sides(marks)).conflicts
    groups |= {pair for some in contested.values() for pair in conflicts(some)}
    against: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        for key in group:
            against[key] |= group - {key}
    return against
