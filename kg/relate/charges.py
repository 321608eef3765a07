"""Against whom a statement speaks: whom it accuses or blames, whose words it rejects."""

from __future__ import annotations

import re

from kg.model import SpeechAct
from kg.relate.evidence import Evidence

_UNTRUE = re.compile(
    r"\b(?:exaggerat\w+|false\w*|untrue|lies?|baseless|fabricat\w+|fake|propaganda|nonsense|unfounded"
    r"|misleading|groundless|inflated|inventions?|fairy tales?|fiction|hoax|mischievous|malicious"
    r"|unreliable|incorrect|inaccurate|disinformation|misinformation|smears?|slander|concocted"
    r"|fantas(?:y|ies)|absurd|ridiculous|rubbish|speculation)\b",
    re.IGNORECASE,
)
FIGURES = re.compile(
    r"\b(?:figures?|numbers?|tolls?|counts?|tall(?:y|ies)|totals?|lists?|estimates?|statistics"
    r"|casualt(?:y|ies)|losses)\b",
    re.IGNORECASE,
)
SAYINGS = re.compile(
    r"\b(?:claims?|allegations?|accusations?|statements?|reports?|accounts?|versions?|assertions?"
    r"|stor(?:y|ies)|narratives?|charges?|suggestions?|talk)\b",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"^(?:(?:any|all|the|those|these|such) )?"
    r"(?:suggestion|claim|allegation|accusation|report|rumou?r|assertion)s? (?:that|of) ",
    re.IGNORECASE,
)
"""What opens a content that says which words are denied: "claims that ..."."""

_BARE = 3
"""How many words point at what was said by nothing but "it" or "that result"."""

_POINTING = re.compile(
    r"(?:it|this|that|these|those|them|the|any|all|such|his|her|their|its)\b", re.IGNORECASE
)
_BLAMING = frozenset({"blame", "hold responsible", "hold", "fault", "point finger"})
BEGAN = re.compile(
    r"\b(?:(?:began|started|erupted|broke out|flared)(?: up)? (?:when|after|because|by|it)"
    r"|(?:fired|struck|attacked|shot|hit) (?:\w+ ){0,2}first|first (?:to|shots?)|opened fire"
    r"|unprovoked|initiated|instigated|provok\w+|violat(?:ed|ions?|ing)"
    r"|(?:response|reply|reaction) to"
    r"|(?:responded|responding|retaliat\w+) (?:to|for|against|after))\b",
    re.IGNORECASE,
)
QUIT = re.compile(
    r"\b(?:walk(?:ed|ing|s)? (?:out|away)"
    r"|left the (?:table|room|talks)|pull(?:ed|ing) out of"
    r"|br(?:oke|eaking) off|storm(?:ed|ing) out|refus(?:ed|es|ing) to (?:negotiate|talk|meet)"
    r"|(?:went|gone) back on|reneg\w+|abandon\w+ (?:the )?(?:talks|negotiations))\b",
    re.IGNORECASE,
)
"""How talks are said to have failed, by the fault of who did so."""

_FIRST = re.compile(r"\b(?:first|unprovoked|only after)\b", re.IGNORECASE)
_VIOLENT = frozenset({"attack", "beat", "shoot", "kill", "start", "provoke", "violate", "torture"})
_STRIKE = "go_on_strike"
"""What "walked out" says of workers: no fault."""

_BEGIN = frozenset({"start", "provoke", "violate"})
_WANTON = re.compile(
    r"\b(?:without (?:any )?(?:warning|provocation|reason)|unprovoked|peaceful\w*|unarmed|first"
    r"|started|began)\b",
    re.IGNORECASE,
)


def accused(e: Evidence) -> frozenset[str]:
    """Return the root that an accusation holds something against: its doer, else its target.

    What a clause adds on others ("..., which launches raids") is no accusation of those.
    """
    own = e.claimant.root if e.claimant else None
    doers = [answer.agent.root for answer in e.answers if answer.agent is not None]
    targets = [target.root for target in e.targets]
    return frozenset([root for root in (doers or targets) if root != own][:1])


def blamed(e: Evidence) -> frozenset[str]:
    """Return the roots of those who, a statement says, began it, left or did violence."""
    if not e.asserts or e.statement.speech_act is SpeechAct.DENY:
        return frozenset()
    if e.statement.speech_act is SpeechAct.ACCUSE:
        return accused(e)
    own = e.claimant.root if e.claimant else None
    done = (a for a in e.answers if a.affirmed and a.claim.predicate in _VIOLENT)
    doers = {a.agent.root for a in done if a.agent is not None} - {own}
    struck = any(a.claim.predicate == _STRIKE for a in e.answers)
    if not doers and not struck and (BEGAN.search(e.words) or QUIT.search(e.words)):
        doers = {party.root for party in e.named} - {own}
    return frozenset(doers) if len(doers) == 1 else frozenset()


def hit_first(e: Evidence) -> bool:
    """Tell whether a statement says that its own side was attacked first, by whom not said."""
    own = e.claimant.root if e.claimant else None
    hit = any(a.patient is not None and a.patient.root == own for a in e.answers if a.affirmed)
    return e.asserts and hit and _FIRST.search(e.words) is not None


def puts_blame(e: Evidence) -> bool:
    """Tell whether a statement says whose fault it is that something began or broke down."""
    began = any(a.affirmed and a.claim.predicate in _BEGIN for a in e.answers)
    words = BEGAN.search(e.words) or QUIT.search(e.words)
    return bool(blamed(e)) and bool(e.statement.cue_lemma in _BLAMING or began or words)


def tells_violence(e: Evidence) -> bool:
    """Tell whether a statement says that somebody did violence to the peaceful, or first."""
    return bool(blamed(e)) and (puts_blame(e) or _WANTON.search(e.words) is not None)


def same_deed(one: Evidence, other: Evidence) -> bool:
    """Tell whether two statements say who did one deed: the same violence to one place or side."""
    mine, theirs = (
        {a.claim.predicate: a.patient for a in e.answers if a.affirmed and a.agent is not None}
        for e in (one, other)
    )
    shared = mine.keys() & theirs.keys() & _VIOLENT
    here = bool(one.towns & other.towns)
    return any(here or (mine[p] is not None and mine[p] == theirs[p]) for p in shared)


def rejects(e: Evidence) -> bool:
    """Tell whether a statement calls something that was said untrue."""
    return e.statement.speech_act is SpeechAct.DENY or _UNTRUE.search(e.words) is not None


def of_words(e: Evidence) -> bool:
    """Tell whether what a statement speaks of is what somebody said, not what somebody did."""
    short = len(e.words.split()) <= _BARE and _POINTING.match(e.words)
    return bool(short) or any(words.search(e.words) for words in (FIGURES, SAYINGS))


def only_words(e: Evidence) -> bool:
    """Tell whether a statement speaks of "Norland's version" without saying what that is."""
    return SAYINGS.search(e.words) is not None and SAYING.match(e.words) is None


def owners(e: Evidence) -> frozenset[str]:
    """Return the roots of those whose words a statement rejects, where it names them."""
    if not of_words(e) or not rejects(e):
        return frozenset()
    own = e.claimant.root if e.claimant else None
    return frozenset(p.root for p in e.spoken_of if p.root != own)
