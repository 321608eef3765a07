from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Article, Block, BlockKind, Span
from kg.resolve.given import denoted

FIRST = "Maria Novak, a doctor, spoke to Japanese reporters. Novak left Selwick Freight."
SECOND = "Doctor Maria Novak flew to Japan. She said that Selwick Freight was closed."


def keys(parser: Annotator, text: str, *words: str) -> list[str]:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    (document,) = parser.annotate([Article(str(len(text)), "a.txt", text, (block,))])
    spans = [Span(text.rindex(w), text.rindex(w) + len(w)) for w in words]
    return list(denoted(document, extract(document, "rules"), spans))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Novak", "Maria Novak"),
        ("Novak", "She"),
        ("Selwick Freight", "Selwick Freight"),
        ("Japanese", "Japan"),
    ],
)
def test_mentions_of_one_thing_have_one_key_in_any_article(
    parser: Annotator, one: str, other: str
) -> None:
    assert keys(parser, FIRST, one) == keys(parser, SECOND, other)


def test_a_pronoun_for_nobody_known_is_alone(parser: Annotator) -> None:
    alone = "They left. They came back."
    first, second = keys(parser, "They left.", "They"), keys(parser, alone, "They")
    assert first != second


def test_different_people_have_different_keys(parser: Annotator) -> None:
    text = "Maria Novak and Peter Weber met. Novak left, Weber stayed."
    one, other = keys(parser, text, "Novak", "Weber")
    assert one != other
