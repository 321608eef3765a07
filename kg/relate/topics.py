"""What an article tells of: its nation with kinds of story, and the words that it uses often."""

from __future__ import annotations

import re
from collections import Counter

from kg.model import ActorType, Reading
from kg.relate.words import STOP, stem

_TWICE = 2
MOST = 24
"""How many words an article's matter has at most."""

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


def topics(reading: Reading) -> frozenset[str]:
    """Return the nation spoken of most with each kind of story that is told, none without one."""
    nations = {actor.id: actor.id for actor in reading.actors if actor.type is ActorType.STATE}
    nations |= {actor.id: actor.state for actor in reading.actors if actor.state}
    spoken = Counter(nations[m.entity] for m in reading.mentions if m.entity in nations)
    ranked = sorted(spoken, key=lambda key: (-spoken[key], key))
    text = reading.article.text
    told = (kind for kind, words in _PATTERNS.items() if len(words.findall(text)) >= _TWICE)
    return frozenset(f"{ranked[0]}/{kind}" for kind in told) if ranked else frozenset()


def matter(text: str) -> frozenset[str]:
    """Return the stems of the common words that a text uses most, two times or more."""
    found = Counter(stem(word) for word in _LOWER.findall(text) if word not in STOP)
    kept = [s for s, n in found.items() if n >= _TWICE and s not in _GENERAL]
    return frozenset(sorted(kept, key=lambda s: (-found[s], s))[:MOST])
