"""The things that mentions denote: actors, places, times, quantities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.text import Span


class ActorType(StrEnum):
    """Kinds of actors (`prov:Agent`)."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    STATE = "State"
    GROUP = "Group"
    ANONYMOUS = "AnonymousSource"


_NAMED = frozenset({ActorType.PERSON, ActorType.ORGANISATION})
_ADJECTIVES = ("an", "al", "ish", "ese", "ern", "ic")
_COMMON = frozenset(
    """
    united national global first new great royal free civic democratic people peoples public state
    city town north south east west saint st santa san el la le al de world human red blue green
    black white general popular progressive labour labor liberty freedom unity justice islamic
    supreme high central federal union party front alliance movement league council committee
    commission ministry department office army navy air police border main joint special
    """.split()
)
"""First words that many organisations share."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts or is acted on. `id` is a hash of its type and canonical name.

    An anonymous source's id also hashes the article that it stands in: two articles' "a senior
    official" are not known to be one. `organisation`, `part_of` and `acts_for` are actor ids.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    part_of: str | None = None
    acts_for: str | None = None
    state: str | None = None

    @property
    def anonymous(self) -> bool:
        """Tell whether no name is given that could be asked."""
        return self.type is ActorType.ANONYMOUS

    @property
    def short(self) -> str:
        """Return what another article may call the actor by alone, in lower case; else the id.

        It is a person's surname, or the first word of an organisation's name if few have it: a
        reader of the one word alone may have taken the one for the other.
        """
        words = self.name.split()
        word = words[-1:] if self.type is ActorType.PERSON else words[:1]
        if self.type not in _NAMED or not word or not word[0][:1].isupper():
            return self.id
        low = word[0].casefold()
        plain = len(words) > 1 and self.type is ActorType.ORGANISATION
        common = low in _COMMON or low.endswith(_ADJECTIVES) or not low.isalpha()
        return self.id if plain and (common or self.state is not None) else low


@dataclass(frozen=True, slots=True)
class Location:
    """A place; `country` is an ISO 3166-1 alpha-2 code, coordinates are WGS 84 degrees."""

    id: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    gazetteer: str | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """One named reason for a decision, with its weight in it."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of one article and the actor or place (`entity` id) that it denotes."""

    article: str
    span: Span
    entity: str
    features: tuple[Feature, ...] = ()


class Comparator(StrEnum):
    """How a number word bounds what it counts."""

    EXACT = "eq"
    AT_LEAST = "ge"
    MORE_THAN = "gt"
    AT_MOST = "le"
    LESS_THAN = "lt"
    ABOUT = "approx"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A closed interval [low, high] of a measured thing (`schema:QuantitativeValue`).

    `low` or `high` None means unbounded. `value` is the number as written, None for vague words
    ("dozens"). `measure` is what happened to the counted (killed, wounded ...), `unit` what is
    counted (person, post, aircraft, USD, percent). `of_whom` and `by_whom` are actor ids,
    `of_whom_text` the words that name the counted.
    """

    span: Span
    measure: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    of_whom: str | None = None
    by_whom: str | None = None
    of_whom_text: str | None = None

    def __post_init__(self) -> None:
        # 2 equals 2.0 but is spelled otherwise, and a store gives back 2.0 whatever was put in.
        for name in ("value", "low", "high"):
            number = getattr(self, name)
            if isinstance(number, int):
                object.__setattr__(self, name, float(number))


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; open where None."""

    start: date | None
    end: date | None
