"""The proper names of one article: full names, surnames, abbreviations, and who governs what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Document
from kg.resolve import countries
from kg.resolve.namings import Naming, is_title_case, namings
from kg.resolve.nations import Nations, namesakes, nations
from kg.resolve.rulers import rulers
from kg.resolve.surnames import WITHIN, of_themselves, surnames, taken_for_bodies
from kg.resolve.wording import canonical, incorporated

_LONGEST_SHORT = 9
_HELD = frozenset("share stake investment confidence trust interest faith stock holding".split())
"""What one has in a company, not in a town."""
_ADJECTIVAL = ("an", "ish", "ese", "ic", "al", "ern")
"""Endings of first words that shorten no name: "National", "Northern"."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of an article stand for.

    `full` maps every known form to the canonical form of its bearer, `shown` that to its longest
    spelling, `people` are the bearers that are persons, `rules` the movement that governs a country
    as its authorities, by country code. `shared` are surnames of several people, `located` names
    that stand behind "in" and never act, `nations` tells which names are states.
    """

    full: Mapping[str, str]
    shown: Mapping[str, str]
    people: frozenset[str]
    rules: Mapping[str, str]
    shared: frozenset[str] = frozenset()
    located: frozenset[str] = frozenset()
    nations: Nations = field(default_factory=Nations)

    def bearer(self, words: str) -> str | None:
        """Return the canonical name that the words stand for in this article."""
        key = canonical(words)
        return None if key in self.shared else self.full.get(key)


def names(document: Document) -> Names:
    """Collect the names of a document."""
    found = list(namings(document))
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    votes: Counter[str] = Counter()
    for naming in found:
        key = canonical(naming.text)
        if key:
            spellings[key][naming.text] += 1
            votes[key] += naming.vote
    people = frozenset(key for key in spellings if votes[key] > 0)
    people |= surnames(document, found) - {key for key in spellings if votes[key]}
    people |= taken_for_bodies(document, found)
    told = {canonical(naming.text) for naming in found if naming.told and not naming.person}
    people |= of_themselves(document, found) - told
    full = {key: key for key in spellings}
    full |= _short_forms(spellings, people)
    full |= dict(_abbreviations(document, found))
    shown = {key: max(forms, key=lambda f: (forms[f], f)) for key, forms in spellings.items()}
    rules = rulers(document.tokens, full, people)
    lines = [document.tokens[a:b] for a, b in document.sentences]
    states = nations([t for t in lines if not is_title_case(t)], _parts_of(people))
    states = replace(states, meant=namesakes(document.article))
    return Names(
        full, shown, people, rules, _shared_surnames(people), _located(document, found), states
    )


def _located(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return the names that something happens in and that do nothing."""
    placed: set[str] = set()
    acting: set[str] = set()
    for naming in found:
        last = naming.tokens[-1]
        before = document.tokens[last.head]
        if last.dep == "pobj" and before.text.casefold() in WITHIN:
            holder = document.tokens[before.head].lemma.casefold()
            (acting if holder in _HELD else placed).add(canonical(naming.text))
        elif last.dep in {"nsubj", "nsubjpass", "agent"}:
            acting.add(canonical(naming.text))
    return frozenset(placed - acting)


def _parts_of(people: frozenset[str]) -> frozenset[str]:
    return frozenset(part for name in people for part in name.split())


def _short_forms(spellings: Mapping[str, object], people: frozenset[str]) -> dict[str, str]:
    """Map surnames, given names and first words to the one longer name that has them.

    A surname that also opens a company's name is that of the person.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for key in spellings:
        parts = key.split()
        if len(parts) > 1 and countries.named(key) is None:
            for short in _shorts(key, parts, spellings, people):
                longer[short].add(key)
    return {
        short: next(iter(borne))
        for short, keys in sorted(longer.items())
        if len(borne := keys & people or keys) == 1
        and countries.named(short) is None
        and countries.demonym(short) is None
    }


def _shared_surnames(people: frozenset[str]) -> frozenset[str]:
    """Return the surnames that two of the people have."""
    counts = Counter(key.split()[-1] for key in people if " " in key)
    return frozenset(surname for surname, count in counts.items() if count > 1)


def _shorts(
    key: str, parts: list[str], spellings: Mapping[str, object], people: frozenset[str]
) -> set[str]:
    """Return what a longer name may be shortened to: a surname, initials, its first word."""
    if key in people:
        return {parts[-1], parts[0], " ".join(parts[1:])}
    first = parts[0]
    order = list(spellings)
    introduced = first in spellings and order.index(key) < order.index(first)
    plain = not first.endswith(_ADJECTIVAL) and not any(c.isdigit() for c in key)
    return ({first} if introduced and plain else set()) | _initials(key, people)


def _initials(key: str, people: frozenset[str]) -> set[str]:
    if key in people:
        return set()
    letters = "".join(
        part[0]
        for part in key.replace("-", " ").split()
        if part not in {"of", "the", "and", "for", "i"}
    )
    return {letters} if len(letters) > 1 else set()


def _abbreviations(document: Document, found: list[Naming]) -> Iterator[tuple[str, str]]:
    """Yield (short form, name) of "Weavers' Guild (WG)" and 'Norda plc (the "Company")'."""
    for naming in found:
        at = naming.tokens[-1].index + 1
        after = [t.text for t in document.tokens[at : at + 7]]
        inside = after[1:] if after and not incorporated(f"x {after[0]}").count(" ") else after
        name = canonical(naming.text)
        if not name or inside[:1] != ["("] or ")" not in inside:
            continue
        words = [w for w in inside[1 : inside.index(")")] if w not in {"the", '"', "“", "”", "'"}]
        if len(words) == 1 and _shortens(words[0], name, quoted=len(words) + 2 < inside.index(")")):
            yield canonical(words[0]), name


def _shortens(short: str, name: str, *, quoted: bool) -> bool:
    initials = short.isupper() and len(short) < _LONGEST_SHORT
    return (initials and short[0].casefold() == name[0]) or (quoted and short[:1].isupper())
