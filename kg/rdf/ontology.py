"""Where the files of the ontology lie: beside the package, or inside it once installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


def ontology_text(name: str) -> str:
    """Return the text of a file of ontology/, such as "shapes.ttl".

    Raises `FileNotFoundError` for a name that is not there.
    """
    inside = _HERE / "ontology" / name
    beside = _HERE.parent / "ontology" / name
    return (inside if inside.is_file() else beside).read_text(encoding="utf-8")
