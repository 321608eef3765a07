"""Document to statements: who says what, in which words.

`EXTRACTORS` are the two ways to find attributions: "tagger" links the role tags of the document
and lets the rules add what a tagger cannot know, "rules" needs nothing but the parse.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.describe import statements
from kg.extract.frames import frames
from kg.extract.link import attributions
from kg.extract.merge import candidates, merged
from kg.extract.rules import RULES
from kg.extract.settle import settle
from kg.extract.spans import Spans
from kg.extract.tree import Tree, tree_of
from kg.model import Document, Extraction

__all__ = ["EXTRACTORS", "RULES", "candidates_of", "extract", "found_by_rules", "found_by_tagger"]

Extractor = Callable[[Tree], tuple[Spans, ...]]


def extract(document: Document, extractor: str = "tagger") -> Extraction:
    """Find every statement of a document and the predicates in what is said.

    Args:
        document: an annotated article; without role tags "tagger" behaves as "rules".
        extractor: a key of `EXTRACTORS`.

    Raises:
        ValueError: `extractor` is not one of `EXTRACTORS`.
    """
    if extractor not in EXTRACTORS:
        message = f"extractor {extractor!r} is not one of {', '.join(EXTRACTORS)}"
        raise ValueError(message)
    found = statements(document, EXTRACTORS[extractor](tree_of(document)))
    return Extraction(found, frames(document, found))


def found_by_rules(tree: Tree) -> tuple[Spans, ...]:
    """Find attributions with the cue lexicon and the parse alone."""
    return settle(tree, (candidate for rule in RULES for candidate in rule(tree)))


def found_by_tagger(tree: Tree) -> tuple[Spans, ...]:
    """Link the role tags and let the rules add headings, shared sources and what was missed."""
    document = tree.document
    if not document.tags:
        return found_by_rules(tree)
    linked = attributions(document.article.text, document.tags, document.links)
    return merged(tree, linked, found_by_rules(tree))


def candidates_of(document: Document) -> list[tuple[Spans, dict[str, float]]]:
    """Return all that tagger and rules propose, each with the features that decide on it."""
    tree = tree_of(document)
    linked = attributions(document.article.text, document.tags, document.links)
    return candidates(tree, linked, found_by_rules(tree))


EXTRACTORS: dict[str, Extractor] = {"tagger": found_by_tagger, "rules": found_by_rules}
