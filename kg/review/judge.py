"""One article's reading as it counts after review: a pure function of it and the decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.model import (
    Credibility,
    Decision,
    EditField,
    Judged,
    Mark,
    Passage,
    Reading,
    Reliability,
    Verb,
    Verdict,
)
from kg.review.casting import Cast, Remake, cast
from kg.review.edits import Desk, edit
from kg.review.identity import Identities, identities
from kg.review.places import Key, find, keys
from kg.review.topics import contested, grade_parts, in_order

ON_STATEMENTS = frozenset({Verb.REJECT, Verb.CONFIRM, Verb.EDIT, Verb.GRADE})


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions, sorted by time, prepared to be applied to any number of articles.

    `cited` has, by the keys of the articles that they cite, decisions on statements with their
    passages and the side that these are on.
    """

    decisions: tuple[Decision, ...]
    known: Identities
    cited: Mapping[Key, tuple[tuple[Decision, Passage, str], ...]]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """Prepare decisions; their order does not matter, and each counts once."""
    ordered = tuple(sorted({d.id: d for d in decisions}.values(), key=in_order))
    cited: defaultdict[Key, list[tuple[Decision, Passage, str]]] = defaultdict(list)
    for decision in ordered:
        for side, passages in (("a", decision.passages), ("b", decision.against)):
            for passage in passages:
                for key in keys(passage.citation):
                    cited[key].append((decision, passage, side))
    by_key = {key: tuple(found) for key, found in cited.items()}
    return Rulings(ordered, identities(ordered), by_key)


def judge(reading: Reading, decided: Rulings, remake: Remake) -> Judged:
    """Return a reading as it counts: actors as decided, fields corrected, the rejected apart."""
    if not decided.decisions:
        return Judged(reading, reading)
    played = cast(reading, decided.known, remake)
    placed = _placed(reading, decided)
    after, verdicts = _verdicts(played, placed, Desk(decided.known, remake))
    rejected = {v.statement for v in verdicts if v.rejected}
    kept = {s.id for s in after.statements} - rejected
    marks = {*played.marks, *_on_statements(verdicts), *_sides(placed, kept)}
    return Judged(
        found=reading,
        reading=after.only(kept) if rejected else after,
        rejected=after.only(rejected) if rejected else None,
        verdicts=verdicts,
        marks=tuple(sorted(marks, key=lambda m: (m.decision, m.thing, m.side))),
    )


Placed = Mapping[str, tuple[tuple[Decision, str], ...]]
"""Decisions with their sides, by the id of the statement that they were found to concern."""


def _placed(reading: Reading, decided: Rulings) -> Placed:
    """Find the statements that decisions are about."""
    near = {
        (decision.id, passage, side): decision
        for key in keys(reading.article)
        for decision, passage, side in decided.cited.get(key, ())
    }
    found: defaultdict[str, dict[tuple[str, str], Decision]] = defaultdict(dict)
    for (_, passage, side), decision in near.items():
        statement = find(passage, reading)
        if statement is not None:
            found[statement.id][decision.id, side] = decision
    return {
        key: tuple(
            (d, side)
            for (_, side), d in sorted(some.items(), key=lambda one: (in_order(one[1]), one[0][1]))
        )
        for key, some in sorted(found.items())
    }


def _verdicts(played: Cast, placed: Placed, desk: Desk) -> tuple[Reading, tuple[Verdict, ...]]:
    """Apply what was decided on each statement; what is in conflict changes nothing."""
    reading, verdicts = played.reading, {}
    for statement, some in placed.items():
        decisions = tuple(d for d, _ in some if d.verb in ON_STATEMENTS)
        off = contested(decisions)
        applied, found = [], []
        for decision in (d for d in decisions if d.id not in off):
            if decision.verb is Verb.EDIT:
                edited = edit(reading, statement, decision, desk)
                if edited is None:
                    continue
                reading = edited.reading
                found.append((decision.field or EditField.ACT, edited.found))
            applied.append(decision)
        amiss = tuple(d for d in decisions if d.id in off)
        verdicts[statement] = Verdict(statement, tuple(applied), amiss, tuple(found))
    return reading, tuple(_graded(reading, verdicts, played))


def _graded(reading: Reading, verdicts: Mapping[str, Verdict], played: Cast) -> Iterable[Verdict]:
    """Yield verdicts with their grades: the statement's own, else that of who stands behind it."""
    grades = played.grades or {}
    who = {a.statement: a for a in reading.attributions}
    behind = {
        key: grade
        for key, a in who.items()
        if (grade := grades.get(a.claimant or a.speaker or "")) is not None
    }
    for key in sorted({*verdicts, *behind}):
        verdict = verdicts.get(key) or Verdict(key)
        reliability, by = behind.get(key, (Reliability.F, ()))
        given = [d for d in verdict.applied if d.verb is Verb.GRADE]
        parts = [grade_parts(d.value or "") for d in given]
        own = next((letter for letter, _ in parts if letter), None)
        inherited = () if own else tuple(d for d in by if d.verb is Verb.GRADE)
        if verdict.applied or verdict.contested or inherited:
            yield replace(
                verdict,
                applied=(*verdict.applied, *inherited),
                reliability=own or reliability,
                credibility=next((d for _, d in parts if d), Credibility.UNKNOWN),
            )


def _on_statements(verdicts: Iterable[Verdict]) -> Iterable[Mark]:
    for verdict in verdicts:
        for decision in verdict.applied:
            if decision.passages:
                yield Mark(decision.id, verdict.statement)
        for decision in verdict.contested:
            yield Mark(decision.id, verdict.statement, contested=True)


def _sides(placed: Placed, kept: Collection[str]) -> Iterable[Mark]:
    """Yield on which side of a link a statement stands; no link rests on a rejected one."""
    for statement, some in placed.items():
        for decision, side in some:
            if decision.verb not in ON_STATEMENTS and statement in kept:
                yield Mark(decision.id, statement, side=side)
