"""Ingests to be disturbed: readings that are put into a store one after the other."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from kg import KnowledgeGraph, pipeline
from kg.model import Reading
from kg.relate import Meaning

T = TypeVar("T")
Answers = dict[tuple[str, str, str], object]

# Forks in milliseconds from a process that has imported all, so that kills meet the work itself.
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["tests.store.ingest"])


@dataclass(frozen=True, slots=True)
class Ingest:
    """Readings in a file, because a process that is forked shares nothing with the test.

    With them what the networks answer of them: each process would spend its time on asking again.
    """

    kept: Path

    @classmethod
    def of(cls, readings: tuple[Reading, ...], folder: Path) -> Ingest:
        answers: Answers = {}
        with patch.object(pipeline, "MEANING", _kept(pipeline.MEANING, answers)):
            pipeline.know(readings)
        kept = folder / "ingest.pickle"
        kept.write_bytes(pickle.dumps((readings, answers)))
        return cls(kept)

    def run(self, store: Path) -> bytes:
        """Put all into the store, and return what it then holds."""
        readings, answers = pickle.loads(self.kept.read_bytes())  # noqa: S301 - our own file
        known = patch.object(pipeline, "MEANING", _kept(pipeline.MEANING, answers))
        with known, KnowledgeGraph.open(store) as graph:
            for reading in readings:
                graph.add_readings([reading])
            return graph.dump("nq")

    def start(self, store: Path) -> ForkServerProcess:
        """Do the same in another process."""
        process = FORKED.Process(target=self.run, args=(store,))
        process.start()
        return process


def _kept(meaning: Meaning, answers: Answers) -> Meaning:
    """Return what is known of meanings, each question asked only once."""

    def once(name: str, ask: Callable[[str, str], T]) -> Callable[[str, str], T]:
        def answer(one: str, other: str) -> T:
            key = (name, one, other)
            if key not in answers:
                answers[key] = ask(one, other)
            return answers[key]  # type: ignore[return-value]

        return answer

    return Meaning(
        once("alike", meaning.alike),
        once("exclude", meaning.exclude),
        once("types", meaning.types),
    )
