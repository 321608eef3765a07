"""Who won: two claimants of whom each says that another did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import LinkKind, Polarity, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.links import link, names, oriented
from kg.relate.sides import Party, others, proper, related

_OFFICE = r"(?:president|governor|mayor|premier|prime minister|chancellor|senator)"
_WON = re.compile(
    r"\b(?:(?:had|has|have|he|she|we|i|they) (?:\w+ly )?won\b"
    r"|won (?:the|this|that|[A-Z]\w+['\u2019]s) (?:\w+ ){0,2}"
    r"(?:election|vote|race|presidency|run-?off|poll|contest)"
    rf"|(?:won|claimed|secured|declared) (?:\w+ )?victory|(?:is|was|am) the (?:\w+ )?winner"
    rf"|winner of (?:the|this|\w+['\u2019]s) (?:\w+ ){{0,2}}(?:election|vote|race|poll|contest)"
    rf"|{_OFFICE}-elect|(?:is|was|am|as) the (?:next|new|chosen|legitimate|rightful) {_OFFICE}"
    rf"|re-?elected"
    rf"|given (?:us|me|him|her) the presidency|the {_OFFICE} whom the people (?:have )?chosen?)",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:seats?|districts?|constituenc(?:y|ies)|primary|in the \w+ (?:region|state|province)"
    r"|will|would|could|may|might|if|expects?|hopes?|whether|wants?|who ha[sd]|too early|prize)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"^[\"\u201c'\u2018]?(?:that )?(?:i|he|she|we|it)\b", re.IGNORECASE)


def two_winners(block: Block) -> Iterator[Relation]:
    """Dispute: two claimants each say that another won the vote; both may not have."""
    told = [(e, who) for e in block.evidence if (who := winner(e)) is not None]
    for (one, a), (other, b) in block.pairs(told):
        if others(one.claimant, other.claimant) and _apart(a, b) and not far(one, other):
            first, second = oriented([one], [other])
            because = f"{names([one])}: {a.name} won; {names([other])}: {b.name} won"
            yield link(LinkKind.DISPUTE, "contradiction", first, second, because)


def winner(e: Evidence) -> Party | None:
    """Return who, a statement says, won the whole of a vote: the speaker for "I" or "he"."""
    sure = e.asserts and e.statement.polarity is Polarity.POSITIVE
    if not sure or e.statement.speech_act is SpeechAct.DENY or _PARTLY.search(e.words):
        return None
    if not _WON.search(e.words):
        return None
    if _SELF.match(e.words):
        return e.speaker if proper(e.speaker) else None
    won = (a.agent for a in e.answers if a.affirmed and a.claim.predicate == "win")
    found = next((who for who in won if who is not None), None)
    alone = e.named[0] if len(e.named) == 1 and proper(e.named[0]) else None
    return found if proper(found) else alone


def _apart(one: Party, other: Party) -> bool:
    return one.id != other.id and not related(one, other)
