"""Deeds that one article says somebody did and that this somebody denies in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import LinkKind, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import accused
from kg.relate.comparable import SETTING_CHECKS, Given
from kg.relate.counted import alike
from kg.relate.evidence import Answer, Evidence
from kg.relate.links import link, names
from kg.relate.opposition import compatible
from kg.relate.sides import related, same_body

_LIGHT = frozenset(
    "group groups force forces organisation militant it them people that this him her us".split()
)
"""Words that point at what was named before."""


def deed_denied(block: Block) -> Iterator[Relation]:
    """Dispute: a side denies having done what another says, there or later, that it did."""
    for e in block.evidence:
        held = (c for c in block.evidence if charged(c, e, block.shared))
        charges = [c for c in held if not compatible(c, e, block.meaning)]
        if charges:
            because = f"{names([e])} denied what {names(charges)} held against its side"
            yield link(LinkKind.DISPUTE, "denial", [e], charges, because)


def charged(c: Evidence, e: Evidence, deed: str) -> bool:
    """Tell whether `c` says that the side of `e` did the deed that `e` denies."""
    mine = [a for a in _of(e, deed) if _own_deed(e, a) and a == e.answers[0]]
    return bool(mine) and _charged(c, e, deed, mine)


def one_thing(c: Evidence, e: Evidence) -> bool:
    """Tell whether a deed that both tell of may be done to one thing: gas is no rubber bullet."""
    pairs = [(a, b) for a in c.answers for b in e.answers if a.claim.predicate == b.claim.predicate]
    return not pairs or any(_one_deed(a, b, c.towns & e.towns) for a, b in pairs)


def _of(e: Evidence, deed: str) -> list[Answer]:
    return [a for a in e.answers if a.claim.predicate == deed]


def _own_deed(e: Evidence, answer: Answer) -> bool:
    """Tell whether somebody denies a deed of its own, or one without a doer."""
    if not answer.denied or e.claimant is None:
        return False
    return answer.agent is None or same_body(answer.agent, e.claimant)


def _charged(c: Evidence, e: Evidence, deed: str, denied: Sequence[Answer]) -> bool:
    """Tell whether `c` holds one of the denied deeds against the side of `e`.

    What stands before it in the same article is a matter of `accusation_denied`.
    """
    before = c.article.id == e.article.id and c.at < e.at
    if before or not c.asserts or e.claimant is None or not _foreign(c, e):
        return False
    return any(
        yes.affirmed
        and any(_one_deed(yes, no, c.towns & e.towns) and _asked_apart(yes, no) for no in denied)
        and _held_against(c, yes, e)
        and not any(check(Given(c, yes), Given(e, no)) for no in denied for check in SETTING_CHECKS)
        for yes in _of(c, deed)
    )


def _foreign(c: Evidence, e: Evidence) -> bool:
    a, b = c.claimant, e.claimant
    return b is not None and (a is None or not same_body(a, b))


def _asked_apart(yes: Answer, no: Answer) -> bool:
    """Tell whether no block of one question shows the two to `denial`."""
    return yes.claim.issue != no.claim.issue


def _one_deed(yes: Answer, no: Answer, towns: frozenset[str]) -> bool:
    """Tell whether both may be done to one: the same actor or thing or town, or one is open."""
    one, other = yes.patient, no.patient
    if one is not None and other is not None:
        return bool(towns) or related(one, other)
    mine, theirs = _objects(yes), _objects(no)
    return not mine or not theirs or bool(mine & theirs) or bool((mine | theirs) & _LIGHT)


def _objects(answer: Answer) -> frozenset[str]:
    """Return the words for whom or what it is done to, as the claim is worded."""
    done = answer.claim.predicate.replace("_", " ")
    words = answer.claim.text.partition(f"{done} ")[2].lower().split()
    return frozenset(alike(word) for word in words)


def _held_against(c: Evidence, yes: Answer, e: Evidence) -> bool:
    """Tell whether the doer is the side of `e`, or is not told where that side is accused."""
    if e.claimant is None:
        return False
    if yes.agent is not None:
        return same_body(yes.agent, e.claimant)
    named = any(related(party, e.claimant) for party in c.spoken_of)
    return named or (c.statement.speech_act is SpeechAct.ACCUSE and not accused(c))
