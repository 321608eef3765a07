"""Decisions in a store: put in place of others, and what they now concern."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from kg import rdf
from kg.linking.asking import lines, rows
from kg.model import ActorName, Citation, Decision, Mark, Verb
from kg.rdf import lookup
from kg.review import Rulings, rulings, same_article
from kg.store import Store


def decided(engine: Store) -> Rulings:
    """Return what people decided, as the store has it."""
    return rulings(rdf.parse_decisions(engine.nquads(rdf.REVIEW)))


def decide(engine: Store, old: Rulings, new: Rulings) -> None:
    """Put decisions in place of those that the store has, and mark the articles they concern."""
    if old.decisions == new.decisions:
        return
    before = lines([rdf.decisions_nquads(old.decisions)])
    after = lines([rdf.decisions_nquads(new.decisions)])
    pending = lines(
        lookup.pending_nquads(article, lookup.JUDGE) for article in _concerned(engine, old, new)
    )
    engine.patch("".join(sorted(before - after)), "".join(sorted((after - before) | pending)))


def marks(engine: Store) -> tuple[Mark, ...]:
    """Return what decisions were found to concern, in all articles."""
    sides = [mark for _, mark in placed(engine)]
    found = rows(engine, lookup.marks())
    things = (
        Mark(
            lookup.article_of(decision),
            lookup.article_of(actor or thing),
            actor=bool(actor),
            contested=bool(contested),
        )
        for decision, thing, contested, actor in found
        if actor or lookup.is_statement(thing)
    )
    return (*things, *sides)


def placed(engine: Store) -> list[tuple[str, Mark]]:
    """Return the statements on the sides of decisions on links, each with its article."""
    return [
        (
            lookup.article_of(graph),
            Mark(lookup.article_of(decision), lookup.article_of(statement), side=side),
        )
        for graph, decision, side, statement in rows(engine, lookup.placed())
    ]


def _concerned(engine: Store, old: Rulings, new: Rulings) -> set[str]:
    """Return the articles for which old and new decisions may not come to the same."""
    both = {d.id for d in old.decisions} & {d.id for d in new.decisions}
    changed = [d for d in (*old.decisions, *new.decisions) if d.id not in both]
    names = {n for d in (*old.decisions, *new.decisions) for n in d.actors}
    recast = {n for n in names if old.known.named(n) != new.known.named(n)}
    edits = [d for d in new.decisions if d.verb is Verb.EDIT and not recast.isdisjoint(d.actors)]
    places = {place for d in (*changed, *edits) for place in _places(d)}
    return {*_citing(engine, places), *_speaking_of(engine, recast)}


def _places(decision: Decision) -> Iterator[Citation]:
    yield from decision.citations
    for passage in (*decision.passages, *decision.against):
        yield passage.citation


def _citing(engine: Store, places: set[Citation]) -> Iterator[str]:
    if not places:
        return
    for article, path, url, outlet, published in rows(engine, lookup.cited()):
        day = date.fromisoformat(published) if published else None
        here = Citation(lookup.article_of(article), path, url or None, outlet or None, day)
        if any(same_article(place, here) for place in places):
            yield here.id


def _speaking_of(engine: Store, names: Collection[ActorName]) -> list[str]:
    actors = {name.actor for name in names if name.actor}
    sparql = lookup.speaking_of(actors, {name.name for name in names})
    return [lookup.article_of(graph) for (graph,) in rows(engine, sparql)] if names else []
