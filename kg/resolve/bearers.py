"""Organisations by their names, and names that are places after all."""

from __future__ import annotations

from kg.model import ActorType
from kg.resolve import bodies, gazetteer, people
from kg.resolve.nouns import INSTITUTIONS, Noun, NounKind, noun
from kg.resolve.register import Draft, Key
from kg.resolve.scene import Scene, country_word
from kg.resolve.segments import Tokens, joined
from kg.resolve.wording import canonical, incorporated

_FORCES = frozenset({"force", "forces"})
_ARMED = frozenset({"defence", "defense", "armed", "ground", "land"})


def kinds(form: str | None) -> frozenset[str]:
    """Return a noun and the kind of body that it names: "chipmaker" and "business"."""
    entry = noun(form) if form else None
    return frozenset({entry.form, entry.family} if entry else ()) - {"", "weak"}


def body(scene: Scene, text: str, form: str | None = None) -> Key:
    """Enter an organisation by its name; `form` is a noun that stands beside the name."""
    bearer = scene.names.bearer(text) or canonical(text)
    shown = scene.names.shown.get(bearer, text)
    if (organ := _organ(scene, shown)) is not None:
        return organ
    entries = (noun(word) for word in shown.split())
    forms = {f for e in entries if e and e.kind in INSTITUTIONS for f in (e.form, e.family)}
    code = next((c for c, ruler in scene.names.rules.items() if ruler == bearer), None)
    draft = Draft(
        ("name", incorporated(bearer)),
        ActorType.ORGANISATION,
        shown,
        code,
        part_of=bodies.police(scene, scene.home) if "police" in forms and scene.home else None,
        forms=(frozenset(forms) | kinds(form)) - {"", "weak"},
    )
    return scene.register.enter(draft)


def _organ(scene: Scene, name: str) -> Key | None:
    """Return the organ that "Malawi Electoral Commission" names: that of the state in front."""
    land, _, rest = name.partition(" ")
    code = scene.nations.named(land) or scene.nations.demonym(land)
    entry = (_forces(rest) or noun(rest)) if code else None
    if code is None or entry is None or entry.kind is not NounKind.ORGAN or " " not in rest:
        return None
    return bodies.of_state(scene, entry, code, name)


def _forces(words: str) -> Noun | None:
    """Read "National Defence Force" as the military, whatever a state calls it."""
    *front, last = words.casefold().split() or [""]
    military = last in _FORCES and not _ARMED.isdisjoint(front)
    return Noun(last, NounKind.ORGAN, "military") if military else None


def modifying(scene: Scene, words: Tokens) -> Key | None:
    """Return the longest name of an organisation (no person, no country) among modifiers."""
    for part in parts(words):
        text = joined(part)
        if (
            not text[:1].isupper()
            or _is_no_name(text)
            or any(country_word(scene.nations, word) for word in (text, *text.split("-")))
        ):
            continue
        bearer = scene.names.bearer(text)
        if bearer and bearer not in scene.names.people and not is_place(scene, part):
            return None if _is_large_city(text) else body(scene, text)
    return None


def _is_no_name(text: str) -> bool:
    """Tell whether a capital is that of a portfolio or a faith: "Labour minister", "Shia"."""
    return text in people.CAPITALISED or text.casefold() in people.PORTFOLIOS


def _is_large_city(text: str) -> bool:
    """Tell whether "the Stuttgart company" is of a place, whatever the name finder says."""
    return any(place.population >= gazetteer.LARGE for place in gazetteer.places_named(text))


def publisher(scene: Scene) -> Key | None:
    """Return the company that publishes its own news: "the Company" where the outlet is one."""
    named = (scene.document.article.outlet or "").partition(" (")[0]
    outlet = incorporated(named)
    known = outlet in scene.names.full and outlet not in scene.names.people
    return body(scene, outlet) if outlet and known and _acts(scene, outlet) else None


def _acts(scene: Scene, name: str) -> bool:
    """Tell whether a name does or says something in the article: no paper that is told things."""
    size, tokens = len(name.split()), scene.document.tokens
    ends = (t.index + 1 for t in tokens if t.dep.startswith("nsubj") and t.text[:1].isupper())
    return any(incorporated(joined(tokens[max(0, end - size) : end])) == name for end in ends)


def parts(words: Tokens) -> list[Tokens]:
    """Return all stretches of words, longest first."""
    sizes = range(len(words), 0, -1)
    return [words[at : at + size] for size in sizes for at in range(len(words) - size + 1)]


def is_place(scene: Scene, tokens: Tokens) -> bool:
    """Tell whether name tokens are a place by gazetteer; its word outranks the name finder's."""
    name = canonical(joined(tokens))
    if name in scene.names.located or (scene.town and name == canonical(scene.town)):
        return True
    found = gazetteer.places_named(joined(tokens))
    context = gazetteer.Context(scene.countries)
    if any(place.kind != "city" or gazetteer.is_likely(place, context) for place in found):
        return True
    return bool(found) and all(t.entity not in {"ORG", "NORP", "PERSON"} for t in tokens)
