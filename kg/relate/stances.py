"""What a statement of one side about its rival amounts to: blame, gain, control, losses, framing.

Each stance is read from the claims where they say it, else from a few fixed phrases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from kg.model import SpeechAct
from kg.relate.charges import BEGAN, QUIT, puts_blame
from kg.relate.evidence import Answer, Evidence
from kg.relate.sides import Party


class Stance(StrEnum):
    """What a statement says of its own side or of the rival."""

    BLAMES = "the other side began it"
    JUSTIFIES = "its own action was a reply or necessary"
    CONDEMNS = "the other's action was unprovoked, aggression or terror"
    CONTROLS = "it is in control"
    OVERRAN = "the other side lost ground or fled"
    GAINED = "it captured something of the other side"
    SPARED = "its own losses were small"
    HIT = "the other side lost much"
    ATTACKED = "its own side attacked the other"
    SUFFERED = "the other side attacked its own"


_REPLY = re.compile(
    r"\b(?:(?:in|a|as a)(?: \w+){0,2} (?:response|reply|retaliation|reprisal) to|in retaliation"
    r"|retaliat(?:ed|ion for|ing)|befitting (?:reply|response)|in self-defen[cs]e"
    r"|acted in (?:self-)?defen[cs]e|responded|responding|defensive (?:measure|action|operation)s?"
    r"|(?:was|were|is|as|both)(?: \w+ and)? (?:necessary|justified|legitimate))\b",
    re.IGNORECASE,
)
_OUTRAGE = re.compile(
    r"\b(?:unprovoked|without (?:any )?provocation|unjustified|aggression|cowardly|barbaric|heinous"
    r"|brutal|treacherous"
    r"|acts? of (?:terror(?:ism)?|war)|terror(?:ist)? attacks?|atrocit(?:y|ies)|war crimes?)\b",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"\b(?:(?:under|in)(?: \w+){0,3} control(?! of the (?:rebels|enemy))|fully? controls?"
    r"|(?:hold|holds|held|holding) the (?:high ground|town|city|village|hill|bridge|airport|ridge)"
    r"|(?:did not lose|lost no) (?:any )?(?:posts?|positions?|ground|territory))\b",
    re.IGNORECASE,
)
_FLED = re.compile(
    r"\b(?:retreat(?:ed|ing)?|fled|surrendered|abandoned|driven (?:back|out)|overr[ua]n)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:minimal|minor|light|few|no|negligible|limited|low|slight)"
    r"(?: \w+)? (?:loss(?:es)?|casualt(?:y|ies)|fatalit(?:y|ies)|damage)\b",
    re.IGNORECASE,
)
_LARGE = re.compile(
    r"\b(?:heavy|severe|significant|major|massive|huge|serious|large)"
    r"(?: \w+){0,2} (?:loss(?:es)?|casualt(?:y|ies)|fatalit(?:y|ies)|damage)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(r"\b(?:will|would|shall|if|may|might|could|any further)\b", re.IGNORECASE)
_HARM = frozenset({"kill", "neutralize", "wound"})
_TAKE = frozenset({"capture"})
_RUIN = frozenset({"destroy", "shoot_down"})
_YIELD = frozenset({"retreat", "surrender"})
_FIGHT = frozenset({"attack", "launch_operation", *_HARM, *_TAKE, *_RUIN})
_BEGIN = frozenset({"start", "provoke", "violate"})
MANY = 10
"""From how many on a loss of people is more than small."""


def stances(e: Evidence) -> frozenset[Stance]:
    """Return what `e` amounts to in the quarrel of its claimant with its rival, maybe nothing."""
    return frozenset(stance for stance in Stance if takes(e, stance))


def takes(e: Evidence, stance: Stance) -> bool:
    """Tell whether `e` takes one stance in the quarrel of its claimant with its rival."""
    return e.rival is not None and _stands(e) and TESTS[stance](e)


def _stands(e: Evidence) -> bool:
    return e.asserts and not e.denies and not _NOT_NOW.search(e.words)


def _blames(e: Evidence) -> bool:
    if any(_by(a.agent, e.rival) for a in _affirmed(e) if a.claim.predicate in _BEGIN):
        return True
    if puts_blame(e) and any(e.rival in party.labels for party in e.targets):
        return True
    return e.rival in e.about and (BEGAN.search(e.words) or QUIT.search(e.words)) is not None


def _justifies(e: Evidence) -> bool:
    if e.statement.speech_act in {SpeechAct.CONDEMN, SpeechAct.ACCUSE}:
        return False
    replies = [a for a in _affirmed(e) if a.claim.predicate == "respond" and a.agent is not None]
    if replies:
        return any(_by(a.agent, e.own) for a in replies)
    return _REPLY.search(e.words) is not None


def _condemns(e: Evidence) -> bool:
    return e.statement.speech_act is not SpeechAct.PRAISE and _OUTRAGE.search(e.words) is not None


def _controls(e: Evidence) -> bool:
    return _CONTROL.search(e.words) is not None and not _gained(e) and not _overran(e)


def _overran(e: Evidence) -> bool:
    if _gained(e):
        return True
    yielded = [a for a in _affirmed(e) if a.claim.predicate in _YIELD]
    if any(_by(a.agent, e.own) or _by(a.patient, e.own) for a in yielded):
        return any("force" in word for word in e.stems) and e.rival in e.about
    return e.rival in e.about and _FLED.search(e.words) is not None


def _gained(e: Evidence) -> bool:
    """Tell whether the own side took something; what the rival held was taken by whom it faces."""
    taken = [a for a in _affirmed(e) if a.claim.predicate in _TAKE]
    return any(
        _by(a.patient, e.rival) if a.agent is None else _by(a.agent, e.own) for a in taken
    ) and not any(_by(a.patient, e.own) for a in taken)


def _spared(e: Evidence) -> bool:
    return _SMALL.search(e.words) is not None


def _hit(e: Evidence) -> bool:
    suffered = [a for a in _affirmed(e) if _by(a.patient, e.rival)]
    if _LARGE.search(e.words) and (suffered or e.rival in e.about):
        return True
    return any(_cost(a) for a in suffered)


def _cost(answer: Answer) -> bool:
    if answer.claim.predicate in _RUIN:
        return True
    many = answer.quantity is not None and (answer.quantity.low or 0) >= MANY
    return answer.claim.predicate in _HARM and many


def _attacked(e: Evidence) -> bool:
    return any(_strike(a, e.own, e.rival) for a in _affirmed(e))


def _suffered(e: Evidence) -> bool:
    return any(_strike(a, e.rival, e.own) for a in _affirmed(e))


def _strike(answer: Answer, doer: str | None, whom: str | None) -> bool:
    fights = answer.claim.predicate in _FIGHT
    return fights and _by(answer.agent, doer) and (_by(answer.patient, whom))


def _affirmed(e: Evidence) -> Iterator[Answer]:
    return (answer for answer in e.answers if answer.affirmed)


def _by(who: Party | None, side: str | None) -> bool:
    return who is not None and side in who.labels


TESTS: dict[Stance, Callable[[Evidence], bool]] = {
    Stance.BLAMES: _blames,
    Stance.JUSTIFIES: _justifies,
    Stance.CONDEMNS: _condemns,
    Stance.CONTROLS: _controls,
    Stance.OVERRAN: _overran,
    Stance.GAINED: _gained,
    Stance.SPARED: _spared,
    Stance.HIT: _hit,
    Stance.ATTACKED: _attacked,
    Stance.SUFFERED: _suffered,
}
