"""Which kind of people or things a quantity counts."""

from __future__ import annotations

import re

from kg.model import Quantity

GENERAL = frozenset(
    "people person persons death deaths life lives dead casualty casualties fatality fatalities"
    " toll victim victims them others other those own".split()
)
"""Words for the counted that set nobody apart."""

SAME_WHOM = (
    "child children minor minors",
    "soldier soldiers troop troops trooper troopers serviceman servicemen personnel forces force",
    "fighter fighters militant militants gunman gunmen insurgent insurgents rebel rebels",
    "protester protesters protestor protestors demonstrator demonstrators marcher marchers crowd",
    "worker workers employee employees staff job jobs position positions",
    "post posts outpost outposts checkpoint checkpoints",
    "home homes house houses",
    "police policeman policemen officer officers",
)
"""Words that reports use for one another, a line each."""

_SOME_BEFORE = re.compile(
    r"\b(?:including|among (?:them|those|the (?:dead|victims|injured|wounded))"
    r"|of (?:them|whom|those),?(?: at least| some| about)?|the other)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_SOME_AFTER = re.compile(
    r"^ of (?:the|them|those|these)\b(?! (?:group|country|city))"
    r"|^[^.;,\n]{0,40}\bamong (?:them|those|the (?:dead|victims|injured|wounded|killed))\b"
    r"|^ others?\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:\S+ ){0,3}?\S*(?:more|further|additional)\b(?! than)", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|an? (?:further|additional)) $", re.IGNORECASE)
_OF_WOUNDS = re.compile(
    r"^[^.;,\n]{0,30}\bdied (?:of|from) (?:their |his |her )?(?:wounds|injuries|burns)",
    re.IGNORECASE,
)
_ON_STRIKE, _WORKER = "on strike", "worker"
"""Who strikes is a worker, whether called so or a miner."""

_CLASS = {word: line.split()[0] for line in SAME_WHOM for word in line.split()}


def head(quantity: Quantity | None) -> str | None:
    """Return the head noun of the counted without its number; None when it sets nobody apart."""
    words = re.findall(r"[^\W\d_]+", (quantity.of_whom_text or "").lower()) if quantity else []
    if not words or words[-1] in GENERAL:
        return None
    kind = alike(str(words[-1]))
    return None if quantity and quantity.measure == _ON_STRIKE and kind == _WORKER else kind


def alike(noun: str) -> str:
    """Return the word that stands for all that reports use for the same people or things."""
    return _CLASS.get(noun, noun.removesuffix("s"))


def counted_as(quantity: Quantity) -> str:
    """Return measure and unit: what figures share, whatever those counted are called."""
    return f"{quantity.measure} {quantity.unit}"


def some(quantity: Quantity | None, text: str) -> str:
    """Return the words by which only some of the counted are meant: "400 of the jobs"."""
    if quantity is None or quantity.unit == "percent":
        return ""
    span = quantity.span
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 80]
    found = _SOME_BEFORE.search(before) or _SOME_AFTER.match(after)
    return " ".join(found[0].split()) if found else ""


def more(quantity: Quantity | None, text: str) -> bool:
    """Tell whether a figure adds to one given before: "two more bodies", "died of their wounds"."""
    if quantity is None or quantity.unit == "percent":
        return False
    span = quantity.span
    told = text[span.start : span.end + 20].split("\n", maxsplit=1)[0]
    before, after = text[max(0, span.start - 40) : span.start], text[span.start : span.end + 60]
    added = _MORE.match(told) or _MORE_BEFORE.search(before) or _OF_WOUNDS.match(after)
    return added is not None
