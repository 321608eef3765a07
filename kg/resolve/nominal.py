"""Whom a common noun denotes, by the kind of noun: "the army", "a nurse", "local reports"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.model import ActorType
from kg.resolve import antecedents, bearers, bodies, people
from kg.resolve.inquiry import Inquiry
from kg.resolve.nouns import Noun, NounKind, is_firm, is_people, noun
from kg.resolve.phrases import Phrase
from kg.resolve.register import Key
from kg.resolve.scene import Scene, demonym_in
from kg.resolve.segments import joined
from kg.resolve.whose import side, state_spoken_of
from kg.resolve.wording import canonical

_STATE_ORGANS = frozenset({"ministry", "military", "navy", "air force", "parliament", "cabinet"})
"""Organs that only states have."""
_STATE_DEPARTMENT = "State Department"
"""The foreign ministry of the United States, whatever an article is about."""
_HEADS_OF_STATE = frozenset({"president", "prime minister", "premier", "chancellor", "king"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_ONE_OF_MANY = frozenset(
    "soldier fighter serviceman commando trooper combatant policeman policewoman".split()
) | {"police officer", "border guard"}
"""Members by whose name an organ goes, but who speak for themselves when one speaks."""
_ANYBODY = frozenset({"people", "person", "individual", "public", "casualty", "man", "woman"})
"""Nouns that alone say nothing of who is meant."""
_ARMED = frozenset({"militant", "insurgent", "rebel", "gunman", "jihadist"})
_COLLECTIVE = frozenset("crowd family community mob gang minority tribe clan media press".split())
_NOT_NAMED = frozenset(
    "opposition coalition campaign front alliance league bloc movement council chamber command"
    " directorate forum network".split()
)
"""Nouns that stand for no company or union just named, but for what they are a part of."""
_OFTEN_NAMED = frozenset({"business", "union"})
"""Bodies that stories name once and then call by the noun alone."""
_ISSUERS = frozenset({"company", "corporation", "group", "bank"})
"""Nouns by which announcements call those who make them, with a capital."""
_KINDRED = {"party": frozenset("movement front alliance league coalition bloc".split())}
"""What a noun may call that has another one in its name: "the party" of a movement."""
_CAMPS = frozenset({"camp", "side", "team"})
"""Nouns for all who speak for somebody."""
_ALIKE = (
    frozenset(
        "official source officer spokesman spokeswoman spokesperson minister aide diplomat".split()
    ),
    frozenset(
        "leader chief head chairman chairwoman president director boss secretary executive".split()
    ),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"man", "resident", "witness", "driver", "worker", "farmer", "father"}),
    frozenset({"woman", "resident", "witness", "nurse", "teacher", "mother"}),
)
"""Nouns that may point back to somebody called by another one of the set."""


def organ(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Read "the army", "Lima police", "its soldiers"."""
    scene = inquiry.scene
    abroad = joined(phrase.words) == _STATE_DEPARTMENT and not phrase.owner
    whose = scene.register.state("US") if abroad else side(inquiry.inside(), phrase)
    one = phrase.determiner in _INDEFINITE and not phrase.plural
    if inquiry.voice and one and entry.form in _ONE_OF_MANY:
        return people.unnamed(scene, phrase, entry, whose)
    if whose is None:
        whose = _of_the_speaker(inquiry, phrase)
    if whose is None and (known := _organ_called(inquiry, phrase, entry)) is not None:
        return known
    at_home = phrase.determiner in _DEFINITE or entry.family != "military"
    if whose is None and scene.home and at_home:
        index = phrase.head.index
        whose = state_spoken_of(scene, index) if scene.filed else scene.register.state(scene.home)
    elif whose is None and _may_be_towns(phrase, entry):
        whose = scene.place()
    elif whose is None and scene.land and at_home and entry.family in _STATE_ORGANS:
        whose = scene.register.state(scene.land)
    if whose is not None:
        found = bodies.organ(scene, phrase, entry, whose)
        unknown_one = found is None and inquiry.voice and whose[0] == "state"
        return scene.government(whose[1]) if unknown_one else found
    return (
        people.group(scene, phrase, entry, None)
        if phrase.plural
        else _local(inquiry, phrase, entry)
    )


def _of_the_speaker(inquiry: Inquiry, phrase: Phrase) -> Key | None:
    """Return the state whose army is "the army" to a body of the land that does not govern it."""
    scene = inquiry.scene
    around = antecedents.statement_around(scene, phrase.head)
    speaker = inquiry.inside().speaker(around) if around is not None else None
    draft = scene.register.drafts.get(speaker) if speaker else None
    if draft is None or draft.code is None or draft.type is not ActorType.ORGANISATION:
        return None
    plain = phrase.determiner in _DEFINITE and len(phrase.words) == 1
    governs = scene.realm(speaker) is not None or draft.part_of is not None
    return scene.register.state(draft.code) if plain and not governs else None


def _may_be_towns(phrase: Phrase, entry: Noun) -> bool:
    """Tell whether an organ may be that of a town: not "the riot police"."""
    plain = len(phrase.words) == len(entry.form.split())
    return plain and entry.family in bodies.OF_TOWNS


def _organ_called(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Return the organ that "the ministry" or "police" points back to."""
    scene, index = inquiry.scene, phrase.head.index
    if phrase.determiner not in _DEFINITE and entry.family == "military":
        return None
    divided = entry.family == "ministry"
    if divided and len(phrase.words) > 1:
        return None
    forms = {entry.form} if divided else {entry.form, entry.family}
    known = antecedents.latest_called(scene, forms, index)
    if known is None and divided:
        minister = antecedents.latest_called(scene, {"minister"}, index)
        return bodies.ministry_of(scene, minister)
    return known


def _local(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    spoken = inquiry.voice or entry.family == "police"
    return bodies.organisation(inquiry.scene, phrase, entry, None) if spoken else None


def force(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Read "Afghan forces", "police units", "the task force"."""
    family = bodies.force_family(phrase)
    if not family:
        return unknown(inquiry, phrase)
    return organ(inquiry, phrase, Noun(entry.form, NounKind.ORGAN, family))


def government(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Read "the Peruvian government", "the authorities", "Reform Guard rulers"."""
    scene = inquiry.scene
    if entry.form == "leadership" and not (phrase.owner or inquiry.voice):
        return None
    if movement := bearers.modifying(scene, phrase.modifiers):
        return movement
    whose = side(inquiry.inside(), phrase)
    if whose is None and entry.form == "junta":
        whose = antecedents.latest_called(scene, {"military"}, phrase.head.index)
    if whose is None and phrase.head.text.casefold() != "governments":
        known = antecedents.latest_called(scene, {entry.form}, phrase.head.index)
        one = known is not None and not scene.register.drafts[known].plural
        if one and len(phrase.words) == 1:
            return known
        whose = scene.register.state(scene.home) if scene.home else None
    found = bodies.government(scene, phrase, whose)
    if found is None and phrase.plural:
        return people.group(scene, phrase, entry, whose)
    return found or _local(inquiry, phrase, entry)


def organisation(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Read "the company", "its airline", "aid agencies"."""
    scene, voice = inquiry.scene, inquiry.voice
    if phrase.plural:
        vague = entry.family == "weak" and not voice and len(phrase.words) == 1
        return None if vague else people.group(scene, phrase, entry, side(inquiry.inside(), phrase))
    if not phrase.owner and (name := _body_named(scene, phrase, entry)):
        return name
    if entry.form == "office" and phrase.owner and (holder := _office(inquiry, phrase)):
        return holder
    if phrase.determiner in _DEFINITE and not phrase.owner:
        known = _body_called(inquiry, phrase, entry)
        if known is not None:
            return known
    if not voice and (entry.family == "weak" or not (phrase.determiner or phrase.owner)):
        return None
    return bodies.organisation(scene, phrase, entry, side(inquiry.inside(), phrase))


def _office(inquiry: Inquiry, phrase: Phrase) -> Key | None:
    """Return "the prosecutor's office"; a person's speaks for whom that person speaks for."""
    scene = inquiry.scene
    held = noun(joined(phrase.owner[-2:])) or noun(phrase.owner[-1].text)
    if canonical(joined(phrase.owner)) in _HEADS_OF_STATE:
        state = state_spoken_of(scene, phrase.head.index)
        return bodies.office(scene, joined(phrase.owner), state and scene.government(state[1]))
    whose = side(inquiry.inside(), phrase)
    owner = scene.register.drafts.get(whose) if whose else None
    if owner is not None and owner.type is ActorType.PERSON:
        return bodies.office(scene, owner.name, owner.acts_for or owner.key)
    if held is None or held.kind is not NounKind.ROLE:
        return None
    return bodies.office(scene, joined(phrase.owner), None)


def _body_named(scene: Scene, phrase: Phrase, entry: Noun) -> Key | None:
    """Return the body of "the Orlo group", or that of "the Orlo health board", its whole name."""
    name = bearers.modifying(scene, phrase.modifiers)
    if name is None:
        return None
    if phrase.modifiers[-1].text.islower():
        return bearers.body(scene, joined(phrase.words), entry.form)
    draft = scene.register.drafts[name]
    return scene.register.enter(replace(draft, forms=draft.forms | bearers.kinds(entry.form)))


def _body_called(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Return what "the company" or "the German chipmaker" points back to, and keep the noun."""
    scene, index = inquiry.scene, phrase.head.index
    if (name := _shortened(scene, phrase)) is not None:
        return bearers.body(scene, name, entry.form)
    code, rest = demonym_in(scene.nations, phrase.words)
    known = antecedents.issuer(scene, index) if _defined(phrase, entry) else None
    known = known or antecedents.latest_called(scene, {entry.form}, index)
    if (known is None or known[0] == "local") and entry.family not in {"", "weak"}:
        known = antecedents.foremost_called(scene, {entry.family}, index) or known
    if known is None and entry.form in _KINDRED:
        known = antecedents.latest_called(scene, _KINDRED[entry.form], index)
    if known is None and len(rest) == 1 and entry.form not in _NOT_NAMED:
        known = _body_meant(inquiry, phrase, entry)
    if known is None or (len(rest) > 1 and entry.form not in scene.register.drafts[known].forms):
        return None
    draft = scene.register.drafts[known]
    forms = draft.forms | bearers.kinds(entry.form)
    return scene.register.enter(replace(draft, code=draft.code or code, forms=forms))


def _body_meant(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Return the named body that a bare "the company" means though nothing calls it one."""
    scene, index = inquiry.scene, phrase.head.index
    known = antecedents.only_body(scene, index, firm=entry.family == "business")
    known = known or _speakers_body(inquiry, phrase, entry)
    if known is None and entry.family in _OFTEN_NAMED:
        known = antecedents.foremost_body(scene, bearers.kinds(entry.form), index)
    return known or bearers.publisher(scene)


def _speakers_body(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Return the organisation of whoever speaks of "the company": a former Norda engineer."""
    around = antecedents.statement_around(inquiry.scene, phrase.head)
    speaker = inquiry.inside().speaker(around) if around is not None else None
    draft = inquiry.scene.register.drafts.get(speaker) if speaker else None
    whose = draft.organisation if draft else None
    if whose is None or whose[0] != "name" or whose not in inquiry.scene.register.drafts:
        return None
    known = inquiry.scene.register.drafts[whose]
    firm = entry.family != "business" and is_firm(known.name)
    fits = not known.forms or bool(known.forms & {entry.form, entry.family})
    return whose if fits and not firm else None


def _shortened(scene: Scene, phrase: Phrase) -> str | None:
    """Return a noun in capitals that the article says is short for a name: the "Company"."""
    words = joined(phrase.words)
    bearer = scene.names.bearer(words) if words[:1].isupper() else None
    return words if bearer not in {None, canonical(words)} else None


def _defined(phrase: Phrase, entry: Noun) -> bool:
    """Tell whether "the Company" is written as announcements write it, with a capital."""
    return entry.form in _ISSUERS and phrase.head.text[:1].isupper() and len(phrase.words) == 1


def role(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Read "the spokesman", "a nurse", "Peru's president", "union officials"."""
    scene = inquiry.scene
    whose = side(inquiry.inside(), phrase)
    if entry.form == "officer" and whose is None and len(phrase.words) == 1:
        police = antecedents.latest_called(scene, {"police"}, phrase.head.index)
        if police is not None:
            return police
    if phrase.plural:
        nobody = entry.form in _ANYBODY and len(phrase.words) == 1 and not inquiry.voice
        return None if nobody else people.group(scene, phrase, entry, whose)
    if phrase.determiner in _INDEFINITE:
        return people.unnamed(scene, phrase, entry, whose)
    known = None
    if not phrase.tail and not phrase.owner:
        known = _person_called(inquiry, phrase, entry, whose)
    if known is None and entry.family in {"leads", "speaks"}:
        known = people.office(scene, phrase, entry, whose)
    if known is None and (inquiry.voice or whose):
        return people.unnamed(scene, phrase, entry, whose)
    return known


def _person_called(inquiry: Inquiry, phrase: Phrase, entry: Noun, whose: Key | None) -> Key | None:
    """Return whom "the official" points back to: the same noun first, then one like it.

    "The Peruvian trade minister" is none of another country or with another office.
    """
    scene, index = inquiry.scene, phrase.head.index
    found = antecedents.latest_called(scene, {entry.form}, index)
    if found is not None and scene.register.drafts[found].type is not ActorType.GROUP:
        return None if _is_another(scene, phrase, whose, found) else found
    alike = frozenset().union(*(group for group in _ALIKE if entry.form in group))
    found = antecedents.latest_called(scene, alike, index)
    single = found is not None and not scene.register.drafts[found].plural
    return found if single and phrase.determiner in _DEFINITE else None


def _is_another(scene: Scene, phrase: Phrase, whose: Key | None, known: Key) -> bool:
    """Tell whether a phrase gives another country or another office than a person has."""
    draft = scene.register.drafts[known]
    code = scene.country(whose)
    abroad = code is not None and draft.code is not None and code != draft.code
    office = {t.text.casefold() for t in phrase.modifiers} & people.PORTFOLIOS
    held = set(canonical(draft.role or "").split())
    return abroad or bool(office and held & people.PORTFOLIOS and not office & held)


def group(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Read "families", "Reform Guard militants", "a suspect"."""
    scene = inquiry.scene
    if entry.form in _ANYBODY and len(phrase.words) == 1 and not inquiry.voice and not phrase.owner:
        return None
    whose = side(inquiry.inside(), phrase)
    if entry.form in _ARMED and whose is not None and whose[0] == "name":
        return whose
    one = not phrase.plural and phrase.determiner in _INDEFINITE
    if one and entry.form not in _COLLECTIVE:
        return people.unnamed(scene, phrase, entry, whose)
    return people.group(scene, phrase, entry, whose)


def text(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Return who is behind a text: "the company's statement", "the statement", "local reports"."""
    if not inquiry.voice:
        return None
    whose = side(inquiry.inside(), phrase)
    written = whose is not None and whose[0] != "place"
    if written and (phrase.owner or whose[0] != "state"):  # type: ignore[index]
        return whose
    if phrase.plural:
        return people.group(inquiry.scene, phrase, entry, whose)
    known = phrase.determiner in _DEFINITE and len(phrase.words) == 1
    form = phrase.head.text.casefold()
    return antecedents.issued(inquiry.scene, form, phrase.head.index) if known else None


def thing(inquiry: Inquiry, phrase: Phrase, entry: Noun) -> Key | None:
    """Return nobody: a border is no actor; but "Ruiz's camp" and "the Peruvian side" speak."""
    spoken = inquiry.voice and entry.form in _CAMPS
    whose = side(inquiry.inside(), phrase) if spoken else None
    if whose is None or whose[0] == "place":
        return None
    return inquiry.scene.government(whose[1]) if whose[0] == "state" else whose


def unknown(inquiry: Inquiry, phrase: Phrase) -> Key | None:
    """Read a noun of no table: people by their ending, anybody who speaks."""
    scene, head = inquiry.scene, phrase.head
    if head.pos not in {"NOUN", "PROPN", "ADJ"} and not head.tag.startswith("NN"):
        return None
    whose = side(inquiry.inside(), phrase)
    many = phrase.plural and head.text.casefold() not in {"sides", "parties"}
    if is_people(head) or (inquiry.voice and many):
        return people.group(scene, phrase, None, whose)
    if (
        inquiry.voice
        and demonym_in(scene.nations, phrase.words)[0] is None
        and phrase.determiner in _INDEFINITE
    ):
        return people.unnamed(scene, phrase, None, whose)
    known = None
    if phrase.determiner in _DEFINITE:
        known = antecedents.latest_called(scene, {head.text.casefold()}, head.index)
    return known or (_somebody(inquiry, phrase, whose) if inquiry.speaks else None)


def _somebody(inquiry: Inquiry, phrase: Phrase, whose: Key | None) -> Key | None:
    """Read who speaks by a noun of no table: a name used before, or "the surveyor"."""
    scene = inquiry.scene
    if phrase.head.text[:1].isupper():
        named = ("name", scene.names.bearer(joined(phrase.words)) or "")
        return named if named in scene.register.drafts else None
    certain = phrase.determiner in _DEFINITE or phrase.owner
    return people.unnamed(scene, phrase, None, whose) if certain else None


Rule = Callable[[Inquiry, Phrase, Noun], Key | None]

BY_KIND: dict[NounKind, Rule] = {
    NounKind.ORGAN: organ,
    NounKind.FORCE: force,
    NounKind.GOVERN: government,
    NounKind.ORG: organisation,
    NounKind.ROLE: role,
    NounKind.GROUP: group,
    NounKind.TEXT: text,
    NounKind.THING: thing,
}
"""Which rule reads a common noun."""
