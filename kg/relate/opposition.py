"""Whether two statements cannot both be so: told by their meaning, and by how texts set them.

What a network makes of the two contents is weighed with named signs of the texts: journalists put
an answer next to what it answers, and say of whom it speaks. The weights are those of a logistic
regression (`bench/fit_opposition.py`).
"""

from __future__ import annotations

import re
from math import exp, log

from kg.model import SpeechAct
from kg.relate.evidence import Evidence
from kg.relate.meaning import WORDS_ALONE, Meaning
from kg.relate.signs import SIGNS, neighbours

SURE = 0.7
"""The score from which two statements are said to exclude each other."""

BASE, MEANT, ALIKE = -1.9, 1.0, 2.8
"""The weights of a pair as such, of the network's log odds and of how alike the contents are.

The signs have their own.
"""

ODDS = (-2.0, 2.5)
"""The log odds between which they tell something; they are cut to these."""

NEAR, FAINT = 0.2, 0.1
"""The cosine below which two contents are not of one thing, so that nothing more is asked, and the
one for neighbours in a text.
"""

CLEAR = 0.4
"""The probability from which the type of a dispute is believed."""

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
    return hopeful(c, e, meaning) and exclusive(c, e, meaning)


def hopeful(c: Evidence, e: Evidence, meaning: Meaning) -> bool:
    """Tell, without reading both at once, whether two near contents may turn out `exclusive`."""
    return worth_asking(c, e, meaning) and _score(c, e, meaning, max(ODDS)) >= SURE


def exclusive(c: Evidence, e: Evidence, meaning: Meaning) -> bool:
    """Tell whether it is as good as sure that two statements, in this order, cannot both be so.

    Nothing is where no more is known than words, nor, whatever the signs, what goes together.
    """
    probability = meaning.exclude(told(c), told(e))
    if meaning == WORDS_ALONE or probability < UNLIKELY:
        return False
    return _score(c, e, meaning, log_odds(probability)) >= SURE


def _score(c: Evidence, e: Evidence, meaning: Meaning, odds: float) -> float:
    shown = sum(sign.weight for sign in SIGNS if sign.shown(c, e))
    return BASE + shown + MEANT * odds + ALIKE * meaning.alike(c.words, e.words)


def kind(c: Evidence, e: Evidence, meaning: Meaning) -> str | None:
    """Return the type of dispute that two statements make, None where that is not clear."""
    types = meaning.types(told(c), told(e))
    likely = max(types, key=lambda name: (types[name], name), default=None)
    return likely if likely is not None and types[likely] >= CLEAR else None


def log_odds(probability: float) -> float:
    """Return the log odds, cut to `ODDS`."""
    low, high = (1 / (1 + exp(-bound)) for bound in ODDS)
    inside = min(max(probability, low), high)
    return log(inside / (1 - inside))


def near(one: Evidence, other: Evidence, meaning: Meaning) -> bool:
    """Tell whether two contents may be of one thing."""
    return meaning.alike(one.words, other.words) >= NEAR


def worth_asking(one: Evidence, other: Evidence, meaning: Meaning) -> bool:
    """Tell whether two contents may be of one thing, or answer each other side by side."""
    least = FAINT if neighbours(one, other) else NEAR
    return meaning.alike(one.words, other.words) >= least


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
