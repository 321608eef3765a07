"""What two decisions can contradict each other in, and which of them then apply: neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations

from kg.model import Credibility, Decision, EditField, Reliability, Verb

Topic = tuple[str, ...]


def grade_parts(value: str) -> tuple[Reliability | None, Credibility | None]:
    """Return the letter and the digit of an Admiralty grade; "B2", "B" and "2" are grades.

    Raises `ValueError` for what is none.
    """
    letter = value[:1].upper() if value[:1].isalpha() else ""
    digit = value[len(letter) :]
    if not letter and not digit:
        message = "no grade"
        raise ValueError(message)
    return Reliability(letter) if letter else None, Credibility(digit) if digit else None


def _standing(decision: Decision) -> Iterator[tuple[Topic, str]]:
    """Whether a statement counts."""
    yield ("standing",), decision.verb.value


def _edit(decision: Decision) -> Iterator[tuple[Topic, str]]:
    """What a field should hold; of quantities each is a field."""
    which = decision.found if decision.field is EditField.QUANTITY else None
    named = (f"{a.type} {a.name} {a.state}" for a in decision.actors)
    yield ("edit", decision.field or "", which or ""), next(named, decision.value or "")


def _grade(decision: Decision) -> Iterator[tuple[Topic, str]]:
    """Each part of a grade."""
    for part in grade_parts(decision.value or ""):
        if part is not None:
            yield (type(part).__name__,), part.value


def _given(decision: Decision) -> Iterator[tuple[Topic, str]]:
    """A name or a type."""
    yield (decision.verb.value,), decision.value or ""


TOPICS: Mapping[Verb, Callable[[Decision], Iterator[tuple[Topic, str]]]] = {
    Verb.REJECT: _standing,
    Verb.CONFIRM: _standing,
    Verb.EDIT: _edit,
    Verb.GRADE: _grade,
    Verb.RENAME: _given,
    Verb.RETYPE: _given,
}
"""What each decision on one thing says: (topic, value); two values on a topic are a conflict."""


def topics(decision: Decision) -> Iterator[tuple[Topic, str]]:
    """Yield what a decision says of its thing; nothing for merges and links, which join two."""
    if decision.verb in TOPICS:
        yield from TOPICS[decision.verb](decision)


def contested(decisions: Collection[Decision]) -> frozenset[str]:
    """Return the ids of those decisions on one thing that contradict others."""
    return frozenset(key for pair in conflicts(decisions) for key in pair)


def conflicts(decisions: Collection[Decision]) -> frozenset[frozenset[str]]:
    """Return the pairs (ids) of decisions on one thing that say different things of one topic."""
    said: defaultdict[Topic, list[tuple[str, str]]] = defaultdict(list)
    for decision in decisions:
        for topic, value in topics(decision):
            said[topic].append((value, decision.id))
    return frozenset(
        frozenset((one, other))
        for group in said.values()
        for (value, one), (rival, other) in combinations(group, 2)
        if value != rival
    )


def in_order(decision: Decision) -> tuple[str, str]:
    """Return the sort key of decisions: when they were made, then their id."""
    return decision.when.isoformat(), decision.id
