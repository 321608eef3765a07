"""Ingests to be disturbed: readings that are put into a store one after the other."""

from __future__ import annotations

import multiprocessing
import pickle
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kg import KnowledgeGraph
from kg.model import Reading

# Forks in milliseconds from a process that has imported all, so that kills meet the work itself.
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["tests.store.ingest"])


@dataclass(frozen=True, slots=True)
class Ingest:
    """Readings in a file, because a process that is forked shares nothing with the test."""

    readings: Path

    @classmethod
    def of(cls, readings: tuple[Reading, ...], folder: Path) -> Ingest:
        kept = folder / "readings.pickle"
        kept.write_bytes(pickle.dumps(readings))
        return cls(kept)

    def run(self, store: Path) -> bytes:
        """Put all into the store, and return what it then holds."""
        readings = pickle.loads(self.readings.read_bytes())  # noqa: S301 - our own file
        with KnowledgeGraph.open(store) as graph:
            for reading in readings:
                graph.add_readings([reading])
            return graph.dump("nq")

    def start(self, store: Path) -> ForkServerProcess:
        """Do the same in another process."""
        process = FORKED.Process(target=self.run, args=(store,))
        process.start()
        return process
