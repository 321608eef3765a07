"""What texts show of two statements apart from their meaning: signs that one answers the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.model import SpeechAct
from kg.relate.evidence import Evidence
from kg.relate.words import overlap

MUCH = 0.6
"""The share of the shorter's words from which two contents are in much the same words."""

_AWAY = 3
"""From how many paragraphs on a statement stands away from another."""

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile('["\u201c]')


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that `c` and `e` are set against each other, and how much it weighs.

    `e` denies what `c` affirms, or is the later of two that affirm something.
    """

    name: str
    weight: float
    shown: Callable[[Evidence, Evidence], bool]


def neighbours(c: Evidence, e: Evidence) -> bool:
    """Tell whether two stand in one paragraph or in two that follow each other."""
    return _beside(c, e) or _next(c, e)


def _beside(c: Evidence, e: Evidence) -> bool:
    return _one_text(c, e) and c.paragraph >= 0 and _paragraphs(c, e) == 0


def _next(c: Evidence, e: Evidence) -> bool:
    return _one_text(c, e) and _paragraphs(c, e) == 1


def _away(c: Evidence, e: Evidence) -> bool:
    return _one_text(c, e) and _paragraphs(c, e) >= _AWAY


def _led_in(c: Evidence, e: Evidence) -> bool:
    return _one_text(c, e) and max(c, e, key=lambda x: x.at).answering


def _same_words(c: Evidence, e: Evidence) -> bool:
    return e.denies and overlap(c.stems, e.stems) >= MUCH


def _another_day(c: Evidence, e: Evidence) -> bool:
    return c.article.published != e.article.published


def both_number(c: Evidence, e: Evidence) -> bool:
    """Tell whether both give numbers, which are seldom of one thing."""
    return all(_NUMBER.search(x.words) for x in (c, e))


def speaks_of(c: Evidence, e: Evidence) -> bool:
    """Tell whether `e` speaks of who says `c`."""
    who = c.claimant
    return who is not None and any(p.root == who.root for p in e.spoken_of)


def _names(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` speaks of who says `e`."""
    return speaks_of(e, c)


def _accuses(c: Evidence, _: Evidence) -> bool:
    return c.statement.speech_act is SpeechAct.ACCUSE


def _quoted(c: Evidence, e: Evidence) -> bool:
    return any(_QUOTE.search(x.words) for x in (c, e))


def _heads(c: Evidence, e: Evidence) -> bool:
    return c.heading or e.heading


def _one_town(c: Evidence, e: Evidence) -> bool:
    return bool(c.towns & e.towns)


def _one_text(c: Evidence, e: Evidence) -> bool:
    return c.article.id == e.article.id


def _paragraphs(c: Evidence, e: Evidence) -> int:
    return abs(c.paragraph - e.paragraph)


SIGNS = (
    Sign("in one paragraph", 2.1, _beside),
    Sign("in the next paragraph", 1.0, _next),
    Sign("paragraphs away", -0.9, _away),
    Sign("led in by a word of contrast or denial", 0.4, _led_in),
    Sign("denies in much the same words", 0.4, _same_words),
    Sign("published on another day", -0.6, _another_day),
    Sign("both give numbers", -1.0, both_number),
    Sign("who says the one is spoken of in the other", 0.3, speaks_of),
    Sign("who says the other is spoken of in the one", 0.3, _names),
    Sign("the one accuses", 0.5, _accuses),
    Sign("in direct speech", 0.4, _quoted),
    Sign("in a heading", -0.4, _heads),
    Sign("both name one town", -0.9, _one_town),
)
