"""Where and when that happened which a question is about, as far as claims that answer it say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Claim, Knowledge, Relation
from kg.show.terms import days

# Claims that give more places or days than this do not tell one event.
MOST = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """Names of places, and days in words."""

    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return the places and days, "" where claims give none, or too many for one event."""
        kept = (", ".join(found) for found in (self.places, self.times) if len(found) <= MOST)
        return " · ".join(filter(None, kept))


def joined(scenes: Iterable[Scene]) -> Scene:
    """Return all that several scenes give."""
    found = list(scenes)
    return Scene(
        tuple(dict.fromkeys(place for scene in found for place in scene.places)),
        tuple(dict.fromkeys(time for scene in found for time in scene.times)),
    )


def scenes(knowledge: Knowledge, relations: Iterable[Relation]) -> dict[str, Scene]:
    """Return the scene of each relation over a question, by the relation's id."""
    answers = _answers(knowledge)
    names = {place.id: place.name for r in knowledge.readings for place in r.locations}
    return {
        relation.id: _scene(_given(relation, answers), names)
        for relation in relations
        if relation.issue
    }


def _answers(knowledge: Knowledge) -> dict[tuple[str, str], list[Claim]]:
    """Return the claims of each statement on each issue."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for reading in knowledge.readings:
        claims = {claim.id: claim for claim in reading.claims}
        for commitment in reading.commitments:
            claim = claims[commitment.claim]
            found.setdefault((commitment.statement, claim.issue), []).append(claim)
    return found


def _given(relation: Relation, answers: Mapping[tuple[str, str], list[Claim]]) -> Iterator[Claim]:
    for statement in (*relation.a, *relation.b):
        yield from answers.get((statement, relation.issue or ""), ())


def _scene(claims: Iterable[Claim], names: Mapping[str, str]) -> Scene:
    found = list(claims)
    places = (names[claim.place] for claim in found if claim.place and claim.place in names)
    times = (claim.time for claim in found if claim.time)
    spelled = (days(time.start, time.end) for time in times if time.start and time.end)
    return Scene(tuple(dict.fromkeys(places)), tuple(dict.fromkeys(spelled)))
