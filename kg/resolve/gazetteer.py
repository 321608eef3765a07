"""Places by name: countries, cities, regions, crossings; chosen by the countries of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.model import Feature, Location, Token, content_id
from kg.resolve import countries
from kg.resolve.segments import joined
from kg.resolve.tables import rows
from kg.resolve.wording import canonical

_WIDE = frozenset(
    "province region district governorate oblast state county prefecture area".split()
)
_CLEAR = 0.5
_LONGEST = 5
LARGE = 50_000
"""People in a city whose name is taken for the city, whatever the name finder says."""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer; `id` is that of GeoNames where the row is from there."""

    name: str
    kind: str
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    population: int = 0
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The countries that an article speaks of, most often first."""

    countries: tuple[str, ...] = ()


@cache
def _places() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the rows of each name; the project's own table stands before GeoNames'."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for table in ("places.tsv", "cities.tsv.gz"):
        for row in rows(table):
            for name in (row[0], *filter(None, row[5].split("|"))):
                found.setdefault(name.casefold().replace(".", ""), []).append(tuple(row))
    return {name: tuple(entries) for name, entries in found.items()}


def places_named(words: str) -> tuple[Place, ...]:
    """Return the places of that name, countries first.

    >>> places_named("Spin Boldak")[0].countries
    ('AF',)
    """
    if code := countries.named(words):
        country = countries.countries()[code]
        return (Place(country.name, "country", (code,), country.latitude, country.longitude),)
    return tuple(_place(row) for row in _places().get(canonical(words), ()))


def _place(row: tuple[str, ...]) -> Place:
    population, number = (*row[6:8], "", "")[:2]
    codes = tuple(filter(None, row[2].split("|")))
    point = float(row[3]), float(row[4])
    return Place(row[0], row[1], codes, *point, int(population or 0), number or None)


def locate(tokens: Sequence[Token], context: Context) -> Place | None:
    """Return the place that the longest name among tokens denotes; None when several fit."""
    found = find(tokens, context)
    return found[0] if found else None


def find(tokens: Sequence[Token], context: Context) -> tuple[Place, tuple[Token, ...]] | None:
    """Return the place that the longest name among tokens denotes, and the tokens of the name.

    A kind after the name widens it: "Kandahar province" is not the city.
    """
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        for at in range(len(tokens) - size + 1):
            part = tuple(tokens[at : at + size])
            found = _candidates(tokens, at, part, context)
            if found:
                chosen = _widened(choose(found, context), tokens[at + size :])
                return (chosen, part) if chosen else None
    return None


def _candidates(
    tokens: Sequence[Token], at: int, part: tuple[Token, ...], context: Context
) -> tuple[Place, ...]:
    """Return the places that a part of the tokens may name."""
    first, last = part[0].text, part[-1].text
    if not first[:1].isupper() or not last[:1].isalpha() or part[0].tag == "DT":
        return ()
    found = places_named(joined(part)) if _is_written(part) else ()
    longer = _in_longer_name(tokens, at, len(part))
    return tuple(p for p in found if p.kind != "city" or (not longer and _shown(p, part, context)))


def _in_longer_name(tokens: Sequence[Token], at: int, size: int) -> bool:
    """Tell whether capitals go on at either side: "Bank" in "Hellweg Bank"."""
    around = [*tokens[max(0, at - 1) : at], *tokens[at + size : at + size + 1]]
    return any(
        t.pos == "PROPN"
        and t.text[:1].isupper()
        and t.text.casefold() not in _WIDE
        and countries.demonym(t.text) is None
        and countries.named(t.text) is None
        for t in around
    )


def _shown(place: Place, part: tuple[Token, ...], context: Context) -> bool:
    """Tell whether a city's name is read as one: by the parser, or because the city is large."""
    labels = {t.entity for t in part}
    if labels & {"GPE", "LOC", "FAC"}:
        return True
    if "PERSON" in labels:
        return False
    return is_likely(place, context) or (place.population >= LARGE and not labels & {"ORG", "NORP"})


def is_likely(place: Place, context: Context) -> bool:
    """Tell whether a city is large and in a country that the article speaks of."""
    return place.population >= LARGE and not set(context.countries).isdisjoint(place.countries)


def _is_written(part: tuple[Token, ...]) -> bool:
    """Tell whether words are written as a name and are no month or demonym."""
    text = joined(part)
    if part[0].entity in {"DATE", "TIME"} or (
        len(part) == 1 and part[0].pos not in {"PROPN", "NOUN"}
    ):
        return False
    return countries.demonym(text) is None or countries.named(text) is not None


def choose(found: Sequence[Place], context: Context) -> Place | None:
    """Return the place that leads the others; None when two lead."""
    ranked = sorted(found, key=lambda p: -sum(f.weight for f in features(p, context)))
    scores = [sum(f.weight for f in features(p, context)) for p in ranked]
    if len(ranked) > 1 and scores[0] - scores[1] < _CLEAR:
        return None
    return ranked[0]


def features(place: Place, context: Context) -> tuple[Feature, ...]:
    """Return why a place may be meant, each reason with its weight."""
    ranks = [context.countries.index(c) for c in place.countries if c in context.countries]
    reasons = (
        Feature(
            "country of the article", 3.0 - 0.5 * min(min(ranks, default=0), 3) if ranks else 0.0
        ),
        Feature("own table", 2.0 if place.id is None else 0.0),
        Feature("over a million people", 1.5 if place.population >= 10**6 else 0.0),
        Feature("over a hundred thousand people", 1.0 if place.population >= 10**5 else 0.0),
    )
    return tuple(f for f in reasons if f.weight) or (Feature("name in the gazetteer", 0.5),)


def _widened(place: Place | None, after: Sequence[Token]) -> Place | None:
    """Return the region round a town when "province" follows its name."""
    if place is None or not after or after[0].text.casefold() not in _WIDE or place.kind != "city":
        return place
    name = f"{place.name} {after[0].text.casefold()}"
    return Place(name, "region", place.countries, place.latitude, place.longitude)


def location(place: Place) -> Location:
    """Return a place as the model has it; a place shared by countries belongs to none."""
    return Location(
        content_id("place", canonical(place.name), place.kind, *place.countries),
        place.name,
        place.countries[0] if len(place.countries) == 1 else None,
        place.latitude,
        place.longitude,
        f"geonames:{place.id}" if place.id else None,
    )
