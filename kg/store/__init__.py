"""Stores of quads: N-Quads in, SPARQL out. The only room that knows an engine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.store.binding import Bindings
from kg.store.dumps import FORMATS
from kg.store.embedded import EmbeddedStore
from kg.store.endpoint import EndpointStore
from kg.store.engine import EVERYTHING, Dataset, Store
from kg.store.folder import is_store
from kg.store.questions import NamedQuery, named_queries, named_query
from kg.store.results import (
    RESULT_FORMATS,
    Answer,
    Blank,
    Iri,
    Literal,
    Result,
    Rows,
    Term,
    Triples,
    fitting_formats,
    write_result,
)
from kg.store.sparql import Form, checked_form

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "RESULT_FORMATS",
    "Answer",
    "Bindings",
    "Blank",
    "Dataset",
    "Form",
    "Iri",
    "Literal",
    "NamedQuery",
    "Result",
    "Rows",
    "Store",
    "Term",
    "Triples",
    "checked_form",
    "fitting_formats",
    "is_store",
    "named_queries",
    "named_query",
    "open_store",
    "write_result",
]


def open_store(
    where: str | Path | None,
    *,
    read_only: bool = False,
    prefixes: Mapping[str, str] | None = None,
    within: str = "",
) -> Store:
    """Open a store: None in memory, a path on disk, an http address behind an endpoint.

    Args:
        where: a folder is made where there is none, unless `read_only`. For addresses see
            `kg.store.transport.endpoint_of`.
        read_only: any number of processes may read a folder at once, or one may write.
        prefixes: those that queries need not declare, and that exports use.
        within: begin of the names of our graphs at an endpoint, which may hold those of others.

    Raises `kg.errors.StoreError` for a folder that is missing, locked, of another layout or not
    a store, and for an endpoint that does not answer.
    """
    names = prefixes or {}
    if where is None:
        return EmbeddedStore(None, prefixes=names)
    if isinstance(where, str) and where.startswith(("http://", "https://")):
        return EndpointStore(where, read_only=read_only, prefixes=names, within=within)
    return EmbeddedStore(Path(where), read_only=read_only, prefixes=names)
