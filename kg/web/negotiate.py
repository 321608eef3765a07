"""Which format a client gets: content negotiation.

https://www.rfc-editor.org/rfc/rfc9110#name-accept
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HTML = "text/html"
# Media type -> format of `kg.store.RESULT_FORMATS`, the server's own choice first. A browser gets
# a page that shows the format named for it.
ROWS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    HTML: "json",
}
ANSWER = {media: form for media, form in ROWS.items() if form in {"json", "xml"}}
TRIPLES = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "text/plain": "ntriples",
    "application/rdf+xml": "xml",
    "application/ld+json": "jsonld",
    HTML: "turtle",
}


def chosen(accept: str | None, offered: Sequence[str] | Mapping[str, str]) -> str | None:
    """Return the media type of `offered` that fits an Accept header best, or None.

    Of equals the one offered first wins; without a header that is the first of all.
    """
    if not accept or not accept.strip():
        return next(iter(offered))
    wanted = _ranges(accept)
    ranked = [(-_quality(media, wanted), place, media) for place, media in enumerate(offered)]
    best = min(ranked)
    return best[2] if best[0] < 0 else None


def _ranges(accept: str) -> dict[str, float]:
    """Return the media ranges of an Accept header with their qualities."""
    ranges: dict[str, float] = {}
    for item in accept.split(","):
        media, *parameters = (part.strip() for part in item.lower().split(";"))
        marks = (p.removeprefix("q=").strip() for p in parameters if p.startswith("q="))
        ranges[media] = _number(next(marks, "1"))
    return ranges


def _number(mark: str) -> float:
    try:
        return min(max(float(mark), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media: str, wanted: Mapping[str, float]) -> float:
    """Return the quality of the most specific range that covers a media type."""
    family = f"{media.split('/', 1)[0]}/*"
    return next((wanted[r] for r in (media, family, "*/*") if r in wanted), 0.0)
