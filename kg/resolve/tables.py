"""The tables under kg/resolve/data, read row by row."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a tab-separated table, without comments and the header."""
    path = DATA / name
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = (line for line in raw.decode().splitlines() if not line.startswith("#"))
    next(lines)
    for line in lines:
        yield line.split("\t")
