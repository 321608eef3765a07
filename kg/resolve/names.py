"""The proper names of one article: full names, surnames, abbreviations, and who governs what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from kg.model import Document, Token
from kg.resolve import countries
from kg.resolve.nations import Nations, namesakes, nations
from kg.resolve.nouns import (
    NounKind,
    is_body,
    is_firm,
    is_person,
    is_plural,
    is_speaker,
    is_title,
    noun,
)
from kg.resolve.rulers import rulers
from kg.resolve.segments import (
    Tokens,
    ends_given_name,
    is_closed,
    is_possessive,
    joined,
    joins_name,
    owned_in_name,
)
from kg.resolve.wording import canonical, incorporated

_PARTICLES = frozenset("al bin bint de del della da dos du van von der den el ul ibn i e".split())
_DATED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_LONGEST_SHORT = 9
_HOLDING_ON = frozenset(
    "commission committee council board authority office institute centre center conference"
    " convention panel coalition alliance campaign network agency".split()
)
"""Bodies whose name tells on what they work: "Commission on Human Rights"."""
_WITHIN = frozenset({"in", "near", "outside", "around", "across"})
_HELD = frozenset("share stake investment confidence trust interest faith stock holding".split())
"""What one has in a company, not in a town."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TIMES = frozenset(
    "January February March April June July August September October November December Easter"
    " Christmas".split()
)
_PEOPLES = ("ans", "ites")
"""Endings of what the people of a place are called: "Ohioans"."""
_HONORIFICS = frozenset("mr mrs ms miss dr prof sir".split())
_TOLD = 3
"""How many words of the name finder a title or a role beside a name outvotes."""

_SAYING = frozenset(
    "say tell add deny call put accuse reject describe insist claim warn note argue blame"
    " acknowledge admit estimate announce reply ask promise urge confirm believe think explain"
    " suggest concede maintain recall declare respond counter allege stress".split()
)
"""What somebody does who speaks, by lemma."""
_BEFORE_THINGS = _WITHIN | frozenset("the on at from".split())
"""What stands before the names of places and bodies, not before a surname alone."""
_OF_FIRMS = frozenset(
    "shares stock plant plants mine mines terminal factory factories refinery shareholders"
    " headquarters profits revenue subsidiary".split()
)
"""What firms have, not people."""
_KIN = frozenset(
    "wife husband brother sister mother father son daughter uncle aunt cousin widow widower niece"
    " nephew grandmother grandfather girlfriend boyfriend".split()
)
"""Nouns of kin, beside which a given name stands alone."""
_FIRM_OR_PERSON = frozenset(
    "operator importer exporter supplier maker producer packer contractor distributor publisher"
    " manufacturer retailer employer".split()
)
"""Nouns by which a firm is called, and a man: "a fruit importer"."""
_SHORTEST_SURNAME = 4
_UNTOLD = frozenset({"PERSON", "", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE"})
"""What the name finder calls surnames that it does not know."""
_DESCRIPTION = 10
_DEEPEST = 3
"""Tokens behind a name that may describe it, and prepositions followed up to a noun."""
_ENDING_DESCRIPTION = frozenset({"ADP", "PUNCT", "VERB", "AUX", "PRON", "SCONJ"})

_SOON = 30
"""Tokens within which a pronoun may still mean a name."""
_NEXT = 13
"""Tokens within which one who says something may speak of himself."""
_HE_OR_SHE = frozenset("he she his her him himself herself".split())
_PRONOUNS = _HE_OR_SHE | {"it", "its"}
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


@dataclass(frozen=True, slots=True)
class Naming:
    """One run of name tokens, and whether what stands around it shows a person.

    `told` is set where the text says so (a title, a role beside it), not the name finder.
    """

    tokens: Tokens
    person: bool | None
    told: bool = False

    @property
    def vote(self) -> int:
        """Return what this one says of the name: above 0 for a person's."""
        if self.person is None:
            return 0
        return (_TOLD if self.told else 1) * (1 if self.person else -1)

    @property
    def text(self) -> str:
        """Return the name as written."""
        return joined(self.tokens)


def names(document: Document) -> Names:
    """Collect the names of a document."""
    found = list(_namings(document))
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    votes: Counter[str] = Counter()
    for naming in found:
        key = canonical(naming.text)
        if key:
            spellings[key][naming.text] += 1
            votes[key] += naming.vote
    people = frozenset(key for key in spellings if votes[key] > 0)
    people |= _surnames(document, found) - {key for key in spellings if votes[key]}
    people |= _taken_for_bodies(document, found)
    told = {canonical(naming.text) for naming in found if naming.told and not naming.person}
    people |= _of_themselves(document, found) - told
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


def _surnames(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return single words that a person alone is called by: "he" or "she" follows one.

    The name finder takes too many organisations for people for its word alone to count.
    """
    seen: dict[str, list[Token]] = defaultdict(list)
    for naming in found:
        if len(naming.tokens) == 1:
            seen[canonical(naming.text)].append(naming.tokens[0])
    opening = {canonical(naming.tokens[0].text) for naming in found if len(naming.tokens) > 1}
    return frozenset(
        key
        for key, tokens in seen.items()
        if key
        and (
            any(_followed(document, token) for token in tokens)
            or (key not in opening and _speaks_alone(document, tokens))
        )
    )


def _of_themselves(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return the names of one word that say "he" or "she" of themselves."""
    alone = (naming.tokens[0] for naming in found if len(naming.tokens) == 1)
    untold = (token for token in alone if token.entity in _UNTOLD and not _is_land(token.text))
    spoken = (token for token in untold if _says(document, token) and _says_he(document, token))
    return frozenset(canonical(token.text) for token in spoken)


def _speaks_alone(document: Document, tokens: Sequence[Token]) -> bool:
    """Tell whether a bare name says something, and nothing that is told of it suits a body.

    Neither the name finder nor an article, a preposition of place or "it said" takes it for one.
    """
    plain = all(_may_be_surname(document, token) for token in tokens)
    return plain and any(_says(document, token) for token in tokens)


def _may_be_surname(document: Document, token: Token) -> bool:
    text = token.text
    written = text.isalpha() and text[1:].islower() and len(text) >= _SHORTEST_SURNAME
    before = document.tokens[token.index - 1].text if token.index else ""
    after = document.tokens[token.index + 1 : token.index + 3]
    owns_or_joins = bool(after) and (after[0].text == "-" or after[0].pos in {"NOUN", "PROPN"})
    owns_or_joins |= len(after) > 1 and is_possessive(after[0]) and is_speaker(after[1].text)
    placed = before.casefold() in _BEFORE_THINGS
    known = noun(text) is not None or token.pos != "PROPN"
    person = token.entity in _UNTOLD
    return (
        written and person and not (placed or owns_or_joins or known or _said_it(document, token))
    )


def _says(document: Document, token: Token) -> bool:
    verb = document.tokens[token.head]
    return token.dep.startswith("nsubj") and verb.lemma.casefold() in _SAYING


def _says_he(document: Document, token: Token) -> bool:
    """Tell whether a name says something of himself or herself: "Brito said he had"."""
    after = document.tokens[token.index + 1 : token.index + _NEXT]
    until = list(takewhile(lambda t: t.pos != "PROPN" and t.text not in {".", "\n"}, after))
    return any(t.text.casefold() in {"he", "she"} for t in until)


def _said_it(document: Document, token: Token) -> bool:
    """Tell whether a name says something of itself as of a thing: "Norda denied that it had"."""
    after = [t.text.casefold() for t in document.tokens[token.index + 1 : token.index + _NEXT]]
    until = after[: after.index(".")] if "." in after else after
    return next((word for word in until if word in _PRONOUNS), "") in {"it", "its"}


def _followed(document: Document, name: Token) -> bool:
    """Tell whether a name acts, is taken for a person's, and "he" or "she" comes soon after it."""
    return name.entity == "PERSON" and _then_he_or_she(document, name, _of_person)


def _taken_for_bodies(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return names of two words and more that the name finder takes for no person's, but which are.

    They act, are said to be of a body, call none by a noun ("... Union"), and "he" or "she" follows
    before anybody else.
    """
    return frozenset(
        canonical(naming.text)
        for naming in found
        if len(naming.tokens) > 1
        and _is_of_somewhere(document, naming.tokens[-1])
        and not _is_land(naming.text)
        and not any(noun(token.text) or countries.named(token.text) for token in naming.tokens)
        and not (is_firm(naming.text) or any(token.text.isupper() for token in naming.tokens))
        and _then_he_or_she(document, naming.tokens[-1], _of_anybody)
    )


def _is_of_somewhere(document: Document, name: Token) -> bool:
    after = document.tokens[name.index + 1 : name.index + 2]
    return bool(after) and after[0].text in {"of", "from", "with"}


def _is_land(words: str) -> bool:
    """Tell whether words are those of a country, its people, or its capital."""
    return bool(countries.named(words) or countries.demonym(words) or countries.capital(words))


def _of_person(token: Token) -> bool:
    return token.entity == "PERSON"


def _of_anybody(token: Token) -> bool:
    return _of_person(token) or _is_role(token)


def _then_he_or_she(document: Document, name: Token, of_another: Callable[[Token], bool]) -> bool:
    """Tell whether a name acts and "he" or "she" comes soon after it, before another person."""
    after = document.tokens[name.index + 1 : name.index + _SOON]
    others = next((i for i, token in enumerate(after) if of_another(token)), len(after))
    followed = any(token.text.lower() in _HE_OR_SHE for token in after[:others])
    return name.dep.startswith("nsubj") and followed


def _located(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return the names that something happens in and that do nothing."""
    placed: set[str] = set()
    acting: set[str] = set()
    for naming in found:
        last = naming.tokens[-1]
        before = document.tokens[last.head]
        if last.dep == "pobj" and before.text.casefold() in _WITHIN:
            holder = document.tokens[before.head].lemma.casefold()
            (acting if holder in _HELD else placed).add(canonical(naming.text))
        elif last.dep in {"nsubj", "nsubjpass", "agent"}:
            acting.add(canonical(naming.text))
    return frozenset(placed - acting)


def _parts_of(people: frozenset[str]) -> frozenset[str]:
    return frozenset(part for name in people for part in name.split())


def is_title_case(tokens: Tokens) -> bool:
    """Tell whether a headline is written in capitals throughout, so that they show no names."""
    words = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 3]
    if any(t.text in {".", ".”", '."'} for t in tokens[-2:]):
        return False
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _namings(document: Document) -> Iterator[Naming]:
    for start, end in document.sentences:
        tokens = document.tokens[start:end]
        if not is_title_case(tokens):
            for low, high in _runs(tokens):
                yield from _naming(tokens, low, high)


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tokens):
        if not _starts_name(tokens[at]):
            at += 1
            continue
        end = at + 1
        while (grown := _grown(tokens, end)) > end:
            end = grown
        yield at, end
        at = end


def is_weekday(token: Token) -> bool:
    """Tell whether a token names a day of the week, whatever the name finder says."""
    return token.text.casefold() in _WEEKDAYS


def works_on(before: Token, joining: Token) -> bool:
    """Tell whether "on" goes on with the name of a body: "Commission | on Human Rights"."""
    holds = before.text[:1].isupper() and before.text.casefold() in _HOLDING_ON
    return joining.text in {"on", "against"} and holds


def _starts_name(token: Token) -> bool:
    if is_weekday(token):
        return False
    capital = token.text[:1].isupper() and token.entity not in _DATED
    if token.text in _TIMES or (token.tag == "NNPS" and token.text.endswith(_PEOPLES)):
        return False
    compound = token.pos == "ADJ" and token.dep == "compound"
    return capital and (token.pos == "PROPN" or bool(token.entity) or compound)


def _grown(tokens: Tokens, end: int) -> int:
    """Return where a run goes on to: over a name token, or a particle or hyphen before one."""
    if end < len(tokens) and _starts_name(tokens[end]):
        return end + 1
    if ends_given_name(tokens, end + 1):
        return end + 2
    at = end
    while at < len(tokens) and at < end + 3 and _joins(tokens, at):
        at += 1
    return at + 1 if end < at < len(tokens) and _starts_name(tokens[at]) else end


def _joins(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.text in {"-", "–"}:
        return tokens[at - 1].span.end == token.span.start
    if is_possessive(token):
        return owned_in_name(tokens, at)
    if works_on(tokens[at - 1], token):
        return True
    if token.text == "and" and joins_name(tokens, at):
        return True
    if token.text in {"of", "for", "and", "the"}:
        entry = noun(tokens[at - 1].text)
        organised = entry is not None and entry.kind is not NounKind.ROLE
        return bool(token.entity) or (organised and token.text != "and")
    return token.text in _PARTICLES


def _naming(tokens: Tokens, low: int, high: int) -> Iterator[Naming]:
    """Yield the name in a run, without the title before it."""
    starts = (at for at in range(high - 1, low, -1) if _ends_title(tokens, at, high))
    cut = next(starts, low)
    while high > cut and _is_role(tokens[high - 1]):
        high -= 1
    run = tokens[cut:high]
    if not run or _only_opens(tokens, cut, high) or len(joined(run)) < 2:
        return
    last = noun(run[-1].text)
    if is_firm(joined(run)):
        yield Naming(run, person=False, told=True)
    elif last is not None and last.kind is not NounKind.ROLE:
        yield Naming(run, person=False)
    elif _told_body(tokens, cut, high):
        yield Naming(run, person=False, told=True)
    elif _told_person(tokens, low, cut, high):
        yield Naming(run, person=True, told=True)
    else:
        yield Naming(run, _is_person(tokens, cut, high))


def _only_opens(tokens: Tokens, cut: int, high: int) -> bool:
    """Tell whether a word has its capital from the start of a sentence: "Hospital officials"."""
    if high - cut > 1 or any(t.pos != "PUNCT" for t in tokens[:cut]):
        return False
    token, after = tokens[cut], tokens[high : high + 1]
    goes_on = bool(after) and after[0].text.islower() and after[0].pos == "NOUN"
    common = noun(token.text) is not None or (after[:1] and after[0].entity == token.entity != "")
    return token.pos == "NOUN" or (goes_on and bool(common))


def _ends_title(tokens: Tokens, at: int, high: int) -> bool:
    """Tell whether a title ends before a token: not in "General Electric", one organisation.

    What stands before the name of a person and is no part of it is a title, whatever its words.
    """
    if _person_begins(tokens, at, high):
        return True
    if is_body(tokens[high - 1].text) and tokens[at - 1].text[:1].isupper():
        return False
    last = tokens[at - 1]
    if last.text.islower():
        entry = noun(last.text)
        return _is_role(last) or (entry is not None and entry.kind is NounKind.ORG)
    organised = last.entity == tokens[at].entity == "ORG"
    return _is_role(last) and (not organised or _serves(last, tokens[at:high]))


def _serves(title: Token, rest: Tokens) -> bool:
    """Tell whether "Ms" or a title of one who heads nothing stands before a name of no body."""
    if title.text.casefold().rstrip(".") in _HONORIFICS:
        return True
    entry = noun(title.text)
    of_body = any(is_body(token.text) for token in rest)
    private = entry is not None and entry.family == "private"
    return private and len(rest) > 1 and not of_body


def _person_begins(tokens: Tokens, at: int, high: int) -> bool:
    named = high - at > 1 and all(t.entity == "PERSON" for t in tokens[at:high])
    before = tokens[at - 1]
    return named and before.entity != "PERSON" and before.text.isalpha()


def _is_role(token: Token) -> bool:
    """Tell whether a word may be the title of one person: "workers" may not."""
    entry = noun(token.text)
    if entry is None:
        return is_title(token.text)
    return entry.kind is NounKind.ROLE and not is_plural(token)


def _told_person(tokens: Tokens, low: int, cut: int, high: int) -> bool:
    """Tell whether a title or a role shows a person: "Major X", "nurse X", "the nurse, X Y,"."""
    before = tokens[low - 1] if low else None
    called = before is not None and before.text.islower() and _is_role(before)
    beside = _beside_role(tokens, low, high) or _apposed_to_person(tokens, low, high)
    return called or beside or _entitled(tokens, low, cut)


def _apposed_to_person(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a name is that of "a nurse at the ward, X Y" or "his wife, X"."""
    name, first = tokens[high - 1], tokens[0].index
    if name.dep != "appos" or not is_closed(tokens, high):
        return False
    heads = list(_governors(tokens, name.head - first))
    if high - low < 2 and not any(t.text in _KIN for t in heads[:1]):
        return False
    organised = any(map(_is_of_body, tokens[low:high]))
    return any(t.text.islower() and is_person(t) for t in heads) and not organised


def _has_its(tokens: Tokens, high: int) -> bool:
    """Tell whether a name has what firms have: "X Y said its", "X Y's shares"."""
    after = tokens[high : high + 4]
    owned = {t.text.casefold() for t in after[1:3]}
    if after and is_possessive(after[0]):
        return not owned.isdisjoint(_OF_FIRMS)
    speaks = bool(after) and after[0].lemma in _SAYING
    return speaks and [t.text for t in after[1:3] if t.text != "that"][:1] == ["its"]


def _apposed_to_body(tokens: Tokens, high: int) -> bool:
    """Tell whether a name is that of "the contractor, X", and not of "its lawyer, X"."""
    name = tokens[high - 1]
    apposed = name.dep == "appos" and is_closed(tokens, high)
    heads = list(_governors(tokens, name.head - tokens[0].index)) if apposed else []
    return bool(heads) and _is_organisation(heads[0]) and not any(map(is_person, heads[1:]))


def _is_of_body(token: Token) -> bool:
    """Tell whether a word of a name is a noun for bodies or an abbreviation: "SLN-Est"."""
    return is_body(token.text) or (
        len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
    )


def _governors(tokens: Tokens, at: int) -> Iterator[Token]:
    """Yield a noun, and those that it follows with a preposition: "company", "lawyer" for it."""
    first = tokens[0].index
    for _ in range(_DEEPEST):
        if not 0 <= at < len(tokens):
            return
        yield tokens[at]
        if tokens[at].dep != "pobj" or not 0 <= tokens[at].head - first < len(tokens):
            return
        at = tokens[tokens[at].head - first].head - first


def _told_body(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a noun shows a body: "refiner X", "X, which", "X, the largest firm in Lima"."""
    before = tokens[low - 1] if low else None
    if before is not None and before.text.islower() and _is_organisation(before):
        return True
    if _apposed_to_body(tokens, high) or (high - low > 1 and _has_its(tokens, high)):
        return True
    after = tokens[high : high + _DESCRIPTION]
    if len(after) < 2 or after[0].text != ",":
        return False
    described = list(takewhile(lambda t: t.pos not in _ENDING_DESCRIPTION, after[1:]))
    whole = bool(described) and described[0].tag == "DT" and not any(map(_is_role, described))
    then = after[len(described) + 1 :][:1]
    told_by = bool(then) and (then[0].text == "who" or then[0].lemma in _SAYING)
    either = whole and described[0].text != "the" and described[-1].text in _FIRM_OR_PERSON
    organised = whole and not (told_by or either) and _is_organisation(described[-1])
    return after[1].text == "which" or organised


def _is_organisation(token: Token) -> bool:
    entry = noun(token.text)
    return entry is not None and entry.kind is NounKind.ORG and not is_plural(token)


def _beside_role(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a name of two words stands between commas behind a role: "the nurse, X Y,"."""
    if high - low < 2 or low < 2 or tokens[low - 1].text != ",":
        return False
    role = tokens[low - 2]
    organised = any(map(_is_of_body, tokens[low:high]))
    return is_closed(tokens, high) and role.text.islower() and _is_role(role) and not organised


def _is_person(tokens: Tokens, cut: int, high: int) -> bool | None:
    run = tokens[cut:high]
    text = joined(run)
    if countries.named(text) or countries.demonym(text) or countries.capital(text):
        return False
    if _apposed_role(tokens, high):
        return len(run) > 1 or _is_described(tokens, high) or None
    labels = Counter(t.entity for t in run)
    label = labels.most_common(1)[0][0]
    if label == "PERSON":
        return True if len(run) > 1 else None
    return False if label in {"ORG", "NORP"} else None


def _entitled(tokens: Tokens, low: int, cut: int) -> bool:
    """Tell whether a person's title ends before `cut`: not "company" in "dairy company Lactona"."""
    return cut > low and (_is_role(tokens[cut - 1]) or is_title(tokens[cut - 1].text))


def _is_described(tokens: Tokens, at: int) -> bool:
    """Tell whether a name of one word that acts is "X, the director", not "X, whose director"."""
    name, after = tokens[at - 1], tokens[at + 1 : at + 2]
    return name.dep.startswith("nsubj") and bool(after) and after[0].tag == "DT"


def _apposed_role(tokens: Tokens, at: int) -> bool:
    """Tell whether ", a dockers' leader", ", 43," or ", who" follows."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return False
    following = tokens[at + 1 : at + 8]
    if following[0].tag == "CD" or following[0].text == "who":
        return True
    stop = next((i for i, t in enumerate(following) if t.text == "," or t.pos == "VERB"), 7)
    return any(_is_role(t) and t.text.islower() for t in following[:stop])


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
