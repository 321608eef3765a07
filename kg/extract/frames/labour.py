"""Articles on work: their strikes are no attacks, and taking part in one is to be on strike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from kg.model import Document, Frame

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
_STOPPAGES = frozenset({"strike", "walkout", "stoppage", "stayaway", "striker", "picket"})
_STOPPING = frozenset(
    {("walk", "out"), ("industrial", "action"), ("union", "action"), ("down", "tool")}
)
"""Pairs of words that tell of a stoppage as well."""
_MARCHES = frozenset({"march", "rally", "protest", "demonstration", "demonstrator", "marcher"})
_JOINS = re.compile(r"(?:take|took|taking|participat|turnout|join)", re.IGNORECASE)
_TWICE = 2


def labour(document: Document) -> Callable[[Iterable[Frame]], list[Frame]]:
    """Return what reads the frames of an article as one on work means them, if it is one."""
    if not _on_work(document):
        return _in_place
    return partial(_at_work, document.article.text, stopped=_on_stoppage(document))


def _at_work(text: str, found: Iterable[Frame], *, stopped: bool) -> list[Frame]:
    kept = [f for f in found if not (f.predicate == "attack" and _named(f, text) == "strike")]
    return [_on_strike(f, text) for f in kept] if stopped else _in_place(kept)


def _in_place(found: Iterable[Frame]) -> list[Frame]:
    """Leave out who was out or stayed at home: without a strike that says nothing."""
    return [f for f in found if f.predicate != "stay_away"]


def _named(frame: Frame, text: str) -> str:
    return frame.trigger.of(text).lower().removesuffix("s")


def _on_strike(frame: Frame, text: str) -> Frame:
    """Let taking part in what the article is about, and staying away, be striking."""
    joins = frame.predicate in {"attend", "turn_out"} and _JOINS.match(frame.trigger.of(text))
    away = frame.predicate == "stay_away" or (frame.predicate == "work" and frame.negated)
    if not (joins or away):
        return frame
    measure = "on strike" if frame.measure else None
    negated = frame.negated and frame.predicate != "work"
    return replace(frame, predicate="go_on_strike", measure=measure, negated=negated)


def _on_stoppage(document: Document) -> bool:
    lemmas = [token.lemma.lower() for token in document.tokens]
    stopped, marched = (sum(w in words for w in lemmas) for words in (_STOPPAGES, _MARCHES))
    stopped += sum(pair in _STOPPING for pair in pairwise(lemmas))
    return stopped >= _TWICE and stopped > marched


def _on_work(document: Document) -> bool:
    """Tell whether an article tells more of work than of war."""
    lemmas = [token.lemma.lower() for token in document.tokens]
    work, war = (sum(lemma in words for lemma in lemmas) for words in (_WORK, _WAR))
    return work > war
