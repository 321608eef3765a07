"""What an article tells of, where no name says it: its nation, its kind of story, its words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.model import ActorType, Reading
from kg.relate.words import STOP, stem

MOST = 6
"""How many of the words told most often mark an article's topic."""

OF_ONE_NATION = 3
OF_ANY = 4
"""How many common words two articles on one event share that share no name.

Of some 35,000 pairs of articles on two events, one in 1,600 shares four words and a kind of story.
"""

_STORIES = {
    "labour": "walkout|pickets?|stoppage|strikers?|on strike|industrial action|down(?:ed)? tools"
    "|unions?",
    "protest": r"protest\w*|demonstrat\w+|marche(?:d|rs)|rall(?:y|ies|ied)|demos?|rioters?|riot",
    "election": "elections?|electoral|ballots?|turnout|voters?|polling|polls",
    "conflict": "troops|soldiers|shelling|drones?|air ?strikes?|militants|ceasefire|frontier|army",
    "disaster": "floods?|flooding|storm|typhoon|cyclone|hurricane|quake|earthquake|landslides?"
    "|capsized|collapsed?|explosion|blast|blaze|derailed|crash(?:ed)?|stampede|sank",
    "company": r"shares?|shareholders|customers|profits?|revenue|regulator|recall\w*|layoffs"
    r"|redundanc\w+|breach|merger",
}
"""Words of each kind of story that people read."""

_PATTERNS = {
    kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _STORIES.items()
}
_GENERAL = frozenset(
    stem(word)
    for word in (
        "people police officer government minister ministry president spokesman spokeswoman"
        " spokesperson statement reporters journalists press told official authority public country"
        " national state city town capital local group party leader member company union army"
        " soldiers troops killed dead injured wounded arrested protest protesters demonstration"
        " strike workers election vote voters polling results commission attack border monday"
        " tuesday wednesday thursday friday saturday sunday week month year today yesterday morning"
        " night hour time number figure least least around still added called chief head general"
        " security force forces service according conference news agency report reported video"
        " left right made make take took come came back went early late first last next second"
        " three four five six seven eight nine ten hundred thousand million percent while being"
    ).split()
)
"""Stems that stand in stories of every kind, or say only of what kind a story is."""

_LOWER = re.compile(r"(?<![\w-])[a-z][a-z-]{3,}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article tells of without a name.

    `nation` is the id of the state spoken of most, `stories` the kinds of story told, `matter` the
    stems of the common words, `keys` what another article on the event is likely to share.
    """

    nation: str | None
    stories: frozenset[str]
    matter: frozenset[str]
    keys: frozenset[str]


def topic(reading: Reading) -> Topic:
    """Return what an article tells of without a name."""
    text = reading.article.text
    stories = frozenset(kind for kind, words in _PATTERNS.items() if words.search(text))
    found = Counter(stem(word) for word in _LOWER.findall(text) if word not in STOP)
    told = {s: n for s, n in found.items() if s not in _GENERAL}
    nation = _nation(reading)
    most = sorted(told, key=lambda s: (-told[s], -len(s), s))[:MOST]
    marks = [*most, *([nation] if nation else [])]
    keys = frozenset(f"{kind}/{mark}" for kind in stories for mark in marks)
    return Topic(nation, stories, frozenset(told), keys)


def one_topic(one: Topic, other: Topic) -> bool:
    """Tell whether two articles tell one kind of story in the same words, of no two nations."""
    if not one.stories & other.stories:
        return False
    shared = len(one.matter & other.matter)
    if one.nation and one.nation == other.nation:
        return shared >= OF_ONE_NATION
    return shared >= OF_ANY and None in {one.nation, other.nation}


def _nation(reading: Reading) -> str | None:
    nations = {actor.id: actor.id for actor in reading.actors if actor.type is ActorType.STATE}
    nations |= {actor.id: actor.state for actor in reading.actors if actor.state}
    spoken = Counter(nations[m.entity] for m in reading.mentions if m.entity in nations)
    return min(spoken, key=lambda key: (-spoken[key], key), default=None)
