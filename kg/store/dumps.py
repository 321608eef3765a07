"""A whole store as a file, in the formats of RDF."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError

# Suffix -> format. Those of one graph get the union of all graphs.
FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
}


def dump(nquads: str, form: str, prefixes: Mapping[str, str]) -> bytes:
    """Write sorted N-Quads in one of `FORMATS`.

    Raises `QueryError` for another format.
    """
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise QueryError(form, "is not a format that a store is written in", f"choose {known}")
    wanted = FORMATS[form]
    if form == "nq":
        return nquads.encode()
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS, lenient=True)
    named = {} if form in {"nt", "jsonld"} else dict(prefixes)
    if wanted.supports_datasets:
        written = ox.serialize(quads, format=wanted, prefixes=named)
    else:
        triples = dict.fromkeys(quad.triple for quad in quads)
        written = ox.serialize(triples, format=wanted, prefixes=named)
    return written or b""
