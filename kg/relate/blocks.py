"""Blocks: the small groups of evidence that the rules work on, found by key and never by search.

A block is what shares a key (an issue, two rivals ...), a place where that is needed to be one
event, and a week. Its key depends on one reading alone, so that an article touches the blocks of
its own keys and no others, however much the store holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeVar

from kg.model import Reading, Relation, SpeechAct
from kg.relate.charges import accused, blamed, owners
from kg.relate.counted import counted_as, head
from kg.relate.evidence import Answer, Evidence, evidence
from kg.relate.links import rejoined
from kg.relate.meaning import WORDS_ALONE, Meaning
from kg.relate.sides import proper
from kg.relate.stances import Stance, takes
from kg.relate.when import UNDATED, week, weeks
from kg.relate.words import fingerprints

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What the evidence of a block shares.

    `family` says which rules work on it (`kg.relate.rules.FAMILIES`), `shared` is the id of what
    is shared, `where` the place or article that keeps events apart ("" where the shared thing
    does), `when` a week that also sees the last days of the week before, or "undated".
    """

    family: str
    shared: str
    where: str
    when: str


@dataclass(frozen=True, slots=True)
class Block:
    """The evidence of one key, sorted by date, article and position.

    `wheres` holds, for each piece of evidence, all places and names under which it stands in
    blocks of the same question: two that share several are a pair of the first one's block.
    `meaning` is what is known of contents beyond their words.
    """

    key: Key
    evidence: tuple[Evidence, ...]
    wheres: tuple[frozenset[str], ...] = ()
    meaning: Meaning = WORDS_ALONE

    @property
    def shared(self) -> str:
        """Return the id of what the evidence shares."""
        return self.key.shared

    def owns(self, relation: Relation) -> bool:
        """Tell whether a link has a statement of the block's own week.

        What lies wholly in the days before is the link of the week before.
        """
        return not self.own.isdisjoint((*relation.a, *relation.b))

    @property
    def own(self) -> frozenset[str]:
        """Return the ids of the statements of the block's own week (or without a date)."""
        return frozenset(e.id for e in self.evidence if week(e.article.published) == self.key.when)

    def joins(self, one: Evidence, other: Evidence) -> bool:
        """Tell whether two are of different articles, the later of the block's own week."""
        days = [e.article.published for e in (one, other)]
        whole = [day for day in days if day is not None]
        when = week(max(whole)) if len(whole) == len(days) else UNDATED
        return one.article.id != other.article.id and when == self.key.when

    def meetings(self) -> Callable[[str, str], bool]:
        """Return what tells of two statements, by id, whether they are a pair of this block alone.

        They are where one is of the block's own week, and no name that they share comes before
        the block's.
        """
        own, first = self.own, self._first()
        return lambda one, other: (one in own or other in own) and first(one, other)

    def _first(self) -> Callable[[str, str], bool]:
        here = self.key.where
        if here == ANYWHERE:
            return lambda _, __: True
        known = {e.id: where for e, where in zip(self.evidence, self.wheres, strict=True)}
        return lambda one, other: min(known[one] & known[other]) == here

    def pairs(
        self, told: Sequence[tuple[Evidence, Told]]
    ) -> Iterator[tuple[tuple[Evidence, Told], tuple[Evidence, Told]]]:
        """Yield the pairs of this block among evidence of which something more is known."""
        meet = self.meetings()
        return (pair for pair in combinations(told, 2) if meet(pair[0][0].id, pair[1][0].id))

    def trimmed(self, relation: Relation) -> Relation | None:
        """Keep of both sides what is linked here and under no earlier name; None for nothing."""
        if self.key.where == ANYWHERE or not relation.b:
            return relation
        first = self._first()
        pairs = [(i, j) for i in relation.a for j in relation.b if first(i, j)]
        a, b = ({pair[side] for pair in pairs} for side in (0, 1))
        left = tuple(i for i in relation.a if i in a)
        right = tuple(j for j in relation.b if j in b)
        return rejoined(relation, left, right) if pairs else None


ANYWHERE = ""
"""Where of a question that names its parties, so that it needs no place."""

NAMELESS = "~"
"""Where, after all names, of evidence that may speak of an event without any name."""

Shared = Iterator[tuple[str, frozenset[str]]]
"""What a piece of evidence shares, and where: any of these must be shared, too."""

_SURE = frozenset({ANYWHERE})


def _article(e: Evidence) -> Shared:
    """Group the statements of one article."""
    yield e.article.id, _SURE


def _issue(e: Evidence) -> Shared:
    """Group the statements that answer one question; on nobody in particular, by names, too."""
    return ((answer.claim.issue, _where(e, answer)) for answer in e.answers)


def _count(e: Evidence) -> Shared:
    """Group figures of people, shares and money by measure, whatever the counted are called."""
    for answer in e.answers:
        quantity = answer.quantity
        if quantity is None or proper(answer.patient) or not answer.affirmed:
            continue
        if quantity.unit in {"person", "percent", "money"} or quantity.unit.isupper():
            yield counted_as(quantity), e.ground.names | e.ground.marks


def _party(e: Evidence) -> Shared:
    """Group all that a side says with what accuses it, blames it or rejects its words."""
    if e.claimant is not None:
        accusing = e.statement.speech_act is SpeechAct.ACCUSE
        against = (accused(e) if accusing else blamed(e)) | owners(e)
        yield from ((root, _SURE) for root in sorted(against | {e.claimant.root}))


def _matter(e: Evidence) -> Shared:
    """Group what articles say and deny that tell of one thing."""
    if e.asserts and e.claimant is not None:
        yield "", e.ground.marks


def _place(e: Evidence) -> Shared:
    """Group what witnesses say of one place."""
    if e.statement.speech_act is SpeechAct.TESTIFY:
        yield from ((place, _SURE) for place in e.setting)


def _deed(e: Evidence) -> Shared:
    """Group who did something, and who denies it, by the deed and the names of the article."""
    for answer in e.answers:
        if answer.denied or (answer.affirmed and (answer.agent is not None or _charging(e))):
            yield answer.claim.predicate, e.ground.names | e.ground.marks


def _charging(e: Evidence) -> bool:
    return e.statement.speech_act is SpeechAct.ACCUSE or bool(e.about)


def _rivals(e: Evidence) -> Shared:
    """Group what two opposed sides say of their quarrel."""
    if e.own is not None and e.rival is not None and any(takes(e, stance) for stance in Stance):
        yield "+".join(sorted((e.own, e.rival))), _SURE


def _wording(e: Evidence) -> Shared:
    """Group contents that share a run of words, so that copies meet."""
    return ((mark, _SURE) for mark in fingerprints(e.words))


def _where(e: Evidence, answer: Answer) -> frozenset[str]:
    """Return under which names a question is shared: the doer alone does not make it one."""
    if proper(answer.patient):
        return _SURE
    names = e.ground.names | e.ground.marks | (_SURE if proper(answer.agent) else frozenset())
    return names | {NAMELESS} if counts_somebody(answer) else names


def counts_somebody(answer: Answer) -> bool:
    """Tell whether the counted are of a kind ("schools", "supporters"), not just people."""
    quantity = answer.quantity
    return quantity is not None and head(quantity) is not None


KEYS: Mapping[str, Callable[[Evidence], Shared]] = {
    "article": _article,
    "count": _count,
    "deed": _deed,
    "issue": _issue,
    "matter": _matter,
    "party": _party,
    "place": _place,
    "rivals": _rivals,
    "wording": _wording,
}
"""How each family of blocks is keyed."""

_AHEAD = frozenset({"party"})
"""Families whose rules ask what came after, too: an answer a day later is an answer."""


def keys(e: Evidence) -> frozenset[Key]:
    """Return the keys of all blocks that a piece of evidence falls in."""
    return frozenset(
        key
        for family, find in KEYS.items()
        for shared, wheres in find(e)
        for key in _keys(family, shared, e, wheres)
    )


def _keys(family: str, shared: str, e: Evidence, wheres: frozenset[str]) -> Iterator[Key]:
    """Yield a key for each time that sees `e`.

    An article's block is the article whole. A question is that of articles without a date, too:
    those meet others only at one scene, or in the quarrel of the same two sides.
    """
    day = e.article.published
    if family == "article":
        yield Key(family, shared, "", week(day))
        return
    if day is not None:
        for when, where in product(weeks(day, ahead=family in _AHEAD), wheres):
            yield Key(family, shared, where, when)
    if day is None or family == "issue":
        for where in _timeless(e, wheres):
            yield Key(family, shared, where, UNDATED)


def _timeless(e: Evidence, wheres: frozenset[str]) -> frozenset[str]:
    """Return where what has no date may meet others: never on the parties' names alone.

    Dated evidence waits for it at its scene only: a name would gather all that ever bore it.
    """
    quarrel = e.ground.quarrel
    known = frozenset({quarrel} if quarrel and ANYWHERE in wheres else ())
    names = (
        (e.ground.names | e.ground.marks) & wheres if e.article.published is None else frozenset()
    )
    return known or names | {e.ground.scene}


def keyed(
    found: Iterable[Evidence], meaning: Meaning = WORDS_ALONE, among: frozenset[Key] | None = None
) -> Mapping[Key, Block]:
    """Return the blocks that pieces of evidence fall in, by key: all, or those `among` some."""
    groups: dict[Key, dict[str, tuple[Evidence, frozenset[str]]]] = defaultdict(dict)
    for e in found:
        own = keys(e)
        wheres: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for key in own:
            wheres[key.family, key.shared, key.when].add(key.where)
        for key in own if among is None else own & among:
            groups[key][e.id] = e, frozenset(wheres[key.family, key.shared, key.when])
    return {key: _block(key, groups[key].values(), meaning) for key in sorted(groups)}


def _block(key: Key, found: Iterable[tuple[Evidence, frozenset[str]]], meaning: Meaning) -> Block:
    ordered = sorted(found, key=lambda pair: pair[0].order)
    return Block(key, tuple(e for e, _ in ordered), tuple(where for _, where in ordered), meaning)


def blocks(readings: Sequence[Reading], meaning: Meaning = WORDS_ALONE) -> Mapping[Key, Block]:
    """Return all blocks of `readings` by key; the order of the readings does not matter."""
    unique = {reading.article.id: reading for reading in readings}
    return keyed((e for key in sorted(unique) for e in evidence(unique[key])), meaning)
