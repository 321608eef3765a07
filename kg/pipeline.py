"""The one file that names the stages in order: articles in, knowledge out.

read -> **annotate -> extract -> resolve -> relate** -> rdf -> store -> network -> show

What is between the stars happens here, without files, stores or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.annotate import Annotator
from kg.errors import ArticleError, KgError
from kg.extract import EXTRACTORS, extract
from kg.model import Article, Document, Knowledge, Reading
from kg.relate import relate
from kg.resolve import resolve

__all__ = ["EXTRACTORS", "STAGES", "know", "read_articles"]

STAGES = ("read", "annotate", "extract", "resolve", "relate", "rdf", "store", "network", "show")


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


def know(readings: Sequence[Reading]) -> Knowledge:
    """Relate the readings of any number of articles to each other; their order does not matter."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    issues, relations = relate(ordered)
    return Knowledge(ordered, issues, relations)
