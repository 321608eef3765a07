"""Attribution on PolNeAR: run the pipeline on its texts and compare with what people marked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kg.annotate import Annotator
from kg.bench.figures import Figure, figures
from kg.bench.measure import Attributed, counted
from kg.errors import KgError, NotFoundError, ReadError
from kg.model import Span, Statement
from kg.pipeline import read_articles
from kg.read import read
from kg.train.annotations import Annotated
from kg.train.annotations import read as read_annotations

Found = TypeVar("Found")

CORPUS = "https://github.com/networkdynamics/PolNeAR"
SPLITS: dict[str, tuple[str, int]] = {
    "dev": ("dev", 1),
    "train10": ("train", 10),
    "held-out": ("train", 12),
}
"""Name of a split -> folder of the corpus and step: every so-manieth article by sorted name.

"held-out" is what `kg.train` keeps the tagger from; of "train10" it has seen most.
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """Counts by name of article: of all statements, and of those that no other one reports."""

    split: str
    extractor: str
    articles: Mapping[str, Counter[str]]
    outermost: Mapping[str, Counter[str]]

    def dumps(self) -> str:
        """Write as JSON, sorted, for a later `--baseline`."""
        parts = {"split": self.split, "extractor": self.extractor}
        tables = {"articles": self.articles, "outermost": self.outermost}
        return json.dumps({**parts, **tables}, indent=1, sort_keys=True) + "\n"


def run(
    data: Path | None,
    split: str = "dev",
    extractor: str = "tagger",
    *,
    weights: Path | None = None,
    watch: Callable[[Iterator[Annotated]], Iterable[Annotated]] = iter,
) -> Bench:
    """Run the pipeline on a split of the PolNeAR folder `data`, `weights` as `Annotator.load`.

    Raises `NotFoundError` when there is no such folder or split, `ReadError` when it is empty, and
    whatever error an article meets: a benchmark with holes is none.
    """
    folder, step = _place(data, split)
    annotator = Annotator.load(tagger=extractor == "tagger", weights=weights)
    inside: dict[str, Counter[str]] = {}
    outside: dict[str, Counter[str]] = {}
    for gold in watch(iter(read_annotations([folder])[::step])):
        found = _statements(folder / "text" / f"{gold.name}.txt", annotator, extractor)
        inside[gold.name] = counted(gold.text, gold.attributions, found)
        outside[gold.name] = counted(gold.text, gold.attributions, outermost(found))
    return Bench(split, extractor, inside, outside)


def _place(data: Path | None, split: str) -> tuple[Path, int]:
    if split not in SPLITS:
        raise NotFoundError(split, "no such split", f"choose one of {', '.join(SPLITS)}")
    name, step = SPLITS[split]
    if data is None or not (data / name).is_dir():
        where = "--data" if data is None else str(data)
        what = f"needs the folder of PolNeAR that holds {name}/"
        raise NotFoundError(where, what, f"get the corpus at {CORPUS}")
    return data / name, step


def _statements(path: Path, annotator: Annotator, extractor: str) -> tuple[Statement, ...]:
    articles = [_no_error(article) for article in read([path])]
    readings = read_articles(articles, annotator, extractor)
    return tuple(s for reading in readings for s in _no_error(reading).statements)


def _no_error(found: Found | KgError) -> Found:
    if isinstance(found, KgError):
        raise found
    return found


def outermost(found: Sequence[Attributed]) -> list[Attributed]:
    """Leave out what stands inside the content of another: PolNeAR marks only the outermost."""
    contents = sorted(span for one in found for span in one.content)
    return [one for one in found if not _covered(one.cue, contents)]


def _covered(cue: Sequence[Span], contents: Sequence[Span]) -> bool:
    return any(content.covers(span) for span in cue for content in contents)


def load_baseline(path: Path, bench: Bench) -> Bench:
    """Read what `Bench.dumps` wrote.

    Raises `ReadError` when it is something else or of other articles than `bench`.
    """
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        tables = [
            {name: Counter(counts) for name, counts in saved[part].items()}
            for part in ("articles", "outermost")
        ]
        baseline = Bench(saved["split"], saved["extractor"], *tables)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        what = f"is no saved benchmark ({fault})"
        raise ReadError(str(path), what, "write one with --save") from fault
    if set(baseline.articles) != set(bench.articles):
        raise ReadError(str(path), "is of other articles", f"save one of --split {bench.split}")
    return baseline


def table(bench: Bench, baseline: Bench | None = None) -> tuple[tuple[Figure, Figure], ...]:
    """Return each figure of all statements, with that of the outermost ones."""
    both = (
        _figures(bench.articles, baseline.articles if baseline else None),
        _figures(bench.outermost, baseline.outermost if baseline else None),
    )
    return tuple(zip(*both, strict=True))


def _figures(
    now: Mapping[str, Counter[str]], before: Mapping[str, Counter[str]] | None
) -> tuple[Figure, ...]:
    names = sorted(now)
    return figures([now[n] for n in names], [before[n] for n in names] if before else None)
