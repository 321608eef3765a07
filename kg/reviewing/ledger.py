"""The file of decisions beside a store."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kg import files
from kg.errors import ReadError, StoreError
from kg.model import Decision
from kg.review import dumps, loads

SUFFIX = ".review.jsonl"


def beside(store: str | Path) -> Path | None:
    """Return the file of decisions of the store in a folder; None for one at an address."""
    if isinstance(store, str) and store.startswith(("http://", "https://")):
        return None
    folder = Path(os.path.abspath(store))  # noqa: PTH100 - resolve() would follow a link elsewhere
    return folder.with_name(f"{folder.name}{SUFFIX}")


def load(path: Path) -> tuple[Decision, ...]:
    """Read a file of decisions.

    Raises `kg.errors.StoreError` where it cannot be opened, `kg.errors.ReadError` where a line is
    no decision.
    """
    try:
        return loads(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise StoreError(str(path), what, "check the path and its rights") from error
    except UnicodeDecodeError as error:
        raise ReadError(str(path), "is not UTF-8", "save it as UTF-8") from error


def save(path: Path, decisions: Iterable[Decision]) -> None:
    """Write a file of decisions, whole or not at all; a link is followed.

    Raises `kg.errors.StoreError` where the system refuses.
    """
    files.write(path if str(path) == "-" else path.resolve(), dumps(decisions).encode())
