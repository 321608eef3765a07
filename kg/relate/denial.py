"""Denials: of a claim, of an accusation, of what another said as such."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.charges import FIGURES, accused
from kg.relate.comparable import Given, apart, obstacles, same_question
from kg.relate.events import far
from kg.relate.evidence import Answer, Evidence
from kg.relate.likeness import in_words_of
from kg.relate.links import link, names
from kg.relate.meaning import Meaning
from kg.relate.opposition import compatible, contradicted
from kg.relate.rejection import pointed_at
from kg.relate.sides import one_side, others, related
from kg.relate.words import overlap

SHARED = 0.5
"""The share of content words from which a denial speaks of an accusation."""

LITTLE = 0.3
"""The share of the weight of its words from which a denial answers a charge in another article."""

_OUTRIGHT = re.compile(
    r"\b(?:(?:any|all|no) (?:wrongdoing|involvement|responsibility|role|such|connection|knowledge)"
    r"|(?:the|these|those|all) (?:allegations?|accusations?|charges?|claims?)|responsibility)\b",
    re.IGNORECASE,
)
_BARE = 3
"""How many words at most name what is denied without telling it."""
_END = re.compile(r"[.!?][\u201d\"\u2019)]*\s")


def denial(block: Block) -> Iterator[Relation]:
    """Dispute: one claimant affirms what another denies (the same claim, or the same figure)."""
    yes: list[Given] = []
    no: dict[tuple[str, str], list[Given]] = defaultdict(list)
    for given in (Given(e, a) for e in block.evidence for a in _to(e, block)):
        if given.answer.denied or given.answer.none:
            no[_root(given), given.answer.claim.id].append(given)
        elif given.answer.affirmed:
            yes.append(given)
    for key in sorted(no):
        yield from _denials(block, no[key], [g for g in yes if _root(g) != key[0]])


def _root(given: Given) -> str:
    return given.evidence.claimant.root if given.evidence.claimant else ""


def _denials(
    block: Block, denied: Sequence[Given], affirmed: Sequence[Given]
) -> Iterator[Relation]:
    first = denied[0]
    against = [
        g
        for g in affirmed
        if _clash(first.answer, g.answer)
        and _meet(first, g)
        and not compatible(g.evidence, first.evidence, block.meaning)
    ]
    if against:
        a, b = [g.evidence for g in denied], [g.evidence for g in against]
        because = f"{names(a)} denied what {names(b)} said: {against[0].answer.claim.text}"
        yield link(LinkKind.DISPUTE, "denial", a, b, because, block.shared)


def denied_as_asked(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` affirms and `e` denies one answer, and nothing keeps them apart."""
    pairs = [(Given(e, no), Given(c, yes)) for no in e.answers for yes in c.answers]
    return any(
        (no.answer.denied or no.answer.none)
        and yes.answer.affirmed
        and no.answer.claim.issue == yes.answer.claim.issue
        and _clash(no.answer, yes.answer)
        and _meet(no, yes)
        for no, yes in pairs
    )


def _meet(denied: Given, affirmed: Given) -> bool:
    """Tell whether nothing keeps them apart; what one denies of itself, anybody may have said."""
    if affirmed.evidence.claimant is not None:
        return not any(obstacles(denied, affirmed))
    own = one_side(denied.evidence.claimant, denied.answer.agent)
    return own and same_question(denied, affirmed)


def _clash(no: Answer, yes: Answer) -> bool:
    """Tell whether denying the one excludes the other: same claim, or no figure set against any."""
    if no.none:
        return yes.quantity is None
    if no.quantity is None:
        return no.claim.id == yes.claim.id or yes.quantity is not None or _bare(no, yes)
    return yes.quantity is not None and not apart(no.quantity, yes.quantity)


def _bare(no: Answer, yes: Answer) -> bool:
    return None in (no.claim.place, yes.claim.place) or no.claim.place == yes.claim.place


def accusation_denied(block: Block) -> Iterator[Relation]:
    """Dispute: an accused side denies the accusation, by pointing at it or in the same words."""
    told: set[str] = set()
    for e in block.evidence:
        if e.id not in told and _denies(e):
            found = _charges(e, block)
            charges = [c for c in found if not compatible(c, e, block.meaning)]
            if charges:
                side = [e, *_continued(e, block)]
                told.update(other.id for other in side)
                because = f"{names([e])} denied what {names(charges)} held against its side"
                yield link(LinkKind.DISPUTE, "denial", side, charges, because)


def charge_denied(block: Block) -> Iterator[Relation]:
    """Dispute: an accused side denies in one article what another article accuses it of."""
    for e in block.evidence:
        if e.claimant is not None and e.claimant.root == block.shared and _denies(e):
            charges = [
                c for c in block.evidence if block.joins(c, e) and _holds(c, e, block.meaning)
            ]
            if charges:
                because = f"{names([e])} denied what {names(charges)} held against its side"
                yield link(LinkKind.DISPUTE, "denial", [e], charges, because)


def _holds(charge: Evidence, e: Evidence, meaning: Meaning) -> bool:
    """Tell whether a charge of another event's article is the one denied: told in its words."""
    against = e.claimant is not None and e.claimant.root in accused(charge)
    if not against or not _is_accusation(charge) or not others(charge.claimant, e.claimant):
        return False
    if charge.deeds & e.deeds or far(charge, e) or compatible(charge, e, meaning):
        return False
    told = _same_matter(charge, e) or in_words_of(charge, e, LITTLE)
    return told or _OUTRIGHT.search(e.words) is not None or contradicted(charge, e, meaning)


def _charges(e: Evidence, block: Block) -> list[Evidence]:
    pointed = [c for c in pointed_at(e, block) if _is_accusation(c)]
    against = [c for c in block.evidence if accuses(c, e)]
    figures = FIGURES.search(e.words) is not None
    told = [
        c
        for c in against
        if _same_matter(c, e) or (not figures and contradicted(c, e, block.meaning))
    ]
    return pointed or told or _just_before(e, block)


def _just_before(e: Evidence, block: Block) -> list[Evidence]:
    """Return the last accusation against a side that denies "the delay" in the same paragraphs."""
    bare = len(e.words.split()) <= _BARE and not FIGURES.search(e.words)
    if not bare or e.statement.speech_act is not SpeechAct.DENY:
        return []
    against = [c for c in block.evidence if _is_accusation(c) and accuses(c, e) and accused(c)]
    near = [c for c in against if e.article.text.count("\n\n", c.at, e.at) <= 1]
    return near[-1:]


def _denies(e: Evidence) -> bool:
    negative = e.statement.polarity is Polarity.NEGATIVE or any(a.denied for a in e.answers)
    return e.statement.speech_act is SpeechAct.DENY or (negative and e.asserts)


def accuses(charge: Evidence, e: Evidence) -> bool:
    """Tell whether `charge` stands before `e` and holds something against the side of `e`.

    Where an accusation does not say whom it is against, its words alone must tell; what is no
    accusation counts when it names the side that denies it outright.
    """
    if (
        charge.at >= e.at
        or not others(charge.claimant, e.claimant)
        or not charge.asserts
        or e.claimant is None
    ):
        return False
    named = any(related(party, e.claimant) for party in charge.spoken_of)
    if _is_accusation(charge):
        return named or accused(charge) <= {e.claimant.root}
    return named and e.statement.speech_act is SpeechAct.DENY


def _is_accusation(e: Evidence) -> bool:
    return e.statement.speech_act is SpeechAct.ACCUSE


def _same_matter(charge: Evidence, e: Evidence) -> bool:
    """Tell whether both speak of one deed: the same predicate, or most words of the shorter."""
    shared = charge.stems & e.stems
    return (_is_accusation(charge) and bool(charge.deeds & e.deeds)) or (
        len(shared) >= 2 and overlap(charge.stems, e.stems) >= SHARED
    )


def _continued(e: Evidence, block: Block) -> list[Evidence]:
    """Return what the same claimant adds in the sentence of `e` ("..., insisting that no ...")."""
    later = [other for other in block.evidence if other.at > e.at]
    return [other for other in later if _adds(e, other)]


def _adds(e: Evidence, other: Evidence) -> bool:
    same = (
        e.claimant is not None and other.claimant is not None and e.claimant.id == other.claimant.id
    )
    between = e.article.text[e.statement.content[-1].end : other.at]
    return same and "\n" not in between and not _END.search(between)


def _to(e: Evidence, block: Block) -> list[Answer]:
    return [
        a
        for a in e.answers
        if a.claim.issue == block.shared and (a.affirmed or e.claimant is not None)
    ]
