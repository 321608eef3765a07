"""What is said in free words and cannot both be so: denials in other words, two accounts.

Rules that go by the predicate of a claim miss most of what is said in free words ("brushed aside
warnings", "no inspector had set foot in the plant for years"). Whether two contents exclude each
other is told by what is known of their meaning (`kg.relate.opposition`), asked only of two sides
that tell of one event and are near each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from kg.model import LinkKind, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.causes import cause_of
from kg.relate.charges import FIGURES, accused, only_words
from kg.relate.comparable import apart
from kg.relate.deeds import charged, one_thing
from kg.relate.denial import accuses, denied_as_asked
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.links import link, names
from kg.relate.meaning import Meaning
from kg.relate.narratives import opposed
from kg.relate.opposition import exclusive, hopeful, kind
from kg.relate.sides import strangers
from kg.relate.signs import MUCH, both_number, neighbours, speaks_of
from kg.relate.victory import winner
from kg.relate.words import overlap, stems

FEW = 2
"""How many content words one must have, and a word more: less names a matter, it tells nothing."""

_FEW_WORDS = 7
"""Up to how many words a content says little by itself: "We sleep and listen"."""

MANY = 10
"""The number from which it is no chance that two statements give the same."""

LONG = 8
"""How many words tell more than whose words are spoken of."""

_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_REFUSED = re.compile(
    r"^(?!that )(?:to |(?:(?:an?|the|its|their|any|all) )?(?:[\w\u2019'-]+ ){0,3}?"
    r"(?:offers?|proposals?|bids?|plans?|demands?|requests?|calls?|appeals?|invitations?)\b)",
    re.IGNORECASE,
)
"""What opens the content of a refusal: to do something, or of what was asked or offered."""

_BECAUSE = {
    "denial": "{one} denied what {other} said, in other words",
    "contradiction": "what {one} and {other} said cannot both be so, as it reads",
    "numeric": "{one} and {other} give numbers for one thing that exclude each other, as it reads",
    "blame": "{one} and {other} name different doers or causes, as it reads",
    "control": "{one} and {other} say of one place who holds it, and differ, as it reads",
    "competing_gain": "{one} and {other} say who won, and differ, as it reads",
    "framing": "{one} and {other} give one thing names that exclude each other, as it reads",
}
"""Why, by type."""

_TOLD_BY_NETWORK = frozenset({"numeric", "blame", "control", "competing_gain", "framing"})
"""Types that the network tells apart; the others are told by who denies."""

_PART = re.compile(
    r"[\"\u201c]?(?:none|all|most|many|some|few|half|both|nearly all|almost all) of"
    r" (?:them|these|those|the)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:our|its|their|my|his|her) ([a-z]+)", re.IGNORECASE)
_UNKNOWING = re.compile(
    r"\b(?:no (?:knowledge|information|details|comment|record|report|reports)|not (?:aware|know)"
    r"|unaware|nothing (?:is|was) known)\b",
    re.IGNORECASE,
)
"""Words of one who does not know, which deny nothing."""

_ON_CONDITION = re.compile(
    r"\b(?:only (?:once|if|when)|unless|provided that|on (?:the )?condition)\b", re.IGNORECASE
)

_PERHAPS = re.compile(
    r"\b(?:(?:may|might) (?:well |also )?(?:have|be)|possibl[ey]|perhaps)\b", re.IGNORECASE
)
_UNCLEAR = (_REFUSED, _UNKNOWING, _ON_CONDITION, _PERHAPS)
_TELLING = frozenset(
    {
        SpeechAct.ASSERT,
        SpeechAct.ACCUSE,
        SpeechAct.DENY,
        SpeechAct.TESTIFY,
        SpeechAct.ACKNOWLEDGE,
        SpeechAct.ASSESS,
        SpeechAct.PRESENT_EVIDENCE,
        SpeechAct.CHARACTERIZE,
        SpeechAct.JUSTIFY,
    }
)
"""Acts that tell what is or was; praise and blame only take it for granted."""


def contradiction(block: Block) -> Iterator[Relation]:
    """Dispute: what two claimants say of one thing in their own words cannot both be so."""
    told, meet = [e for e in block.evidence if tells(e)], block.meetings()
    for e in told:
        said: dict[str, list[Evidence]] = defaultdict(list)
        for c in told:
            if meet(c.id, e.id) and excludes(c, e, block.meaning):
                said[_type(c, e, block.meaning)].append(c)
        for type_, against in sorted(said.items()):
            because = _BECAUSE[type_].format(one=names([e]), other=names(against))
            yield link(LinkKind.DISPUTE, type_, [e], against, because)


def _type(c: Evidence, e: Evidence, meaning: Meaning) -> str:
    """Return the type of a dispute: one that the network is sure of, else by whether `e` denies."""
    known = kind(c, e, meaning)
    if known in _TOLD_BY_NETWORK and (known != "numeric" or both_number(c, e)):
        return known
    return "denial" if e.denies else "contradiction"


def tells(e: Evidence) -> bool:
    """Tell whether something is said to be so, or not, in enough words.

    A refusal tells nothing; another's words as such, and figures, are a matter of other rules. A
    denial may be short ("an ambush").
    """
    words = len(e.words.split()) <= LONG and only_words(e)
    unclear = words or any(pattern.search(e.words) for pattern in _UNCLEAR)
    if e.denies and FIGURES.search(e.words):
        return False
    told = e.asserts and e.statement.speech_act in _TELLING
    least = FEW - (e.statement.speech_act is SpeechAct.DENY)
    return told and len(e.words.split()) > FEW and len(e.stems) >= least and not unclear


def excludes(c: Evidence, e: Evidence, meaning: Meaning) -> bool:
    """Tell whether what `e` says in free words excludes what `c` says."""
    return (
        in_question(c, e)
        and hopeful(c, e, meaning)
        and not set_apart(c, e)
        and exclusive(c, e, meaning)
    )


def in_question(c: Evidence, e: Evidence) -> bool:
    """Tell whether `e` is of another side and denies what `c` affirms, or affirms another thing."""
    if c.id == e.id or c.denies or not strangers(c.claimant, e.claimant):
        return False
    return e.denies or (c.order < e.order and overlap(c.stems, e.stems) < MUCH)


def set_apart(c: Evidence, e: Evidence) -> bool:
    """Tell whether two are kept apart whatever they mean, or are another rule's matter."""
    return any(check(c, e) for check in _APART)


def _on_one_side(c: Evidence, e: Evidence) -> bool:
    """Tell whether both stand on one side of the quarrel, or may be one ("M23 armed group")."""
    one, other = (stems(x.claimant.name if x.claimant else "") for x in (c, e))
    return (c.own is not None and c.own == e.own) or one <= other or other <= one


def _counted(c: Evidence, e: Evidence) -> bool:
    """Tell whether both count what cannot be set against each other in free words.

    Figures are compared with what they count; but none denies some of the same measure, unless
    these were counted later.
    """
    one, other = _measures(c), _measures(e)
    if not one or not other:
        return False
    return not e.denies or one.isdisjoint(other) or e.order < c.order


def _figures_agree(c: Evidence, e: Evidence) -> bool:
    """Tell whether numbers go together: 11 ships, no more than 22 ships; 46 dead, 46 names."""
    pairs = [(x, y) for x in c.figures for y in e.figures if x.unit == y.unit]
    told, others_told = ({f.value for f in x.figures if f.value is not None} for x in (c, e))
    same = told == others_told and min(told, default=0) >= MANY
    return not e.denies and (same or (bool(pairs) and not any(apart(*pair) for pair in pairs)))


def _of_a_part(c: Evidence, e: Evidence) -> bool:
    """Tell whether one counts and the other speaks of a part: "six were hurt", "none of them"."""
    return any(_measures(a) and _PART.match(b.words) for a, b in ((c, e), (e, c)))


def _measures(e: Evidence) -> frozenset[str]:
    """Return the measures of what is counted."""
    return frozenset(answer.quantity.measure for answer in e.answers if answer.quantity)


def _each_its_own(c: Evidence, e: Evidence) -> bool:
    """Tell whether each speaks of what is its own: "our boats" of two fleets."""
    one, other = (stems(" ".join(_OWN.findall(x.words))) for x in (c, e))
    return bool(one & other)


def _accuses_another(c: Evidence, e: Evidence) -> bool:
    """Tell whether `c` accuses those whom the denial `e` neither comes from nor speaks of."""
    if c.statement.speech_act is not SpeechAct.ACCUSE or not e.denies:
        return False
    whom = accused(c)
    return bool(whom) and whom.isdisjoint(e.about | e.labels)


def _says_too_little(c: Evidence, e: Evidence) -> bool:
    """Tell whether nothing ties a content of few words to the other: no word, name or neighbour."""
    if min(len(x.words.split()) for x in (c, e)) > _FEW_WORDS or neighbours(c, e):
        return False
    named = {party.root for party in c.named} & {party.root for party in e.named}
    spoken = any(speaks_of(*pair) for pair in ((c, e), (e, c)))
    return not (c.stems & e.stems or named or spoken)


def _of_other_things(c: Evidence, e: Evidence) -> bool:
    """Tell whether both tell of one deed, done to two things."""
    return not one_thing(c, e)


def _of_other_days(c: Evidence, e: Evidence) -> bool:
    one, other = (frozenset(_DAY.findall(x.words)) for x in (c, e))
    return bool(one and other) and one.isdisjoint(other)


def _linked_by_others(c: Evidence, e: Evidence) -> bool:
    """Tell whether the two are the matter of rules on pointing, deeds, charges, blame, causes."""
    if c.id in e.statement.refers_to or denied_as_asked(c, e):
        return True
    if any(charged(c, e, answer.claim.predicate) for answer in e.answers):
        return True
    if opposed(c, e) or all(cause_of(x) for x in (c, e)) or all(winner(x) for x in (c, e)):
        return True
    if e.denies and c.article.id == e.article.id and accuses(c, e):
        return True
    accusing = c.statement.speech_act is SpeechAct.ACCUSE
    return accusing and e.denies and e.claimant is not None and e.claimant.root in accused(c)


_APART: tuple[Callable[[Evidence, Evidence], bool], ...] = (
    _on_one_side,
    _counted,
    _figures_agree,
    _of_a_part,
    _each_its_own,
    _accuses_another,
    _says_too_little,
    _of_other_things,
    _of_other_days,
    _linked_by_others,
    far,
)
"""What keeps two statements apart however near their meaning is, or is another rule's matter."""
