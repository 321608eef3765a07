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


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a title ("Dr.")."""
    return word.casefold().rstrip(".") in TITLES
