"""Statements and relations as lines of JSON: the format that is measured and piped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import (
    Actor,
    Attribution,
    Knowledge,
    Quantity,
    Reading,
    Relation,
    Review,
    Span,
    Statement,
    Verdict,
)
from kg.show.decided import origin, verdict_line

Line = dict[str, Any]


def every_statement_line(knowledge: Knowledge) -> Iterator[Line]:
    """Yield the line of each statement, those that people rejected, too, by article and place."""
    verdicts = {verdict.statement: verdict for verdict in knowledge.review.verdicts}
    rejected = {reading.article.id: reading for reading in knowledge.review.rejected}
    for reading in knowledge.readings:
        set_aside = rejected.get(reading.article.id)
        parts = [reading, *([set_aside] if set_aside else [])]
        lines = (line for part in parts for line in statement_lines(part, verdicts))
        yield from sorted(lines, key=lambda line: line["content"]) if set_aside else lines


def statement_lines(
    reading: Reading, verdicts: Mapping[str, Verdict] | None = None
) -> Iterator[Line]:
    """Yield one JSON-ready dict for each statement of `reading`, in the order of the text.

    Offsets are code points of the article's text, half open. `verdicts` are those of people, by
    the id of the statement.
    """
    decided = verdicts or {}
    actors = {actor.id: actor for actor in reading.actors}
    attributions = {a.statement: a for a in reading.attributions}
    for statement in reading.statements:
        attribution = attributions.get(statement.id, Attribution(statement.id, None, None))
        measured = [q for owner, q in reading.quantities if owner == statement.id]
        yield {
            **_spans(statement),
            "id": statement.id,
            "article": reading.article.path,
            **_manner(statement),
            "speaker": _actor(actors, attribution.speaker),
            "claimant": _actor(actors, attribution.claimant),
            "role": attribution.role,
            "targets": [
                {"id": target, "name": actors[target].name} for target in attribution.targets
            ],
            "quantities": [_quantity(actors, quantity) for quantity in measured],
            "verification": [
                {"span": _pair(note.span), "effect": note.effect} for note in statement.verification
            ],
            "refers_to": list(statement.refers_to),
            "reports": statement.reports,
            **verdict_line(decided.get(statement.id)),
            "text": " … ".join(span.of(reading.article.text) for span in statement.content),
        }


def relation_line(relation: Relation, review: Review | None = None) -> Line:
    """Return the JSON-ready dict of one link between statements, with who made it."""
    return {
        "id": relation.id,
        "kind": str(relation.kind),
        "type": relation.type,
        "issue": relation.issue,
        "a": list(relation.a),
        "b": list(relation.b),
        "because": relation.because,
        "origin": origin(relation, review or Review()),
    }


def dispute_line(relation: Relation, review: Review) -> Line:
    """Return the line of a dispute, with what was decided on the statements of both sides."""
    known = {verdict.statement: verdict for verdict in review.verdicts}
    sides = [key for key in (*relation.a, *relation.b) if key in known]
    reviewed = {key: verdict_line(known[key]) for key in sides}
    return {**relation_line(relation, review), "reviewed": reviewed}


def _spans(statement: Statement) -> Line:
    return {
        "source": [_pair(span) for span in statement.source],
        "cue": [_pair(span) for span in statement.cue],
        "content": [_pair(span) for span in statement.content],
    }


def _manner(statement: Statement) -> Line:
    return {
        "cue_lemma": statement.cue_lemma,
        "quote_type": str(statement.quote_type),
        "speech_act": str(statement.speech_act),
        "polarity": str(statement.polarity),
        "certainty": str(statement.certainty),
        "stance": str(statement.stance),
        "kind": str(statement.kind),
        "hedges": [_pair(span) for span in statement.hedges],
        "addressee": [_pair(span) for span in statement.addressee],
        "extractor": statement.extractor,
        "confidence": statement.confidence,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _actor(actors: Mapping[str, Actor], key: str | None) -> Line | None:
    if key is None:
        return None
    actor = actors[key]
    return {
        "id": actor.id,
        "name": actor.name,
        "type": str(actor.type),
        "anonymous": actor.anonymous,
    }


def _quantity(actors: Mapping[str, Actor], quantity: Quantity) -> Line:
    whom = actors[quantity.of_whom].name if quantity.of_whom else quantity.of_whom_text
    return {
        "span": _pair(quantity.span),
        "measure": quantity.measure,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "comparator": str(quantity.comparator),
        "unit": quantity.unit,
        "of_whom": whom,
        "by_whom": actors[quantity.by_whom].name if quantity.by_whom else None,
    }
