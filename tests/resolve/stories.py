"""Stories of our own as documents, with their statements given, so that only resolve is tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kg.annotate import Annotator
from kg.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Document,
    Extraction,
    QuoteType,
    Span,
    SpeechAct,
    Statement,
)
from kg.resolve.attributions import attributions
from kg.resolve.denotes import Denotes, denotes

CASES = Path(__file__).resolve().parent.parent / "cases" / "resolve"


def cases() -> list[dict[str, Any]]:
    """All cases of all files, in order."""
    return [
        {**case, "file": path.stem}
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@dataclass(frozen=True, slots=True)
class Story:
    """One article as resolved."""

    document: Document
    extraction: Extraction
    known: Denotes
    voiced: tuple[Attribution, ...]

    def span(self, words: str, within: str | None = None) -> Span:
        """The first place of the words, or their place at the start of `within`."""
        text = self.document.article.text
        start = text.index(within or words)
        return Span(start, start + len(words))

    def name(self, actor: str | None) -> str | None:
        return self.known.actors[actor].name if actor else None

    def kind(self, actor: str | None) -> str | None:
        return self.known.actors[actor].type.value.lower() if actor else None


def document(
    parser: Annotator,
    text: str,
    headline: str | None = None,
    published: date | None = None,
    article: str = "story",
    *,
    dateline: str | None = None,
    outlet: str | None = None,
) -> Document:
    whole = f"{headline}\n\n{text}" if headline else text
    article_ = Article(
        article,
        f"{article}.txt",
        whole,
        _blocks(whole, headline),
        published=published,
        dateline=dateline,
        outlet=outlet,
    )
    return next(parser.annotate([article_]))


def _blocks(text: str, headline: str | None) -> tuple[Block, ...]:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        kind = BlockKind.HEADLINE if part == headline else BlockKind.PARAGRAPH
        if part.strip():
            blocks.append(Block(kind, Span(start, start + len(part.rstrip()))))
        start += len(part) + 2
    return tuple(blocks)


def statement(text: str, number: int, given: dict[str, Any]) -> Statement:
    source = text.index(given.get("at", given["source"]))
    content = text.index(given["content"])
    cue = text.index(given["cue"], min(source, content))
    return Statement(
        f"s{number}",
        "story",
        (Span(source, source + len(given["source"])),),
        (Span(cue, cue + len(given["cue"])),),
        (Span(content, content + len(given["content"])),),
        given["cue"],
        QuoteType.INDIRECT,
        SpeechAct.ASSERT,
    )


def story(parser: Annotator, case: dict[str, Any]) -> Story:
    stated = {
        key: case[key] for key in ("headline", "published", "dateline", "outlet") if key in case
    }
    parsed = document(parser, case["text"], **stated)
    text = parsed.article.text
    given = tuple(statement(text, n, g) for n, g in enumerate(case.get("statements", ())))
    extraction = Extraction(given, ())
    known = denotes(parsed, extraction)
    return Story(parsed, extraction, known, attributions(known.scene, known.noted))
