"""Recall and precision on the annotated articles of tests/cases/attribution/articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from kg.annotate import Annotator
from kg.bench.measure import matches
from kg.extract import extract
from kg.extract.spans import Spans
from kg.model import Article, Statement
from kg.read import read

from .marked import Marked, unmarked

ARTICLES = Path(__file__).parent.parent / "cases" / "attribution" / "articles"
KINDS = {"border clash", "strike", "disaster toll", "protest", "company", "election"}
CASES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(ARTICLES.glob("*.yaml"))
}
MARKED = {name: unmarked(case["marked"]) for name, case in CASES.items()}


def test_there_are_five_articles_of_each_kind_at_least() -> None:
    kinds = [case["kind"] for case in CASES.values()]
    assert {kind: min(kinds.count(kind), 5) for kind in kinds} == dict.fromkeys(KINDS, 5)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Article]:
    folder = tmp_path_factory.mktemp("articles")
    for name, marked in MARKED.items():
        (folder / f"{name}.txt").write_text(marked.text, encoding="utf-8")
    return [a for a in read(sorted(folder.iterdir())) if isinstance(a, Article)]


@pytest.mark.parametrize("extractor", ["rules", "tagger"])
def test_almost_all_is_found_and_little_else(
    extractor: str, articles: list[Article], annotator: Annotator
) -> None:
    right = gold = found = 0
    missed: list[str] = []
    for marked, document in zip(MARKED.values(), annotator.annotate(articles), strict=True):
        statements = extract(document, extractor).statements
        hits, missing, extra = judged(marked, statements)
        right, gold, found = right + hits, gold + len(marked.gold), found + hits + len(extra)
        missed += [f"- {line}" for line in missing] + [f"+ {line}" for line in extra]
    report = "\n".join([f"{right} right of {gold} marked, {found} found", *missed])
    assert right / gold >= 0.9, report
    assert right / found >= 0.85, report


def judged(marked: Marked, found: Sequence[Statement]) -> tuple[int, list[str], list[str]]:
    """Count the hits; name what is missing and what is found but not there.

    What stands inside the content of a marked attribution and is not marked itself is not judged:
    whether a saying within a saying is one of its own is a matter of taste.
    """
    text = marked.text
    pairs = matches(text, marked.gold, found)
    left = [f for j, f in enumerate(found) if j not in {j for _, j in pairs}]
    spared = {j for _, j in matches(text, marked.optional, left)}
    extra = [f for j, f in enumerate(left) if j not in spared and not _inside(marked, f)]
    missing = [g for i, g in enumerate(marked.gold) if i not in {i for i, _ in pairs}]
    return len(pairs), [_line(text, one) for one in missing], [_line(text, one) for one in extra]


def _inside(marked: Marked, one: Statement) -> bool:
    contents = [span for gold in marked.gold for span in gold.content]
    return any(content.covers(cue) and content != cue for content in contents for cue in one.cue)


def _line(text: str, one: Spans | Statement) -> str:
    parts = (one.source, one.cue, one.content)
    return " | ".join(" … ".join(span.of(text) for span in part) for part in parts)
