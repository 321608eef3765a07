"""States that no table has: "Urvia" and "the Urvian army", known by how their names are used."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.model import Token
from kg.resolve import countries, gazetteer
from kg.resolve.countries import Country
from kg.resolve.nouns import INSTITUTIONS, NounKind, noun
from kg.resolve.segments import Tokens, is_possessive
from kg.resolve.wording import canonical

_ENDING = re.compile(r"(?:ians?|eans?|ans?|ese|ish|ers?|is?|ia|ea|a|e|o|y)$")
_ADJECTIVE = re.compile(r"(?:an|i|ese|ish)$")
_SHORTEST = 3
_OF_STATES = frozenset({"military", "navy", "air force", "parliament", "ministry"})
"""Organs that only states have; of the first, `_OF_ANYBODY` are said of movements, too."""
_OF_ANYBODY = frozenset({"fighter", "combatant", "commando", "artillery", "infantry", "department"})
_MINISTERS = frozenset({"minister", "prime minister", "premier", "border"})
_NO_STATES = frozenset(
    "african arab asian baltic caribbean catalan christian european flemish houthi indian kashmiri"
    " kurdish latin muslim nazi nordic ottoman palestinian puritan roman scandinavian scottish"
    " soviet sufi taliban talibani welsh wahhabi bavarian sicilian chechen english fatah hamas"
    " hezbollah isis wagner hizbollah republican democratic capitol congress parliament".split()
)
"""Peoples, faiths, regions and movements, whose armed men and governments are of no state."""


@dataclass(frozen=True, slots=True)
class Nations:
    """The states of one article, those that no table has among them.

    `lands` maps the codes of these to what is known of them; a code is the stem that the name and
    the adjective share, with a hyphen, and so the same in every article. `nouns` and `adjectives`
    map canonical words to codes.
    """

    lands: Mapping[str, Country] = field(default_factory=lambda: MappingProxyType({}))
    nouns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    adjectives: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def named(self, words: str) -> str | None:
        """Return the code of the country that the words name."""
        return countries.named(words) or self.nouns.get(canonical(words))

    def demonym(self, words: str) -> str | None:
        """Return the code of the country that an adjective or a people's name belongs to."""
        key = canonical(words)
        own = self.adjectives.get(key) or self.adjectives.get(key.removesuffix("s"))
        return countries.demonym(words) or own

    def land(self, code: str) -> Country | None:
        """Return what is known of a country."""
        return countries.countries().get(code) or self.lands.get(code)


def stem(word: str) -> str:
    """Return what the name of a state and its adjective share, at least three letters.

    >>> stem("Urvia"), stem("Urvian"), stem("Tarskan"), stem("Tarsk")
    ('urv', 'urv', 'tarsk', 'tarsk')
    """
    low = canonical(word)
    while (found := _ENDING.search(low)) and found.start() >= _SHORTEST:
        low = low[: found.start()]
    return low


def nations(sentences: Sequence[Tokens], no_nations: frozenset[str]) -> Nations:
    """Learn from "the Urvian army" and "Urvia's foreign ministry" which names are states.

    `no_nations` are canonical words that name people. A name is a state when the noun after it is
    one that only states have, or when the adjective of its stem stands before any institution.
    """
    nouns = _nouns(sentences, no_nations)
    before = dict(_before(sentences, no_nations))
    stems = {stem(word) for word in nouns}
    adjectives = {
        word
        for word, strong in before.items()
        if _ADJECTIVE.search(word) and word not in nouns and (strong or stem(word) in stems)
    }
    owners = {word for word, strong in _owners(sentences) if strong} & nouns.keys()
    codes = {stem(word) for word in adjectives | owners}
    if codes:
        codes |= {stem(word) for word in _neighbours(sentences) if word in nouns}
    return _gathered(codes, nouns, adjectives)


def _gathered(codes: set[str], nouns: Mapping[str, str], adjectives: set[str]) -> Nations:
    by_stem: dict[str, list[str]] = defaultdict(list)
    for word in sorted(nouns):
        by_stem[stem(word)].append(word)
    clear = {code for code in codes if len(by_stem[code]) < 2}
    shown = {stem(word): word.title() for word in sorted(adjectives)}
    lands = {
        f"{code}-": _land(code, nouns[by_stem[code][0]] if by_stem[code] else "", shown.get(code))
        for code in sorted(clear)
    }
    return Nations(
        lands,
        {word: f"{stem(word)}-" for word in sorted(nouns) if stem(word) in clear},
        {word: f"{stem(word)}-" for word in sorted(adjectives) if stem(word) in clear},
    )


def _land(code: str, name: str, adjective: str | None) -> Country:
    name = name or adjective or code
    return Country(f"{code}-", name, (adjective or name,), "", 0.0, 0.0, (), ())


def _nouns(sentences: Sequence[Tokens], no_nations: frozenset[str]) -> dict[str, str]:
    """Return the names of one word that may be those of states, by their canonical form."""
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens in sentences:
        for at, token in enumerate(tokens):
            if _is_name(token) and _stands_alone(tokens, at):
                shown[canonical(token.text)][token.text] += 1
                labels[canonical(token.text)][token.entity] += 1
    return {
        word: forms.most_common(1)[0][0]
        for word, forms in shown.items()
        if _may_be_state(word, no_nations) and labels[word].most_common(1)[0][0] != "PERSON"
    }


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.isalpha() and token.pos == "PROPN"


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Tell whether a name is no part of a longer one and no adjective or kind of people."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (before.text in {"The", "the", "-"} or _is_name(before)):
        return False
    return after is None or not (_is_name(after) or after.tag in {"NN", "NNS", "HYPH"})


def _may_be_state(word: str, no_nations: frozenset[str]) -> bool:
    if len(word) <= _SHORTEST or word in _NO_STATES or word in no_nations or noun(word):
        return False
    if countries.named(word) or countries.demonym(word) or countries.capital(word):
        return False
    return all(
        place.kind == "city" and place.population < gazetteer.LARGE
        for place in gazetteer.places_named(word)
    )


def _before(sentences: Sequence[Tokens], no_nations: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield each capitalised word before an institution, the strong ones last."""
    found = (
        (canonical(one.text), _kind(tokens, at + 1))
        for tokens in sentences
        for at, one in enumerate(tokens[:-1])
        if _is_adjective(tokens, at)
    )
    kept = ((word, kind) for word, kind in found if kind is not None)
    yield from sorted(pair for pair in kept if _may_be_state(pair[0], no_nations))


def _is_adjective(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is capitalised because it is a name: not "Civilian" at the start."""
    token = tokens[at]
    named = token.pos == "PROPN" or bool(token.entity) or at > 0
    return token.text[:1].isupper() and token.text.isalpha() and named


def _owners(sentences: Sequence[Tokens]) -> Iterator[tuple[str, bool]]:
    """Yield each owner of an institution ("Urvia's army"), and whether only states have it."""
    for tokens in sentences:
        for at in range(len(tokens) - 2):
            if is_possessive(tokens[at + 1]) and (kind := _kind(tokens, at + 2)) is not None:
                yield canonical(tokens[at].text), kind


def _kind(tokens: Tokens, at: int) -> bool | None:
    """Return whether the noun from `at` on is one that only states have; None for no institution.

    Up to two words may stand before it: "foreign", "border".
    """
    for size in (1, 2, 3):
        words = [t.text for t in tokens[at : at + size]]
        if len(words) < size or not all(word.isalpha() for word in words):
            return None
        entry = noun(" ".join(words[-2:])) or noun(words[-1])
        if entry is not None and entry.kind in INSTITUTIONS | {NounKind.ROLE}:
            return _only_of_states(entry.form, entry.family)
        if entry is None and words[-1].casefold() in _MINISTERS:
            return True
    return None


def _only_of_states(form: str, family: str) -> bool:
    return form in _MINISTERS or (family in _OF_STATES and form not in _OF_ANYBODY)


def _neighbours(sentences: Sequence[Tokens]) -> Iterator[str]:
    """Yield the names after "neighbouring" and "border with"."""
    for tokens in sentences:
        for at, token in enumerate(tokens[1:], 1):
            before = [t.text.casefold() for t in tokens[max(0, at - 2) : at]]
            if before[-1] in {"neighbouring", "neighboring"} or before == ["border", "with"]:
                yield canonical(token.text)
