from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract.lexicon import NOUNS, ROWS, VERBS, cue_lemma, lookup
from kg.model import Article, Block, BlockKind, Document, Span, SpeechAct, Stance


def parsed(parser: Annotator, text: str) -> Document:
    whole = Span(0, len(text))
    (document,) = parser.annotate([Article("a", "a", text, (Block(BlockKind.PARAGRAPH, whole),))])
    return document


def test_each_word_has_one_row_of_its_kind() -> None:
    assert len({(row.lemma, row.is_noun) for row in ROWS}) == len(ROWS)
    assert all(row.origin for row in ROWS)


def test_stance_follows_the_word() -> None:
    assert VERBS["claim"].stance is Stance.DISTANCING
    assert VERBS["confirm"].stance is Stance.FACTIVE
    assert NOUNS["warning"].act is SpeechAct.WARN


@pytest.mark.parametrize(
    ("text", "cue", "lemma"),
    [
        ("The army pushed back against the claims.", "pushed back against", "push back against"),
        ("According to the fire brigade, it burned.", "According to", "according to"),
        ("The ministry has repeatedly denied it.", "has repeatedly denied", "deny"),
        ("They issued a statement labeling it illegal.", "issued a statement labeling", "label"),
        ("He hoped that it would rain.", "hoped", "hope"),
    ],
)
def test_a_cue_is_found_by_its_phrase_or_head(
    parser: Annotator, text: str, cue: str, lemma: str
) -> None:
    document = parsed(parser, text)
    start = text.index(cue)
    spans = (Span(start, start + len(cue)),)
    row = lookup(document, spans)
    assert cue_lemma(document, spans) == lemma
    assert row is not None
    assert row.lemma == lemma
