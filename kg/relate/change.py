"""What changes when articles come and go: only the blocks that they touch are related."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.model import Issue, Reading, Relation, content_id
from kg.relate.blocks import Key, keyed, keys
from kg.relate.evidence import Answer, Evidence, evidence
from kg.relate.meaning import WORDS_ALONE, Meaning
from kg.relate.questions import fullest, issue
from kg.relate.rules import apply
from kg.relate.when import UNDATED


@dataclass(frozen=True, slots=True)
class Change:
    """Relations of the touched blocks `before` and `after`, each sorted by id."""

    before: tuple[Relation, ...]
    after: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """An issue and the id of the article whose words its question was made from."""

    issue: Issue
    article: str


ONLOOKER = "~"
"""Ends the keys of blocks for what has no date, where an article that has one looks on."""


def block_keys(reading: Reading) -> tuple[str, ...]:
    """Return hashes of the keys of a reading's blocks, sorted: its neighbours share one.

    Onlookers alone make no link (`Block.owns`): they are neighbours of each other only in a block
    that somebody without a date is in.
    """
    return tuple(sorted({_hashed(key, e) for e in evidence(reading) for key in _outward(e)}))


def _outward(e: Evidence) -> Iterator[Key]:
    return (key for key in keys(e) if key.family != "article")


def _hashed(key: Key, e: Evidence) -> str:
    looks_on = key.when == UNDATED and e.article.published is not None
    name = content_id(key.family, key.shared, key.where, key.when)
    return f"{name}{ONLOOKER}" if looks_on else name


def change(
    neighbours: Iterable[Reading],
    come: Sequence[Reading],
    gone: Sequence[Reading],
    meaning: Meaning = WORDS_ALONE,
) -> Change:
    """Return what coming and going articles change among those that share a block with them.

    Relating all afresh gives the same: take out what is only in `before`, put in what is only in
    `after`. `neighbours` are all others that have one of the `block_keys`; `meaning` is that of
    `relate`.
    """
    new, old = _evidence(come), _evidence(gone)
    touched = frozenset(key for e in chain(new, old) for key in keys(e))
    beside = _evidence(neighbours)
    before, after = ([*beside, *some] for some in (old, new))
    return Change(_related(before, touched, meaning), _related(after, touched, meaning))


def wordings(readings: Iterable[Reading]) -> Mapping[str, Worded]:
    """Return each issue that is answered, worded from the fullest answer, by id."""
    best: dict[str, tuple[Answer, str]] = {}
    for reading in sorted(readings, key=lambda r: r.article.id):
        for answer in (answer for e in evidence(reading) for answer in e.answers):
            held = best.get(answer.claim.issue)
            if held is None or fullest(answer) < fullest(held[0]):
                best[answer.claim.issue] = answer, reading.article.id
    return {key: Worded(issue([answer]), where) for key, (answer, where) in sorted(best.items())}


def _evidence(readings: Iterable[Reading]) -> list[Evidence]:
    return [e for reading in readings for e in evidence(reading)]


def _related(
    found: Iterable[Evidence], touched: frozenset[Key], meaning: Meaning
) -> tuple[Relation, ...]:
    related = {r.id: r for block in keyed(found, meaning, touched).values() for r in apply(block)}
    return tuple(related[key] for key in sorted(related))
