"""Words of names that mark an event: what articles on it share and others seldom do."""

from __future__ import annotations

import re
from collections import Counter

from kg.model import ActorType, BlockKind, Reading

MOST = 12
"""How many words mark an article at most, so that it falls in few blocks."""

MOST_BODIES = 4
"""How many organisations do."""

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:^|[.!?:]\s+|[\"\u201c\u2018(])\s*$")
_TOLD = re.compile(r"\btold (?:the )?[A-Z]\w+")
_SHORT = 4
_COMMON = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    minister ministry ministers president vice prime governor mayor premier chancellor senator
    general colonel captain major brigadier lieutenant sergeant commander chief commissioner
    spokesman spokeswoman spokesperson director chairman chairwoman manager secretary professor
    doctor judge king queen prince father sister brother lady lord
    police army navy forces force guard border party union league guild group company corporation
    council commission committee association federation organisation organization institute
    university school hospital agency office department authority bureau board bank court
    government parliament congress senate assembly opposition republic kingdom state states
    united nations national international federal central regional local provincial
    foreign interior home defence defense health labour labor finance justice education transport
    energy social affairs public security security square street road river lake mount mountain
    north south east west northern southern eastern western coast island province district region
    city town village capital world european union african asian american western
    christmas easter ramadan english french post times news press
    human rights relief rescue disaster management emergency humanitarian development planning
    operations operation command directorate service services administration mission campaign
    network forum alliance front movement coalition society trust fund centre center house hall
    bill act law code executive officer second third first general deputy inspector superintendent
    constable judge justice attorney prosecutor ambassador envoy head leader member members
    workers teachers doctors nurses drivers miners farmers students women people children victims
    hospital clinic college academy airport port bridge station road avenue highway market temple
    church mosque cathedral stadium park hotel tower plant factory mine depot
    armed forces troops soldiers guards rebels militants militia
    red crescent cross medical health electoral election vote labour liberal conservative
    democratic democrats republican socialist social unity reform civic free great grand royal
    internet online website video statement twitter facebook telegram
    english radio television channel agency observer chronicle daily evening morning weekly star
    """.split()
)
"""Words that many names share."""


def name_words(reading: Reading) -> frozenset[str]:
    """Return the words of names that an article uses most, in lower case, at most `MOST`.

    Words that open a sentence count only where they stand inside one, too; the names of states
    (and of their people), of the outlet and the agency mark nothing, nor what `_COMMON` lists.
    """
    barred = _barred(reading)
    found = Counter(word.lower() for word in _WORD.findall(reading.article.dateline or ""))
    inside = set(found)
    for block in reading.article.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            _count(block.span.of(reading.article.text), found, inside)
    inside |= {w.lower() for actor in reading.actors for w in actor.name.split() if w[:1].isupper()}
    lower = {word for word in _WORD.findall(reading.article.text) if word.islower()}
    marks = {w: n for w, n in found.items() if w in inside and w not in lower | _COMMON}
    kept = [w for w in marks if not any(_of_state(w, state) for state in barred)]
    return frozenset(sorted(kept, key=lambda w: (-marks[w], w))[:MOST])


def bodies(reading: Reading) -> frozenset[str]:
    """Return the ids of the organisations with long names that an article speaks of most."""
    named = {
        actor.id
        for actor in reading.actors
        if actor.type is ActorType.ORGANISATION
        and actor.state is None
        and len([word for word in actor.name.split() if word[:1].isupper()]) > 1
        and actor.name[:1].isupper()
    }
    spoken = Counter(m.entity for m in reading.mentions if m.entity in named)
    ranked = sorted(spoken, key=lambda key: (-spoken[key], key))
    return frozenset(ranked[:MOST_BODIES])


def _count(text: str, found: Counter[str], inside: set[str]) -> None:
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isupper() and len(word) >= _SHORT:
            found[word.lower()] += 1
            if not _OPENING.search(text, max(match.start() - 4, 0), match.start()):
                inside.add(word.lower())


def _barred(reading: Reading) -> frozenset[str]:
    """Return the words of states, and those that a text uses of its outlet alone."""
    article = reading.article
    states = [a.name for a in reading.actors if a.type is ActorType.STATE]
    own = [name for name in (article.outlet, article.agency) if name]
    text = article.text
    for name in own:
        text = text.replace(name, " ")
    others = {word.lower() for word in _WORD.findall(_TOLD.sub(" ", text))}
    told = {word.lower() for name in own for word in _WORD.findall(name)} - others
    return frozenset(told | {word.lower() for name in states for word in _WORD.findall(name)})


def _of_state(word: str, state: str) -> bool:
    """Tell whether a word is a state's name or made from it: "Pakistani", "Kenyan"."""
    return word == state or (len(state) > _SHORT and word.startswith(state[:-1]))
