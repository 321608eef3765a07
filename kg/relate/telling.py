"""What an article tells of, as weighted words: which two articles tell of one event.

Each stem weighs more the more often the article uses it and the fewer articles of a news corpus
do (tf-idf with a logarithmic tf: Salton and Buckley 1988,
https://doi.org/10.1016/0306-4573(88)90021-0).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.model import Article, BlockKind
from kg.relate.words import STOP, stem

FREQUENCIES = Path(__file__).with_name("data") / "frequencies.tsv"
"""Stem and number of articles, tab separated; derived by `bench/derive_frequencies.py`."""

LIKE = 0.12
"""The cosine from which two articles tell of one event.

Of 601 pairs of articles of one kind on different events 1.2% reach it, of 105 on one event 78%
(invented reports of about 100 words; two of one event on average 0.2).
"""

SHARED = 3
"""How many words that few articles use two articles must share."""

RARE = 2.0
"""The inverse document frequency from which few articles use a word: one in seven."""

MARKS = 16
"""How many of its weightiest words mark an article."""

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_LONG = 3


def telling(text: str) -> Iterator[str]:
    """Yield the stems of the words of `text` that say what it tells of, names included."""
    return (stem(w) for w in _WORD.findall(text) if len(w) >= _LONG and w.lower() not in STOP)


def vector(article: Article) -> Mapping[str, float]:
    """Return the weights of the stems of an article, boilerplate left out; its length is 1."""
    blocks = (
        b.span.of(article.text) for b in article.blocks if b.kind is not BlockKind.BOILERPLATE
    )
    counts = Counter(word for block in blocks for word in telling(block))
    weights = {word: (1 + math.log(n)) * rarity(word) for word, n in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def marks(told: Mapping[str, float]) -> frozenset[str]:
    """Return the weightiest stems: two articles on one event seldom share none."""
    return frozenset(sorted(told, key=lambda word: (-told[word], word))[:MARKS])


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Tell whether two articles tell of one event, by the words that they share."""
    shared = one.keys() & other.keys()
    if sum(rarity(word) >= RARE for word in shared) < SHARED:
        return False
    return likeness(one, other) >= LIKE


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1."""
    return sum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))


def rarity(word: str) -> float:
    """Return the inverse document frequency of a stem, at least 0; of unknown ones the highest."""
    articles, table = _frequencies()
    return max(0.0, math.log((articles + 1) / (table.get(word, _LEAST - 1) + 1)))


_LEAST = 5


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    rows = [
        line.split("\t")
        for line in FREQUENCIES.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    (_, articles), *counts = rows
    return int(articles), {word: int(n) for word, n in counts}
