"""The folder of a store on disk: which layout it has, and who may write."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from kg.errors import StoreError

if sys.platform != "win32":
    import fcntl

LAYOUT = 1
_MARKER = "kg-store.json"
_DRAFT = "kg-store.json.new"
_QUADS = "quads"
_SNAPSHOT = "snapshot-"


def quads_folder(folder: Path) -> Path:
    """Return the folder of the engine's own files."""
    return folder / _QUADS


@contextmanager
def snapshot_folder(folder: Path) -> Iterator[Path]:
    """Give the name of a new folder, on the same file system, that is gone afterwards."""
    with TemporaryDirectory(prefix=_SNAPSHOT, dir=folder) as name:
        yield Path(name) / _QUADS


def is_store(folder: str) -> bool:
    """Tell whether a folder is a store of kg, of whatever layout."""
    return (Path(folder) / _MARKER).is_file()


def prepare(folder: Path, *, read_only: bool) -> IO[str]:
    """Check the layout of a store, make it where it is new, and lock it until the file closes.

    Any number may read at once, or one may write. Raises `StoreError` for a folder that is
    missing, not a store of kg, of a newer layout, without the right to write, or in use.
    """
    try:
        if not read_only:
            _make(folder)
        marker = folder / _MARKER
        if not marker.is_file():
            raise _missing(folder)
        _check_layout(marker)
        lock = marker.open("r" if read_only else "r+", encoding="utf-8")
    except OSError as error:
        raise unusable(folder, error) from error
    _lock(lock, folder, read_only=read_only)
    if not read_only:
        _sweep(folder)
    return lock


def _sweep(folder: Path) -> None:
    """Take out the snapshots that a process left when it was ended."""
    for left in folder.glob(f"{_SNAPSHOT}*"):
        shutil.rmtree(left, ignore_errors=True)


def unusable(folder: Path, error: OSError | RuntimeError) -> StoreError:
    """Say in one line why the system or the engine refuses a folder."""
    reason = " ".join((getattr(error, "strerror", None) or str(error)).split())
    return StoreError(str(folder), f"cannot be opened ({reason})", "check the path and its rights")


def _missing(folder: Path) -> StoreError:
    if folder.exists():
        return StoreError(str(folder), "is not a kg store", "name another folder with --store")
    return StoreError(str(folder), "there is no store here", "add an article first with `kg add`")


def _make(folder: Path) -> None:
    """Mark a new or empty folder as a store: in one step, so that a crash leaves no half."""
    marker = folder / _MARKER
    if marker.is_file():
        return
    if folder.exists() and (not folder.is_dir() or _occupied(folder)):
        raise _missing(folder)
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / _DRAFT
    draft.write_text(json.dumps({"layout": LAYOUT}) + "\n", encoding="utf-8")
    draft.replace(marker)


def _occupied(folder: Path) -> bool:
    return any(entry.name != _DRAFT for entry in folder.iterdir())


def _check_layout(marker: Path) -> None:
    try:
        layout = json.loads(marker.read_text(encoding="utf-8"))["layout"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            str(marker.parent), f"its {_MARKER} is damaged", "restore it, or make a new store"
        ) from error
    if layout != LAYOUT:
        what = f"has layout {layout}, this version of kg reads layout {LAYOUT}"
        raise StoreError(str(marker.parent), what, "update kg, or make a new store")


def _lock(lock: IO[str], folder: Path, *, read_only: bool) -> None:
    """Lock where the system can; RocksDB's own lock keeps a second writer out in any case."""
    if sys.platform == "win32":
        return
    wanted = fcntl.LOCK_SH if read_only else fcntl.LOCK_EX
    try:
        fcntl.flock(lock, wanted | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        what = "is in use by another process"
        raise StoreError(str(folder), what, "wait until it ends, or name another store") from error
