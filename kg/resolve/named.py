"""Whom a proper name denotes: a government, a person with an office, an organisation."""

from __future__ import annotations

from dataclasses import replace

from kg.resolve import bearers, countries, gazetteer, people
from kg.resolve.apposition import apposed_noun, described, name_after
from kg.resolve.inquiry import Inquiry
from kg.resolve.namings import is_weekday
from kg.resolve.nouns import CRAFT, Noun, NounKind, is_body, is_firm, is_person, noun
from kg.resolve.phrases import Phrase
from kg.resolve.register import Key
from kg.resolve.scene import demonym_in
from kg.resolve.segments import joined
from kg.resolve.whose import NATIONAL, implied, side
from kg.resolve.wording import canonical

_CRAFT_PREFIXES = frozenset("MV M/V MS MT SS HMS USS USNS RMS INS FV HMAS".split())
_PEOPLE = ("ians", "ans", "ers", "ites")
_PARTISANS = frozenset("republicans libertarians unionists".split())
_GOVERNING = frozenset({"commission", "agency", "secretariat", "directorate", "service"})
"""What bodies called a state's own are a part of its government."""


def by_name(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return whom a proper name denotes here: a government, a person, an organisation."""
    scene, text = asked.scene, joined(phrase.name)
    if scene.nations.named(text) or scene.nations.demonym(text):
        return _of_country(asked, phrase)
    bearer = scene.names.bearer(text)
    if bearer in scene.names.people:
        return _called(asked, phrase)
    if code := countries.capital(text):
        house = not gazetteer.places_named(text)
        return scene.government(code) if asked.voice or house else None
    return None if _is_nobody(asked, phrase) else _other(asked, phrase, bearer)


def _is_nobody(asked: Inquiry, phrase: Phrase) -> bool:
    """Tell whether a name is that of a day, a craft, or of several people."""
    shared = canonical(joined(phrase.name)) in asked.scene.names.shared
    return shared or all(map(is_weekday, phrase.name)) or _is_craft(phrase)


def _other(asked: Inquiry, phrase: Phrase, bearer: str | None) -> Key | None:
    """Return the people of a place or the organisation that a name stands for."""
    if _inhabits(phrase):
        return people.group(asked.scene, phrase, None, None)
    if bearer is None:
        return _part_of_title_case(asked, phrase)
    if bearers.is_place(asked.scene, phrase.name):
        return called_after(asked, phrase) if asked.speaks else None
    return _organisation(asked, phrase)


def called_after(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return the one body of the article whose name begins with that of a place that speaks."""
    scene, word = asked.scene, canonical(joined(phrase.name))
    bodies = [name for name in scene.names.shown if name.startswith(f"{word} ")]
    found = [name for name in bodies if name not in scene.names.people]
    return bearers.body(scene, scene.names.shown[found[0]]) if len(found) == 1 else None


def _is_craft(phrase: Phrase) -> bool:
    """Tell whether a name is that of a ship or an aircraft: "MV Rupa", "the ferry Sela"."""
    called = phrase.name[0].text in _CRAFT_PREFIXES
    return called or any(t.text.casefold() in CRAFT for t in phrase.modifiers[-2:])


def _inhabits(phrase: Phrase) -> bool:
    """Tell whether a name is one for the people of a place: "Ohioans", "Londoners"."""
    head = phrase.head
    many = head.tag in {"NNPS", "NNS"} and head.text.endswith(_PEOPLE)
    return many and len(phrase.name) == 1 and head.text.casefold() not in _PARTISANS


def _of_country(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return the government of "Peru", the people of "Peruvians"."""
    scene, text = asked.scene, joined(phrase.name)
    if code := scene.nations.named(text):
        return scene.government(code)
    nation = scene.register.state(str(scene.nations.demonym(text)))
    many = phrase.plural or asked.voice
    return people.group(scene, phrase, None, nation) if many else None


def _organisation(asked: Inquiry, phrase: Phrase) -> Key:
    """Return an organisation; "Freedonian Reform Guard" is the one that rules Freedonia."""
    scene = asked.scene
    code, rest = demonym_in(scene.nations, phrase.name)
    ruler = scene.names.rules.get(code) if code else None
    if ruler and rest and scene.names.bearer(joined(rest)) == ruler:
        return bearers.body(scene, joined(rest))
    said = next((t.text for t in phrase.modifiers if t.text.islower() and noun(t.text)), None)
    key = bearers.body(scene, joined(phrase.name), apposed_noun(scene, phrase) or said)
    return _of_state(asked, phrase, key)


def _of_state(asked: Inquiry, phrase: Phrase, key: Key) -> Key:
    """Note whose country an organisation is from: "Sudan's Rapid Support Forces"."""
    whose = side(asked.inside(), phrase) if phrase.owner else None
    if whose is None or whose[0] != "state":
        return key
    scene = asked.scene
    draft = scene.register.drafts[key]
    governs = bool(draft.forms & _GOVERNING) and draft.part_of is None
    above = scene.government(whose[1]) if governs else draft.part_of
    return scene.register.enter(replace(draft, code=draft.code or whose[1], part_of=above))


def _part_of_title_case(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Read a name that stands only in a line of capitals: the longest part that is known."""
    scene = asked.scene
    for part in bearers.parts(phrase.name):
        text = joined(part)
        if bearer := scene.names.bearer(text):
            if bearer in scene.names.people:
                return _called(asked, Phrase(phrase.words, name=part))
            return None if bearers.is_place(scene, part) else bearers.body(scene, text)
        if code := scene.nations.named(text):
            return scene.government(code)
    return bearers.body(scene, joined(phrase.name)) if asked.voice else None


def _called(asked: Inquiry, phrase: Phrase) -> Key:
    """Return a person called by name, with the role of an apposition ("Ana Ruiz, the mayor")."""
    other = described(asked.scene, phrase)
    if other is None:
        return people.person(asked.scene, Phrase(phrase.words, name=phrase.name), None)
    titled = Phrase(phrase.words, title=other.words, name=phrase.name)
    return people.person(asked.scene, titled, side(asked.inside(), other))


def titled(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return the bearer of "union leader Ana Ruiz" or "dairy firm Lactona"."""
    last = noun(phrase.title[-1].text)
    if not canonical(joined(phrase.name)):
        return people.unnamed(asked.scene, phrase, last, side(asked.inside(), phrase))
    if last is not None and last.kind is NounKind.ORG:
        return bearers.body(asked.scene, joined(phrase.name), last.form)
    whose = side(asked.inside(), phrase)
    if whose is None and not any(is_body(token.text) for token in phrase.title[:-1]):
        whose = implied(asked, phrase, last)
    return people.person(asked.scene, phrase, whose)


def _may_be_person(phrase: Phrase, entry: Noun | None) -> bool:
    """Tell whether what a name stands beside may be one person: "a clerk", "one of them"."""
    if entry is not None:
        return entry.kind is NounKind.ROLE or is_person(phrase.head)
    unsaid = phrase.determiner != "the" and phrase.head.text.casefold() not in CRAFT
    return unsaid or is_person(phrase.head)


def beside(asked: Inquiry, phrase: Phrase, entry: Noun | None) -> Key | None:
    """Return the bearer of the name in "the contractor, Riga Bau," or "its leader, Ana Ruiz".

    Not of that behind a bare office: "if she becomes president, Ruiz said".
    """
    if entry is not None and entry.kind not in {NounKind.ROLE, NounKind.ORG, NounKind.GROUP}:
        return None
    other = name_after(asked.scene, phrase)
    if other is None:
        return None
    if entry is not None and entry.kind is NounKind.ORG:
        return bearers.body(asked.scene, joined(other.name), entry.form)
    person = asked.scene.names.bearer(joined(other.name)) in asked.scene.names.people
    if not person and is_firm(joined(other.name)):
        return bearers.body(asked.scene, joined(other.name))
    role = _may_be_person(phrase, entry)
    leads = entry is not None and entry.family == "leads"
    if not person or not role or (leads and not (phrase.determiner or phrase.owner)):
        return None
    full = Phrase(other.words, title=phrase.words, name=other.name)
    whose = side(asked.inside(), phrase)
    if whose is None and entry is not None and entry.form in NATIONAL and not phrase.owner:
        whose = implied(asked, phrase, entry)
    return people.person(asked.scene, full, whose)
