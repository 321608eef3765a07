"""The places that articles name, and where: how often, in which articles and statements."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Knowledge, Location, Reading


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place: how often it is named, in which articles, in which statements."""

    location: Location
    mentions: int
    articles: tuple[str, ...]
    statements: tuple[str, ...] = ()


def named_places(knowledge: Knowledge) -> tuple[Spot, ...]:
    """Return every place of the articles, most named first."""
    known: dict[str, Location] = {}
    named: dict[str, list[str]] = {}
    said: dict[str, list[str]] = {}
    for reading in knowledge.readings:
        known |= {place.id: place for place in reading.locations}
        for mention in reading.mentions:
            named.setdefault(mention.entity, []).append(reading.article.id)
        for place, statement in _within(reading):
            said.setdefault(place, []).append(statement)
    spots = [
        Spot(
            place,
            len(named.get(key, ())),
            tuple(dict.fromkeys(named.get(key, ()))),
            tuple(dict.fromkeys(said.get(key, ()))),
        )
        for key, place in known.items()
    ]
    return tuple(sorted(spots, key=lambda s: (-s.mentions, s.location.name, s.location.id)))


def _within(reading: Reading) -> list[tuple[str, str]]:
    """Return which places are named in which statements."""
    places = {place.id for place in reading.locations}
    mentions = [m for m in reading.mentions if m.entity in places]
    return [
        (mention.entity, statement.id)
        for statement in reading.statements
        for mention in mentions
        if any(span.covers(mention.span) for span in statement.content)
    ]
