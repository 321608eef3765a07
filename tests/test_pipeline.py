from __future__ import annotations

from kg import pipeline
from kg.annotate import Annotator
from kg.errors import KgError
from kg.model import Article, Block, BlockKind, Span, content_id


def _article(text: str) -> Article:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Article(content_id("test", text), "test.txt", text, (block,))


TEXTS = [
    "The mayor of Eastwick said on Monday that 12 people were injured in the fire.",
    "\x00\x01 ”“ «» \u202e said \U0001f525" + " “" * 50,
    "The union said that 400 workers walked out, but the company put the number at 90.",
]


def test_odd_text_costs_neither_the_run_nor_the_order(annotator: Annotator) -> None:
    articles = [_article(text) for text in TEXTS]
    found = list(pipeline.read_articles(articles, annotator))
    assert not [item for item in found if isinstance(item, KgError)]
    assert [item.article.id for item in found if not isinstance(item, KgError)] == [
        article.id for article in articles
    ]


def test_what_one_article_gives_does_not_depend_on_the_others(annotator: Annotator) -> None:
    articles = [_article(text) for text in TEXTS]
    together = list(pipeline.read_articles(articles, annotator))
    alone = [next(pipeline.read_articles([article], annotator)) for article in articles]
    assert together == alone


def test_knowledge_does_not_depend_on_the_order(annotator: Annotator) -> None:
    readings = [
        item
        for item in pipeline.read_articles([_article(text) for text in TEXTS], annotator)
        if not isinstance(item, KgError)
    ]
    assert pipeline.know(readings) == pipeline.know(readings[::-1])
