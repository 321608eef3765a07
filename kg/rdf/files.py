"""RDF files of any format, as N-Quads."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError

FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


def read_rdf(path: Path) -> str:
    """Return the quads of a file, in the format that its suffix names, as N-Quads.

    Raises `StoreError` for another suffix, a file that cannot be opened, and one that is damaged
    or ends too early.
    """
    form = FORMATS.get(path.suffix)
    if form is None:
        raise StoreError(str(path), "is no RDF by its suffix", f"use {', '.join(FORMATS)}")
    try:
        quads = ox.parse(path=str(path), format=form)
        return (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode()
    except OSError as error:
        raise StoreError(str(path), f"cannot be read ({error})", "check the path") from error
    except (SyntaxError, ValueError) as error:
        what = f"is damaged or cut off: {' '.join(str(error).split())}"
        raise StoreError(str(path), what, "export it again, or take an undamaged copy") from error
