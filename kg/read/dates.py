"""Days as articles write them, and lines that hold nothing else."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<y>\d{4})-(?P<n>\d{2})-(?P<d>\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{MONTH}),?\s(?P<y>\d{{4}})(?!\d)",
        rf"\b(?P<m>{MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>\d{{4}})(?!\d)",
    )
)
"""ISO 8601, day-month-year and month-day-year; 03/04/2025 is read two ways and so not at all."""

_AROUND_A_DATE = re.compile(
    r"""\b(?:first|last|published|updated|posted|modified|issued|created|date|dated|release[d]?|on|at
      |(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]\.?m\.?|ist|gmt|utc
      |[ecmp][sd]?t|cest|bst|local\stime|z)\b
    | \d{1,2}[:.h]\d{2}(?::\d{2})? | \d{1,2}(?=\s?[ap]\.?m\b) | [+-]\d\d:?\d\d | [\W_]""",
    re.VERBOSE | re.IGNORECASE,
)


def day_in(text: str) -> date | None:
    """Return the first day that `text` gives with its year.

    >>> day_in("Published: 12 October 2025")
    datetime.date(2025, 10, 12)
    """
    for form in _FORMS:
        if found := form.search(text):
            return _day(found)
    return None


def only_a_date(line: str) -> bool:
    """Tell whether a line holds a day and nothing but labels, times and zones around it."""
    rest = line
    for form in _FORMS:
        rest = form.sub(" ", rest)
    return rest != line and not _AROUND_A_DATE.sub("", rest)


def _day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    month = int(groups["n"]) if "n" in groups else _MONTHS.index(groups["m"][:3].lower()) + 1
    try:
        return date(int(groups["y"]), month, int(groups["d"]))
    except ValueError:
        return None
