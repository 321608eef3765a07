"""Whether two statements are two witnesses or one, and how many origins a claim has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from kg.model import Reading
from kg.relate.evidence import Evidence, evidence
from kg.relate.sides import Party, same_body
from kg.relate.words import overlap, text_shingles

COPIED = 0.5
"""The share of four-word runs from which two contents count as one wording."""


class Source(Protocol):
    """The article that a statement stands in, as far as independence asks about it."""

    @property
    def id(self) -> str:
        """Return the article's id."""

    @property
    def agency(self) -> str | None:
        """Return the agency that it is credited to."""


class Witness(Protocol):
    """A statement as far as independence asks about it; `kg.relate.evidence.Evidence` is one."""

    @property
    def id(self) -> str:
        """Return the statement's id."""

    @property
    def article(self) -> Source:
        """Return where it stands."""

    @property
    def claimant(self) -> Party | None:
        """Return whose claim it is."""

    @property
    def words(self) -> str:
        """Return the content."""

    @property
    def heading(self) -> bool:
        """Tell whether it stands in a headline or heading."""

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Return the sort key: publication date (undated last), article, position, id."""


Tie = Callable[[Witness, Witness], bool]
AnyWitness = TypeVar("AnyWitness", bound=Witness)


def independent(one: Witness, other: Witness) -> bool:
    """Tell whether nothing in `TIES` makes the two statements one origin."""
    return not any(tie(one, other) for tie in TIES)


def same_source(one: Witness, other: Witness) -> bool:
    """One claimant, one that belongs to the other or bears its bare name; unknown ones are one."""
    a, b = one.claimant, other.claimant
    return a is None or b is None or same_body(a, b)


def same_wire(one: Witness, other: Witness) -> bool:
    """Two articles of one agency quote somebody unnamed, who may be the same."""
    agency = one.article.agency
    if agency is None or agency != other.article.agency or one.article.id == other.article.id:
        return False
    return any(e.claimant is not None and e.claimant.anonymous for e in (one, other))


def same_wording(one: Witness, other: Witness) -> bool:
    """Half of the four-word runs of the shorter content stand in the other, too."""
    return overlap(text_shingles(one.words), text_shingles(other.words)) >= COPIED


def own_heading(one: Witness, other: Witness) -> bool:
    """One is a heading of the article that the other stands in."""
    return one.article.id == other.article.id and (one.heading or other.heading)


TIES: tuple[Tie, ...] = (same_source, same_wire, own_heading, same_wording)


@dataclass(frozen=True, slots=True)
class Origins:
    """How often a claim stands in how many outlets, and from how many origins it comes."""

    mentions: int
    outlets: int
    independent: int


def origins(claim: str, readings: Sequence[Reading]) -> Origins:
    """Count who affirms the claim with id `claim`: n mentions, m outlets, k independent origins."""
    found = [
        e
        for reading in readings
        if any(one.id == claim for one in reading.claims)
        for e in evidence(reading)
        if any(a.claim.id == claim and a.affirmed for a in e.answers)
    ]
    outlets = {e.article.outlet or e.article.id for e in found}
    return Origins(len(found), len(outlets), count_origins(found))


def count_origins(found: Iterable[Witness]) -> int:
    """Count the groups of `origin_groups`."""
    return len(origin_groups(found))


def origin_groups(found: Iterable[AnyWitness]) -> list[list[AnyWitness]]:
    """Return statements grouped by origin, the first of each group first.

    A statement joins the first group whose first statement it is tied to.
    """
    groups: list[list[AnyWitness]] = []
    led: dict[str, list[AnyWitness]] = {}
    for one in sorted(found, key=lambda e: e.order):
        claimant = one.claimant.id if one.claimant else ""
        # Whoever leads a group is one origin: its statements need not be held against every group.
        group = led.get(claimant)
        if group is None:
            group = next((g for g in groups if not independent(one, g[0])), None)
        if group is None:
            groups.append(group := [])
            if claimant:
                led[claimant] = group
        group.append(one)
    return groups


class Witnesses:
    """The statements of readings, for counting the independent origins of any of them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {s.id: reading for reading in readings for s in reading.statements}
        self._evidence: dict[str, Evidence] = {}

    def independent(self, statements: Iterable[str]) -> int:
        """Return from how many independent origins statements, by id, come.

        Raises `KeyError` for a statement of none of the readings.
        """
        return count_origins([self._heard(key) for key in statements])

    def _heard(self, statement: str) -> Evidence:
        """Look at a whole reading once, when the first of its statements is asked for."""
        if statement not in self._evidence:
            self._evidence |= {e.id: e for e in evidence(self._readings[statement])}
        return self._evidence[statement]
