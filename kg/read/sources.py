"""What the user names to files: folders, globs, standard input; each file's bytes, once."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

STANDARD_INPUT = "-"
LARGEST = 500_000_000
"""Bytes read at once; JSON Lines of a million articles come in several files."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file; `path` is written as the user gave it, `suffix` in small letters."""

    path: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """What folders and globs give: files with one of the `suffixes`, hidden ones left out.

    `known` lists the suffixes for error messages; `closed` tells of a folder that holds no
    articles whatever its files are called.
    """

    suffixes: Container[str]
    known: str
    closed: Callable[[str], bool] = lambda _: False


def sources(paths: Iterable[str | Path], wanted: Wanted) -> Iterator[Source | ReadError]:
    """Yield each file that `paths` name, in their order, those of a folder sorted.

    A file that two of them name comes once.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _found(str(given), wanted):
            if isinstance(found, ReadError):
                yield found
            elif (place := os.path.realpath(found)) not in seen:
                seen.add(place)
                yield _load(found)


def _found(given: str, wanted: Wanted) -> Iterator[str | ReadError]:
    """Yield the names of the files that one argument stands for."""
    if given == STANDARD_INPUT:
        yield given
    elif _is(given, "dir"):
        yield from _in_folder(given, wanted)
    elif _is(given, "file"):
        known = _suffix(given) in wanted.suffixes
        yield given if known else _unknown(given, wanted.known)
    elif glob.has_magic(given):
        yield from _matching(given, wanted)
    else:
        yield _missing(given)


def _is(given: str, kind: str) -> bool:
    # os.path, unlike pathlib, answers False for names that no file system could hold.
    return os.path.isdir(given) if kind == "dir" else os.path.isfile(given)  # noqa: PTH112, PTH113


def _in_folder(folder: str, wanted: Wanted) -> Iterator[str | ReadError]:
    refused: list[OSError] = []
    names = []
    for root, folders, files in os.walk(folder, onerror=refused.append):
        if wanted.closed(root):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names += [
            os.path.join(root, name)  # noqa: PTH118 - "./a" stays "./a"
            for name in files
            if not name.startswith(".") and _suffix(name) in wanted.suffixes
        ]
    yield from (_unreadable(str(error.filename), error) for error in refused)
    # A named pipe would keep the run waiting for ever.
    names = sorted(name for name in names if _is(name, "file"))
    yield from names
    if not names and not refused:
        what = "holds no file that can be read"
        yield ReadError(_label(folder), what, f"give one of {wanted.known}")


def _matching(pattern: str, wanted: Wanted) -> Iterator[str | ReadError]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps what was typed
    files = [name for name in matches if _is(name, "file") and _suffix(name) in wanted.suffixes]
    folders = [name for name in matches if _is(name, "dir")] if "**" not in pattern else []
    yield from files
    for folder in folders:
        yield from _in_folder(folder, wanted)
    if not files and not folders:
        yield ReadError(
            _label(pattern),
            "matches no file that can be read",
            f"check the pattern; {wanted.known}",
        )


def _load(name: str) -> Source | ReadError:
    try:
        data = _standard_input() if name == STANDARD_INPUT else _bytes(name)
    except OSError as error:
        return _unreadable(name, error)
    except ValueError:
        return ReadError(
            _label(name), f"is larger than {LARGEST:,} bytes", "split it into smaller files"
        )
    return Source(_label(name), _suffix(name), data)


def _bytes(name: str) -> bytes:
    path = Path(name)
    if path.stat().st_size > LARGEST:
        raise ValueError
    return path.read_bytes()


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError
    return data


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _label(name: str) -> str:
    """Return a name that can be written as UTF-8, whatever bytes the file system has."""
    return os.fsencode(name).decode("utf-8", "replace")


def _missing(given: str) -> ReadError:
    if os.path.lexists(given):
        return ReadError(
            _label(given), "is not a regular file", "give a file, or '-' to read a pipe"
        )
    return ReadError(_label(given), "does not exist", "check the path")


def _unknown(given: str, known: str) -> ReadError:
    what = f"has the unknown suffix {_suffix(given)!r}" if _suffix(given) else "has no suffix"
    return ReadError(_label(given), what, f"name it after its format, one of {known}")


def _unreadable(name: str, error: OSError) -> ReadError:
    reason = (error.strerror or "cannot be read").lower()
    return ReadError(_label(name), f"cannot be read ({reason})", "check its permissions")
