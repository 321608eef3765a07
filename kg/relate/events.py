"""Whether two statements speak of one event: their towns, kinds of disaster, names and words."""

from __future__ import annotations

from kg.relate.evidence import Evidence
from kg.relate.words import overlap

ALIKE = 0.6
"""The share of content words from which two contents speak of one event without naming it."""


def two_events(one: Evidence, other: Evidence, *, named: bool) -> str | None:
    """Return why the two may speak of two events, None when nothing says so.

    Where what they speak of is `named` ("Velmoran soldiers"), only the towns of the sentences
    may differ; else the articles must share a name, or the contents most of their words.
    """
    if one.towns and other.towns and not one.towns & other.towns:
        return f"another event: {_listed(one.towns)} / {_listed(other.towns)}"
    if named or one.article.id == other.article.id:
        return None
    for mine, theirs in (
        (one.ground.towns, other.ground.towns),
        (one.ground.kinds, other.ground.kinds),
    ):
        if mine and theirs and not mine & theirs:
            return f"another event: {_listed(mine)} / {_listed(theirs)}"
    if one.ground.names & other.ground.names or overlap(one.stems, other.stems) >= ALIKE:
        return None
    return "it is not known to be one event"


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
