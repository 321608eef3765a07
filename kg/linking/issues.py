"""The wording of questions, as the articles that answer them come and go."""

from __future__ import annotations

from collections.abc import Sequence

from kg import rdf, relate
from kg.linking.asking import NOTHING, Lines, described, difference, lines, rows
from kg.linking.shelf import Shelf, readings
from kg.model import Reading
from kg.rdf import lookup
from kg.store import Store


def issues(
    engine: Store, come: Sequence[Reading], gone: Sequence[Reading], shelf: Shelf
) -> tuple[Lines, Lines]:
    """Return what is taken from and put to the issues that the articles answer.

    The words of a question are those of the fullest answer: a coming one is held against the
    one that gave them so far, and only when that one goes are all others asked.
    """
    raised, dropped = relate.wordings(come), relate.wordings(gone)
    asked = {*raised, *dropped}
    if not asked:
        return NOTHING, NOTHING
    found = rows(engine, lookup.worded_by(asked))
    worded = {lookup.article_of(i): lookup.article_of(a) for i, a in found}
    leaving = {reading.article.id for reading in gone}
    orphaned = {issue for issue in asked if worded.get(issue) in leaving}
    graphs = rows(engine, lookup.answering(orphaned)) if orphaned else []
    rivals = {lookup.article_of(graph) for (graph,) in graphs} | set(worded.values())
    arriving = {reading.article.id for reading in come}
    best = relate.wordings(readings(engine, arriving | (rivals - leaving), shelf))
    changed = orphaned | raised.keys()
    kept = [best[issue] for issue in sorted(changed & best.keys())]
    new = rdf.relations_nquads(
        [one.issue for one in kept], (), {one.issue.id: one.article for one in kept}
    )
    return difference(described(engine, lookup.issue_addresses(changed)), lines(new.values()))
