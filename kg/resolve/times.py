"""The days that words like "on Sunday" or "earlier this year" name, counted from a date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from kg.model import Interval

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"((?:1[5-9]|20)\d\d)"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1}
_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
_BEFORE_DAY = r"(?:(last|next|this coming|coming|this|past|late|early|on) )?"
_AFTER_DAY = r"(?:[' -](night|overnight|morning|afternoon|evening))?"
_COUNT = r"(\d{1,3}|" + "|".join(_NUMBERS) + r")"
_UNIT = r"(hour|day|week|month|year)s?"

Build = Callable[[re.Match[str], date], Interval | None]


def interval(words: str, published: date | None) -> Interval | None:
    """Return the days that words name, counted from the day of publication.

    None when nothing in the words is a time, or when it cannot be counted without a date. A
    weekday is the last one up to the day of publication; a night reaches into the next day.

    >>> interval("on Sunday", date(2024, 3, 6))
    Interval(start=datetime.date(2024, 3, 3), end=datetime.date(2024, 3, 3))
    """
    low = " ".join(words.casefold().split())
    for pattern, build in RULES:
        match = pattern.search(low)
        if match is not None:
            return _safe(build, match, published)
    return None


def _safe(build: Build, match: re.Match[str], published: date | None) -> Interval | None:
    """Build an interval; 31 June and the year 0 are no days, and without a date most are none."""
    if published is None and build not in _DATED:
        return None
    try:
        return build(match, published or date.min)
    except (ValueError, OverflowError):
        return None


def _day(start: date, days: int = 0) -> Interval:
    return Interval(start, start + timedelta(days=days))


def _iso(match: re.Match[str], _: date) -> Interval:
    return _day(date(int(match[1]), int(match[2]), int(match[3])))


def _month_number(short: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(short[:3]))


def _past(year: str | None, month: int, day: int, published: date) -> date:
    """Return a day of the year given, else the last such day up to a month after publication."""
    if year:
        return date(int(year), month, day)
    found = date(published.year, month, day)
    return found if found - published < timedelta(days=31) else date(published.year - 1, month, day)


def _day_month_year(match: re.Match[str], _: date) -> Interval:
    return _day(date(int(match[3]), _month_number(match[2]), int(match[1])))


def _month_day_year(match: re.Match[str], _: date) -> Interval:
    return _day(date(int(match[3]), _month_number(match[1]), int(match[2])))


def _day_month(match: re.Match[str], published: date) -> Interval:
    return _day(_past(None, _month_number(match[2]), int(match[1]), published))


def _month_day(match: re.Match[str], published: date) -> Interval:
    return _day(_past(None, _month_number(match[1]), int(match[2]), published))


def _month_year(match: re.Match[str], _: date) -> Interval:
    return _month_of(int(match[2]), _month_number(match[1]))


def _month_of(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _month_alone(match: re.Match[str], published: date) -> Interval:
    first = _past(None, _month_number(match[1]), 1, published)
    return _month_of(first.year, first.month)


def _year(match: re.Match[str], _: date) -> Interval:
    return Interval(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31))


def _since_year(match: re.Match[str], published: date) -> Interval:
    return Interval(date(int(match[1]), 1, 1), published)


def _weekday(match: re.Match[str], published: date) -> Interval:
    back = (published.weekday() - _DAYS.index(match[2])) % 7
    found = published - timedelta(days=back)
    if match[1] == "last" and not back:
        found -= timedelta(days=7)
    if match[1] in {"next", "coming", "this coming"}:
        found += timedelta(days=7)
    return _day(found, 1 if (match[3] or "").startswith(("night", "overnight")) else 0)


def _around(first: int, last: int) -> Build:
    def build(_: re.Match[str], published: date) -> Interval:
        return Interval(published + timedelta(days=first), published + timedelta(days=last))

    return build


def _ago(match: re.Match[str], published: date) -> Interval:
    size = _UNIT_DAYS[match[2]]
    back = _number(match[1]) * size
    blur = 0 if size <= 1 else size // 2
    if size == 0:
        return Interval(published - timedelta(days=1 + _number(match[1]) // 24), published)
    return _day(published - timedelta(days=back + blur), 2 * blur)


def _vaguely_ago(match: re.Match[str], published: date) -> Interval:
    size = max(1, _UNIT_DAYS[match[1]])
    return Interval(published - timedelta(days=8 * size), published - timedelta(days=size))


def _last_units(match: re.Match[str], published: date) -> Interval:
    back = _number(match[1]) * _UNIT_DAYS[match[2]] or 1
    return Interval(published - timedelta(days=back), published)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _period(unit: str, published: date) -> Interval:
    if unit == "week":
        start = published - timedelta(days=published.weekday())
        return _day(start, 6)
    if unit == "month":
        return _month_of(published.year, published.month)
    return Interval(date(published.year, 1, 1), date(published.year, 12, 31))


def _so_far(match: re.Match[str], published: date) -> Interval:
    return Interval(_period(match[1], published).start, published)


def _this(match: re.Match[str], published: date) -> Interval:
    return _period(match[1], published)


def _previous(match: re.Match[str], published: date) -> Interval:
    start = _period(match[1], published).start or published
    return _period(match[1], start - timedelta(days=1))


def _next(match: re.Match[str], published: date) -> Interval:
    end = _period(match[1], published).end or published
    return _period(match[1], end + timedelta(days=1))


_DATED: frozenset[Build] = frozenset({_iso, _day_month_year, _month_day_year, _month_year, _year})
"""Rules that need no day of publication."""

_TABLE: tuple[tuple[str, Build], ...] = (
    (r"\b(\d{4})-(\d\d)-(\d\d)\b", _iso),
    (rf"\b{_DAY_NUMBER} (?:of )?{_MONTH},? {_YEAR}\b", _day_month_year),
    (rf"\b{_MONTH} {_DAY_NUMBER},? {_YEAR}\b", _month_day_year),
    (rf"\b{_MONTH},? {_YEAR}\b", _month_year),
    (rf"\b{_DAY_NUMBER} (?:of )?{_MONTH}(?![a-z])", _day_month),
    (rf"\b{_MONTH} {_DAY_NUMBER}\b", _month_day),
    (r"\bday before yesterday\b", _around(-2, -2)),
    (r"\byesterday\b", _around(-1, -1)),
    (r"\btomorrow\b", _around(1, 1)),
    (rf"\b{_BEFORE_DAY}({'|'.join(_DAYS)})s?\b{_AFTER_DAY}", _weekday),
    (r"\b(?:overnight|last night)\b", _around(-1, 0)),
    (r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", _around(0, 0)),
    (r"\b(?:earlier|so far) this (week|month|year)\b", _so_far),
    (r"\bearlier in the (week|month|year)\b", _so_far),
    (r"\blater this (week|month|year)\b", _this),
    (r"\bthis (week|month|year)\b", _this),
    (r"\b(?:last|previous) (week|month|year)\b", _previous),
    (r"\bnext (week|month|year)\b", _next),
    (rf"\b{_COUNT} {_UNIT} (?:ago|earlier)\b", _ago),
    (rf"\b(?:past|last|previous) {_COUNT} {_UNIT}\b", _last_units),
    (r"\b(?:past|last) (?:few |several )?(hour|day|week|month|year)s ago\b", _vaguely_ago),
    (r"\b(hour|day|week|month|year)s ago\b", _vaguely_ago),
    (rf"\bsince {_YEAR}\b", _since_year),
    (rf"\b(?:in|during|by|of|until|from|early|late|mid) {_YEAR}\b", _year),
    (rf"\b(?:in|during|since|last|early|late|mid) ({'|'.join(_MONTHS)})\b", _month_alone),
    (rf"^{_YEAR}$", _year),
)
RULES: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build) for pattern, build in _TABLE
)
"""Patterns over the words in lower case, and what they mean; the first that is found counts."""
