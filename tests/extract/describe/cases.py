"""Read the cases of tests/cases/describe: articles with their parts marked in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.extract.spans import Spans
from kg.model import Article, Block, BlockKind, Span, content_id

FOLDER = Path(__file__).parents[2] / "cases" / "describe"
_MARK = re.compile(r"\[(?P<parts>[scx]\d+(,[scx]\d+)*):|\]")
_KINDS = {"# ": BlockKind.HEADLINE, "## ": BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class Case:
    """An article, the parts marked in it by number, and what is expected of some of them."""

    name: str
    article: Article
    spans: dict[int, Spans]
    expect: dict[int, dict[str, Any]]


def cases() -> list[Case]:
    return [
        _case(f"{path.stem}: {entry['name']}", entry["text"], entry["expect"])
        for path in sorted(FOLDER.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["articles"]
    ]


def _case(name: str, marked: str, expect: dict[int, dict[str, Any]]) -> Case:
    text, parts = _unmarked(marked)
    text, blocks, parts = _blocks(text, parts)
    numbers = sorted({number for _, number in parts})
    spans = {
        number: Spans(
            tuple(sorted(parts["s", number])),
            tuple(sorted(parts["c", number])),
            tuple(sorted(parts["x", number])),
            "marked",
            1.0,
        )
        for number in numbers
    }
    article = Article(content_id(name), f"{name}.txt", text, blocks)
    return Case(name, article, spans, expect)


Parts = dict[tuple[str, int], list[Span]]


def _unmarked(marked: str) -> tuple[str, Parts]:
    """Take the marks out of a text; spans then count in what is left."""
    text, at, opened = "", 0, []
    parts: Parts = defaultdict(list)
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["parts"]:
            opened.append((mark["parts"].split(","), len(text)))
            continue
        labels, start = opened.pop()
        for label in labels:
            parts[label[0], int(label[1:])].append(Span(start, len(text)))
    return text + marked[at:], parts


def _blocks(text: str, parts: Parts) -> tuple[str, tuple[Block, ...], Parts]:
    """Make each line a block; the marks of headings stay in the text, outside their block."""
    blocks = []
    for line in re.finditer(r"\S.*", text):
        sign = next((sign for sign in _KINDS if line[0].startswith(sign)), "")
        span = Span(line.start() + len(sign), line.end())
        blocks.append(Block(_KINDS.get(sign, BlockKind.PARAGRAPH), span))
    return text, tuple(blocks), parts
