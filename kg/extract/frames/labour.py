"""Articles on work: their strikes are no attacks, and taking part in one is to be on strike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

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
_STOPPAGES = frozenset({"strike", "walkout", "stoppage"})
_MARCHES = frozenset({"march", "rally", "protest", "demonstration", "demonstrator", "marcher"})
_JOINS = re.compile(r"(?:take|took|taking|participat|turnout|join)", re.IGNORECASE)
_TWICE = 2


def labour(document: Document) -> Callable[[Iterable[Frame]], list[Frame]]:
    """Return what reads the frames of an article as one on work means them, if it is one."""
    if not _on_work(document):
        return list
    return partial(_at_work, document.article.text, stopped=_on_stoppage(document))


def _at_work(text: str, found: Iterable[Frame], *, stopped: bool) -> list[Frame]:
    kept = [f for f in found if not (f.predicate == "attack" and _named(f, text) == "strike")]
    return [_on_strike(f, text) for f in kept] if stopped else kept


def _named(frame: Frame, text: str) -> str:
    return frame.trigger.of(text).lower().removesuffix("s")


def _on_strike(frame: Frame, text: str) -> Frame:
    """Let taking part in what the article is about be striking, not a march."""
    joins = frame.predicate in {"attend", "turn_out"} and _JOINS.match(frame.trigger.of(text))
    measure = "on strike" if frame.measure else None
    return replace(frame, predicate="go_on_strike", measure=measure) if joins else frame


def _on_stoppage(document: Document) -> bool:
    lemmas = [token.lemma.lower() for token in document.tokens]
    stopped, marched = (sum(w in words for w in lemmas) for words in (_STOPPAGES, _MARCHES))
    return stopped >= _TWICE and stopped > marched


def _on_work(document: Document) -> bool:
    """Tell whether an article tells more of work than of war."""
    lemmas = [token.lemma.lower() for token in document.tokens]
    work, war = (sum(lemma in words for lemma in lemmas) for words in (_WORK, _WAR))
    return work > war
