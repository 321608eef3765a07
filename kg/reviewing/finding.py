"""What the user means: statements by id, actors by id, name or alias, articles, relations."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg import rdf
from kg.errors import NotFoundError
from kg.linking.asking import articles_at, rows
from kg.model import Actor, ActorName, ActorType, Citation, Passage, Reading, Relation, Statement
from kg.rdf import lookup
from kg.review import Identities, cite, passage
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """A statement and the reading that it was found in."""

    reading: Reading
    statement: Statement

    @property
    def passage(self) -> Passage:
        """Return by what it is found again."""
        return passage(self.reading, self.statement)


def statement(engine: Store, key: str) -> Place:
    """Return the statement with an id, as it was found.

    Raises `kg.errors.NotFoundError` when the store does not hold it.
    """
    for (article,) in rows(engine, lookup.articles_stating([key])):
        for reading in _found(engine, lookup.article_of(article)):
            for one in reading.statements:
                if one.id == key:
                    return Place(reading, one)
    raise NotFoundError(key, "no such statement", "`kg statements --json` lists their ids")


def actor(engine: Store, wanted: str, known: Identities) -> ActorName:
    """Return by what the actor with this id, name or alias, in any case, is found again.

    Of actors that were merged, a name means the one that was found by it.

    Raises `kg.errors.NotFoundError` when there is none, or more than one.
    """
    called = rows(engine, lookup.actors_called(wanted))
    named = [row for row in called if not row[-1]] or called
    found = {key: (name, kind) for key, name, kind, *_ in named}
    if len(found) > 1:
        ids = (f"{lookup.article_of(key)} ({name}, {kind})" for key, (name, kind) in found.items())
        way_out = f"name one by its id: {', '.join(sorted(ids))}"
        raise NotFoundError(wanted, "is the name of several actors", way_out)
    names = {row[-2] for row in named} - {""}
    keys = [lookup.article_of(key) for key in found] or [wanted]
    sought = _Sought(keys[0], known)
    name = sought.among(engine, (), names) or sought.among(engine, keys, ())
    if name is not None:
        return name
    for judged, kind in found.values():
        return ActorName(keys[0], ActorType(kind), judged)
    way_out = "`kg query actors` lists their names and ids"
    raise NotFoundError(wanted, "no actor of that name or id", way_out)


@dataclass(frozen=True, slots=True)
class _Sought:
    """An actor, by the id that it now has."""

    key: str
    known: Identities

    def among(
        self, engine: Store, ids: Collection[str], names: Collection[str]
    ) -> ActorName | None:
        """Return how an article calls the actor that was found by one of the ids or names."""
        if not (ids or names):
            return None
        for (graph,) in rows(engine, lookup.speaking_of(ids, names)):
            for reading in _found(engine, lookup.article_of(graph)):
                states = {one.id: one.name for one in reading.actors}
                for one in reading.actors:
                    state = states.get(one.state or "")
                    if (one.id in ids or one.name in names) and self._is(one, state, reading):
                        return ActorName(
                            one.id, one.type, one.name, state, _own(engine, one, reading)
                        )
        return None

    def _is(self, one: Actor, state: str | None, reading: Reading) -> bool:
        key = self.known.key(one, state, reading.article)
        now = self.known.rulings[key].actor if key else None
        return self.key in {now, one.id}


def _own(engine: Store, one: Actor, reading: Reading) -> Citation | None:
    """Return the one article that speaks of an actor without a proper name."""
    if not _nameless(one):
        return None
    alone = len(rows(engine, lookup.speaking_of([one.id]))) == 1
    return cite(reading.article) if alone else None


def _nameless(one: Actor) -> bool:
    return one.anonymous or one.name == one.name.lower()


def article(engine: Store, wanted: str) -> Citation:
    """Return by what the article with an id, path or address is found again.

    Raises `kg.errors.NotFoundError` when the store does not hold it.
    """
    keys = [wanted] if engine.nquads(rdf.article_graph(wanted)) else []
    for term in ("path", "url"):
        keys += [key for key, _ in articles_at(engine, term, wanted)]
    for key in keys:
        for reading in _found(engine, key):
            return cite(reading.article)
    raise NotFoundError(wanted, "no such article", "`kg query articles` lists them")


def relation(engine: Store, key: str) -> Relation:
    """Return the relation with an id.

    Raises `kg.errors.NotFoundError` when the store does not hold it.
    """
    for (graph,) in rows(engine, lookup.home_of_relation(key)):
        for one in rdf.parse_relations(engine.nquads(graph))[1]:
            if one.id == key:
                return one
    raise NotFoundError(key, "no such link", "`kg relations --json` lists their ids")


def _found(engine: Store, article_id: str) -> Iterator[Reading]:
    yield from rdf.parse_readings(engine.nquads(rdf.article_graph(article_id)), found=True)
