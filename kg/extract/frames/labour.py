"""Strikes of workers, which are no attacks."""

from __future__ import annotations

from kg.model import Document

_WORK = frozenset(
    """
    union worker walkout picket stoppage staff employer employee wage pay teacher nurse driver
    pilot docker miner striker timetable industrial
    """.split()
)
_WAR = frozenset(
    """
    missile drone airstrike bomb shell soldier troop warplane jet militant army airspace rocket
    artillery fighter
    """.split()
)
STRIKE = "strike"


def labour(document: Document) -> bool:
    """Tell whether an article tells more of work than of war."""
    lemmas = [token.lemma.lower() for token in document.tokens]
    work, war = (sum(lemma in words for lemma in lemmas) for words in (_WORK, _WAR))
    return work > war
