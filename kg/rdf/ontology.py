"""Where the files of the ontology lie: beside the package, or inside it once installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


def ontology_folder() -> Path:
    """Return the folder of the files: terms, alignments, shapes, context, the page of them."""
    inside = _HERE / "ontology"
    return inside if inside.is_dir() else _HERE.parent / "ontology"


def ontology_text(name: str) -> str:
    """Return the text of a file of ontology/, such as "shapes.ttl".

    Raises `FileNotFoundError` for a name that is not there.
    """
    return (ontology_folder() / name).read_text(encoding="utf-8")
