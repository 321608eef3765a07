"""Debian's Virtuoso, started as docs/graph.md says: one server for all tests of a run."""

from __future__ import annotations

import atexit
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from kg.rdf import BASE
from kg.store import open_store
from tests.store.engines import free_port

CONFIG = """
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 1000000
"""


@cache
def virtuoso() -> str:
    """Start a server with an empty database and return its address."""
    folder = tempfile.TemporaryDirectory(prefix="kg-virtuoso-")
    http = free_port()
    config = Path(folder.name) / "virtuoso.ini"
    config.write_text(CONFIG.format(sql=free_port(), http=http), "utf-8")
    process = subprocess.Popen(
        ["virtuoso-t", "+foreground", "+configfile", config.name],
        cwd=folder.name,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def end() -> None:
        process.kill()
        process.wait()
        folder.cleanup()

    atexit.register(end)
    assert process.stdout is not None
    assert any("Server online" in line for line in process.stdout), "virtuoso-t did not start"
    return f"http://dba:dba@127.0.0.1:{http}/sparql"


def emptied() -> str:
    """Return the address of the server, without any graph of ours."""
    address = virtuoso()
    with open_store(address, within=BASE) as store:
        for graph in store.graphs():
            store.remove(graph)
    return address
