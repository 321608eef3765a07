"""What people decided on statements and links, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import Decision, EditField, Relation, Review, Verb, Verdict

UNGRADED = Verdict("").grade


def notes(review: Review) -> Mapping[str, tuple[str, ...]]:
    """Return, by the id of a statement, what was decided on it: what, who, when and why."""
    return {verdict.statement: tuple(_notes(verdict)) for verdict in review.verdicts}


def origins(review: Review) -> Mapping[str, str]:
    """Return who made a link, by the id of the decision."""
    links = (d for d in review.decisions if d.verb is Verb.LINK)
    return {d.id: f"reviewed by {d.by}, {d.when:%Y-%m-%d}" for d in links}


def origin(relation: Relation, review: Review) -> str:
    """Return where a link comes from: who made it, or else "rule"."""
    return origins(review).get(relation.decision or "", "rule")


def verdict_line(verdict: Verdict | None) -> dict[str, Any]:
    """Return what was decided on a statement as fields of its JSON line."""
    known = verdict or Verdict("")
    applied = [_decision(d, in_force=True) for d in known.applied]
    contested = [_decision(d, in_force=False) for d in known.contested]
    return {
        "grade": known.grade,
        "rejected": known.rejected is not None,
        "found": {field.value: value for field, value in known.found},
        "decisions": applied + contested,
    }


def _decision(decision: Decision, *, in_force: bool) -> dict[str, Any]:
    return {
        "id": decision.id,
        "decision": decision.verb.value,
        "by": decision.by,
        "when": decision.when.isoformat().replace("+00:00", "Z"),
        "because": decision.because,
        "in_force": in_force,
    }


def _notes(verdict: Verdict) -> Iterator[str]:
    found = dict(verdict.found)
    for decision in verdict.applied:
        yield f"{_what(decision, found)} {_signed(decision)}"
    for decision in verdict.contested:
        yield f"in conflict, not applied: {_what(decision, {})} {_signed(decision)}"


def _what(decision: Decision, found: Mapping[EditField, str]) -> str:
    if decision.verb is Verb.GRADE:
        source = next((f"{name.name} graded" for name in decision.actors), "grade")
        return f"{source} {decision.value}"
    if decision.verb is not Verb.EDIT or decision.field is None:
        return f"{decision.verb.value}ed"
    now = decision.value or ", ".join(name.name for name in decision.actors)
    before = found.get(decision.field, decision.found)
    return f"{decision.field.value} edited: {now} (found: {before})"


def _signed(decision: Decision) -> str:
    return f"by {decision.by}, {decision.when:%Y-%m-%d}: {decision.because}"
