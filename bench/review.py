"""What a decision costs, beside adding one article, when the store holds few and when many.

    python bench/review.py [ARTICLES...]

The articles are those of `incremental.py`. For each size of store, in seconds of all cores: adding
one article (median of ten); rejecting, and editing, a statement; merging two unions, which few
articles speak of; merging two governments, which hundreds do; undoing all; building anew at one go.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from incremental import readings as invented

from kg import KnowledgeGraph
from kg.model import ActorType, EditField, Reading

SIZES = (300, 1200)
ALONE = 10
ARTICLES_A_STRIKE = 3  # of `incremental.py`


def main() -> None:
    """Measure, and print one line of JSON for each size."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("articles", nargs="*", type=int, default=SIZES)
    for count in options.parse_args().articles:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(_measured(count, Path(folder) / "store")), flush=True)


def _measured(count: int, where: Path) -> dict[str, float]:
    every = list(invented(count + ALONE))
    often, seldom = _actors(every)
    first, second = (s.id for s in every[0].statements[:2])
    with KnowledgeGraph.open(where) as graph:
        graph.add_readings(every[:count])
        adding = [_cpu(lambda one=one: graph.add_readings([one])) for one in every[count:]]  # type: ignore[misc]
        pen = graph.review.sign("bench", "to measure")
        found: dict[str, float] = {"articles": count, "add_one": statistics.median(adding)}
        found["reject"] = _cpu(lambda: pen.reject(first))
        found["edit"] = _cpu(lambda: pen.edit(second, {EditField.ACT: "warn"}))
        found["merge_seldom"] = _cpu(lambda: pen.merge(*seldom))
        found["merge_often"] = _cpu(lambda: pen.merge(*often))
        held = [standing.decision.id for standing in graph.review.list()]
        found["undo_all"] = _cpu(lambda: graph.review.undo(*held))
        found["rebuild"] = _cpu(graph.rebuild)
    return {name: round(value, 3) for name, value in found.items()}


def _actors(every: list[Reading]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the ids of two states that most articles speak of, and of two unions of few."""
    spoken = Counter(actor.id for reading in every for actor in reading.actors)
    types = {actor.id: actor.type for reading in every for actor in reading.actors}
    states = [key for key, _ in spoken.most_common() if types[key] is ActorType.STATE]
    unions = [
        key
        for key, n in spoken.items()
        if types[key] is ActorType.ORGANISATION and n == ARTICLES_A_STRIKE
    ]
    return (states[0], states[1]), (unions[0], unions[1])


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
