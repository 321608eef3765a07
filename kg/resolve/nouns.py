"""What common nouns say of whom they denote: an organ of a state, a role, a group, a thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.model import Token
from kg.resolve.tables import rows


class NounKind(StrEnum):
    """How a noun leads to an actor."""

    ORGAN = "organ"
    FORCE = "force"
    GOVERN = "govern"
    ORG = "org"
    ROLE = "role"
    GROUP = "group"
    TEXT = "text"
    THING = "thing"


INSTITUTIONS = frozenset({NounKind.ORGAN, NounKind.ORG, NounKind.GOVERN, NounKind.FORCE})
"""Kinds that are bodies, not persons."""


@dataclass(frozen=True, slots=True)
class Noun:
    """One entry of data/nouns.tsv: `form` is its singular, `family` the organ or kind of role."""

    form: str
    kind: NounKind
    family: str


TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady gen lt col maj capt sgt adm brig sen rep gov"
    " hon rev sheikh mullah mawlawi maulvi imam ayatollah justice detective sheriff"
    " cdr cmdr cmdt comdt lieut pte const cllr ald fr sr msgr adv atty"
    " cs ig igp dig dcp ssp engr insp supt cpl".split()
)
"""Words before a name that are no role of their own; written with or without a full stop."""

OF_PLACES = frozenset(
    "governor mayor prefect coroner sheriff commissioner magistrate recorder administrator"
    " councillor captain vice-mayor".split()
)
"""Roles of those who head a town or a province: they speak for no state and for no body."""
_FIRMS = frozenset(
    "Airlines Airways Aviation Bank Biotech Brothers Capital Cement Chemicals Constructions"
    " Dairies Dairy Electric Energy Engineering Enterprises Estates Farms Foods Freight Garments"
    " Gas Holdings Industries Insurance LNG Lines Logistics Materials Media Metals Minerals"
    " Mining Motors Nickel Oil Packaging Partners Petroleum Pharma Plastics Ports Properties"
    " Rail Refining Research Resources Retail Securities Services Shipping Solutions Sons"
    " Systems Technologies Telecom Terminals Textiles Trading Transit Water Works Zinc".split()
)
"""Last words of the names of firms, which nobody is called by."""
_ALSO_SURNAMES = frozenset({"Gold", "Power", "Steel"})
CRAFT = frozenset(
    "launch ferry ship tanker vessel boat trawler freighter liner warship yacht frigate steamer"
    " submarine rocket satellite cruiser destroyer carrier dredger cutter schooner".split()
)
"""What a name may be that is no actor's."""
_THINGS = frozenset(
    "skyscraper freezer boiler reservoir generator elevator harbor harbour door floor".split()
)
"""What ends as words for people do, and is in no table."""
_PEOPLE = ("er", "or", "ist", "ian", "ant", "ee", "eer", "man")
_PLURALS = {"men": "man", "women": "woman", "people": "people", "ies": "y", "ches": "ch"}


@cache
def _nouns() -> Mapping[str, Noun]:
    found: dict[str, Noun] = {}
    for kind, family, forms in rows("nouns.tsv"):
        for form in forms.split("|"):
            found.setdefault(form, Noun(form, NounKind(kind), family))
    return found


def noun(words: str) -> Noun | None:
    """Return the entry of a noun or compound, singular or plural, in any case.

    >>> noun("Spokeswomen").form
    'spokeswoman'
    """
    low = words.casefold()
    entries = _nouns()
    return next((entries[form] for form in (low, *_singulars(low)) if form in entries), None)


def _singulars(low: str) -> list[str]:
    forms = [low.removesuffix(end) + one for end, one in _PLURALS.items() if low.endswith(end)]
    return [*forms, low.removesuffix("s"), low.removesuffix("es")]


def is_plural(token: Token) -> bool:
    """Tell whether a noun token is plural; the tagger errs on capitalised ones."""
    if token.tag in {"NNS", "NNPS"}:
        return True
    low = token.text.casefold()
    entry = noun(low)
    return entry is not None and low != entry.form and low.endswith(("s", "men"))


def is_body(words: str) -> bool:
    """Tell whether a noun is one for bodies: "ministry", "union", "police"."""
    entry = noun(words)
    return entry is not None and entry.kind in INSTITUTIONS


def is_people(token: Token) -> bool:
    """Tell whether a plural noun that no table knows ends like one for people ("picnickers")."""
    if noun(token.text) is not None or not is_plural(token):
        return False
    return token.text.casefold().removesuffix("s").endswith(_PEOPLE)


def is_firm(name: str) -> bool:
    """Tell whether a name of several words ends as those of firms do."""
    *front, last = name.split() or [""]
    return (bool(front) and last in _FIRMS) or (len(front) > 1 and last in _ALSO_SURNAMES)


def is_speaker(word: str) -> bool:
    """Tell whether a noun is one for those who speak for bodies: "spokesman"."""
    entry = noun(word)
    return entry is not None and entry.form.startswith("spokes")


def is_role(token: Token) -> bool:
    """Tell whether a word may be the title of one person: "workers" may not."""
    entry = noun(token.text)
    if entry is None:
        return is_title(token.text)
    return entry.kind is NounKind.ROLE and not is_plural(token)


def is_person(token: Token) -> bool:
    """Tell whether a noun speaks of one person: "mayor", "resident", "welder"; no craft."""
    if is_plural(token) or token.pos != "NOUN":
        return False
    entry, low = noun(token.text), token.text.casefold()
    if entry is not None:
        return entry.kind is NounKind.ROLE or (entry.kind is NounKind.GROUP and low == entry.form)
    return low not in CRAFT | _THINGS and low.endswith(_PEOPLE)


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a title ("Dr.")."""
    return word.casefold().rstrip(".") in TITLES
