"""Files written whole or not at all."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError


def write(out: Path, content: bytes) -> None:
    """Write a file whole or not at all; "-" is standard output.

    Raises `StoreError` where the system refuses: no right, no space, a folder there.
    """
    if str(out) == "-":
        sys.stdout.buffer.write(content)
        return
    part = out.with_name(out.name + ".part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        what = f"cannot be written ({error.strerror or error})"
        raise StoreError(str(out), what, "check free space and rights") from error
