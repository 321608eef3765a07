"""A question asked in a copy of this process, which can be ended when it takes too long.

An engine inside the process cannot be stopped: a thread that waits for it goes on computing.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable
from typing import NoReturn, TypeVar

from kg.errors import KgError, QueryError, StoreError
from kg.store.results import THE_QUERY

if sys.platform != "win32":
    import resource

T = TypeVar("T")
_CHUNK = 1 << 20  # bytes read at once
_SLACK = 1  # seconds of computing that a copy has beyond its time, should nobody end it


def within(seconds: float, ask: Callable[[], T]) -> T:
    """Return what `ask` returns, which must be picklable; after so many seconds nothing of it runs.

    Raises the `KgError` that `ask` raises, and `QueryError` after the time or where the system
    cannot copy a process.
    """
    if not hasattr(os, "fork"):
        raise QueryError(THE_QUERY, "no time can be set for it on this system", "ask without")
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # Python warns of threads that a copy lacks; the copy only asks, and is ended in any case.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _reply(writer, ask, seconds)
    os.close(writer)
    try:
        content = _received(reader, time.monotonic() + seconds)
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if content is None:
        what = f"took longer than {seconds:g} s and was ended"
        raise QueryError(THE_QUERY, what, "ask for less, or allow more with --timeout")
    if not content:
        what = "the process that worked on it was ended, most likely for want of memory"
        raise QueryError(THE_QUERY, what, "ask for less")
    reply: T | KgError = pickle.loads(content)  # noqa: S301 - written by our own copy
    if isinstance(reply, KgError):
        raise reply
    return reply


def _received(reader: int, until: float) -> bytes | None:
    """Return all that is written until the other end closes, or None after the time."""
    parts: list[bytes] = []
    while (left := until - time.monotonic()) > 0:
        if select.select([reader], [], [], left)[0]:
            part = os.read(reader, _CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
    return None


def _reply(writer: int, ask: Callable[[], object], seconds: float) -> NoReturn:
    """Answer and end, as the copy: without what a process does when it ends in order."""
    try:
        most = int(seconds) + 1 + _SLACK + int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        with os.fdopen(writer, "wb") as out:
            out.write(pickle.dumps(_outcome(ask)))
    finally:
        os._exit(0)


def _outcome(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except KgError as error:
        return error
    except Exception as error:  # noqa: BLE001 - told in the words of the process that asked
        what = f"failed: {' '.join(str(error).split()) or type(error).__name__}"
        return StoreError(THE_QUERY, what, "please report it with the query")
