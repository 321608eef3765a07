"""Time as blocks see it: weeks that look back a few days, so that an article touches few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

DAYS = 3
"""Articles published further apart than this are not taken to report one event."""

WEEK = 7
UNDATED = "undated"


def week(day: date | None) -> str:
    """Return the name of the week that owns `day`."""
    return UNDATED if day is None else str(day.toordinal() // WEEK)


def weeks(day: date | None, *, ahead: bool = False) -> Iterator[str]:
    """Yield the weeks that see `day`: its own, and the next where at most `DAYS` lie between.

    With `ahead` the week before sees the first days of the next one, too.
    """
    yield week(day)
    if day is None:
        return
    if week(day + timedelta(DAYS)) != week(day):
        yield week(day + timedelta(DAYS))
    if ahead and week(day - timedelta(DAYS)) != week(day):
        yield week(day - timedelta(DAYS))
