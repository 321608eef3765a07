"""From counts to figures with intervals: a seeded bootstrap over articles.

Articles, not attributions, are drawn: what one author writes goes together (Efron and Tibshirani
1993, "An Introduction to the Bootstrap", chapter 8; paired differences as in Koehn 2004,
https://aclanthology.org/W04-3250/).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kg.model import Role

DRAWS = 2000
SEED = 0
TAILS = (2.5, 97.5)
"""Percent."""

Counts: TypeAlias = Mapping[str, int]
Numbers: TypeAlias = npt.NDArray[np.float64]

_F1 = {
    **{f"token F1 {role}": (f"{role}.both", f"{role}.gold", f"{role}.found") for role in Role},
    "content precision": ("content", "found", "found"),
    "content recall": ("content", "gold", "gold"),
    "content F1": ("content", "gold", "found"),
    "triple precision": ("triple", "found", "found"),
    "triple recall": ("triple", "gold", "gold"),
    "triple F1": ("triple", "gold", "found"),
}
_RECALL = {
    f"recall {kind}": (f"{kind}.content", f"{kind}.gold", f"{kind}.gold")
    for kind in ("direct", "mixed", "indirect", "speech", "other")
}
FIGURES: dict[str, tuple[str, str, str]] = {**_F1, **_RECALL}
"""Name of a figure -> what is right, what there was, what was given; 2 right / (was + given)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in percent with its 95% interval; `gain` is that over a baseline, if any."""

    name: str
    value: float
    low: float
    high: float
    gain: tuple[float, float, float] | None = None


def figures(
    articles: Sequence[Counts], baseline: Sequence[Counts] | None = None
) -> tuple[Figure, ...]:
    """Add up the counts of articles; with a `baseline` of the same articles also the differences.

    Raises `ValueError` when the baseline has another number of articles.
    """
    draws = _draws(len(articles))
    now = {name: _values(name, articles, draws) for name in FIGURES}
    if baseline is None:
        return tuple(_figure(name, values) for name, values in now.items())
    if len(baseline) != len(articles):
        message = f"{len(baseline)} articles in the baseline, {len(articles)} here"
        raise ValueError(message)
    before = {name: _values(name, baseline, draws) for name in FIGURES}
    return tuple(_figure(name, values, values - before[name]) for name, values in now.items())


def _draws(articles: int) -> Numbers:
    """Return how often each article is drawn: first once each, then `DRAWS` times at random."""
    generator = np.random.default_rng(SEED)
    chances = np.full(articles, 1 / articles)
    drawn = generator.multinomial(articles, chances, size=DRAWS)
    return np.vstack([np.ones(articles), drawn])


def _values(name: str, articles: Sequence[Counts], draws: Numbers) -> Numbers:
    """Return the figure in percent, of all articles first, then of each draw."""
    table = np.array([[counts.get(key, 0) for key in FIGURES[name]] for counts in articles])
    right, was, given = (draws @ table).T
    values: Numbers = 200 * right / np.maximum(was + given, 1)
    return values


def _figure(name: str, values: Numbers, gains: Numbers | None = None) -> Figure:
    value, low, high = _interval(values)
    return Figure(name, value, low, high, None if gains is None else _interval(gains))


def _interval(values: Numbers) -> tuple[float, float, float]:
    low, high = np.percentile(values[1:], TAILS)
    return float(values[0]), float(low), float(high)
