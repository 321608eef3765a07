"""How much of what a denial says stands in another content: by its words, or by its meaning."""

from __future__ import annotations

import re
from itertools import product

from kg.model import SpeechAct
from kg.relate.blocks import Alike
from kg.relate.evidence import Evidence
from kg.relate.telling import rarity
from kg.relate.words import stem, stems

FEW = 2
"""How many words both must have."""

DENIED = 0.45
"""The cosine from which a content says what another denies outright."""

NEGATED = 0.5
"""The cosine where the other only says that it is not so."""

TOUCHING = 0.15
"""The share of a denial's words, weighed, that must stand in what it denies for that to count."""

COUNTED = 0.6
"""The cosine where the content counts something that the other does not speak of as a number."""

_NAME = re.compile(r"(?<![.!?:\"\u201c\u2018] )(?<!^)\b[A-Z][\w\u2019'-]+")
_EMPTY = stems("not any claim allegation accusation suggestion report deny")
_SENTENCE = re.compile(r"(?<=[.!?])[\u201d\"\u2019']*\s+")
_NOT = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n[\u2019']t\b", re.IGNORECASE
)
_SAYING = re.compile(
    r"^(?:(?:any|all|the|those|these|such) )?"
    r"(?:suggestion|claim|allegation|accusation|report|rumou?r|assertion)s? (?:that|of) ",
    re.IGNORECASE,
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
    """Tell whether a sentence of `c` says what `e` denies or says is not so."""
    counted = any(answer.quantity is not None for answer in c.answers)
    if any(answer.none for answer in e.answers) or (counted and not _NONE.search(e.words)):
        least = COUNTED
    else:
        least = DENIED if e.statement.speech_act is SpeechAct.DENY else NEGATED
    return _touch(c, e) and likeness(c, e, alike) >= least


def _touch(c: Evidence, e: Evidence) -> bool:
    """Tell whether they share a word that says much: likeness alone knows a topic, no more."""
    mine = _senses(e)
    return _weight(mine & _senses(c)) >= TOUCHING * _weight(mine)


def likeness(c: Evidence, e: Evidence, alike: Alike) -> float:
    """Return how alike they are, whole or by sentences; of those of `e` that deny something."""
    denied = [_SAYING.sub("", one) for one in (e.words, *_SENTENCE.split(e.words))]
    if e.statement.speech_act is not SpeechAct.DENY:
        denied = [one for one in denied if _NOT.search(one)]
    pairs = product(denied, {c.words, *_SENTENCE.split(c.words)})
    return max((alike(one, other) for one, other in pairs), default=-1.0)
