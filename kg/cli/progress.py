"""A progress line on standard error for what takes longer than two seconds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")
PATIENCE = 2.0


def counted(items: Iterable[Item], total: int | None = None) -> Iterator[Item]:
    """Pass `items` on; once `PATIENCE` seconds are over, show how many there have been.

    Nothing is shown where standard error is not a terminal.
    """
    console = Console(stderr=True)
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = progress.add_task("articles", total=total)
    begun = time.monotonic()
    try:
        for item in items:
            progress.advance(task)
            if not progress.live.is_started and time.monotonic() - begun > PATIENCE:
                progress.start()
            yield item
    finally:
        progress.stop()
