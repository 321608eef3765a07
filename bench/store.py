"""The store beside what it stands on: python bench/store.py [--big].

One run, ratios of processor time of interleaved runs (each pair back to back, the median of the
pairs), because other work on the machine moves both alike:

- loading 200,000 quads of our shape: `put_many`, against pyoxigraph's `load` of the same
  N-Quads, on disk; aim 1.3
- every named question through `query`, against the engine's own `query`, in memory; aim 1.5
- who-about-whom, and all named questions, rdflib's own engine against ours; aim 20
- TriG: `dump`, against pyoxigraph's; on disk and in memory; aim 2
- with --big: 2 million quads on disk, and the most memory that took; aim 1.5 GB
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import pyoxigraph as ox
import rdflib

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.rdf import PREFIXES
from kg.store import Store, named_queries, open_store

SAMPLES = Path(__file__).resolve().parent.parent / "docs" / "samples"
READ = """
import sys
from kg import KnowledgeGraph
with KnowledgeGraph.in_memory(extractor="rules") as graph:
    graph.add(sys.argv[1:])
    sys.stdout.buffer.write(graph.dump("nq"))
"""
QUADS = 200_000
PAIRS = 5
_ID = re.compile(r"/id/\w+/")
Graphs = dict[str, str]


def main() -> None:
    """Measure, and print one line each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--big", action="store_true")
    if options.parse_args().big:
        big()
        return
    graphs = dict(copies(QUADS))
    whole = "".join(graphs.values())
    print(f"{whole.count(chr(10))} quads in {len(graphs)} graphs, {len(whole) / 1e6:.0f} MB")
    loading(graphs, whole)
    with open_store(None, prefixes=PREFIXES) as store:
        store.put_many(graphs)
        questions(store)
        trig("memory", store)
    with tempfile.TemporaryDirectory() as folder, open_store(folder, prefixes=PREFIXES) as store:
        store.put_many(graphs)
        trig("disk", store)
    against_rdflib(graphs, whole)


def copies(quads: int) -> Iterator[tuple[str, str]]:
    """Yield graphs of the samples' shape, by name, until they hold so many quads.

    Each copy has things of its own, so that each triple stays in one graph.
    """
    # In a process of its own, whose language model does not count here.
    command = [sys.executable, "-c", READ, str(SAMPLES)]
    read = subprocess.run(command, check=True, capture_output=True, cwd=SAMPLES.parent.parent)
    lines = read.stdout.decode().splitlines(keepends=True)
    made = 0
    for number in count():
        graphs: dict[str, list[str]] = {}
        # The words of the concepts are no copy's own.
        for line in (
            lines if number == 0 else (one for one in lines if "/derived/concepts>" not in one)
        ):
            new = _ID.sub(rf"\g<0>{number}x", line)
            graphs.setdefault(new.rsplit(" <", 1)[1][:-4], []).append(new)
        for name, written in graphs.items():
            yield name, "".join(sorted(written))
            made += len(written)
        if made >= quads:
            return


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor time, of all threads, that a piece of work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def compare(name: str, aim: str, ours: Callable[[], object], theirs: Callable[[], object]) -> None:
    """Print the median times and the median ratio of interleaved pairs."""
    pairs = [(timed(ours), timed(theirs)) for _ in range(PAIRS)]
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{name:38} {mine * 1e3:9.1f} ms {other * 1e3:9.1f} ms   ratio {ratio:6.2f}   {aim}")


def loading(graphs: Graphs, whole: str) -> None:
    """Compare loading into new folders."""
    content = whole.encode()
    with tempfile.TemporaryDirectory() as place:
        numbers = count()

        def ours() -> None:
            with open_store(Path(place) / f"ours-{next(numbers)}") as store:
                store.put_many(graphs)

        def theirs() -> None:
            raw = ox.Store(str(Path(place) / f"theirs-{next(numbers)}"))
            raw.load(content, format=ox.RdfFormat.N_QUADS)
            raw.flush()

        compare("load, disk", "aim <= 1.3", ours, theirs)


def questions(store: Store) -> None:
    """Compare each named question, and all of them together."""
    raw = ox.Store()
    raw.load(store.nquads().encode(), format=ox.RdfFormat.N_QUADS)
    texts = {name: named.sparql for name, named in named_queries().items()}

    def asked(sparql: str) -> list[object]:
        return list(raw.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True))  # type: ignore[arg-type]

    worst = [(_ratio(store, asked, sparql), name) for name, sparql in texts.items()]
    top = ", ".join(f"{name} {ratio:.2f}" for ratio, name in sorted(worst, reverse=True)[:3])
    print(f"named questions, the slowest by ratio: {top}")
    compare(
        f"all {len(texts)} named questions, memory",
        "aim <= 1.5",
        lambda: [store.query(sparql) for sparql in texts.values()],
        lambda: [asked(sparql) for sparql in texts.values()],
    )


def _ratio(store: Store, asked: Callable[[str], object], sparql: str) -> float:
    pairs = [
        (timed(lambda: store.query(sparql)), timed(lambda: asked(sparql))) for _ in range(PAIRS)
    ]
    return statistics.median(a / b for a, b in pairs)


def trig(where: str, store: Store) -> None:
    """Compare writing TriG; the raw engine holds its quads in the same kind of store."""
    with tempfile.TemporaryDirectory() as folder:
        raw = ox.Store(folder) if where == "disk" else ox.Store()
        raw.load(store.nquads().encode(), format=ox.RdfFormat.N_QUADS)
        compare(
            f"TriG, {where}",
            "aim <= 2",
            lambda: store.dump("trig"),
            lambda: raw.dump(format=ox.RdfFormat.TRIG, prefixes=PREFIXES),
        )


def against_rdflib(graphs: Graphs, whole: str) -> None:
    """Compare named questions on rdflib's own engine with ours, over the same quads."""
    texts = {name: named.sparql for name, named in named_queries().items()}
    sparql = texts["who-about-whom"]
    plain = rdflib.Dataset(default_union=True)
    begin = time.perf_counter()
    plain.parse(data=whole, format="nquads")
    print(f"rdflib loads it in {time.perf_counter() - begin:.1f} s")
    with open_store(None, prefixes=PREFIXES) as store:
        store.put_many(graphs)
        compare(
            "who-about-whom, rdflib against ours",
            "aim >= 20",
            lambda: list(plain.query(sparql)),
            lambda: store.query(sparql),
        )
        compare(
            f"all {len(texts)} named questions, rdflib",
            "aim >= 20",
            lambda: [list(plain.query(text)) for text in texts.values()],
            lambda: [store.query(text) for text in texts.values()],
        )


def big() -> None:
    """Put 2 million quads on disk, article by article, and print the most memory it took."""
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, open_store(folder, prefixes=PREFIXES) as store:
        found = copies(2_000_000)
        while batch := dict(islice(found, 200)):
            store.put_many(batch)
        loaded = time.perf_counter() - begin
        print(f"{store.count()} quads on disk in {loaded:.0f} s")
        seconds = timed(lambda: store.query(named_queries()["who-about-whom"].sparql))
        print(f"who-about-whom over them: {seconds:.2f} s")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"most memory: {most / 1e6:.2f} GB   aim < 1.5 GB")


if __name__ == "__main__":
    main()
