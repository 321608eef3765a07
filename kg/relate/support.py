"""Corroboration without a figure: endorsement, the same appeal, witnesses of one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Kind, LinkKind, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.evidence import Evidence
from kg.relate.independence import independent
from kg.relate.links import link, names
from kg.relate.sides import Party, related
from kg.relate.words import stem

_CALM = re.compile(
    r"\b(?:restraint|de-?escalat\w*|dialogue|calm|cease-?fire|peaceful\w*|truce"
    r"|end (?:to )?(?:the )?(?:violence|fighting|hostilities)|moderation)\b",
    re.IGNORECASE,
)
ANCHORS = 8
"""How many accounts of a place a further one is compared with, so that the work stays linear."""

_COUNTED = frozenset("kill wound displace destroy damage detain strand go_missing infect".split())


def endorsement(block: Block) -> Iterator[Relation]:
    """Corroboration: somebody echoes, backs or agrees with what another said."""
    for e in block.evidence:
        if e.statement.speech_act is SpeechAct.ENDORSE:
            backed = _backed(e, block.evidence)
            if backed:
                because = f"{names([e])} backed what {names(backed)} said: a stance, not a witness"
                yield link(LinkKind.CORROBORATION, "endorsement", [e], backed, because)


def shared_appeal(block: Block) -> Iterator[Relation]:
    """Corroboration: different actors appeal for the same: restraint, talks, an end to violence."""
    appeals = [e for e in block.evidence if _appeals_for_calm(e)]
    first: list[Evidence] = []
    for e in appeals:
        if first and independent(first[0], e):
            because = f"{names(first[:1])} and {names([e])} appealed for restraint"
            yield link(LinkKind.CORROBORATION, "shared_appeal", [e], first[:1], because)
        first = first or [e]


def eyewitness(block: Block) -> Iterator[Relation]:
    """Corroboration: witnesses that are not one source tell of the same at the same place."""
    anchors: list[Evidence] = []
    for e in block.evidence:
        here = (a for a in anchors[:ANCHORS] if block.shared == min(a.setting & e.setting))
        match = next((a for a in here if _tell_alike(a, e)), None)
        if match is not None:
            because = f"{names([match])} and {names([e])} told of one place: {_told(match, e)}"
            yield link(LinkKind.CORROBORATION, "eyewitness", [e], [match], because)
        anchors.append(e)


def evidence_shown(block: Block) -> Iterator[Relation]:
    """Corroboration: pictures or papers that a side shows for what it claimed; not independent."""
    shown = (e for e in block.evidence if e.statement.speech_act is SpeechAct.PRESENT_EVIDENCE)
    for e in shown:
        claimed = [o for o in block.evidence if _claims_the_same(e, o)]
        if claimed:
            because = f"{names([e])} showed something for what {names(claimed)} said: the same side"
            yield link(LinkKind.CORROBORATION, "evidence", [e], claimed, because)


def partial(block: Block) -> Iterator[Relation]:
    """Corroboration: a witness tells, without a figure, of what another claimant counts."""
    witnesses = [e for e in block.evidence if e.statement.speech_act is SpeechAct.TESTIFY]
    for e in witnesses:
        counted = [o for o in block.evidence if independent(e, o) and _counts_what(o, e)]
        if counted:
            because = f"{names([e])} told of what {names(counted)} counted, without a figure"
            yield link(LinkKind.CORROBORATION, "partial", [e], counted, because)


def _claims_the_same(e: Evidence, other: Evidence) -> bool:
    if e.id == other.id or e.claimant is None or other.claimant is None or not other.asserts:
        return False
    if other.statement.speech_act is SpeechAct.PRESENT_EVIDENCE or other.heading:
        return False
    return related(e.claimant, other.claimant) and bool(_predicates(e) & _predicates(other))


def _predicates(e: Evidence) -> frozenset[str]:
    return frozenset(a.claim.predicate for a in e.answers if a.affirmed)


def _counts_what(other: Evidence, witness: Evidence) -> bool:
    """Tell whether `other` gives a figure for a harm that `witness` speaks of without one."""
    bare = {a.claim.predicate: a.patient for a in witness.answers if a.affirmed and not a.quantity}
    return other.asserts and any(
        a.affirmed
        and a.quantity is not None
        and a.claim.predicate in _COUNTED & bare.keys()
        and _may_be_one(a.patient, bare[a.claim.predicate])
        for a in other.answers
    )


def _may_be_one(one: Party | None, other: Party | None) -> bool:
    return one is None or other is None or one.id == other.id or related(one, other)


def _backed(e: Evidence, ordered: Sequence[Evidence]) -> list[Evidence]:
    refers = set(e.statement.refers_to)
    return [other for other in ordered if other.id in refers and independent(other, e)]


def _appeals_for_calm(e: Evidence) -> bool:
    appeals = e.statement.speech_act is SpeechAct.APPEAL and e.statement.kind is Kind.ASSERTION
    return appeals and _CALM.search(e.words) is not None


def _told(one: Evidence, other: Evidence) -> str:
    shared = (one.stems & other.stems) - _names_of_places(one, other)
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", one.words) if stem(word) in shared}
    return ", ".join(sorted(words))


def _tell_alike(one: Evidence, other: Evidence) -> bool:
    a, b = one.claimant, other.claimant
    if a is None or b is None or a.id == b.id:
        return False
    shared = (one.stems & other.stems) - _names_of_places(one, other)
    return bool(shared) and independent(one, other)


def _names_of_places(one: Evidence, other: Evidence) -> frozenset[str]:
    """Return the stems that are capitalised in either content: names do not make an account."""
    capitals = {w.lower() for e in (one, other) for w in re.findall(r"\b[A-Z][^\W\d_]+", e.words)}
    return frozenset(stem(capital) for capital in capitals)
