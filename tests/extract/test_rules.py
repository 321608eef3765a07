"""Who says what, sentence by sentence: the cases stand in tests/cases/attribution."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate import Annotator
from kg.extract import found_by_rules
from kg.extract.tree import tree_of
from kg.model import Article, Block, BlockKind, Span

CASES = Path(__file__).parent.parent / "cases" / "attribution" / "sentences.yaml"
SENTENCES = [
    pytest.param(case, id=f"{group}: {case['text'][:40]}")
    for group, cases in yaml.safe_load(CASES.read_text(encoding="utf-8")).items()
    for case in cases
]


def article(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    return Article("a", "a.txt", text, (Block(kind, Span(0, len(text))),))


@pytest.mark.parametrize("case", SENTENCES)
def test_rules_find_source_cue_and_content(parser: Annotator, case: dict[str, Any]) -> None:
    kind = BlockKind.HEADING if case.get("heading") else BlockKind.PARAGRAPH
    (document,) = parser.annotate([article(case["text"], kind)])
    found = [
        [
            " ... ".join(span.of(case["text"]) for span in part)
            for part in (spans.source, spans.cue, spans.content)
        ]
        for spans in found_by_rules(tree_of(document))
    ]
    assert found == case["says"]
