"""Bare numbers that answer what was said before: "the company put the number at 90"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.frames.counts import Count
from kg.extract.frames.units import unit
from kg.model import NUMBER, Frame, Statement

_PEOPLE = r"(?:\s+(?:people|persons|participants))?"
_WHEN = r"(?:\s+at\s+(?:most|least))?(?:\s+(?:at|in|on|by|during|since)\b[^,;#]*)?"
_TOTAL = (
    r"(?:(?:the|its|their|this|that)\s+)?(?:(?:real|actual|true|official|final|correct|total"
    r"|overall)\s+)?(?:number|figure|total|count|tally)\b(?!\s+of\b)"
)
_BARE = re.compile(
    rf"(?:that\s+)?(?:{_TOTAL}(?!.*\b(?:rose|fell|grew|rise|fall|increased|dropped)\b)"
    rf"(?:\s+[a-z]+){{0,4}}?|it\s+(?:at|is|was|stood\s+at))\s+#{_PEOPLE}"
    rf"(?:{_WHEN}|\s*(?:,|and\b).*)",
    re.IGNORECASE,
)
"""Contents that name a figure and not what it counts: "the number was 12 and that all ..."."""

_LEAD = r"(?:that\s+)?(?:an?\s+(?:rate|share|total)\s+of\s+)?#"
_ALONE = re.compile(rf"{_LEAD}{_PEOPLE}{_WHEN}", re.IGNORECASE)
"""Contents that are a number, with no more than when or where: its noun stands before."""

_CAME = re.compile(
    rf"{_LEAD}{_PEOPLE}\s+(?:(?:had|have)\s+)?(?:come|came|turned up|showed up){_WHEN}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?:that\s+)?(?:it|they|he|she|we|i)\s+(?:(?:had|have|has)\s+)?(?:(?:only|itself|themselves)\s+)?"
    rf"(?:counted|recorded|registered|documented)\s+(?:(?:only|just)\s+)?#{_PEOPLE}"
    rf"(?:{_WHEN}|\s*,.*)"
    r"|(?:that\s+)?there\s+(?:were|had\s+been)\s+#\s+of\s+(?:them|us)\b.*",
    re.IGNORECASE,
)
"""Contents of who counted, too: "it had counted 112", "there were no more than 40 of them"."""

_AMOUNT = re.compile(
    r"(?:that\s+)?(?:the|its)\s+(?:volume|amount|quantity)\b(?:\s+[a-z]+){0,4}?\s+#\s+"
    r"(?P<unit>(?:cubic\s+)?[a-z]+)(?:\s.*)?",
    re.IGNORECASE,
)
"""Contents that put an amount at so many of a unit."""

_OWN_TIME = re.compile(r"#.*\b(?:at|in|on|by|during|since)\b(?! (?:most|least)\b)", re.IGNORECASE)
"""Words behind a number that say when or where themselves."""

_BACK = 3
"""How many statements back the question may have been answered."""


def echo(
    told: str,
    number: int,
    statements: Sequence[Statement],
    found: Mapping[str, Sequence[Frame]],
    counted: Sequence[Count],
) -> Iterator[Frame]:
    """Yield what statement `number` answers: the question of the one pointed to, or just before.

    `told` is the text of its content, with `#` for each number in it.
    """
    if not counted:
        return
    come = _CAME.fullmatch(told) is not None
    amount = _AMOUNT.fullmatch(told)
    also = _COUNTED.fullmatch(told) is not None
    alone = len(counted) == 1 and any(form.fullmatch(told) for form in (_BARE, _ALONE))
    if not (come or alone or amount or also):
        return
    statement = statements[number]
    near = [s.id for s in reversed(statements[max(0, number - _BACK) : number])]
    before = (f for key in (*statement.refers_to, *near) for f in found.get(key, ()))
    asked = next((f for f in before if _asks(f, come=come)), None)
    if asked is None or (counted[0].unit or "") != _kind(asked):
        return
    if amount and _measured_in(amount["unit"]) != asked.unit:
        return
    span = counted[0].span
    own = _OWN_TIME.search(told) is not None
    yield replace(
        asked,
        statement=statement.id,
        trigger=span,
        quantity=span,
        agent=None,
        modal=False,
        time=None if own else asked.time,
        place=None if own else asked.place,
    )


def _asks(frame: Frame, *, come: bool) -> bool:
    """Tell whether a frame asks how many: of those who came, how many attended."""
    known = frame.quantity is not None and not frame.negated and frame.predicate != NUMBER
    return known and (frame.measure == "attended" or not come)


def _measured_in(words: str) -> str:
    """Return the unit that a plural names: "cubic meters" are of the unit "cubic metre"."""
    return unit(words.lower().removesuffix("s").replace("meter", "metre"))


def _kind(frame: Frame) -> str:
    """Return "percent" or "money" where a figure is such, as a count says it."""
    if frame.unit == "percent":
        return "percent"
    return "money" if frame.unit == "money" or (frame.unit or "").isupper() else ""
