"""Responses: an appeal that is accepted, an accusation that nobody answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.model import Kind, LinkKind, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import accused
from kg.relate.evidence import Evidence
from kg.relate.links import link, names
from kg.relate.sides import Party, others

_CALLS = re.compile(r"\b(?:appeals?|calls?|pleas?|requests?|proposals?|offers?)\b", re.IGNORECASE)
_HEEDS = re.compile(r"\b(?:respect|welcome|accept|heed|appreciate|acknowledge)\w*\b", re.IGNORECASE)
_ACCEPTING = frozenset({SpeechAct.ACKNOWLEDGE, SpeechAct.PRAISE})


def acceptance(block: Block) -> Iterator[Relation]:
    """Response: somebody acknowledges or respects an appeal that others made before."""
    accepting: dict[str, list[Evidence]] = defaultdict(list)
    for e in block.evidence:
        if e.claimant is not None and _accepts(e) and _appeals_before(e, block.evidence):
            accepting[e.claimant.id].append(e)
    for key in sorted(accepting):
        side = accepting[key]
        appeals = [appeal for e in side for appeal in _appeals_before(e, block.evidence)]
        because = f"{names(side)} took up the appeal of {names(appeals)}; not a dispute"
        yield link(LinkKind.RESPONSE, "acceptance", side, appeals, because)


def unanswered(block: Block) -> Iterator[Relation]:
    """Response: an accused third party says nothing in any article on the matter."""
    if any(_speaks(e, block.shared) for e in block.evidence):
        return
    for e in block.evidence:
        accusing = e.statement.speech_act is SpeechAct.ACCUSE
        if accusing and block.shared in accused(e) and _is_known(e, block.shared):
            because = f"{_name(e, block.shared)} is accused and not heard"
            yield link(LinkKind.RESPONSE, "unanswered", [e], (), because)


def _is_known(e: Evidence, root: str) -> bool:
    """Tell whether the accused is somebody in particular: "a powerful explosion" cannot answer."""
    return any(not p.anonymous for p in _parties(e) if p.root == root)


def _speaks(e: Evidence, root: str) -> bool:
    """Tell whether the side is heard in `e`; what it only wants or plans is no answer."""
    said = e.statement.kind is Kind.ASSERTION
    return said and e.claimant is not None and e.claimant.root == root


def _name(e: Evidence, root: str) -> str:
    return next(p.name for p in _parties(e) if p.root == root)


def _parties(e: Evidence) -> list[Party]:
    return [*e.targets, *(a.agent for a in e.answers if a.agent is not None)]


def _accepts(e: Evidence) -> bool:
    if e.statement.speech_act in {SpeechAct.APPEAL, SpeechAct.ENDORSE}:
        return False
    heeds = e.statement.speech_act in _ACCEPTING or _HEEDS.search(e.words) is not None
    return heeds and _CALLS.search(e.words) is not None


def _appeals_before(e: Evidence, ordered: Sequence[Evidence]) -> list[Evidence]:
    refers = set(e.statement.refers_to)
    appeals = [o for o in ordered if _appeals(o) and others(o.claimant, e.claimant)]
    marked = [o for o in appeals if o.id in refers]
    return marked or [o for o in appeals if o.at < e.at]


def _appeals(e: Evidence) -> bool:
    return e.statement.speech_act is SpeechAct.APPEAL and e.statement.kind is Kind.ASSERTION
