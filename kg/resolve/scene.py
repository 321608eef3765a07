"""What is known while an article is read from left to right: names, actors, who was spoken of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kg.model import ActorType, BlockKind, Document, Extraction, Location, Span, Statement, Token
from kg.resolve import countries, gazetteer
from kg.resolve.names import Names
from kg.resolve.nations import Nations
from kg.resolve.phrases import Phrase
from kg.resolve.register import Draft, Key, Register
from kg.resolve.segments import joined, tokens_in
from kg.resolve.towns import only_town
from kg.resolve.wording import canonical

FUNCTION_WORDS = frozenset({"us", "it", "in", "is", "as", "no", "so"})
"""Lower-case words that are also country codes or names when written with capitals."""

MEMORY = 300
"""Mentions that are looked back over; keeps long texts linear."""
FILED = 2
"""How often the country counts that the article was filed from, or its outlet is called after."""
_ONLY = 10
"""How many times as large as its namesakes a city is that a dateline means without its country."""
LEAD = 3
"""How often a country counts in the first paragraph, which says what an article is about."""


@dataclass(frozen=True, slots=True)
class Seen:
    """That the tokens [start, end) with head `head` denote an actor.

    `subject` says that it stands where the one who acts or speaks stands.
    """

    head: int
    start: int
    end: int
    key: Key
    sentence: int
    block: int
    subject: bool


@dataclass(slots=True)
class Scene:
    """One article while it is read.

    `sentence` and `block` go by token index; `countries` are those spoken of, most often first,
    `home` the first if it stands out, `town` the only town that it plays in; `seen` is in the order
    of the heads; `voiced` are the tokens of the sources of statements, `told` those of contents;
    `filed` says that `home` is only where the report was filed from, in an article of several
    countries.
    """

    document: Document
    names: Names
    statements: tuple[Statement, ...]
    sentence: tuple[int, ...]
    block: tuple[int, ...]
    home: str | None
    countries: tuple[str, ...]
    town: str | None = None
    register: Register = field(default_factory=Register)
    seen: list[Seen] = field(default_factory=list)
    places: dict[str, Location] = field(default_factory=dict)
    voiced: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    filed: bool = False
    land: str | None = None

    @property
    def nations(self) -> Nations:
        """Return which names are states."""
        return self.names.nations

    def place(self) -> Key | None:
        """Return the town that the article plays in as one who owns."""
        return ("place", self.town, "", self.town) if self.town else None

    def before(self, index: int) -> list[Seen]:
        """Return what was spoken of before a token, the last few hundred mentions."""
        end = bisect_right(self.seen, index - 1, key=lambda s: s.head)
        return self.seen[max(0, end - MEMORY) : end]

    def government(self, code: str) -> Key:
        """Return who acts for a country: the state, or its ruling movement in this article."""
        state = self.register.state(code)
        ruler = self.names.rules.get(code)
        if ruler is None:
            return state
        shown = self.names.shown.get(ruler, ruler)
        return self.register.enter(Draft(("name", ruler), ActorType.ORGANISATION, shown, code))

    def realm(self, key: Key | None) -> str | None:
        """Return the country whose government or organ an actor is."""
        if key is None:
            return None
        if key[0] in {"state", "organ", "office"}:
            return key[1] if self.nations.land(key[1]) else None
        ruled = (code for code, ruler in self.names.rules.items() if key == ("name", ruler))
        return next(ruled, None)

    def hears(self, key: Key) -> bool:
        """Tell whether a key is that of the outlet, which hears what others say: "told X"."""
        if key[0] != "name":
            return False
        whole = canonical(self.document.article.outlet or "")
        if not (whole.startswith(f"{key[1]} ") or whole.endswith(f" {key[1]}")):
            return whole == key[1]
        told = rf"\btold (?:the )?{re.escape(key[1])}\b"
        return re.search(told, self.document.article.text, re.IGNORECASE) is not None

    def demonym(self, code: str) -> str:
        """Return the adjective of a country."""
        land = self.nations.land(code)
        return land.demonyms[0] if land else code

    def country(self, key: Key | None) -> str | None:
        """Return the country that an actor belongs to."""
        if key is not None and key[0] == "place":
            return key[2] or None
        draft = self.register.drafts.get(key) if key else None
        return self.realm(key) or (draft.code if draft else None)


def scene(document: Document, extraction: Extraction, names: Names) -> Scene:
    """Return the scene of a document, nothing spoken of yet."""
    sentence, block = [0] * len(document.tokens), [0] * len(document.tokens)
    starts = [b.span.start for b in document.article.blocks]
    for number, (start, end) in enumerate(document.sentences):
        for index in range(start, min(end, len(sentence))):
            sentence[index] = number
            block[index] = bisect_right(starts, document.tokens[index].span.start)
    counts = country_mentions(document, names)
    land = _land(document.article.dateline or "")
    central = home(counts)
    if central != land is not None and counts[central or ""] < LEAD:
        central = None
    spoken = tuple(sorted(counts, key=lambda code: (-counts[code], code)))
    return Scene(
        document,
        names,
        extraction.statements,
        tuple(sentence),
        tuple(block),
        central or _filed_from(document, counts),
        spoken,
        only_town(document, names),
        Register(names.nations),
        filed=central is None,
        land=land,
        voiced=_inside(document, (s.source for s in extraction.statements)),
        told=_inside(document, (s.content for s in extraction.statements)),
    )


def _inside(document: Document, parts: Iterable[tuple[Span, ...]]) -> frozenset[int]:
    return frozenset(
        token.index for spans in parts for span in spans for token in tokens_in(document, span)
    )


def country_mentions(document: Document, names: Names) -> Counter[str]:
    """Count how often each country is named, by its name, its people or its capital."""
    found: Counter[str] = Counter()
    end = _lead_end(document)
    tokens = document.tokens
    words = list(_country_words(names, tokens))
    told = {code for at, code in words if not _is_capital(names, tokens, at)}
    for at, code in words:
        meant = code if code in told else _elsewhere(tokens, at, told) or code
        found[meant] += LEAD if tokens[at].span.start < end else 1
    article = document.article
    filed = (_filed_in(article.dateline or "", told), _of_outlet(names, article.outlet or ""))
    for place in filed:
        if place is not None:
            found[place] += FILED
    return found


def _is_capital(names: Names, tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether it is by its capital that a country is named at a token."""
    nations, words = names.nations, (joined(tokens[at : at + 2]), tokens[at].text)
    return not any(nations.named(word) or nations.demonym(word) for word in words)


def _elsewhere(tokens: tuple[Token, ...], at: int, told: AbstractSet[str]) -> str | None:
    """Return the one country told of that has a town called like the capital at a token."""
    if tokens[at].dep.startswith("nsubj"):
        return None
    return _town_of(joined(tokens[at : at + 2]), told) or _town_of(tokens[at].text, told)


def _town_of(words: str, told: AbstractSet[str]) -> str | None:
    """Return the one country told of that has a town of that name, not far smaller than another."""
    places = gazetteer.places_named(words)
    largest = max((place.population for place in places), default=0)
    there = {c for p in places if p.population * _ONLY >= largest for c in p.countries}
    found = sorted(there.intersection(told))
    return found[0] if len(found) == 1 else None


def _filed_in(dateline: str, told: AbstractSet[str]) -> str | None:
    """Return the country of a dateline: of its capital, or of a town of a country told of."""
    code = place_country(dateline)
    return code if code in told else _town_of(dateline, told) or code


def _land(dateline: str) -> str | None:
    """Return the country of a city that is ten times as large as any other of its name."""
    name = canonical(dateline)
    places = (p for p in gazetteer.places_named(dateline) if canonical(p.name) == name)
    found = sorted(places, key=lambda place: -place.population)
    if not found or found[0].population < gazetteer.LARGE or len(found[0].countries) != 1:
        return None
    abroad = (p.population for p in found[1:] if p.countries != found[0].countries)
    only = found[0].population >= _ONLY * max(abroad, default=0)
    return found[0].countries[0] if only else None


def _filed_from(document: Document, counts: Counter[str]) -> str | None:
    """Return the country that a report is filed from, if its text speaks of it, too.

    A report from one party's capital calls that party's "the army"; one from elsewhere neither's.
    """
    code = place_country(document.article.dateline or "")
    if code is not None:
        return code if counts[code] > FILED else None
    there = {country for place in _filed_at(document) for country in place.countries}
    spoken = sorted(there & counts.keys())
    return spoken[0] if len(spoken) == 1 else None


def _filed_at(document: Document) -> tuple[gazetteer.Place, ...]:
    """Return the places that the dateline may name: "Batken, Kyrgyzstan", "Khujand"."""
    parts = (document.article.dateline or "").split(",")
    return next(
        (found for part in reversed(parts) if (found := gazetteer.places_named(part.strip()))), ()
    )


def _of_outlet(names: Names, outlet: str) -> str | None:
    """Return the country that an outlet is called after: "Lima Gazette", "Times of Malta"."""
    words = outlet.split()
    parts = (words[at : at + size] for size in (2, 1) for at in range(len(words) - size + 1))
    found = (country_word(names.nations, " ".join(part)) for part in parts)
    return next((code for code in found if code), None)


def _lead_end(document: Document) -> int:
    """Return where the first paragraph ends."""
    blocks = (b for b in document.article.blocks if b.kind is BlockKind.PARAGRAPH)
    return next((min(b.span.end, b.span.start + 400) for b in blocks), 0)


def place_country(words: str) -> str | None:
    """Return the country of a country name or a capital."""
    return countries.named(words) or countries.capital(words)


def _country_words(names: Names, tokens: tuple[Token, ...]) -> Iterator[tuple[int, str]]:
    for at, token in enumerate(tokens):
        if token.text[:1].isupper() and not _of_person(names, tokens, at):
            pair = joined(tokens[at : at + 2])
            code = country_word(names.nations, pair) or country_word(names.nations, token.text)
            if code:
                yield at, code


def _of_person(names: Names, tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word is part of a person's name: "Sofia" in "Sofia Rand"."""
    pairs = (tokens[at : at + 2], tokens[max(0, at - 1) : at + 1])
    return any(len(pair) > 1 and names.bearer(joined(pair)) in names.people for pair in pairs)


def country_word(nations: Nations, words: str) -> str | None:
    """Return the country of a name, demonym or capital written with a capital letter."""
    if not words[:1].isupper() or (
        canonical(words) in FUNCTION_WORDS and not words.isupper() and "." not in words
    ):
        return None
    return nations.named(words) or nations.demonym(words) or countries.capital(words)


def home(counts: Counter[str]) -> str | None:
    """Return the country that an article is about: named at least twice as often as any other."""
    ranked = counts.most_common(2)
    if not ranked:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None


def demonym_in(nations: Nations, words: tuple[Token, ...]) -> tuple[str | None, tuple[Token, ...]]:
    """Return the country that modifiers name ("North Korean", "UK") and the words without it."""
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            text = joined(part)
            if not text[:1].isupper() or (
                canonical(text) in FUNCTION_WORDS and not text.isupper() and "." not in text
            ):
                continue
            code = nations.demonym(text) or nations.named(text)
            if code:
                return code, words[:at] + words[at + size :]
    return None, words


def words_of(phrase: Phrase) -> str:
    """Return the words of a phrase without determiner and owner."""
    return joined(phrase.words)


def span_of(tokens: tuple[Token, ...]) -> Span:
    """Return the span from the first to the last token."""
    return Span(tokens[0].span.start, tokens[-1].span.end)
