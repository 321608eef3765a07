"""A proxy before an endpoint, which hangs up when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_SENT = ("Accept", "Content-Type")


@dataclass(slots=True)
class Trouble:
    """Which request goes unanswered, counted from 1, and whether the endpoint still hears of it."""

    request: int = 0
    heard: bool = False
    seen: int = field(default=0, init=False)


@contextmanager
def proxy(endpoint: str, trouble: Trouble) -> Iterator[str]:
    """Give an address that passes on all requests but the one of the trouble."""

    class Handler(BaseHTTPRequestHandler):
        def _forward(self) -> None:
            trouble.seen += 1
            unanswered = trouble.seen == trouble.request
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if unanswered and not trouble.heard:
                return
            status, kind, answer = self._asked(body)
            if unanswered:
                return
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def _asked(self, body: bytes) -> tuple[int, str, bytes]:
            headers = {name: self.headers[name] for name in _SENT if name in self.headers}
            connection = HTTPConnection(urlsplit(endpoint).netloc, timeout=60)
            try:
                connection.request(self.command, self.path, body, headers)
                answer = connection.getresponse()
                return answer.status, answer.headers.get("Content-Type", ""), answer.read()
            finally:
                connection.close()

        do_GET = do_POST = do_PUT = do_DELETE = _forward  # noqa: N815 - the names of http.server

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as place:
        thread = threading.Thread(target=place.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{place.server_port}"
        place.shutdown()
        thread.join(5)
