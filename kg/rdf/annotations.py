"""Statements as Web Annotations on their articles.

https://www.w3.org/TR/annotation-model/: each span has a position selector, and a quote selector
that finds it again in a text that was re-encoded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kg.model import Article, Knowledge, Reading, Span, Statement
from kg.rdf import vocabulary as v
from kg.rdf.follow import CONTEXT_LENGTH
from kg.rdf.ntriples import part

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Json = dict[str, Any]


def web_annotations(knowledge: Knowledge) -> str:
    """Return one `AnnotationCollection` with an annotation for each statement."""
    items = [one for reading in knowledge.readings for one in _annotations(reading)]
    collection = {
        "@context": _CONTEXT,
        "id": f"{v.BASE}annotations/all",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {
            "id": f"{v.BASE}annotations/page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return f"{json.dumps(collection, ensure_ascii=False, indent=1)}\n"


def _annotations(reading: Reading) -> Iterator[Json]:
    for statement in reading.statements:
        yield {
            "id": f"{v.BASE}annotation/{part(statement.id)}",
            "type": "Annotation",
            "motivation": "identifying",
            "creator": {"type": "Software", "name": statement.extractor},
            "body": _bodies(reading, statement),
            "target": [_target(reading.article, span) for span in statement.content],
        }


def _bodies(reading: Reading, statement: Statement) -> list[Json]:
    """Name the statement and its claims, and tag it with its speech act and its claimant."""
    names = {actor.id: actor.name for actor in reading.actors}
    who = {a.statement: a.claimant or a.speaker for a in reading.attributions}.get(statement.id)
    claims = [c.claim for c in reading.commitments if c.statement == statement.id]
    things = [f"{v.STATEMENTS}{part(statement.id)}", *(f"{v.CLAIMS}{part(c)}" for c in claims)]
    tags = [statement.speech_act.value, *([names[who]] if who in names else [])]
    return [
        *({"type": "SpecificResource", "source": one, "purpose": "identifying"} for one in things),
        *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags),
    ]


def _target(article: Article, span: Span) -> Json:
    text = article.text
    scope = {} if article.url is None else {"scope": article.url}
    return {
        "type": "SpecificResource",
        "source": f"{v.BASE}article/{part(article.id)}",
        **scope,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - CONTEXT_LENGTH) : span.start],
                "suffix": text[span.end : span.end + CONTEXT_LENGTH],
            },
        ],
    }
