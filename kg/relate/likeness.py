"""How much of what a denial says stands in another content: by its words, or by its meaning."""

from __future__ import annotations

import re
from itertools import product

from kg.model import SpeechAct
from kg.relate.blocks import Alike
from kg.relate.charges import SAYING
from kg.relate.evidence import Evidence
from kg.relate.telling import rarity
from kg.relate.words import stem, stems

FEW = 2
"""How many words both must have."""

WORDS_WEIGH = 0.25
"""What the shared words, weighed, add to how alike two contents are by their meaning."""

ENOUGH = 0.55
"""The sum from which a content says what another denies.

Chosen on 152 invented stories: of pairs that a denier and another claimant make, 26 of 30 that
reach it are disputes or arguably so, and few that do not are.
"""

COUNTED = 0.65
"""The sum where the content counts something that the other does not speak of as a number."""

TOUCHING = 0.1
"""The share of a denial's words that must stand in what it denies: meaning alone knows a topic."""

_NAME = re.compile(r"(?<![.!?:\"\u201c\u2018] )(?<!^)\b[A-Z][\w\u2019'-]+")
_EMPTY = stems("not any claim allegation accusation suggestion report deny")
_SENTENCE = re.compile(r"(?<=[.!?])[\u201d\"\u2019']*\s+")
_NOT = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n[\u2019']t\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:not (?:one|a single)|no|none|nobody|neither)\b", re.IGNORECASE)


def in_words_of(c: Evidence, e: Evidence, least: float) -> bool:
    """Tell whether `c` has `least` of the weight of the words of `e`; names do not count.

    Names are shared by all that is said in a story, so they do not tell what is denied.
    """
    mine, theirs = _senses(e), _senses(c)
    shared = mine & theirs
    return len(shared) >= FEW and _weight(shared) >= least * _weight(mine)


def _weight(words: frozenset[str]) -> float:
    return sum(rarity(word) for word in sorted(words))


def _senses(e: Evidence) -> frozenset[str]:
    return e.stems - {stem(name) for name in _NAME.findall(e.words)} - _EMPTY


def means(c: Evidence, e: Evidence, alike: Alike) -> bool:
    """Tell whether `c` says, in whatever words, what `e` denies or says is not so."""
    counted = any(answer.quantity is not None for answer in c.answers)
    none = any(answer.none for answer in e.answers)
    least = COUNTED if none or (counted and not _NONE.search(e.words)) else ENOUGH
    touching = _touching(c, e)
    return touching >= TOUCHING and _likeness(c, e, alike) + WORDS_WEIGH * touching >= least


def closeness(c: Evidence, e: Evidence, alike: Alike) -> float:
    """Return how near `c` comes to what `e` denies: their meaning, and the words they share."""
    return _likeness(c, e, alike) + WORDS_WEIGH * _touching(c, e)


def _touching(c: Evidence, e: Evidence) -> float:
    """Return the share of the words of `e`, weighed, that `c` has; names do not count."""
    mine = _senses(e)
    whole = _weight(mine)
    return _weight(mine & _senses(c)) / whole if whole else 0.0


def _likeness(c: Evidence, e: Evidence, alike: Alike) -> float:
    """Return how alike they are, whole or by sentences; of those of `e` that deny something."""
    denied = [SAYING.sub("", one) for one in (e.words, *_SENTENCE.split(e.words))]
    if e.statement.speech_act is not SpeechAct.DENY:
        denied = [one for one in denied if _NOT.search(one)]
    pairs = product(denied, {c.words, *_SENTENCE.split(c.words)})
    return max((alike(one, other) for one, other in pairs), default=-1.0)
