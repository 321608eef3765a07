"""What is said to have caused something: two sides that give two causes for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.links import link, names, oriented
from kg.relate.meaning import Alike
from kg.relate.opposition import near
from kg.relate.sides import strangers
from kg.relate.words import stems

SAME = 0.4
"""The cosine from which two causes may be one in other words."""

_ANYTHING = stems(
    "disaster tragedy incident accident event cause problem trouble crisis it this matter deaths"
    " losses damage catastrophe emergency"
)
"""Words for what happened that name nothing in particular."""

_UNSURE = re.compile(
    r"\b(?:may|might|could|whether|if|possibl\w+|perhaps|suspect\w*|believe\w*|investigat\w+"
    r"|unclear|unknown|not (?:known|clear)|no matter|who(?:ever)? (?:is|was|are|were))\b",
    re.IGNORECASE,
)
_LINKING = r"(?:was|were|is|are|had been|has been|have been|being)"
_MADE = r"(?:caused|triggered|sparked|brought about|started)"
_AT_FAULT = r"(?:to blame|at fault|responsible)"
_EFFECT, _CAUSE = r"(?P<effect>[^,;.]{2,80}?)", r"(?P<cause>[^,;.]{2,80}?)"
_END = r"(?=[,;.\u201d\"]| and | which | that | who |$)"
_TOLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_EFFECT} {_LINKING} (?:\w+ )?{_MADE} by {_CAUSE}{_END}",
        rf"{_EFFECT} {_LINKING} (?:\w+ )?(?:due|down|owing) to {_CAUSE}{_END}",
        rf"{_EFFECT} {_LINKING} (?:the|a) (?:direct )?(?:result|consequence) of {_CAUSE}{_END}",
        rf"{_EFFECT} (?:resulted|stemmed|arose) from {_CAUSE}{_END}",
        rf"{_CAUSE}(?:, not [^,]+,)? {_LINKING} (?:\w+ly )?{_AT_FAULT}(?: for {_EFFECT})?{_END}",
        rf"{_CAUSE} (?:had )?(?:{_MADE}|led to) {_EFFECT}{_END}",
        rf"(?:the )?cause (?:of {_EFFECT} )?(?:was|is|as|had been) {_CAUSE}{_END}",
    )
)
"""Ways to say in a clause what caused what."""

_LAID = {
    "blame": (
        re.compile(rf"^(?:that )?{_EFFECT} on {_CAUSE}{_END}", re.IGNORECASE),
        re.compile(rf"^{_CAUSE} for {_EFFECT}{_END}", re.IGNORECASE),
    ),
    "attribute": (re.compile(rf"^{_EFFECT} to {_CAUSE}{_END}", re.IGNORECASE),),
    "ascribe": (re.compile(rf"^{_EFFECT} to {_CAUSE}{_END}", re.IGNORECASE),),
}
"""What stands behind verbs that lay something to a cause."""


REMEMBERED = 20_000
"""Contents whose cause is kept: each stands in several blocks."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause in words, and the stems of what it is said to have caused."""

    words: str
    effect: frozenset[str]


def two_causes(block: Block) -> Iterator[Relation]:
    """Dispute: two claimants give two causes for one thing, each as so."""
    told = [(e, cause) for e in block.evidence if (cause := cause_of(e)) is not None]
    for (one, a), (other, b) in block.pairs(told):
        if (
            strangers(one.claimant, other.claimant)
            and not far(one, other)
            and _apart(a, b, block.meaning.alike)
            and near(one, other, block.meaning)
        ):
            first, second = oriented([one], [other])
            because = f"{names(first)} and {names(second)} give two causes: {a.words} / {b.words}"
            yield link(LinkKind.DISPUTE, "blame", first, second, because)


def cause_of(e: Evidence) -> Cause | None:
    """Return what a statement says to have caused something; None where it says none for sure."""
    sure = e.asserts and e.statement.polarity is Polarity.POSITIVE and not _UNSURE.search(e.words)
    if not sure or e.statement.speech_act is SpeechAct.DENY:
        return None
    return _cause(e.words, e.statement.cue_lemma)


@lru_cache(REMEMBERED)
def _cause(words: str, cue: str) -> Cause | None:
    patterns = (*_LAID.get(cue, ()), *_TOLD)
    found = next((match for p in patterns if (match := p.search(words))), None)
    return Cause(found["cause"].strip(), _effect(found["effect"])) if found else None


def _effect(words: str | None) -> frozenset[str]:
    return stems(words or "") - _ANYTHING


def _apart(one: Cause, other: Cause, alike: Alike) -> bool:
    """Tell whether two causes are of one thing, so far as it is named, and are not one."""
    if one.effect and other.effect and not one.effect & other.effect:
        return False
    a, b = stems(one.words), stems(other.words)
    return bool(a and b) and not a & b and alike(one.words, other.words) < SAME
