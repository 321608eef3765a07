"""The JSON API: what is listed, by which fields it is chosen, and how it is described."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from kg.errors import NotFoundError, QueryError
from kg.model import Knowledge, LinkKind, Reading, SpeechAct
from kg.show import dossiers
from kg.show.lines import dispute_line, statement_lines

Line = dict[str, Any]
_LISTED = "`/api` says what there is"


@dataclass(frozen=True, slots=True)
class Collection:
    """Things of one kind at `/api/NAME`; each is found again at `/api/NAME/ID`.

    `filters` are the query parameters that choose: name -> (what it says, does a line fit it).
    """

    name: str
    about: str
    lines: Callable[[Knowledge], Iterable[Line]]
    one: Callable[[Knowledge, Line], Line] = lambda _, line: line
    filters: Mapping[str, tuple[str, Callable[[Line, str], bool]]] = field(default_factory=dict)


def _articles(knowledge: Knowledge) -> Iterator[Line]:
    for reading in knowledge.readings:
        article = reading.article
        yield {
            "id": article.id,
            "path": article.path,
            "url": article.url,
            "headline": article.headline,
            "outlet": article.outlet,
            "agency": article.agency,
            "published": None if article.published is None else article.published.isoformat(),
            "statements": len(reading.statements),
        }


def _article(knowledge: Knowledge, line: Line) -> Line:
    reading = _reading(knowledge, line["id"])
    statements = [statement.id for statement in reading.statements]
    return {**line, "text": reading.article.text, "statements": statements}


def _reading(knowledge: Knowledge, article: str) -> Reading:
    return next(reading for reading in knowledge.readings if reading.article.id == article)


def _statements(knowledge: Knowledge) -> Iterator[Line]:
    verdicts = {verdict.statement: verdict for verdict in knowledge.review.verdicts}
    for reading in knowledge.readings:
        for line in statement_lines(reading, verdicts):
            yield {**line, "article_id": reading.article.id}


def _disputes(knowledge: Knowledge) -> Iterator[Line]:
    questions = {issue.id: issue.question for issue in knowledge.issues}
    for relation in knowledge.relations:
        if relation.kind is LinkKind.DISPUTE:
            question = questions.get(relation.issue or "")
            yield {**dispute_line(relation, knowledge.review), "question": question}


def _actors(knowledge: Knowledge) -> Iterator[Line]:
    found = {actor.id: actor for reading in knowledge.readings for actor in reading.actors}
    for key in sorted(found):
        yield {"id": key, "name": found[key].name, "type": str(found[key].type)}


def _actor(knowledge: Knowledge, line: Line) -> Line:
    return dossiers.dossier(knowledge, line["id"]).as_line()


def _is(name: str) -> Callable[[Line, str], bool]:
    return lambda line, wanted: line[name] == wanted


def _is_act(line: Line, wanted: str) -> bool:
    if wanted not in set(SpeechAct):
        raise QueryError(wanted, "is no speech act", f"choose {', '.join(sorted(SpeechAct))}")
    return bool(line["speech_act"] == wanted)


def _voiced(line: Line, actor: str) -> bool:
    wanted = actor.casefold()
    people = (who for who in (line["speaker"], line["claimant"]) if who is not None)
    return any(wanted in {who["id"], who["name"].casefold()} for who in people)


def _named(line: Line, words: str) -> bool:
    return words.casefold() in line["name"].casefold()


COLLECTIONS = (
    Collection(
        "articles",
        "The articles that the store holds.",
        _articles,
        _article,
        {"outlet": ("name of the publisher", _is("outlet"))},
    ),
    Collection(
        "statements",
        "Who said what, with the places of the words; the fields of `kg statements --json`.",
        _statements,
        filters={
            "article": ("id of an article", _is("article_id")),
            "actor": ("id or name of who speaks or whose claim it is", _voiced),
            "speech_act": ("assert, deny, accuse ...", _is_act),
        },
    ),
    Collection(
        "disputes",
        "Statements that do not go together, and why.",
        _disputes,
        filters={"type": ("numeric, denial, blame ...", _is("type"))},
    ),
    Collection(
        "actors",
        "Who speaks and who is spoken of.",
        _actors,
        _actor,
        {"name": ("part of the name", _named)},
    ),
)


def listed(
    collection: Collection, knowledge: Knowledge, asked: Mapping[str, str], most: int
) -> Line:
    """Return a page of a collection: `items`, `total`, and the `next` address or None.

    Raises `QueryError` for a parameter that is not known or not a number.
    """
    for name in asked:
        if name not in {"limit", "offset", *collection.filters}:
            raise QueryError(name, "is not a parameter here", _LISTED)
    limit, offset = _whole(asked, "limit", most), _whole(asked, "offset", 0)
    chosen = [(test, asked[n]) for n, (_, test) in collection.filters.items() if n in asked]
    fitting = [
        line
        for line in collection.lines(knowledge)
        if all(test(line, wanted) for test, wanted in chosen)
    ]
    end = offset + min(limit, most)
    return {
        "total": len(fitting),
        "offset": offset,
        "next_offset": end if end < len(fitting) else None,
        "items": fitting[offset:end],
    }


def _whole(asked: Mapping[str, str], name: str, usual: int) -> int:
    text = asked.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise QueryError(name, "is not a whole number", "write digits only")
    return int(text)


def found(collection: Collection, knowledge: Knowledge, key: str) -> Line:
    """Return one thing of a collection. Raises `NotFoundError`."""
    for line in collection.lines(knowledge):
        if line["id"] == key:
            return collection.one(knowledge, line)
    raise NotFoundError(key, f"is not one of the {collection.name}", _LISTED)


def openapi(version: str) -> Line:
    """Return the OpenAPI description: https://spec.openapis.org/oas/v3.1.0."""
    paths = dict(chain.from_iterable(map(_paths, COLLECTIONS)))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg",
            "version": version,
            "description": "Who claims what about whom, in which exact words, and who disputes it.",
        },
        "paths": {**paths, "/sparql": {"get": _SPARQL}},
    }


_SPARQL = {
    "summary": "A SPARQL 1.1 query; it can also be posted.",
    "parameters": [
        {"name": "query", "in": "query", "schema": {"type": "string"}, "description": "the query"}
    ],
    "responses": {"200": {"description": "SPARQL results, or RDF"}},
}


def _paths(collection: Collection) -> Iterator[tuple[str, Line]]:
    pages = {"limit": "how many, at most 100", "offset": "from which on"}
    words = {name: about for name, (about, _) in collection.filters.items()}
    parameters = [_parameter(n, about) for n, about in words.items()]
    parameters += [_parameter(n, about, "integer") for n, about in pages.items()]
    yield f"/api/{collection.name}", {"get": _operation(collection.about, parameters)}
    key = {**_parameter("id", "its id"), "in": "path", "required": True}
    one = _operation(f"One of the {collection.name}, with all that is known.", [key])
    one["responses"]["404"] = {"description": "there is none with this id"}
    yield f"/api/{collection.name}/{{id}}", {"get": one}


def _parameter(name: str, about: str, kind: str = "string") -> Line:
    return {"name": name, "in": "query", "description": about, "schema": {"type": kind}}


def _operation(summary: str, parameters: list[Line]) -> Line:
    content = {"application/json": {"schema": {"type": "object"}}}
    responses = {"200": {"description": "found", "content": content}}
    return {"summary": summary, "parameters": parameters, "responses": responses}
