"""Fit the weights of `kg.extract.weigh` on PolNeAR's train part.

    python bench/fit_merge.py POLNEAR

Reads every twelfth text of POLNEAR/train, which `kg.train` keeps the tagger from. Prints F1 by
six-fold cross-validation over articles for several thresholds, then the weights of all of them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from logistic import Floats, regression

from kg.annotate import Annotator
from kg.bench.attribution import SPLITS
from kg.bench.measure import counted, matched_by
from kg.extract import candidates_of
from kg.extract.merge import chosen
from kg.extract.spans import Spans
from kg.model import Article, Document
from kg.read import read
from kg.train.annotations import Annotated
from kg.train.annotations import read as read_annotations

FOLDS = 6
RIDGE = 10.0
THRESHOLDS = (0.15, 0.2, 0.225, 0.25, 0.275, 0.3, 0.35, 0.4)


@dataclass(frozen=True, slots=True)
class Text:
    """The candidates of one text, their features [N, F], whether each is right, and which count."""

    gold: Annotated
    found: Sequence[Spans]
    features: Floats
    right: Floats
    counts: npt.NDArray[np.bool_]


def main(corpus: Path) -> None:
    """Fit and print."""
    texts, names = prepared(corpus)
    chances = crossed(texts)
    for least in THRESHOLDS:
        total = sum((_kept(t, c, least) for t, c in zip(texts, chances, strict=True)), Counter())
        print(least, _f1(total))
    for name, weight in zip(names, fit(texts), strict=True):
        print(f'    "{name}": {weight:.2f},')


def prepared(corpus: Path) -> tuple[list[Text], list[str]]:
    """Read and annotate the texts held out and lay out the features."""
    split, step = SPLITS["held-out"]
    annotator = Annotator.load()
    texts: list[Text] = []
    names: list[str] = []
    golds = read_annotations([corpus / split])[::step]
    for gold, document in zip(golds, _documents(corpus / split, golds, annotator), strict=True):
        pairs = candidates_of(document)
        names = names or [name for _, named in pairs for name in named][: len(pairs[0][1])]
        found = [one for one, _ in pairs]
        table = np.array([[float(named[n]) for n in names] for _, named in pairs])
        right = np.array(matched_by(gold.text, gold.attributions, found), dtype=np.float64)
        texts.append(Text(gold, found, table, right, _outer(gold, found) | (right > 0)))
    return texts, names


def _documents(
    folder: Path, golds: Sequence[Annotated], annotator: Annotator
) -> Iterator[Document]:
    paths = [folder / "text" / f"{gold.name}.txt" for gold in golds]
    return annotator.annotate(a for a in read(paths) if isinstance(a, Article))


def _outer(gold: Annotated, found: Sequence[Spans]) -> npt.NDArray[np.bool_]:
    contents = [span for one in gold.attributions for span in one.content]
    return np.array([not any(c.covers(cue) for c in contents for cue in f.cue) for f in found])


def fit(texts: Sequence[Text]) -> Floats:
    """Fit a ridge logistic regression; returns weights of the raw features."""
    table = np.vstack([t.features[t.counts] for t in texts])
    right = np.concatenate([t.right[t.counts] for t in texts])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    mean[0], spread[spread == 0] = 0.0, 1.0
    scaled = (table - mean) / spread
    weights = regression(scaled, right, RIDGE)
    raw: Floats = weights / spread
    raw[0] -= (raw[1:] * mean[1:]).sum()
    return raw


def crossed(texts: Sequence[Text]) -> list[Floats]:
    """Return the chances of each text's candidates under weights fitted without its fold."""
    chances: dict[int, Floats] = {}
    for fold in range(FOLDS):
        weights = fit([t for i, t in enumerate(texts) if i % FOLDS != fold])
        for i in range(fold, len(texts), FOLDS):
            chances[i] = 1 / (1 + np.exp(-texts[i].features @ weights))
    return [chances[i] for i in range(len(texts))]


def _kept(text: Text, chances: Floats, least: float) -> Counter[str]:
    scored = [replace(f, score=float(c)) for f, c in zip(text.found, chances, strict=True)]
    return counted(text.gold.text, text.gold.attributions, chosen(scored, least))


def _f1(total: Counter[str]) -> str:
    both = total["gold"] + total["found"]
    parts = [f"{name} F1 {200 * total[name] / both:.2f}" for name in ("triple", "content")]
    parts += [
        f"{kind} {100 * total[f'{kind}.content'] / total[f'{kind}.gold']:.1f}"
        for kind in ("indirect", "speech")
    ]
    return ", ".join([*parts, f"{total['found']} found"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
