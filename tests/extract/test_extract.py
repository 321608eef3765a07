from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate import Annotator
from kg.extract import extract, found_by_rules
from kg.extract.tree import tree_of
from kg.model import Article, Block, BlockKind, Document, Span

WORDS = ["Malk", "the union", "who", "it", "claims", "said", "denied", "was accused", "of", "by"]
MARKS = [",", ".", "“", "”", '"', ":", "—", "😀", "that", "rained", "lying", "according to"]
NOISE = st.lists(st.sampled_from([*WORDS, *MARKS]), min_size=1, max_size=25).map(" ".join)


def parsed(parser: Annotator, text: str) -> Document:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    (document,) = parser.annotate([Article("a", "a.txt", text, (block,))])
    return document


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NOISE)
def test_rules_survive_any_order_of_words_and_marks(parser: Annotator, text: str) -> None:
    for spans in found_by_rules(tree_of(parsed(parser, text))):
        assert spans.cue
        assert spans.content
        for part in (spans.source, spans.cue, spans.content):
            assert all(left.end <= right.start for left, right in pairwise(part))
            assert all(span.of(text) == span.of(text).strip() for span in part)


def test_a_saying_inside_a_saying_is_found_as_well(parser: Annotator) -> None:
    text = "The mayor said that the union had claimed that nobody was hurt."
    found = extract(parsed(parser, text), "rules").statements
    assert [[span.of(text) for span in statement.source] for statement in found] == [
        ["The mayor"],
        ["the union"],
    ]


def test_without_tags_the_tagger_reads_as_the_rules_do(parser: Annotator) -> None:
    document = parsed(parser, "Police said two people were hurt.")
    by_tagger, by_rules = extract(document), extract(document, "rules")
    assert [s.content for s in by_tagger.statements] == [s.content for s in by_rules.statements]


def test_an_unknown_extractor_is_refused(parser: Annotator) -> None:
    with pytest.raises(ValueError, match="tagger, rules"):
        extract(parsed(parser, "It rained."), "oracle")
