"""Fit the weights of `kg.relate.signs` and `kg.relate.opposition` on stories of the tests.

    PYTHONPATH=. python bench/fit_opposition.py reports bulletins dispatches cables

Takes the pairs of statements of one story that the rule `contradiction` may ask about, whatever the
weights are now, and what the story lists as a dispute for right. Prints, by five-fold
cross-validation over stories, how many of the pairs above some scores are right, then the weights
fitted to all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from logistic import regression

from kg import pipeline
from kg.annotate import Annotator
from kg.model import Reading
from kg.relate.contrast import in_question, set_apart, tells
from kg.relate.evidence import Evidence, evidence
from kg.relate.opposition import log_odds, told, worth_asking
from kg.relate.signs import SIGNS
from tests.test_stories import COLLECTIONS, Case, says

FOLDS = 5
RIDGE = 0.1
SCORES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2, 1.5)


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair of one story: its number, what is shown of the pair, which listed disputes it is."""

    story: int
    shown: tuple[float, ...]
    disputes: frozenset[tuple[str, int]]


def main(names: Sequence[str]) -> None:
    """Fit and print."""
    annotator = Annotator.load()
    cases = [case for name in names for case in COLLECTIONS[name]]
    pairs = [pair for n, case in enumerate(cases) for pair in _samples(n, case, annotator)]
    features = np.array([[*pair.shown, 1.0] for pair in pairs])
    right = np.array([float(bool(pair.disputes)) for pair in pairs])
    fold = np.array([pair.story % FOLDS for pair in pairs])
    scores = np.zeros(len(pairs))
    for n in range(FOLDS):
        scores[fold == n] = features[fold == n] @ regression(
            features[fold != n], right[fold != n], RIDGE
        )
    print(f"{len(pairs)} pairs, {right.sum():.0f} right")
    for least in SCORES:
        drawn = [pair for pair, score in zip(pairs, scores, strict=True) if score >= least]
        found = {dispute for pair in drawn for dispute in pair.disputes}
        good = sum(bool(pair.disputes) for pair in drawn)
        print(f"{least:4.1f}: {good}/{len(drawn)} right, {len(found)} disputes found")
    named = (*(sign.name for sign in SIGNS), "meant", "alike", "base")
    for name, weight in zip(named, regression(features, right, RIDGE), strict=True):
        print(f"{name}: {weight:.2f}")


def _samples(story: int, case: Case, annotator: Annotator) -> Iterator[Sample]:
    readings = pipeline.read_articles(case.articles, annotator)
    every = [e for r in readings if isinstance(r, Reading) for e in evidence(r) if tells(e)]
    for c, e in permutations(every, 2):
        if in_question(c, e) and worth_asking(c, e, pipeline.MEANING) and not set_apart(c, e):
            odds = log_odds(pipeline.MEANING.exclude(told(c), told(e)))
            signs = (float(sign.shown(c, e)) for sign in SIGNS)
            alike = pipeline.MEANING.alike(c.words, e.words)
            yield Sample(story, (*signs, odds, alike), frozenset(_listed(case, c, e)))


def _listed(case: Case, c: Evidence, e: Evidence) -> Iterator[tuple[str, int]]:
    for number, link in enumerate((*case.expect, *case.tolerated)):
        ways = ((link.a, link.b), (link.b, link.a))
        if link.kind == "dispute" and any(says(c.words, a) and says(e.words, b) for a, b in ways):
            yield case.name, number


if __name__ == "__main__":
    main(sys.argv[1:])
