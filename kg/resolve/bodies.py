"""Bodies: governments, organs of states, organisations that a common noun speaks of."""

from __future__ import annotations

from kg.model import ActorType
from kg.resolve.nations import MOVEMENTS
from kg.resolve.nouns import Noun, NounKind, noun
from kg.resolve.phrases import Phrase
from kg.resolve.register import Draft, Key
from kg.resolve.scene import Scene, demonym_in
from kg.resolve.segments import Tokens, joined
from kg.resolve.wording import canonical

_PLAIN_GOVERNMENT = frozenset(
    "federal central national new current interim caretaker military de facto coalition ruling"
    " successive own outgoing incoming de-facto elected civilian transitional country".split()
)
_PART_OF_MILITARY = frozenset({"navy", "air force"})
_INDEPENDENT = frozenset({"election commission", "court", "parliament", "central bank"})
"""Organs whose words are not those of the government."""
_STATE_BODIES = frozenset(
    "agency commission committee authority service bureau office board inspectorate directorate"
    " institute council watchdog regulator secretariat mission command hospital wing arm centre"
    " center".split()
)
"""Organisations of a country that are taken to be a part of its state."""
_SPEAKS_FOR_STATE = frozenset({"embassy", "presidency", "cabinet"})
_DIVIDED = frozenset({"ministry", "court"})
"""Organs of which a state has several, told apart by the rest of their name."""
_OF_TOWNS = frozenset({"hospital", "union"})
"""Bodies of which a town is taken to have one, when an article names none."""
OF_TOWNS = frozenset({"police", "fire service", "election commission"})
"""Organs that are those of the town that an article plays in, if nothing else is said."""
_FORCES = {
    "security": "security forces",
    "police": "police",
    "air": "air force",
    "naval": "navy",
    "coast": "navy",
    "labour": "",
    "labor": "",
    "work": "",
    "task": "",
    "health": "",
    "peacekeeping": "",
    "housing": "",
    "intensive": "",
    "care": "",
    "market": "",
    "medical": "",
    "business": "",
    "rescue": "",
}
"""What sort of force the word before "forces" or "units" makes it; "" is none; military else."""


def force_family(phrase: Phrase) -> str:
    """Return the organ that "forces", "units" or "guards" belong to, "" if they are none."""
    found = (_FORCES[t.text.casefold()] for t in phrase.modifiers if t.text.casefold() in _FORCES)
    bare = not phrase.modifiers and not phrase.owner
    singular = not phrase.plural and phrase.head.text.casefold() != "force"
    return next(found, "" if bare or singular else "military")


def organ(scene: Scene, phrase: Phrase, entry: Noun, whose: Key | None) -> Key | None:
    """Return the organ of a state, city or movement: "the Pakistani army", "Lima police"."""
    family = entry.family
    _, words = demonym_in(scene.nations, _own_words(phrase))
    if family in _DIVIDED:
        family = f"{family}:{_portfolio(words)}"
    if whose is not None and whose[0] == "place":
        return _city_organ(scene, words, family, whose)
    if whose is not None and _is_town(scene, family, whose):
        written = scene.register.drafts[whose].name
        return _city_organ(scene, words, family, ("place", written, "", written))
    if whose is not None and whose[0] == "name" and scene.realm(whose) is None:
        return whose if family == "military" else _owned(scene, words, family, whose)
    if whose is not None and whose[0] == "organ" and whose[2] == family:
        return whose
    code = scene.realm(whose) or scene.country(whose)
    if code is None or family == "ministry:":
        return None
    return _state_organ(scene, words, family, code, whose)


def _is_town(scene: Scene, family: str, whose: Key) -> bool:
    """Tell whether a name that owns an organ is that of a place no table has."""
    if whose[0] != "name" or scene.realm(whose) is not None or whose[1] in MOVEMENTS:
        return False
    draft = scene.register.drafts[whose]
    plain = draft.type is ActorType.ORGANISATION and not draft.forms and " " not in whose[1]
    return plain and family in OF_TOWNS


def _own_words(phrase: Phrase) -> Tokens:
    return phrase.words


def _portfolio(words: Tokens) -> str:
    skip = {
        "ministry",
        "department",
        "of",
        "for",
        "the",
        "affairs",
        "and",
        "federal",
        "court",
        "national",
    }
    kept = [w for w in canonical(joined(words)).split() if w not in skip]
    return " ".join(sorted(kept))


def _state_organ(scene: Scene, words: Tokens, family: str, code: str, whose: Key | None) -> Key:
    demonym = scene.demonym(code)
    ruler = scene.register.drafts.get(whose) if whose and whose[0] == "name" else None
    owner = ruler.name if ruler else demonym
    government = scene.government(code)
    speaks = family.startswith("ministry") or family in _SPEAKS_FOR_STATE
    part_of = _above(scene, family, code)
    if part_of == ("organ", code, "military"):
        _state_organ(scene, words, "military", code, None)
    name = f"{demonym} forces" if family == "military" else f"{owner} {_plain(words)}"
    return scene.register.enter(
        Draft(
            ("organ", code, family),
            ActorType.ORGANISATION,
            name,
            code,
            part_of=part_of,
            acts_for=government if speaks else None,
            forms=_forms(family, words),
        )
    )


def _above(scene: Scene, family: str, code: str) -> Key | None:
    """Return what an organ is a part of; courts and those who count votes stand for themselves."""
    last = noun(family.rsplit(maxsplit=1)[-1])
    private = last is not None and last.kind is NounKind.ORG and last.form not in _STATE_BODIES
    if private or family.split(":", maxsplit=1)[0] in _INDEPENDENT:
        return None
    return ("organ", code, "military") if family in _PART_OF_MILITARY else scene.government(code)


def of_state(scene: Scene, entry: Noun, code: str, name: str) -> Key:
    """Return the organ of a state that has a name of its own."""
    draft = Draft(
        ("organ", code, entry.family),
        ActorType.ORGANISATION,
        name,
        code,
        part_of=_above(scene, entry.family, code),
        forms=frozenset({entry.family, entry.form}),
    )
    return scene.register.enter(draft)


def police(scene: Scene, code: str) -> Key:
    """Return the police of a state, which forces with names of their own are a part of."""
    return of_state(
        scene, Noun("police", NounKind.ORGAN, "police"), code, f"{scene.demonym(code)} police"
    )


def _plain(words: Tokens) -> str:
    """Return the words of an organ, a lone capital at the start of a sentence made small."""
    text = joined(words)
    return text if len(words) > 1 or text.isupper() else text.lower()


def _forms(family: str, words: Tokens) -> frozenset[str]:
    entries = (noun(t.text) for t in words)
    return frozenset({family.split(":", maxsplit=1)[0]} | {e.form for e in entries if e})


def _prefixed(owner: str, text: str) -> str:
    return text if canonical(owner) in canonical(text) else f"{owner} {text}"


def ministry_of(scene: Scene, minister: Key | None) -> Key | None:
    """Return the ministry that goes with a minister: "the ministry" after "the trade minister"."""
    draft = scene.register.drafts.get(minister) if minister else None
    if draft is None or draft.code is None or not draft.role:
        return None
    portfolio = canonical(draft.role).removesuffix("minister").strip()
    if not portfolio or portfolio == "prime":
        return None
    family = f"ministry:{' '.join(sorted(portfolio.split()))}"
    government = scene.government(draft.code)
    owner = (
        scene.demonym(draft.code)
        if government[0] == "state"
        else scene.register.drafts[government].name
    )
    return scene.register.enter(
        Draft(
            ("organ", draft.code, family),
            ActorType.ORGANISATION,
            f"{owner} {portfolio} ministry",
            draft.code,
            part_of=government,
            acts_for=government,
            forms=frozenset({"ministry"}),
        )
    )


def _owned(scene: Scene, words: Tokens, family: str, whose: Key) -> Key:
    owner = scene.register.drafts[whose]
    draft = Draft(
        ("organ", whose[1], family),
        ActorType.ORGANISATION,
        _prefixed(owner.name, _plain(words)),
        owner.code,
        part_of=whose,
        forms=_forms(family, words),
    )
    return scene.register.enter(draft)


def _city_organ(scene: Scene, words: Tokens, family: str, whose: Key) -> Key:
    place, code, written = whose[1], whose[2] or None, whose[3]
    text = _plain(words)
    name = _prefixed(written, text)
    draft = Draft(
        ("organ", canonical(place), family),
        ActorType.ORGANISATION,
        name[:1].upper() + name[1:],
        code,
        forms=_forms(family, words),
    )
    return scene.register.enter(draft)


def _unlisted(scene: Scene, words: Tokens, whose: Key) -> Key | None:
    """Return the government of a town or a movement; nobody else has one."""
    if whose[0] == "place":
        return _city_organ(scene, words, "government", whose)
    return whose if whose[0] == "name" else None


def government(scene: Scene, phrase: Phrase, whose: Key | None) -> Key | None:
    """Return who "the Afghan government", "Freedonia's authorities" or "the regime" are."""
    _, words = demonym_in(scene.nations, phrase.words)
    extra = [
        t for t in words[:-1] if t.text.casefold() not in _PLAIN_GOVERNMENT and t.text.isalpha()
    ]
    code = scene.realm(whose)
    if whose is not None and code is None:
        return _unlisted(scene, words, whose)
    named = [t for t in extra if t.text[:1].isupper() and t.pos == "PROPN"]
    if named and whose is not None and whose[0] == "name":
        return whose
    if code is None:
        return None
    if extra and not named:
        return _state_organ(scene, words, canonical(joined(words)), code, None)
    if phrase.head.text.casefold() == "governments":
        return None
    return scene.government(code)


def office(scene: Scene, holder: str, above: Key | None) -> Key:
    """Return the office of a mayor, prosecutor or president; it may speak for those `above`."""
    name = f"{holder}'s office"
    draft = Draft(
        ("local", scene.document.article.id, canonical(name)),
        ActorType.ORGANISATION,
        name,
        scene.country(above) or scene.home,
        acts_for=above,
        forms=frozenset({"office"}),
    )
    return scene.register.enter(draft)


def organisation(scene: Scene, phrase: Phrase, entry: Noun, whose: Key | None) -> Key:
    """Return an organisation that the article does not name: "a dairy company"."""
    text = joined(phrase.words)
    code = scene.realm(whose)
    if code is not None:
        return _state_organ(
            scene, demonym_in(scene.nations, phrase.words)[1], canonical(text), code, whose
        )
    of_town = entry.form in _OF_TOWNS and len(phrase.words) == 1 and whose is None
    where = canonical(scene.town) if of_town and scene.town else scene.document.article.id
    draft = Draft(
        ("local", where, canonical(text)),
        ActorType.ORGANISATION,
        _plain(phrase.words),
        scene.country(whose),
        part_of=whose if whose and whose in scene.register.drafts else None,
        forms=frozenset({entry.form}),
    )
    return scene.register.enter(draft)
