"""The table of predicates, by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.extract.frames.predicates import PREDICATES
from kg.extract.frames.voices import Predicate, Voice


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the table: its predicate, how it takes arguments, the later words of an idiom."""

    predicate: Predicate
    voice: Voice
    rest: tuple[str, ...]


def _leniency(entry: Entry) -> tuple[int, bool, bool, bool]:
    """Return how little an entry asks for; the least lenient is tried first."""
    asked = entry.predicate
    return -len(entry.rest), not asked.shares, not asked.doers, not asked.patients


def _index(predicates: tuple[Predicate, ...]) -> Mapping[str, tuple[Entry, ...]]:
    """Sort entries under their first word: idioms first, then those that ask for a patient."""
    found: dict[str, list[Entry]] = {}
    for predicate in predicates:
        for word, voice in predicate.words:
            head, *rest = word.split("_")
            found.setdefault(head, []).append(Entry(predicate, voice, tuple(rest)))
    for entries in found.values():
        entries.sort(key=_leniency)
    return MappingProxyType({head: tuple(entries) for head, entries in found.items()})


LEXICON = _index(PREDICATES)
"""First word of an expression -> its entries, the most demanding first."""
