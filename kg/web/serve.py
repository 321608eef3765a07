"""Run the server until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

from kg import KnowledgeGraph
from kg.errors import StoreError
from kg.web.app import application
from kg.web.limits import LOOPBACK, Limits

_CONNECTIONS = 64


def serve(
    where: str,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    limits: Limits | None = None,
    announce: Callable[[str], None] = print,
) -> None:
    """Serve a store, for reading only, until SIGINT or SIGTERM.

    Args:
        where: folder of the store, or address of an endpoint. A folder can have other readers
            meanwhile, but no writer.
        host: who may come: 127.0.0.1 is this machine alone.
        port: 0 takes any that is free.
        limits: bounds of requests.
        announce: gets the lines that say where to look.

    Raises `kg.errors.StoreError` for a store that cannot be opened and a port that is taken.
    """
    bounds = limits or Limits()
    with _listening(host, port) as listener, TemporaryDirectory(prefix="kg-site-") as folder:
        with KnowledgeGraph.open(where, read_only=True) as graph:
            knowledge, shown = graph.knowledge(), graph.where
            graph.page(Path(folder))
        app = application(where, knowledge, Path(folder), limits=bounds, host=host)
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            server_header=False,
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=3,
        )
        announce(_where(listener, host))
        if host not in LOOPBACK:
            announce(f"anyone who can reach {host} can read all of {shown}")
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"cannot be listened on ({reason})"
        place = f"{host}:{port}"
        raise StoreError(place, what, "name another --host or --port") from error


def _where(listener: socket.socket, host: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listener.getsockname()[1]}/ (SPARQL at /sparql, API at /api)"
