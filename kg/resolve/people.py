"""People: named persons with their offices, unnamed sources, groups."""

from __future__ import annotations

import re

from kg.model import ActorType, Token
from kg.resolve.nouns import INSTITUTIONS, OF_PLACES, Noun, NounKind, is_title, noun
from kg.resolve.phrases import Phrase
from kg.resolve.register import Draft, Key
from kg.resolve.scene import Scene, demonym_in
from kg.resolve.segments import Tokens, joined, written
from kg.resolve.wording import canonical

_REPRESENTS = frozenset({"speaks", "leads", "serves"})
_FEMALE = re.compile(r"woman$|^(?:mrs|ms|miss|queen|mother|sister|daughter|wife|widow|lady|girl)$")
_MALE = re.compile(r"(?<!wo)man$|^(?:mr|sir|king|prince|father|brother|son|husband|boy|lord|emir)$")
PORTFOLIOS = frozenset(
    "prime foreign defense defence interior vice deputy chief finance health justice home trade"
    " labour labor energy information transport education senior acting press executive state"
    " agriculture environment economy culture security first managing general attorney opposition"
    " communications campaign works treasury industry commerce public water power supreme human"
    " rights external internal social development housing immigration climate planning"
    " sports".split()
)
"""Capitalised words of a title that name no body."""
_OF_NOBODY = frozenset(
    "opposition rebel separatist dissident exiled former ex protest student community tribal"
    " religious spiritual business gang cult outgoing ousted deposed jailed".split()
)
"""Words of a title whose bearer does not speak for the country that it names."""
_NO_LONGER = frozenset({"former", "ex", "ousted", "sacked", "deposed", "late"})
"""Words of a title whose bearer no longer speaks for anybody."""
CAPITALISED = frozenset(
    "Western Arab European African Asian Latin Muslim Christian Jewish Kurdish Catholic Islamist"
    " Islamic Hindu Sunni Shia Orthodox Protestant Nordic Baltic Balkan Gulf".split()
)
_OF_TOWNS = frozenset({"organiser", "organizer"})
"""Groups that are those of the event in the town, or else of the article."""
_PLACED = frozenset({"in", "from", "of", "at", "near"})


def person(scene: Scene, phrase: Phrase, whose: Key | None) -> Key:
    """Enter a named person with the role that title or apposition give."""
    bearer = scene.names.bearer(joined(phrase.name)) or canonical(joined(phrase.name))
    title = _without_side(scene, phrase.title)
    entry = next((e for t in reversed(phrase.title) if (e := noun(t.text))), None)
    shown = scene.names.shown.get(bearer, joined(phrase.name))
    draft = Draft(
        ("name", bearer),
        ActorType.PERSON,
        shown,
        scene.country(whose),
        _role(title),
        _body(scene, whose) if entry is None or _belongs(entry, phrase, whose) else None,
        acts_for=_body(scene, whose) if entry and _represents(entry, phrase, whose) else None,
        forms=frozenset({entry.form} if entry else ()),
        female=sex(phrase.title),
    )
    return scene.register.enter(draft)


def _belongs(entry: Noun, phrase: Phrase, whose: Key | None) -> bool:
    return entry.family not in _REPRESENTS or _represents(entry, phrase, whose)


def _represents(entry: Noun, phrase: Phrase, whose: Key | None) -> bool:
    """Tell whether a title lets its bearer speak for the body: not "Peru's opposition leader"."""
    words = phrase.title or phrase.words
    if any(t.text.casefold() in _NO_LONGER for t in words):
        return False
    local = entry.form in OF_PLACES and not any(t.text == "High" for t in words)
    against = local or any(t.text.casefold() in _OF_NOBODY for t in words)
    return entry.family in _REPRESENTS and not (
        against and whose is not None and whose[0] == "state"
    )


def _body(scene: Scene, whose: Key | None) -> Key | None:
    """Return the organisation that somebody of this side belongs to."""
    if whose is None or whose[0] == "place":
        return None
    return scene.government(whose[1]) if whose[0] == "state" else whose


def _without_side(scene: Scene, title: Tokens) -> Tokens:
    """Return the words of a title after the body that it is a title of: "union | leader"."""
    _, words = demonym_in(scene.nations, title)
    starts = [i + 1 for i, t in enumerate(words[:-1]) if _is_body(t)]
    return words[max(starts, default=0) :]


def _is_body(token: Token) -> bool:
    entry = noun(token.text)
    if entry is None:
        return token.text[:1].isupper() and token.text.casefold() not in PORTFOLIOS
    if entry.kind is NounKind.FORCE:
        return token.text[:1].isupper()
    return entry.kind in INSTITUTIONS and entry.family != "weak"


def _role(title: Tokens) -> str | None:
    words = [t.text if t.text.isupper() else t.text.lower() for t in title]
    return " ".join(w for w in words if not is_title(w)) or None


def sex(words: Tokens) -> bool | None:
    """Return whether a title shows a woman (True) or a man (False)."""
    for token in words:
        low = token.text.casefold().rstrip(".")
        if _FEMALE.search(low):
            return True
        if _MALE.search(low) and low not in {"human", "german"}:
            return False
    return None


def office(scene: Scene, phrase: Phrase, entry: Noun, whose: Key | None) -> Key | None:
    """Return the holder of an office: the person with that role here, else "the Peruvian mayor"."""
    code = scene.country(whose)
    held = [
        d.key
        for d in scene.register.drafts.values()
        if d.type is ActorType.PERSON
        and entry.form in d.forms
        and (d.organisation == _body(scene, whose) or d.organisation is None)
        and _role(_without_side(scene, phrase.words)) in {d.role, entry.form}
    ]
    if len(held) == 1:
        return held[0]
    if code is None or whose is None or not _represents(entry, phrase, whose):
        return None
    role = _role(_without_side(scene, phrase.words)) or entry.form
    owner = (
        scene.register.drafts[whose].name
        if whose[0] != "state" and whose in scene.register.drafts
        else scene.demonym(code)
    )
    draft = Draft(
        ("office", code, canonical(f"{owner} {role}")),
        ActorType.PERSON,
        f"{owner} {role}",
        code,
        role,
        _body(scene, whose),
        acts_for=_body(scene, whose),
        forms=frozenset({entry.form}),
    )
    return scene.register.enter(draft)


def unnamed(scene: Scene, phrase: Phrase, entry: Noun | None, whose: Key | None) -> Key:
    """Enter an unnamed individual: "a senior Peruvian official", "a resident of Lima"."""
    text = _described(scene, phrase)
    role = _role(_without_side(scene, phrase.words))
    private = entry is None or entry.family not in _REPRESENTS | {"source"}
    of_land = private and whose is not None and whose[0] == "state"
    other = "another " if phrase.determiner == "another" else ""
    draft = Draft(
        ("anon", scene.document.article.id, canonical(other + text)),
        ActorType.ANONYMOUS,
        other + text,
        scene.country(whose),
        role,
        None if of_land else _body(scene, whose),
        acts_for=_body(scene, whose) if _speaks_for(entry, phrase, whose) else None,
        forms=frozenset({entry.form if entry else phrase.head.text.casefold()}),
        female=sex(phrase.words),
    )
    return scene.register.enter(draft)


def _speaks_for(entry: Noun | None, phrase: Phrase, whose: Key | None) -> bool:
    """Tell whether an unnamed one speaks for a body: a spokesman, or the one who leads it."""
    if entry is None or entry.family not in {"speaks", "leads"}:
        return False
    head = phrase.determiner in {"", "the"} and whose is not None and whose[0] == "name"
    return entry.family == "speaks" or (head and _represents(entry, phrase, whose))


def group(scene: Scene, phrase: Phrase, entry: Noun | None, whose: Key | None) -> Key:
    """Enter several unnamed: "Peruvian officials", "traders in both countries"."""
    text = _owned(scene, phrase, whose) + _described(scene, phrase)
    represents = entry is not None and entry.kind is NounKind.ROLE and entry.family in _REPRESENTS
    side = whose[1] if whose and whose[0] != "anon" else ""
    if entry is not None and entry.form in _OF_TOWNS and not side:
        side = canonical(scene.town or scene.document.article.id)
    body = _body(scene, whose) if represents else None
    draft = Draft(
        ("group", side, canonical(text)),
        ActorType.GROUP,
        text,
        scene.country(whose),
        organisation=body,
        acts_for=body,
        forms=frozenset({entry.form if entry else phrase.head.text.casefold()}),
        plural=True,
    )
    return scene.register.enter(draft)


def _owned(scene: Scene, phrase: Phrase, whose: Key | None) -> str:
    """Return the name of the owner to put before "its members", with a blank; else ""."""
    if not phrase.owner or whose is None or whose[0] == "place":
        return ""
    if whose[0] == "state":
        return scene.demonym(whose[1]) + " "
    return scene.register.drafts[whose].name + " "


def _keeps_capital(scene: Scene, words: Tokens) -> bool:
    """Tell whether a first word is written with a capital anywhere: a name, "Western"."""
    first = words[0]
    named = first.pos == "PROPN" or bool(first.entity) or first.text in CAPITALISED
    return named or demonym_in(scene.nations, words[:2])[0] is not None


def _described(scene: Scene, phrase: Phrase) -> str:
    """Return the words of a phrase with where it is from: "resident of Lima"."""
    words = joined(phrase.words)
    if not _keeps_capital(scene, phrase.words):
        words = words[0].lower() + words[1:] if not words[:2].isupper() else words
    for at, token in enumerate(phrase.tail):
        if token.text in _PLACED and phrase.tail[at + 1 :]:
            named = phrase.tail[at:]
            if any(t.pos == "PROPN" for t in named) or at == 0:
                joint = "of" if not phrase.plural and at else token.text
                return f"{words} {joint} {written(named[1:])}"
    return words
