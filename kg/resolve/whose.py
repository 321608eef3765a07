"""Whose a phrase is: its owner, the body or country that modifies it or follows "of"."""

from __future__ import annotations

from kg.model import Token
from kg.resolve import antecedents, bearers, countries, gazetteer
from kg.resolve.apposition import described, head_noun
from kg.resolve.inquiry import Inquiry
from kg.resolve.nouns import INSTITUTIONS, OF_PLACES, Noun, NounKind, noun
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.register import Key
from kg.resolve.scene import Scene, demonym_in
from kg.resolve.segments import Tokens, joined

_NO_OWNERS = frozenset(
    "fighter fighters soldier soldiers troop troops combatant commando infantry authority".split()
)
"""Institutions that own nothing when they modify a noun: "fighter jets"."""
_OPPOSED = frozenset(
    "opponent rival critic challenger predecessor successor victim accuser enemy adversary foe"
    " attacker detractor killer counterpart".split()
)
"""Those who belong to nobody whose they are called."""
_BELONGING = frozenset({"of", "for", "with", "at", "from", "by"})
_HEADS_OF_BUSINESS = frozenset({"executive", "chairman", "chairwoman", "ceo", "cfo", "founder"})
_CHAIRING = frozenset({"chair", "chairperson", "director", "head", "chief"})
_OF_PORTFOLIOS = frozenset({"minister", "secretary", "ministry", "department"})
"""What is "for the Marine": no body with that name."""
_LOCAL_CHIEFS = frozenset({"chief", "commissioner"})
"""Those who head a force or a commission, or a people: none of the bodies that just acted."""
_LOCAL_BODIES = frozenset({"police", "fire service"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_PRINCIPALS = frozenset(
    "government state police army military opposition presidential ministry cabinet palace"
    " defence defense district deputy county provincial regional company rebel".split()
)
"""Modifiers that say for whom a spokesman speaks: no other body is to be looked for."""
_RANKS = frozenset("general colonel major brigadier lieutenant captain admiral marshal".split())
"""Ranks; who is called by one alone speaks for the only army that an article has named."""
NATIONAL = frozenset(
    "president premier minister chancellor king queen emir sultan envoy ambassador monarch".split()
)


def side(inquiry: Inquiry, phrase: Phrase) -> Key | None:
    """Return whose a phrase is, from what the phrase itself says; one's opponent is nobody's.

    A place that owns is ("place", name, country, the words of the text).
    """
    if _opposes((phrase.title or phrase.words)[-1]):
        return None
    if phrase.owner:
        return _owning(inquiry, phrase.owner)
    seat = _seated(inquiry.scene, phrase)
    if seat is not None and phrase.tail and all(t.text.islower() for t in phrase.modifiers):
        return seat
    found = _modifying(inquiry, phrase.title or phrase.words) or _following(inquiry, phrase.tail)
    if found is not None and _is_no_body(inquiry.scene, phrase, found):
        found = None
    found = found or seat
    if found is not None or not phrase.apposition:
        return found
    other = described(inquiry.scene, phrase)
    return side(inquiry.inside(), other) if other is not None and other != phrase else None


def _is_no_body(scene: Scene, phrase: Phrase, whose: Key) -> bool:
    """Tell whether a name is that of a portfolio ("the Marine") or a place ("Dhi Qar") instead."""
    entry = noun((phrase.title or phrase.words)[-1].text)
    placed = entry is not None and (entry.form in OF_PLACES or entry.form in _OF_PORTFOLIOS)
    if not placed or whose[0] != "name" or scene.realm(whose):
        return False
    return not scene.register.drafts[whose].forms


def _opposes(token: Token) -> bool:
    entry = noun(token.text)
    return (entry.form if entry else token.text.casefold()) in _OPPOSED


def implied(inquiry: Inquiry, phrase: Phrase, entry: Noun | None) -> Key | None:
    """Return whose "President Ruiz" or "chief executive Ruiz" is when the title does not say."""
    scene, index = inquiry.scene, phrase.head.index
    form, title = entry.form if entry is not None else "", phrase.title or phrase.words
    if form in NATIONAL:
        presides = _presided(scene, index) if form == "president" else None
        return presides or state_spoken_of(scene, index)
    if form in _RANKS:
        return antecedents.only_called(scene, "military", index)
    if form in _LOCAL_CHIEFS and len(title) == 1:
        return None if phrase.tail else antecedents.latest_called(scene, _LOCAL_BODIES, index)
    if form not in _HEADS_OF_BUSINESS | _SPEAKING | _CHAIRING or _tells_whose(title):
        return None
    acting = antecedents.last_acting_body(scene, index)
    if form not in _HEADS_OF_BUSINESS:
        return acting
    firm = antecedents.foremost_called(scene, {"business"}, index) or acting
    return firm or antecedents.only_body(scene, index, firm=True)


def _presided(scene: Scene, index: int) -> Key | None:
    """Return the company or union that spoke in this paragraph, whose president comes after it."""
    body = antecedents.last_acting_body(scene, index)
    if body is None or not scene.register.drafts[body].forms & {"business", "union"}:
        return None
    here = scene.block[index]
    acting = {s.key for s in scene.before(index) if s.subject and scene.block[s.head] == here}
    return body if body in acting and not any(map(scene.realm, acting)) else None


def _tells_whose(words: Tokens) -> bool:
    """Tell whether a title names whom one speaks for, known or not: "government spokesman"."""
    return any(t.text.casefold() in _PRINCIPALS or _institution(t) for t in words[:-1])


def owner(inquiry: Inquiry, phrase: Phrase) -> Key | None:
    """Return the actor whose a thing is; a country stands for its government."""
    key = side(inquiry.inside(), phrase)
    if key is None or key[0] == "place":
        return None
    return inquiry.scene.government(key[1]) if key[0] == "state" else key


def _owning(inquiry: Inquiry, tokens: Tokens) -> Key | None:
    return inquiry.inside(voice=True).one(tokens) or _place(inquiry.scene, tokens)


def _place(scene: Scene, tokens: Tokens) -> Key | None:
    if not tokens or scene.names.bearer(joined(tokens)) in scene.names.people:
        return None
    found = gazetteer.locate(tokens, gazetteer.Context(scene.countries))
    if found is None:
        return scene.place() if scene.town and joined(tokens) == scene.town else None
    code = found.countries[0] if found.countries else ""
    return ("place", found.name, code, joined(tokens))


def _modifying(inquiry: Inquiry, words: Tokens) -> Key | None:
    """Read "foreign ministry", "Reform Guard", "Peruvian" before a head noun."""
    if len(words) < 2:
        return None
    places = (i for i in range(len(words) - 2, -1, -1) if _institution(words[i]))
    at = next((i for i in places if not _in_compound(inquiry.scene, words[i])), None)
    if at is not None and (key := _modifying_body(inquiry, words[: at + 1])):
        return key
    named = bearers.modifying(inquiry.scene, words[:-1])
    if named is not None:
        return named
    code, rest = demonym_in(inquiry.scene.nations, words[:-1])
    if code is not None:
        return inquiry.scene.register.state(code)
    capitals = (t for t in rest if t.text[:1].isupper() and (t.pos == "PROPN" or t.entity))
    return _place(inquiry.scene, tuple(capitals))


def _institution(token: Token) -> bool:
    entry = noun(token.text)
    fits = entry is not None and entry.kind in INSTITUTIONS - {NounKind.FORCE}
    return fits and token.pos in {"NOUN", "PROPN"} and token.text.casefold() not in _NO_OWNERS


def _in_compound(scene: Scene, token: Token) -> bool:
    """Tell whether a word is joined to another by a hyphen: "party" in "third-party"."""
    around = scene.document.tokens[max(0, token.index - 1) : token.index + 2]
    return any(t.text in {"-", "–"} for t in around)


def _modifying_body(inquiry: Inquiry, words: Tokens) -> Key | None:
    """Read modifiers as "the ..."; a lone "military" is more often an adjective."""
    if len(words) == 1 and words[0].text == "military":
        return None
    within = inquiry.inside()
    wholes = (Phrase(p.words, "the", p.owner, p.title, p.name) for p in phrases(words))
    keys = {within.of(whole) for whole in wholes} - {None}
    return next(iter(keys)) if len(keys) == 1 else None


def _following(inquiry: Inquiry, tail: Tokens) -> Key | None:
    """Read "of Peru", "for the ministry", "at Hellweg Bank" after a noun."""
    if len(tail) < 2 or tail[0].text.casefold() not in _BELONGING:
        return None
    scene, words = inquiry.scene, tail[1:]
    code = next((c for size in (4, 3, 2, 1) if (c := _leading_country(scene, words, size))), None)
    if code is not None:
        return scene.register.state(code)
    known = any(scene.names.bearer(t.text) for t in words if t.text[:1].isupper())
    key = inquiry.inside().one(words) if known or any(map(_institution, words)) else None
    return key or _place(scene, words)


def _seated(scene: Scene, phrase: Phrase) -> Key | None:
    """Read the country of "the ministry in Lima", "the army in Peru", "In Lima, the ministry"."""
    entry = head_noun(phrase)
    if entry is None or not (entry.family in {"ministry", "military"} or _of_government(phrase)):
        return None
    code = _seat(scene, phrase)
    return scene.register.state(code) if code else None


def _of_government(phrase: Phrase) -> bool:
    """Tell whether somebody speaks or serves for a government or an army, whose is not said."""
    words = {token.text.casefold() for token in (phrase.title or phrase.words)[:-1]}
    return not words.isdisjoint({"government", "ministry", "army", "military"})


def _seat(scene: Scene, phrase: Phrase) -> str | None:
    """Return the country that a phrase says it sits in, or the sentence that it stands in."""
    if not phrase.tail or phrase.tail[0].text != "in":
        return _opening_capital(scene, phrase.head) if phrase.determiner == "the" else None
    place = phrase.tail[1:3]
    if not place or not place[0].text[:1].isupper():
        return None
    sizes = (size for size in (2, 1) if len(place) >= size and place[size - 1].text[:1].isupper())
    names = [joined(place[:size]) for size in sizes]
    capital = next((code for name in names if (code := countries.capital(name))), None)
    return _leading_country(scene, place, 1) or capital or _land_of_city(scene, place)


def _land_of_city(scene: Scene, place: Tokens) -> str | None:
    """Return the country of a city, if the article speaks of it."""
    found = gazetteer.locate(place, gazetteer.Context(scene.countries))
    codes = found.countries if found is not None else ()
    return codes[0] if len(codes) == 1 and codes[0] in scene.countries else None


def _opening_capital(scene: Scene, head: Token) -> str | None:
    """Return the country of the capital that opens a sentence before `head`: "In Lima, ..."."""
    start, _ = scene.document.sentences[scene.sentence[head.index]]
    opening = scene.document.tokens[start : min(start + 3, head.index)]
    words = [token.text for token in opening]
    placed = len(words) > 2 and (words[0], words[2]) == ("In", ",")
    return countries.capital(words[1]) if placed else None


def _leading_country(scene: Scene, tokens: Tokens, size: int) -> str | None:
    words = tokens[:size]
    if len(words) < size or not words[-1].text[:1].isupper():
        return None
    return scene.nations.named(joined(words))


def state_spoken_of(scene: Scene, index: int) -> Key | None:
    """Return the state of the actor that last acted or spoke in this paragraph, else the home.

    Where no country is one's own, the paragraph before counts, too; third countries never do.
    Who speaks is not looked for among those who act in what is said: the other side, as often.
    """
    told = scene.told if index in scene.voiced else frozenset()
    reach = 1 if scene.filed or not scene.home else 0
    for seen in reversed(scene.before(index)):
        if scene.block[index] - seen.block > reach:
            break
        if seen.subject and seen.head not in told and (code := scene.country(seen.key)):
            if _is_of_third(scene, seen.key, code):
                continue
            return scene.register.state(code)
    home = scene.home or scene.land
    return scene.register.state(home) if home else None


def _is_of_third(scene: Scene, key: Key, code: str) -> bool:
    """Tell whether one who acts is of none of the two countries spoken of most, or its embassy."""
    draft = scene.register.drafts[key]
    return code not in scene.countries[:2] or "embassy" in draft.forms
