"""Queries in processes of their own: one that takes too long is ended, and nothing is left of it.

An engine inside the process cannot be stopped; a process can.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from kg import KnowledgeGraph, store
from kg.errors import KgError, QueryError, StoreError
from kg.web.limits import Limits

# A server process of multiprocessing that has imported all: it forks a worker in milliseconds.
_START_METHOD = multiprocessing.get_context("forkserver")
_START_METHOD.set_forkserver_preload(["kg.graph", "kg.web.workers"])
_START = 60.0  # seconds that a process may take to open the store
_QUERY, _SERVER = "the query", "the server"


@dataclass(frozen=True, slots=True)
class Question:
    """A query, the graphs it is put to, and the format to answer in."""

    sparql: str
    form: str
    dataset: store.Dataset = store.EVERYTHING


class TimedOutError(KgError):
    """A query that was ended because it took too long."""


class BusyError(KgError):
    """All workers are taken."""


def _work(pipe: Connection, where: str, limits: Limits) -> None:
    """Answer questions until the pipe closes; runs in the child process."""
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    try:
        graph = KnowledgeGraph.open(where, read_only=True)
    except KgError as error:
        pipe.send(error)
        return
    pipe.send("")
    with graph, suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            pipe.send(_reply(graph, pipe.recv(), limits))


def _reply(graph: KnowledgeGraph, question: Question, limits: Limits) -> str | KgError:
    try:
        result = graph.query(question.sparql, most=limits.rows, dataset=question.dataset)
        return store.write_result(result, question.form)
    except KgError as error:
        return error


class Worker:
    """One process with the store open in it. Its methods block: call them in a thread."""

    def __init__(self, where: str, limits: Limits) -> None:
        self._pipe, theirs = _START_METHOD.Pipe()
        self._timeout = limits.timeout
        arguments = (theirs, where, limits)
        self._process = _START_METHOD.Process(target=_work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def started(self) -> None:
        """Wait until the store is open. Raises the `KgError` that keeps it from opening."""
        self._received(_START)

    def ask(self, question: Question) -> str:
        """Return the answer.

        Raises `QueryError`; after any other `KgError` the worker must be closed.
        """
        try:
            self._pipe.send(question)
        except OSError as error:
            raise _died() from error
        return self._received(self._timeout)

    def _received(self, seconds: float) -> str:
        try:
            if not self._pipe.poll(seconds):
                what = f"took longer than {seconds:g} s and was ended"
                raise TimedOutError(_QUERY, what, "ask for less")
            reply: str | KgError = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise _died() from error
        if isinstance(reply, KgError):
            raise reply
        return reply

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _died() -> StoreError:
    what = "ended the process that worked on it, most likely for want of memory"
    return StoreError(_QUERY, what, "ask for less")


class Workers:
    """A fixed number of workers; who finds none free waits twice as long as a query may take."""

    def __init__(self, where: str, limits: Limits) -> None:
        self._where = where
        self._limits = limits
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start all. Raises the `KgError` that keeps the store from opening."""
        await asyncio.gather(*(self._add() for _ in range(self._limits.workers)))

    async def _add(self) -> None:
        worker = await asyncio.to_thread(Worker, self._where, self._limits)
        self._all.add(worker)
        await asyncio.to_thread(worker.started)
        self._free.put_nowait(worker)

    async def ask(self, question: Question) -> str:
        """Answer a question. Raises `KgError`: `QueryError`, `TimedOutError`, `BusyError` ..."""
        try:
            worker = await asyncio.wait_for(self._free.get(), 2 * self._limits.timeout)
        except TimeoutError as error:
            raise BusyError(_SERVER, "is busy with other queries", "try again later") from error
        fit = False
        try:
            answer = await asyncio.to_thread(worker.ask, question)
            fit = True
        except QueryError:
            fit = True
            raise
        finally:
            self._give_back(worker, fit=fit)
        return answer

    def _give_back(self, worker: Worker, *, fit: bool) -> None:
        if fit:
            self._free.put_nowait(worker)
            return
        self._all.discard(worker)
        worker.close()
        task = asyncio.create_task(self._add())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    def close(self) -> None:
        """End all."""
        for worker in self._all:
            worker.close()
        self._all.clear()
