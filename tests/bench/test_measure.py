from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kg.annotate import Annotator
from kg.bench.figures import FIGURES, figures
from kg.bench.measure import counted, matches, types_of
from kg.extract import extract
from kg.extract.spans import Spans
from kg.model import Article, Span
from kg.read import read
from kg.train.annotations import read as read_annotations

TEXT = "The mayor said that the old bridge will close. “No,” said Ana. Ilk: all is well."


def spans(source: str, cue: str, content: str) -> Spans:
    return Spans(_part(source), _part(cue), _part(content), rule="", score=1.0)


def _part(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),) if words else ()


MAYOR = spans("The mayor", "said", "that the old bridge will close")


def test_a_content_with_half_of_the_words_is_found() -> None:
    half = spans("The mayor", "said", "old bridge will")
    assert counted(TEXT, [MAYOR], [half])["triple"] == 1


def test_a_content_with_fewer_words_is_not_found() -> None:
    less = spans("The mayor", "said", "will close")
    assert counted(TEXT, [MAYOR], [less])["content"] == 0


@pytest.mark.parametrize("source", ["", "Ana"])
def test_another_source_makes_a_content_no_triple(source: str) -> None:
    found = counted(TEXT, [MAYOR], [spans(source, "said", "that the old bridge will close")])
    assert (found["content"], found["triple"]) == (1, 0)


def test_edges_at_marks_do_not_count() -> None:
    gold, bare = spans("Ana", "said Ana", "“No,”"), spans("Ana", "said Ana", "No")
    assert counted(TEXT, [gold], [bare])["triple"] == 1


def test_a_cue_of_marks_matches_where_it_overlaps() -> None:
    colon = spans("Ilk", ":", "all is well")
    assert counted(TEXT, [colon], [colon])["triple"] == 1


def test_of_two_finds_for_one_attribution_only_one_counts() -> None:
    twin = spans("The mayor", "said", "the old bridge will close")
    assert matches(TEXT, [MAYOR], [twin, MAYOR]) == [(0, 1)]


def test_types_are_told_by_quote_marks_and_by_the_cue() -> None:
    golds = [MAYOR, spans("Ana", "said", "“No,”"), spans("", "will", "“No")]
    assert [types_of(TEXT, gold) for gold in golds] == [
        ("indirect", "speech"),
        ("direct", "speech"),
        ("mixed", "other"),
    ]


def test_intervals_hold_the_value_and_a_baseline_of_the_same_counts_gains_nothing() -> None:
    articles = [Counter(gold=10, found=9, triple=hits) for hits in (3, 9, 6, 1, 8)]
    triple = next(f for f in figures(articles, articles) if f.name == "triple F1")
    assert triple.low < triple.value < triple.high
    assert triple.gain == (0, 0, 0)


def test_figures_agree_with_the_reference_scorer(shared: Path, parser: Annotator) -> None:
    """On twelve articles of the train part; the scorer's own counts are read, none of its code."""
    sys.path.insert(0, str(shared / "tools"))
    # It lies beside the repository, if at all.
    from score_attribution import Scorer  # type: ignore[import-not-found]  # noqa: PLC0415

    folder = shared / "data" / "polnear" / "train"
    scorer, counts = Scorer(), []
    for gold in read_annotations([folder])[::65]:
        articles = list(read([folder / "text" / f"{gold.name}.txt"]))
        documents = parser.annotate([a for a in articles if isinstance(a, Article)])
        found = [s for document in documents for s in extract(document, "rules").statements]
        scorer.add(gold.text, _plain(gold.attributions), _plain(found))
        counts.append(counted(gold.text, gold.attributions, found))
    assert {f.name: round(f.value, 6) for f in figures(counts)} == {
        name: round(value, 6) for name, value in _reference(scorer).items()
    }


def _plain(found: Iterable[Any]) -> list[dict[str, list[tuple[int, int]]]]:
    roles = ("source", "cue", "content")
    return [{r: [(s.start, s.end) for s in getattr(one, r)] for r in roles} for one in found]


def _reference(scorer: Any) -> dict[str, float]:  # noqa: ANN401 - it has no types
    c, by = scorer.c, scorer.by
    values = {}
    for name in FIGURES:
        kind, what = name.rsplit(" ", 1)
        if kind == "token F1":
            right, was, given = (c[what, f"tok_{x}"] for x in ("tp", "g", "p"))
        elif kind == "recall":
            group = what if what in {"direct", "mixed", "indirect"} else f"cue:{what}"
            right, was, given = by[group]["iou.5"], by[group]["gold"], by[group]["gold"]
        else:
            right = c[{"content": "iou.5", "triple": "triple.5"}[kind]]
            was, given = {
                "F1": (c["gold"], c["pred"]),
                "recall": (c["gold"], c["gold"]),
                "precision": (c["pred"], c["pred"]),
            }[what]
        values[name] = 200 * right / (was + given)
    return values
