"""How long analysing takes, measure by measure, and how that grows with the corpus.

    python bench/analyse.py [SIZE ...] [--store] [--backends]

Each size (default 1000, 10000, 100000 statements) runs in a process of its own, on the corpus that
`bench/synthetic.py` makes of that size. Seconds are of the processor (all cores together), so that
they can be compared on a machine that does other things, too; `wall` is by the clock. `exponent`
is the slope of log seconds over log statements between two sizes: 1 is linear. With --store the
corpus is put into a store on disk first and read back as `kg analyse` reads it. --backends runs
betweenness and PageRank by every NetworkX backend that is installed.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
from synthetic import synthetic

from kg import KnowledgeGraph, network, rdf, relate
from kg.model import Knowledge, Rows
from kg.network import measures
from kg.network.analysis import uncollected
from kg.network.measures import centrality
from kg.network.tables import TABLES, Material
from kg.network.whom import whom

SIZES = (1_000, 10_000, 100_000)
SMALLEST = 0.02
"""Seconds below which a growth says more of the clock than of the work."""

Seconds = dict[str, float]


def main() -> None:
    """Measure, and print tables in Markdown."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("sizes", nargs="*", type=int, default=SIZES)
    options.add_argument("--store", action="store_true", help="put into a store and read back")
    options.add_argument("--backends", action="store_true", help="compare NetworkX backends")
    options.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        print(json.dumps(_measured(chosen.sizes[0], store=chosen.store)))
    elif chosen.backends:
        _backends(chosen.sizes[0])
    else:
        flags = ["--store"] if chosen.store else []
        _print({size: _apart(size, flags) for size in chosen.sizes})


def _apart(size: int, flags: list[str]) -> dict[str, Any]:
    """Measure one size in a process of its own, so that its peak of memory is its own."""
    command = [sys.executable, __file__, str(size), "--one", *flags]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    load = os.getloadavg()[0]
    print(f"{size}: {found['cpu']:.1f} s, load {load:.1f}", file=sys.stderr)
    return found


def _measured(size: int, *, store: bool) -> dict[str, Any]:
    knowledge = synthetic(size)
    rows = network.rows(knowledge)
    counts = {"statements": len(rows.statements), "relations": len(rows.relations)}
    spent: Seconds = {}
    if store:
        with tempfile.TemporaryDirectory() as folder:
            _put(Path(folder) / "store", knowledge)
            del knowledge, rows
            gc.collect()
            rows = _timed("rows from the store", spent, lambda: _read(Path(folder) / "store"))
    else:
        # What the corpus was made of is no part of the analysis: keep the collector off it.
        gc.collect()
        gc.freeze()
    before = _peak()
    begun, clock = time.process_time(), time.perf_counter()
    with uncollected():
        material = _analyse(rows, spent)
    analysed = {"cpu": time.process_time() - begun, "wall": time.perf_counter() - clock}
    for name, view in network.VIEWS.items():
        if name != "whole":
            _timed(f"view {name}", spent, partial(view, material.graph))
    return {
        **counts,
        "spent": spent,
        **analysed,
        "peak_mib": _peak(),
        "before_mib": before,
    }


def _analyse(rows: Rows, spent: Seconds) -> Material:
    """Do what `kg analyse` does with rows, part by part."""
    backings = _timed("origins of answers", spent, lambda: relate.backings(rows))
    graph = _timed("graph", spent, lambda: network.build(rows))
    material = Material(graph, rows.issues, backings)
    _timed("who about whom", spent, lambda: material.actors)
    _timed("signed ties", spent, lambda: material.ties)
    _timed("opposition axis", spent, lambda: material.places)
    _timed("balanced triangles", spent, lambda: measures.balanced_triangles(material.ties))
    _timed("frustration", spent, lambda: measures.frustration(material.ties, material.places))
    _timed("polarisation", spent, lambda: measures.polarisation(material.ties, material.sides))
    _timed("modularity", spent, lambda: measures.modularity(material.actors))
    _timed("PageRank", spent, lambda: measures.pagerank(material.actors))
    _timed("betweenness", spent, lambda: measures.betweenness(material.actors))
    _timed("k-core", spent, lambda: measures.cores(material.actors))
    _timed("Louvain", spent, lambda: measures.communities(material.actors))
    for table in TABLES:
        if table.__name__ not in {"balance", "centrality", "communities"}:
            _timed(f"table {table.__name__}", spent, partial(table, material))
    return material


def _timed(name: str, spent: Seconds, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever it makes
    begun = time.process_time()
    made = work()
    spent[name] = time.process_time() - begun
    return made


def _put(where: Path, knowledge: Knowledge) -> None:
    from kg import store  # noqa: PLC0415 - only here

    with store.open_store(where, prefixes=rdf.PREFIXES) as engine:
        for start in range(0, len(knowledge.readings), 200):
            some = knowledge.readings[start : start + 200]
            engine.put_many({rdf.article_graph(r.article.id): rdf.reading_nquads(r) for r in some})
        engine.put_many(rdf.derived_nquads(knowledge))


def _read(where: Path) -> Rows:
    with KnowledgeGraph.open(where, read_only=True) as graph:
        return graph.rows()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _print(found: Mapping[int, Mapping[str, Any]]) -> None:
    sizes = sorted(found)
    print("| part | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("|---" * (len(sizes) + 2) + "|")
    for name in found[sizes[0]]["spent"]:
        seconds = [found[size]["spent"][name] for size in sizes]
        print(f"| {name} | {' | '.join(f'{s:.2f}' for s in seconds)} | {_slope(sizes, seconds)} |")
    for name in ("cpu", "wall", "peak_mib", "before_mib", "statements", "relations"):
        print(f"| {name} | {' | '.join(f'{found[s][name]:,.1f}' for s in sizes)} | |")


def _slope(sizes: list[int], seconds: list[float]) -> str:
    """Return the growth between the last two sizes at which there was something to measure."""
    pairs = [(n, s) for n, s in zip(sizes, seconds, strict=True) if s >= SMALLEST]
    if len(pairs) < 2:
        return "-"
    (small, few), (large, many) = pairs[-2:]
    return f"{math.log(many / few) / math.log(large / small):.2f}"


def _backends(size: int) -> None:
    actors = whom(network.build(network.rows(synthetic(size))))
    print(f"{size:,} statements: {len(actors):,} actors, {actors.number_of_edges():,} ties")
    lengths = centrality.ways(actors)
    works: dict[str, Callable[[str | None], object]] = {
        "betweenness": lambda backend: nx.betweenness_centrality(
            lengths, k=centrality.PIVOTS, weight="length", seed=centrality.SEED, backend=backend
        ),
        "pagerank": lambda backend: nx.pagerank(actors, weight="count", backend=backend),
    }
    for name, work in works.items():
        for backend in ("networkx", *sorted(set(nx.config.backends) - {"networkx"})):
            begun, clock = time.process_time(), time.perf_counter()
            try:
                work(None if backend == "networkx" else backend)
            except (NotImplementedError, ImportError, nx.NetworkXError) as error:
                print(f"{name} by {backend}: {type(error).__name__}: {error}")
                continue
            cpu, wall = time.process_time() - begun, time.perf_counter() - clock
            print(f"{name} by {backend}: {wall:.2f} s by the clock, {cpu:.2f} s of the processor")


if __name__ == "__main__":
    main()
