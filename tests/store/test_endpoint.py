"""Endpoints that fail."""

from __future__ import annotations

import socket
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.errors import QueryError, StoreError
from kg.store import open_store
from kg.store.endpoint import EndpointStore
from kg.store.transport import Endpoint, endpoint_of, public
from tests.store.engines import free_port, server
from tests.store.test_engines import G, lines


@contextmanager
def answering(reply: bytes) -> Iterator[str]:
    """Answer every request with the same bytes and hang up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    peer, _ = listener.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(65536)
                    peer.sendall(reply)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def reply(status: str, body: str, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Length: {size}\r\n\r\n{body}".encode()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (reply("500 Internal Server Error", "disk\nfull"), "answered 500 .*disk full"),
        (reply("503 Service Unavailable", ""), "answered 503"),
        (reply("404 Not Found", "no"), "answered 404"),
        (reply("200 OK", "<html>hello</html>"), "not as a SPARQL endpoint"),
        (reply("200 OK", '{"head":{}}'), "not as a SPARQL endpoint"),
        (reply("200 OK", '{"head"', 900), "connection failed"),
        (b"", "connection failed"),
        (b"SSH-2.0-x\r\n", "connection failed"),
    ],
)
def test_a_failing_endpoint_is_one_line(answer: bytes, said: str) -> None:
    with answering(answer) as where, pytest.raises(StoreError, match=said) as caught:
        open_store(where)
    assert "\n" not in str(caught.value)
    assert where in str(caught.value)


def test_nobody_there_is_one_line() -> None:
    with pytest.raises(StoreError, match=r"connection failed.*refused"):
        open_store(f"http://127.0.0.1:{free_port()}")


def test_a_server_that_goes_away_is_one_line() -> None:
    with server("--union-default-graph") as where:
        store = open_store(where)
        store.put(G, lines(G, "one"))
    with pytest.raises(StoreError, match="connection failed"):
        store.put(G, lines(G, "two"))


def test_a_default_graph_that_is_not_the_union_is_refused() -> None:
    with server() as where:
        open_store(where).put(G, lines(G, "one"))
        with pytest.raises(StoreError, match="union-default-graph"):
            open_store(where)


def test_a_reader_cannot_write() -> None:
    with (
        server("--union-default-graph") as where,
        open_store(where, read_only=True) as store,
        pytest.raises(StoreError, match="reading only"),
    ):
        store.put(G, lines(G, "one"))


def test_an_escape_that_endpoints_read_differently_is_not_sent() -> None:
    with server("--union-default-graph") as where:
        store = EndpointStore(where, prefixes={})
        with pytest.raises(QueryError, match="some endpoints"):
            store.query("ASK { ?s ?p ?o }", {"o": "\\u0022"})


class Guarded(BaseHTTPRequestHandler):
    """An endpoint that lets in ann alone, and says that it holds nothing."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        known = self.headers["Authorization"] == f"Basic {b64encode(b'ann:s p@ss').decode()}"
        self.send_response(200 if known else 401)
        self.send_header("WWW-Authenticate", 'Basic realm="kg"')
        self.end_headers()
        self.wfile.write(b'{"head": {}, "boolean": false}')

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def guarded() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Guarded) as place:
        thread = threading.Thread(target=place.serve_forever, daemon=True)
        thread.start()
        yield f"127.0.0.1:{place.server_port}/query"
        place.shutdown()
        thread.join(5)


def test_user_and_password_are_sent_and_not_shown(guarded: str) -> None:
    with open_store(f"http://ann:s%20p%40ss@{guarded}") as store:
        assert store.where == f"http://{guarded}"
        assert not store.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("who", ["", "ann:wr0ng@"])
def test_who_is_not_let_in_is_told_how(guarded: str, who: str) -> None:
    with pytest.raises(StoreError, match=r"answered 401.*USER:PASSWORD@host") as caught:
        open_store(f"http://{who}{guarded}")
    assert "wr0ng" not in str(caught.value)


def test_a_password_is_not_shown_where_nobody_answers() -> None:
    with pytest.raises(StoreError) as caught:
        open_store(f"http://ann:s3cret@127.0.0.1:{free_port()}")
    assert "s3cret" not in str(caught.value)
    assert public("http://a:s3cret@h/query|b:c@h") == "http://h/query|h"


def test_the_graphs_of_others_are_not_seen_and_not_touched() -> None:
    theirs = "http://example.org/theirs"
    with server("--union-default-graph") as where:
        open_store(where).put(theirs, lines(theirs, "kept"))
        with open_store(where, within="http://example.org/ours/") as store:
            assert (store.graphs(), store.count(), store.nquads()) == ((), 0, "")
            store.put("http://example.org/ours/g", lines("http://example.org/ours/g", "one"))
            assert (len(store.graphs()), store.count()) == (1, 1)
        assert open_store(where).nquads(theirs) == lines(theirs, "kept")


def test_a_wrong_address_for_graphs_is_not_taken_for_an_empty_store() -> None:
    with server("--union-default-graph") as where:
        open_store(where).put(G, lines(G, "one"))
        with open_store(f"{where}/query|{where}/nothing") as store:
            for act in (store.nquads, lambda: store.remove(G), lambda: store.put(G, lines(G, "2"))):
                with pytest.raises(StoreError, match=r"answered 404.*check the address"):
                    act()


@pytest.mark.parametrize(
    ("address", "query", "graphs"),
    [
        ("http://h:7878", "http://h:7878/query", "http://h:7878/store"),
        ("http://h/query/", "http://h/query", "http://h/store"),
        ("http://h:8890/sparql", "http://h:8890/sparql", "http://h:8890/sparql-graph-crud-auth"),
        ("http://h/ds/query|http://h/ds/data", "http://h/ds/query", "http://h/ds/data"),
    ],
)
def test_addresses_of_known_servers(address: str, query: str, graphs: str) -> None:
    assert endpoint_of(address) == Endpoint(query, graphs)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://", "h|http://h"])
def test_what_is_no_http_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="not the address"):
        endpoint_of(address)
