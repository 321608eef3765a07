"""States that no table has: "Urvia" and "the Urvian army", known by how their names are used."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from kg.model import Article, Token
from kg.resolve import countries, gazetteer
from kg.resolve.countries import Country
from kg.resolve.nouns import INSTITUTIONS, Noun, NounKind, noun
from kg.resolve.segments import Tokens, is_possessive
from kg.resolve.wording import canonical

_NAMESAKES = (
    (
        {"congo": "CG", "congolese": "CG"},
        re.compile("Brazzaville"),
        re.compile(r"Kinshasa|\bDR Congo|\bDRC\b|Democratic Republic"),
    ),
    (
        {"georgia": "US"},
        re.compile(r"\bRepublican|\bDemocrats?\b|Atlanta|\bGa\.|Alabama|Carolina|Florida"),
        re.compile(r"Tbilisi|Georgian\b|Saakashvili|Ossetia|Abkhazia|[Pp]rime minister|parliament"),
    ),
)
"""Words that mean another country than by themselves, what tells so and what against it."""
_ENDING = re.compile(r"(?:ians?|eans?|ans?|ese|ish|ers?|is?|ia|ea|a|e|o|y)$")
_ADJECTIVE = re.compile(r"(?:an|i|ese|ish)$")
_SHORTEST = 3
_OF_STATES = frozenset({"military", "navy", "air force", "parliament", "ministry"})
"""Organs that only states have, but for the nouns of `_OF_ANYBODY`, said of movements, too."""
_OF_ANYBODY = frozenset({"fighter", "combatant", "commando", "artillery", "infantry", "department"})
_ONLY_STATES = frozenset({"minister", "prime minister", "premier", "border", "frontier"})
_ARMS = frozenset(
    "post outpost drone aircraft jet warplane helicopter tank warship territory soil airspace"
    " position checkpoint".split()
)
MOVEMENTS = frozenset(
    "african arab asian baltic caribbean catalan christian european flemish houthi indian kashmiri"
    " kurdish latin muslim nazi nordic ottoman palestinian puritan roman scandinavian scottish"
    " soviet sufi taliban talibani welsh wahhabi bavarian sicilian chechen english fatah hamas"
    " hezbollah isis wagner hizbollah republican democratic capitol congress parliament".split()
)
"""Peoples, faiths, regions and movements, whose armed men and governments are of no state."""


class Sign(IntEnum):
    """How strongly a noun shows that its owner is a state: an office, forces, an army."""

    OFFICE = 1
    ARMED = 2
    STATE = 3
    MINISTRY = 4


@dataclass(frozen=True, slots=True)
class Nations:
    """The states of one article, those that no table has among them.

    `lands` maps the codes of these to what is known of them; a code is the stem that the name and
    the adjective share, with a hyphen, and so the same in every article. `nouns` and `adjectives`
    map canonical words to codes. `meant` maps the words that mean another country than they would
    by themselves.
    """

    lands: Mapping[str, Country] = field(default_factory=lambda: MappingProxyType({}))
    nouns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    adjectives: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    meant: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def named(self, words: str) -> str | None:
        """Return the code of the country that the words name."""
        key = canonical(words)
        return self.meant.get(key) or countries.named(words) or self.nouns.get(key)

    def demonym(self, words: str) -> str | None:
        """Return the code of the country that an adjective or a people's name belongs to."""
        key = canonical(words)
        own = self.adjectives.get(key) or self.adjectives.get(key.removesuffix("s"))
        return self.meant.get(key) or countries.demonym(words) or own

    def land(self, code: str) -> Country | None:
        """Return what is known of a country."""
        return countries.countries().get(code) or self.lands.get(code)


def namesakes(article: Article) -> Mapping[str, str]:
    """Return the words by which an article means another country: the two Congos, by code."""
    told = f"{article.dateline or ''}\n{article.text}"
    meant = (
        words for words, own, others in _NAMESAKES if own.search(told) and not others.search(told)
    )
    return {word: code for words in meant for word, code in words.items()}


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
    one that only states have, or when the adjective of its stem stands before any institution;
    beside a state, what has forces, posts or a border is one, too.
    """
    nouns, people = _nouns(sentences, no_nations)
    stems = {stem(word) for word in nouns}
    before = dict(_before(sentences, no_nations, stems))
    owners = {word: sign for word, sign in _owners(sentences) if word in nouns}
    forms = {w: s for w, s in before.items() if _ADJECTIVE.search(w) and w not in nouns}
    adjectives = {w for w, sign in forms.items() if sign >= Sign.STATE or stem(w) in stems}
    least = {w: Sign.MINISTRY if w in people else Sign.STATE for w in owners}
    codes = {stem(w) for w in adjectives} | {stem(w) for w in owners if owners[w] >= least[w]}
    if codes:
        adjectives |= {w for w, sign in forms.items() if sign >= Sign.ARMED}
        beside = {w for w, sign in owners.items() if sign >= Sign.ARMED}
        beside |= {w for w in _neighbours(sentences) if w in nouns}
        codes |= {stem(w) for w in adjectives | beside}
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


def _nouns(
    sentences: Sequence[Tokens], no_nations: frozenset[str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return the names of one word that may be those of states, and those read as people's."""
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens in sentences:
        for at, token in enumerate(tokens):
            if _is_name(token) and _stands_alone(tokens, at):
                shown[canonical(token.text)][token.text] += 1
                labels[canonical(token.text)][token.entity] += 1
    people = {word for word, seen in labels.items() if seen.most_common(1)[0][0] == "PERSON"}
    nouns = {
        word: forms.most_common(1)[0][0]
        for word, forms in shown.items()
        if _may_be_state(word, no_nations)
    }
    return nouns, frozenset(people)


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
    if len(word) <= _SHORTEST or word in MOVEMENTS or word in no_nations or noun(word):
        return False
    if countries.is_land(word):
        return False
    return all(
        place.kind == "city" and place.population < gazetteer.LARGE
        for place in gazetteer.places_named(word)
    )


def _before(
    sentences: Sequence[Tokens], no_nations: frozenset[str], stems: set[str]
) -> Iterator[tuple[str, Sign]]:
    """Yield each capitalised word before an institution, the strongest signs last."""
    found = (
        (canonical(one.text), _sign(tokens, at + 1) or _thing(tokens[at + 1]))
        for tokens in sentences
        for at, one in enumerate(tokens[:-1])
        if _is_adjective(tokens, at, stems)
    )
    kept = ((word, sign) for word, sign in found if sign is not None)
    yield from sorted(pair for pair in kept if _may_be_state(pair[0], no_nations))


def _thing(token: Token) -> Sign | None:
    return Sign.OFFICE if token.tag in {"NN", "NNS"} and token.text.islower() else None


def _is_adjective(tokens: Tokens, at: int, stems: set[str]) -> bool:
    """Tell whether a word is capitalised because it is a name: not "Civilian" at the start."""
    token = tokens[at]
    named = token.pos == "PROPN" or bool(token.entity) or at > 0 or stem(token.text) in stems
    return token.text[:1].isupper() and token.text.isalpha() and named


def _owners(sentences: Sequence[Tokens]) -> Iterator[tuple[str, Sign]]:
    """Yield each owner of an institution ("Urvia's army"), the strongest signs last."""
    found = (
        (canonical(tokens[at].text), _sign(tokens, at + 2))
        for tokens in sentences
        for at in range(len(tokens) - 2)
        if is_possessive(tokens[at + 1])
    )
    yield from sorted((word, sign) for word, sign in found if sign is not None)


def _sign(tokens: Tokens, at: int) -> Sign | None:
    """Return what the noun from `at` on shows; None for no institution.

    Up to two words may stand before it: "foreign", "border".
    """
    for size in (1, 2, 3):
        words = [t.text.casefold() for t in tokens[at : at + size]]
        if len(words) < size or not all(word.isalpha() for word in words):
            return None
        if words[-1] in _ONLY_STATES:
            return Sign.STATE
        if words[-1].removesuffix("s") in _ARMS or words[-1] in _ARMS:
            return Sign.ARMED
        entry = noun(" ".join(words[-2:])) or noun(words[-1])
        if entry is not None and entry.kind in INSTITUTIONS | {NounKind.ROLE}:
            return _shown_by(entry)
    return None


def _shown_by(entry: Noun) -> Sign:
    if entry.form in _ONLY_STATES:
        return Sign.STATE
    if entry.family in {"ministry", "parliament"} and entry.form not in _OF_ANYBODY:
        return Sign.MINISTRY
    if entry.family in _OF_STATES and entry.form not in _OF_ANYBODY:
        return Sign.STATE
    return Sign.ARMED if entry.kind is NounKind.FORCE else Sign.OFFICE


def _neighbours(sentences: Sequence[Tokens]) -> Iterator[str]:
    """Yield the names after "neighbouring" and "border with"."""
    for tokens in sentences:
        for at, token in enumerate(tokens[1:], 1):
            before = [t.text.casefold() for t in tokens[max(0, at - 2) : at]]
            if before[-1] in {"neighbouring", "neighboring"} or before == ["border", "with"]:
                yield canonical(token.text)
