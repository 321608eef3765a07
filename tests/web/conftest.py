"""One server of the command line, over the two invented articles of `tests.queries.border`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.rdf import PREFIXES
from kg.store import open_store
from tests.queries.border import KNOWLEDGE
from tests.store.test_engines import put_all

ROWS = 40
TIMEOUT = 2


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("served") / "kg-store"
    with open_store(where, prefixes=PREFIXES) as store:
        put_all(store, KNOWLEDGE)
    return where


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    options = ["--store", folder, "--port", 0, "--timeout", TIMEOUT, "--rows", ROWS]
    command = [sys.executable, "-m", "kg", "serve", *map(str, options)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split("/ ", 1)[0]
        finally:
            process.terminate()
            assert process.wait(10) in {0, -15}
