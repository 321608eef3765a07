"""What one client may ask of the server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the server.

    Attributes:
        timeout: seconds that a query may compute.
        rows: rows or triples of an answer.
        body: bytes of a request.
        workers: queries at the same time; the next ones wait.
        memory: bytes that one query's process may take.
        page: things that one answer of the JSON API lists.
    """

    timeout: float = 30.0
    rows: int = 100_000
    body: int = 1 << 20
    workers: int = 2
    memory: int = 4 << 30
    page: int = 100


LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
