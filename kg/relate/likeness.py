"""How much of what a denial says stands in another content, by the weight of its words."""

from __future__ import annotations

import re

from kg.relate.evidence import Evidence
from kg.relate.telling import rarity
from kg.relate.words import stem, stems

FEW = 2
"""How many words both must have."""

_NAME = re.compile(r"(?<![.!?:\"\u201c\u2018] )(?<!^)\b[A-Z][\w\u2019'-]+")
_EMPTY = stems("not any claim allegation accusation suggestion report deny")


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
