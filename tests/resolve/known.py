"""Articles with one statement, for tests of frames, quantities and claims."""

from __future__ import annotations

from kg.annotate import Annotator
from kg.extract.frames import frames
from kg.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Extraction,
    Polarity,
    QuoteType,
    Span,
    SpeechAct,
    Statement,
)


def document(parser: Annotator, text: str) -> Document:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return next(parser.annotate([Article("a", "a.txt", text, (block,))]))


def statement(
    text: str,
    content: str | None = None,
    cue: str | None = None,
    polarity: Polarity = Polarity.POSITIVE,
    source: str | None = None,
) -> Statement:
    start = text.index(content) if content else 0
    at = text.index(cue) if cue else len(text) - 1
    return Statement(
        id="s",
        article="a",
        source=(_at(text, source),) if source else (),
        cue=(Span(at, at + len(cue or ".")),),
        content=(Span(start, start + len(content or text)),),
        cue_lemma="say",
        quote_type=QuoteType.INDIRECT,
        speech_act=SpeechAct.ASSERT,
        polarity=polarity,
    )


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def extraction(parsed: Document, *statements: Statement) -> Extraction:
    return Extraction(statements, frames(parsed, statements))
