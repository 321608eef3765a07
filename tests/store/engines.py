"""The engines that tests run on: in memory, on disk, and an `oxigraph` server of our own.

`make test-virtuoso` names Debian's Virtuoso instead, in the variable KG_ENGINES.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ENGINES = tuple(os.environ.get("KG_ENGINES", "memory disk http").split())


def _program() -> str:
    beside = Path(sys.executable).with_name("oxigraph")
    found = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if found is None:
        pytest.skip("the oxigraph server is not installed: pip install oxigraph")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def server(*options: str) -> Iterator[str]:
    """Run an empty SPARQL server and give its address."""
    bind = f"127.0.0.1:{free_port()}"
    with subprocess.Popen(
        [_program(), "serve", "--bind", bind, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert "Listening" in process.stdout.readline()
            yield f"http://{bind}"
        finally:
            process.terminate()


@contextmanager
def address(engine: str, folder: Path) -> Iterator[str | Path | None]:
    """Give what `open_store` needs for a new, empty store of an engine."""
    if engine == "http":
        with server("--union-default-graph") as found:
            yield found
    elif engine == "virtuoso":
        from tests.store.virtuoso import emptied  # noqa: PLC0415 - only where it is installed

        yield emptied()
    else:
        yield folder / "kg-store" if engine == "disk" else None
