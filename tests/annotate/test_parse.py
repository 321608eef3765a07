from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate import Annotator
from kg.annotate.pieces import LONGEST, pieces
from kg.errors import ModelError
from kg.model import Article, Block, BlockKind, Span


def article(*blocks: tuple[BlockKind, str]) -> Article:
    text, spans = "", []
    for kind, words in blocks:
        spans.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    return Article("a", "a.txt", text, tuple(spans))


def test_blocks_are_parsed_apart_and_boilerplate_not_at_all(parser: Annotator) -> None:
    source = article(
        (BlockKind.HEADING, "Harbour Talks Stall"),
        (BlockKind.PARAGRAPH, "The union walked out. Nobody followed."),
        (BlockKind.BOILERPLATE, "Share this story"),
    )
    (document,) = parser.annotate([source])
    sentences = [
        source.text[document.tokens[a].span.start : document.tokens[b - 1].span.end]
        for a, b in document.sentences
    ]
    assert sentences == ["Harbour Talks Stall", "The union walked out.", "Nobody followed."]


def test_tokens_slice_back_and_heads_stay_in_their_sentence(parser: Annotator) -> None:
    source = article(
        (BlockKind.PARAGRAPH, "A hard-\nwrapped  line 😀 — “said”\nMalk."),
        (BlockKind.PARAGRAPH, "Zweite Zeile, olé."),
    )
    (document,) = parser.annotate([source])
    assert all(token.span.of(source.text) == token.text for token in document.tokens)
    assert [token.index for token in document.tokens] == list(range(len(document.tokens)))
    for start, end in document.sentences:
        assert all(start <= token.head < end for token in document.tokens[start:end])
    assert not any(token.text.isspace() for token in document.tokens)


def test_known_wrong_lemmas_are_corrected(parser: Annotator) -> None:
    (document,) = parser.annotate([article((BlockKind.PARAGRAPH, "She hoped for rain."))])
    assert document.tokens[1].lemma == "hope"


def test_order_is_kept_over_many_batches(parser: Annotator) -> None:
    base = article((BlockKind.PARAGRAPH, "It rained."))
    many = [replace(base, id=str(number)) for number in range(40)]
    assert [document.article.id for document in parser.annotate(iter(many))] == [
        one.id for one in many
    ]


def test_an_article_without_a_readable_block_gives_an_empty_document(parser: Annotator) -> None:
    (document,) = parser.annotate([article((BlockKind.BOILERPLATE, "Cookies"))])
    assert document.tokens == ()


def test_a_huge_block_is_cut_after_a_sentence() -> None:
    source = article((BlockKind.PARAGRAPH, "It rained all day. " * (LONGEST // 10)))
    spans = list(pieces(source))
    assert spans[0].start == 0
    assert spans[-1].end == source.blocks[0].span.end
    assert all(left.end == right.start for left, right in pairwise(spans))
    assert all(span.end - span.start <= LONGEST for span in spans)
    assert all(span.of(source.text).rstrip().endswith(".") for span in spans)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None, exclude_categories=()), min_size=1, max_size=40))
def test_no_text_raises_or_shifts(parser: Annotator, words: str) -> None:
    source = article((BlockKind.PARAGRAPH, words), (BlockKind.PARAGRAPH, "It rained."))
    (document,) = parser.annotate([source])
    assert all(token.span.of(source.text) == token.text for token in document.tokens)
    assert [token.text for token in document.tokens[-3:]] == ["It", "rained", "."]


def test_a_missing_model_says_how_to_get_it() -> None:
    with pytest.raises(ModelError, match="pip install"):
        Annotator.load("no_such_model")
