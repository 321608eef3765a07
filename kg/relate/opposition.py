"""Whether two statements cannot both be so, told by their meaning."""

from __future__ import annotations

import re

from kg.model import SpeechAct
from kg.relate.evidence import Evidence
from kg.relate.meaning import Meaning

NEAR = 0.2
"""The cosine below which two contents are not of one thing, so that nothing more is asked."""

ALIKE = (0.3, 0.6)
"""Between which cosines two contents that both affirm something may be two accounts of it.

Below they are of two things, above they mostly say the same.
"""

SURE = 0.92
"""The probability from which two statements are said to exclude each other.

Of the pairs that reach it in 238 invented stories, nearly four in five are disputes that a reader
lists.
"""

UNLIKELY = 0.3
"""The probability below which a rule that goes by claims is not believed."""

LONGEST = 400
"""Characters of a content that are read: its first sentences."""

_THAT = re.compile(r"^that ", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_QUOTES = re.compile("[\u201c\u201d]")
_SAID = {
    SpeechAct.DENY: "denied",
    SpeechAct.ACCUSE: "accused",
    SpeechAct.ACKNOWLEDGE: "admitted",
    SpeechAct.WARN: "warned",
}


def contradicted(c: Evidence, e: Evidence, meaning: Meaning) -> bool:
    """Tell whether `e`, a denial, excludes what `c` says, as far as `meaning` knows."""
    return near(c, e, meaning) and exclusive(c, e, meaning)


def exclusive(one: Evidence, other: Evidence, meaning: Meaning) -> bool:
    """Tell whether it is as good as sure that two statements cannot both be so."""
    return meaning.exclude(told(one), told(other)) >= SURE


def two_accounts(c: Evidence, e: Evidence, meaning: Meaning) -> bool:
    """Tell whether `c` and `e`, which affirm something each, may be two accounts of one thing."""
    low, high = ALIKE
    return low <= meaning.alike(c.words, e.words) < high


def near(one: Evidence, other: Evidence, meaning: Meaning) -> bool:
    """Tell whether two contents may be of one thing."""
    return meaning.alike(one.words, other.words) >= NEAR


def compatible(one: Evidence, other: Evidence, meaning: Meaning) -> bool:
    """Tell whether two statements go together so clearly that no rule may set them apart."""
    return meaning.exclude(told(one), told(other)) < UNLIKELY


def told(e: Evidence) -> str:
    """Return who says it, how and what: the form of a statement that the network knows."""
    who = e.claimant.name if e.claimant else "somebody"
    return as_told(who, _SAID.get(e.statement.speech_act, "said"), e.words[:LONGEST])


def as_told(who: str, how: str, what: str) -> str:
    """Return a statement as one line: "union denied: members threw stones".

    Articles and conjunctions that tell nothing but where a text was cut are left out.
    """
    plain = _QUOTES.sub('"', _THAT.sub("", what))
    return f"{_ARTICLE.sub('', who)} {how}: {plain}".lstrip()
