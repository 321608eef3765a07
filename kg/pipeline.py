"""The one file that names the stages in order: articles in, knowledge out.

read -> **annotate -> extract -> resolve -> review -> relate** -> rdf -> store -> network -> show

What is between the stars happens here, without files, stores or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.annotate import Annotator, dispute_types, exclude, likeness
from kg.errors import ArticleError, KgError
from kg.extract import EXTRACTORS, extract
from kg.model import (
    Article,
    Decision,
    Document,
    Issue,
    Judged,
    Knowledge,
    Reading,
    Relation,
    Review,
)
from kg.relate import Meaning, relate
from kg.resolve import remade, resolve
from kg.review import Rulings, joined, judge, rulings, sides, without

__all__ = [
    "EXTRACTORS",
    "MEANING",
    "STAGES",
    "judged",
    "know",
    "known",
    "read_articles",
    "related",
]

STAGES = (
    "read",
    "annotate",
    "extract",
    "resolve",
    "review",
    "relate",
    "rdf",
    "store",
    "network",
    "show",
)

MEANING = Meaning(likeness, exclude, dispute_types)
"""What the packaged networks know of the meaning of contents."""


def read_articles(
    articles: Iterable[Article], annotator: Annotator, extractor: str = "tagger"
) -> Iterator[Reading | KgError]:
    """Yield what stands in each article, in the order given.

    An article that a stage cannot take is yielded as the error that names it; the others go on.

    Args:
        articles: the texts; may be a stream.
        annotator: a loaded language model, shared by all of them.
        extractor: one of `EXTRACTORS`.
    """
    for document in annotator.annotate(articles):
        yield _attempt(document, extractor)


def _attempt(document: Document, extractor: str) -> Reading | KgError:
    try:
        return resolve(document, extract(document, extractor))
    except KgError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a fault in one article must not cost the run
        return ArticleError.from_fault(document.article.path, error)


def judged(readings: Iterable[Reading], decided: Rulings) -> tuple[Judged, ...]:
    """Apply what people decided to each reading, sorted by article; readings do not interact."""
    found = (judge(reading, decided, remade) for reading in readings)
    return tuple(sorted(found, key=lambda one: one.found.article.id))


def know(readings: Sequence[Reading], decisions: Iterable[Decision] = ()) -> Knowledge:
    """Relate the readings of any number of articles to each other, as people decided.

    The order of readings and of decisions does not matter.
    """
    decided = rulings(decisions)
    return related(judged(readings, decided), decided)


def related(every: Sequence[Judged], decided: Rulings) -> Knowledge:
    """Relate what was judged, and add and take away the links that people decided on."""
    issues, relations = relate([one.reading for one in every], MEANING)
    links = joined(decided.decisions, sides(mark for one in every for mark in one.marks))
    kept = [*without(relations, links.cut), *links.add]
    return known(every, decided, issues, sorted(kept, key=lambda relation: relation.id))


def known(
    every: Sequence[Judged],
    decided: Rulings,
    issues: Sequence[Issue],
    relations: Sequence[Relation],
) -> Knowledge:
    """Gather what was judged and related."""
    verdicts = (verdict for one in every for verdict in one.verdicts)
    review = Review(
        decided.decisions,
        tuple(sorted(verdicts, key=lambda verdict: verdict.statement)),
        tuple(one.rejected for one in every if one.rejected is not None),
    )
    return Knowledge(tuple(one.reading for one in every), tuple(issues), tuple(relations), review)
