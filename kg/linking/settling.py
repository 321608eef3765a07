"""Bringing the derived graphs up to date with what has come, is to go, or is judged anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg import pipeline, rdf, relate
from kg.linking.asking import NOTHING, Lines, described, holds, lines, quad, query, rows
from kg.linking.decisions import placed
from kg.linking.issues import issues
from kg.linking.shelf import Shelf, readings, tidy
from kg.linking.things import things
from kg.model import Judged, Knowledge, Mark, Reading, Relation
from kg.rdf import lookup, shared
from kg.review import Rulings, joined, sides, without
from kg.store import Store

_BATCH = 100
"""Articles that are judged anew together."""


def put(
    engine: Store, reading: Reading, decided: Rulings, shelf: Shelf, replaced: Iterable[str] = ()
) -> None:
    """Write an article's graph and mark it, and the articles that it replaces, as pending.

    Raises `kg.errors.ArticleError` for a text that RDF cannot hold; nothing is written then.
    """
    (judged,) = pipeline.judged([reading], decided)
    leaving = (lookup.pending_nquads(article, lookup.GO) for article in replaced)
    quads = _written(judged)
    engine.patch("", lookup.pending_nquads(reading.article.id, lookup.COME))
    engine.patch("", "".join([quads, *leaving]))
    shelf[reading.article.id] = judged.reading


def _written(judged: Judged) -> str:
    return rdf.judged_nquads(judged, relate.block_keys(judged.reading))


def take_out(engine: Store, article: str) -> None:
    """Mark an article as one that is to go."""
    engine.patch("", lookup.pending_nquads(article, lookup.GO))


def settle(engine: Store, shelf: Shelf, decided: Rulings) -> None:
    """Bring the derived graphs up to date with all that is pending."""
    pending = rows(engine, lookup.pending())
    changes = {(lookup.article_of(graph), change) for graph, change in pending}
    moving = {article for article, change in changes if change != lookup.JUDGE}
    if moving:
        come = readings(engine, (a for a, change in changes if change == lookup.COME), shelf)
        gone = readings(engine, (a for a, change in changes if change == lookup.GO), shelf)
        _link(engine, _Step(come, gone), decided, shelf)
        _done(engine, (change for change in changes if change[0] in moving))
    again = sorted(article for article, _ in changes if article not in moving)
    for start in range(0, len(again), _BATCH):
        some = again[start : start + _BATCH]
        _judge(engine, some, decided, shelf)
        _done(engine, ((article, lookup.JUDGE) for article in some))
    tidy(shelf)


def _done(engine: Store, changes: Iterable[tuple[str, str]]) -> None:
    engine.patch("".join(sorted(lookup.pending_nquads(*change) for change in changes)), "")


def _judge(engine: Store, articles: Sequence[str], decided: Rulings, shelf: Shelf) -> None:
    """Judge articles anew, as decisions now are."""
    graphs = {key: engine.nquads(rdf.article_graph(key)) for key in articles}
    found = rdf.parse_readings("".join(graphs.values()), found=True)
    anew = {
        one.found.article.id: one
        for one in pipeline.judged(found, decided)
        if _written(one) != graphs[one.found.article.id]
    }
    if anew:
        before = readings(engine, anew, shelf)
        after = tuple(anew[key].reading for key in sorted(anew))
        shelf.update((reading.article.id, reading) for reading in after)
        _link(engine, _Step(after, before, tuple(anew.values())), decided, shelf)


def rebuild(engine: Store, decided: Rulings) -> None:
    """Write all derived graphs anew from the articles' graphs, as one who trusts nothing else."""
    every = pipeline.judged(rdf.parse_readings(engine.nquads(), found=True), decided)
    wanted = {rdf.article_graph(one.found.article.id): _written(one) for one in every}
    wanted |= _derived(pipeline.related(every, decided))
    stale = (g for g in engine.graphs() if rdf.is_derived(g) and g not in wanted)
    engine.put_many({**dict.fromkeys(stale, ""), **wanted, lookup.PENDING: ""})


def _derived(knowledge: Knowledge) -> dict[str, str]:
    """Return all derived graphs, made at one go."""
    worded = {key: one.article for key, one in relate.wordings(knowledge.readings).items()}
    whole = rdf.derived_nquads(knowledge)
    return whole | rdf.relations_nquads(knowledge.issues, knowledge.relations, worded)


@dataclass(frozen=True, slots=True)
class _Step:
    """Readings that come and go; what is judged anew is in both, and in `anew`."""

    come: tuple[Reading, ...]
    gone: tuple[Reading, ...]
    anew: tuple[Judged, ...] = ()

    @property
    def articles(self) -> frozenset[str]:
        """Return the ids of all articles that change."""
        return frozenset(reading.article.id for reading in (*self.come, *self.gone))


def _link(engine: Store, step: _Step, decided: Rulings, shelf: Shelf) -> None:
    """Change every derived triple that changing articles change, then the articles."""
    change = relate.change(_neighbours(engine, step, shelf), step.come, step.gone, pipeline.MEANING)
    marks = placed(engine)
    before = _as_decided(change.before, decided, _marks_before(marks, step))
    after = _as_decided(change.after, decided, _marks_after(marks, step))
    issues_less, issues_more = issues(engine, step.come, step.gone, shelf)
    things_less, things_more = things(engine, step.come, step.gone)
    graphs = lines(engine.nquads(rdf.article_graph(r.article.id)) for r in step.gone)
    held = graphs | issues_less | things_less
    old = held | _relations(before) | _stored(engine, step)
    new = _relations(after) | lines(map(_written, step.anew)) | issues_more | things_more
    # What was decided before may have cut what `before` has: then all of `after` is put in.
    engine.patch("".join(sorted(old - new)), "".join(sorted(new - (held if step.anew else old))))
    _words(engine, Knowledge(step.come, (), after))


def _as_decided(
    found: Iterable[Relation], decided: Rulings, marks: Iterable[Mark]
) -> tuple[Relation, ...]:
    links = joined(decided.decisions, sides(marks))
    return (*without(found, links.cut), *links.add)


Placed = Iterable[tuple[str, Mark]]


def _marks_before(marks: Placed, step: _Step) -> Iterator[Mark]:
    """Yield the marks of all articles but those that come."""
    gone = {reading.article.id for reading in step.gone}
    return (mark for article, mark in marks if article in gone or article not in step.articles)


def _marks_after(marks: Placed, step: _Step) -> Iterator[Mark]:
    """Yield the marks of all articles but those that go, as those judged anew now bear them."""
    gone = {reading.article.id for reading in step.gone}
    yield from (mark for article, mark in marks if article not in gone)
    yield from (mark for one in step.anew for mark in one.marks)


def _stored(engine: Store, step: _Step) -> Lines:
    """Return the relations that rest on what is judged anew, by whatever was decided before."""
    statements = {s.id for reading in step.gone for s in reading.statements} if step.anew else ()
    if not statements:
        return NOTHING
    found = rows(engine, lookup.linking(statements))
    return described(engine, (address for (address,) in found))


def _neighbours(engine: Store, step: _Step, shelf: Shelf) -> tuple[Reading, ...]:
    """Load the readings that share a block with those that come or go, without these.

    Of a block that all look on at, and nobody is in, nothing is loaded.
    """
    own = {key for reading in (*step.come, *step.gone) for key in relate.block_keys(reading)}
    watched = {key.removesuffix(relate.ONLOOKER) for key in own if key.endswith(relate.ONLOOKER)}
    found = _having(engine, own - {f"{key}{relate.ONLOOKER}" for key in watched} | watched)
    inhabited = (own - watched) | {key for _, key in found if key in watched}
    found += _having(engine, {f"{key}{relate.ONLOOKER}" for key in inhabited})
    return readings(engine, {article for article, _ in found} - step.articles, shelf)


def _having(engine: Store, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Return the ids of the articles that have one of the keys, each with the key."""
    wanted = set(keys)
    found = rows(engine, lookup.neighbours(wanted)) if wanted else []
    return [(lookup.article_of(graph), key) for graph, key in found]


def _relations(relations: Sequence[Relation]) -> Lines:
    return lines(rdf.relations_nquads((), relations).values())


def _words(engine: Store, knowledge: Knowledge) -> None:
    """Describe the words that have come into use, and drop those that nobody uses any more."""
    held = lines([engine.nquads(shared.CONCEPTS)])
    if not holds(engine, lookup.any_article()):
        engine.patch("".join(sorted(held)), "")
        return
    unused = frozenset(quad(row) for row in query(engine, lookup.unused_words()).rows)
    used = lines([shared.word_nquads(knowledge)])
    engine.patch("".join(sorted(unused & held)), "".join(sorted(used - held)))
