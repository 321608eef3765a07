"""Requests to a SPARQL endpoint: its addresses, who asks, and what failures mean.

https://www.w3.org/TR/sparql11-protocol/, https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from email.message import Message
from typing import IO
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    Request,
    build_opener,
)

from kg.errors import KgError, QueryError, StoreError
from kg.store.results import THE_QUERY

_REFUSED: dict[int, str] = {
    http.client.UNAUTHORIZED: "give user and password: http://USER:PASSWORD@host...",
    http.client.FORBIDDEN: "ask whoever runs it for the right to do this",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of one endpoint: for queries, and for whole graphs."""

    query: str
    graphs: str


# Last part of the address for queries -> that of the address for graphs.
_GRAPH_STORES = {
    "query": "store",  # Oxigraph
    "sparql": "sparql-graph-crud-auth",  # Virtuoso
}


def endpoint_of(address: str) -> Endpoint:
    """Return the addresses that belong to the one that the user gave.

    `http://host:7878` means Oxigraph's `/query` and `/store`, `.../query` its sibling `store`,
    `.../sparql` Virtuoso's `sparql-graph-crud-auth`. "QUERY|GRAPHS" names both outright.

    Raises `StoreError` for what is no http address.
    """
    if "|" in address:
        query, graphs = address.split("|", 1)
        return Endpoint(_http(query), _http(graphs))
    base = _http(address).rstrip("/")
    stem, _, last = base.rpartition("/")
    if last in _GRAPH_STORES:
        return Endpoint(base, f"{stem}/{_GRAPH_STORES[last]}")
    return Endpoint(f"{base}/query", f"{base}/store")


def _http(address: str) -> str:
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).netloc:
        raise StoreError(
            public(address), "is not the address of an endpoint", "begin it with http://"
        )
    return address


def public(address: str) -> str:
    """Return an address (or "QUERY|GRAPHS") as it may be shown: without user and password."""
    return "|".join(_bare(one) for one in address.split("|"))


def _bare(address: str) -> str:
    parts = urlsplit(address)
    if not parts.netloc:
        return address.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


class NotThereError(StoreError):
    """The endpoint does not know the address, or does not hold the graph."""


class Transport:
    """Sends requests to one endpoint, with the user and password that its address names."""

    def __init__(self, address: str) -> None:
        given = endpoint_of(address)
        self.where = public(address)
        self.endpoint = Endpoint(_bare(given.query), _bare(given.graphs))
        self.user = _user(given.query)
        self._opener = _opener(given)

    def send(self, request: Request, timeout: float) -> str:
        """Send a request and return the whole answer.

        Raises `StoreError` where the endpoint fails or cannot be reached, `QueryError` where it
        refuses a query or takes longer than `timeout` seconds.
        """
        try:
            with self._opener.open(request, timeout=timeout) as response:
                content: bytes = response.read()
                return content.decode()
        except HTTPError as error:
            raise self._refused(error) from error
        except TimeoutError as error:
            what = f"took longer than {timeout:g} s"
            raise QueryError(THE_QUERY, what, "ask for less, or allow more time") from error
        except (OSError, http.client.HTTPException, UnicodeDecodeError, ValueError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise StoreError(self.where, "does not answer", "check the address") from error
            what = f"the connection failed ({' '.join(str(error).split()) or type(error).__name__})"
            raise StoreError(self.where, what, "check that the endpoint runs") from error

    def _refused(self, error: HTTPError) -> KgError:
        with error:
            said = " ".join(error.read().decode(errors="replace").split())[:300]
        if error.code == http.client.BAD_REQUEST:
            return QueryError(THE_QUERY, f"is not SPARQL 1.1: {said}", "correct it")
        what = f"answered {error.code} {error.reason}: {said}".rstrip(": ")
        if error.code == http.client.NOT_FOUND:
            return NotThereError(self.where, what, "check the address")
        way_out = _REFUSED.get(error.code, "look at the endpoint's log")
        return StoreError(self.where, what, way_out)


def _user(address: str) -> tuple[str, str] | None:
    """Return the user and password that an address names."""
    parts = urlsplit(address)
    if parts.username is None:
        return None
    return unquote(parts.username), unquote(parts.password or "")


def _opener(given: Endpoint) -> OpenerDirector:
    """Return what opens addresses, with the passwords in them for those that ask for one."""
    known = HTTPPasswordMgrWithDefaultRealm()
    for address in (given.query, given.graphs):
        if user := _user(address):
            known.add_password(None, _bare(address), *user)
    return build_opener(_Digest(known), _Basic(known))


class _Challenged:
    """Closes the response that asked for a password once it was answered or refused."""

    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message
    ) -> object:
        answer = None
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)  # type: ignore[misc]
        except BaseException:
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer


class _Digest(_Challenged, HTTPDigestAuthHandler):
    """Answers digest challenges."""


class _Basic(_Challenged, HTTPBasicAuthHandler):
    """Answers basic challenges."""
