"""Whether two statements speak of one event: their towns, kinds of disaster, names and words."""

from __future__ import annotations

from kg.relate.evidence import Evidence
from kg.relate.settings import Ground
from kg.relate.telling import alike, likeness
from kg.relate.when import DAYS
from kg.relate.words import overlap

ALIKE = 0.6
"""The share of content words from which two contents speak of one event without naming it."""

FEW = 3
"""How many words these must be."""


SLIGHTLY = 0.04
"""The cosine that two articles must reach that share a single name, of a capital perhaps."""

NAMED, CLOSELY = 2, 0.18
"""The names shared and the cosine from which articles on different towns tell of one event.

Of 71 pairs of articles on one event (invented, several collections) 33 reach both, of 16,254 of one
kind on different events 42, most of these on two stories of one region.
"""

_OF_WAR = frozenset({"fire"})
"""Kinds of disaster whose words tell of fighting, too: "explosion"."""


def two_events(one: Evidence, other: Evidence, *, named: bool) -> str | None:
    """Return why the two may speak of two events, None when nothing says so.

    Where what they speak of is `named` ("Velmoran soldiers"), only the towns of the sentences
    may differ; else the articles must not play in different towns, and must share a name, or the
    contents most of their words.
    """
    if one.towns and other.towns and not one.towns & other.towns:
        return f"another event: {_listed(one.towns)} / {_listed(other.towns)}"
    if named or one.article.id == other.article.id:
        return None
    return _apart(one.ground, other.ground) or _unknown(one, other)


def far(one: Evidence, other: Evidence) -> bool:
    """Tell whether nothing says that two statements are of one event, in days, towns or names."""
    return _late(one, other) or two_events(one, other, named=False) is not None


def elsewhere(one: Evidence, other: Evidence) -> bool:
    """Tell whether nothing says that two articles are of one event, whatever the sentences name."""
    if one.article.id == other.article.id:
        return False
    return (
        _late(one, other) or (_apart(one.ground, other.ground) or _unknown(one, other)) is not None
    )


def _late(one: Evidence, other: Evidence) -> bool:
    days = [e.article.published for e in (one, other)]
    whole = [day for day in days if day is not None]
    return len(whole) == len(days) and (max(whole) - min(whole)).days > DAYS


def _apart(one: Ground, other: Ground) -> str | None:
    """Return the towns or kinds of disaster that tell two articles' events apart.

    Towns do where neither article so much as names what the other plays in, but not where names
    and words say that it is one quarrel: two sides of a border file from two capitals.
    """
    strange = not (one.mains & other.towns or other.mains & one.towns)
    if one.mains and other.mains and strange and not _told_as_one(one, other):
        return f"another event: {_listed(one.mains)} / {_listed(other.mains)}"
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        return f"another event: {_listed(one.kinds)} / {_listed(other.kinds)}"
    return None


def _told_as_one(one: Ground, other: Ground) -> bool:
    """Tell whether two articles tell of one quarrel; disasters are told in the same words."""
    if (one.kinds | other.kinds) - _OF_WAR:
        return False
    named = len(one.names & other.names) >= NAMED
    return named and likeness(one.told, other.told) >= CLOSELY


def _unknown(one: Evidence, other: Evidence) -> str | None:
    shared = len(one.ground.names & other.ground.names)
    if shared > 1 or _same_words(one, other):
        return None
    if shared and likeness(one.ground.told, other.ground.told) >= SLIGHTLY:
        return None
    nations = {one.ground.nation, other.ground.nation} - {None}
    if len(nations) < 2 and alike(one.ground.told, other.ground.told):
        return None
    return "it is not known to be one event"


def _same_words(one: Evidence, other: Evidence) -> bool:
    shared = one.stems & other.stems
    return len(shared) >= FEW and overlap(one.stems, other.stems) >= ALIKE


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
