"""Countries: their names, demonyms, capitals and the houses that stand for their governments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.resolve.tables import rows
from kg.resolve.wording import canonical


@dataclass(frozen=True, slots=True)
class Country:
    """One row of data/countries.tsv; `code` is ISO 3166-1 alpha-2, the point WGS 84 degrees."""

    code: str
    name: str
    demonyms: tuple[str, ...]
    capital: str
    latitude: float
    longitude: float
    aliases: tuple[str, ...]
    metonyms: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Return all countries by code."""
    return {code: _country(code, *rest) for code, *rest in rows("countries.tsv")}


def _country(  # noqa: PLR0913, PLR0917 - the columns of the table
    code: str, name: str, demonyms: str, capital: str, lat: str, lon: str, *rest: str
) -> Country:
    aliases, metonyms = (tuple(filter(None, cell.split("|"))) for cell in (*rest, "", "")[:2])
    return Country(
        code, name, tuple(demonyms.split("|")), capital, float(lat), float(lon), aliases, metonyms
    )


@cache
def _by_name() -> Mapping[str, str]:
    return _index((c.code, (c.name, *c.aliases)) for c in countries().values())


@cache
def _by_demonym() -> Mapping[str, str]:
    return _index((c.code, c.demonyms) for c in countries().values())


@cache
def _by_metonym() -> Mapping[str, str]:
    return _index((c.code, (c.capital, *c.metonyms)) for c in countries().values())


def _index(entries: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, names in entries:
        for name in names:
            found.setdefault(canonical(name), code)
    return found


def named(words: str) -> str | None:
    """Return the code of the country that the words name.

    >>> named("the Netherlands")
    'NL'
    """
    return _by_name().get(canonical(words))


def demonym(words: str) -> str | None:
    """Return the code of the country that an adjective or a people's name belongs to.

    >>> demonym("Peruvians"), demonym("north korean"), demonym("wooden")
    ('PE', 'KP', None)
    """
    key = canonical(words)
    return _by_demonym().get(key) or _by_demonym().get(key.removesuffix("s"))


def capital(words: str) -> str | None:
    """Return the code of the country whose capital or government house the words name.

    >>> capital("Nairobi"), capital("the Kremlin")
    ('KE', 'RU')
    """
    return _by_metonym().get(canonical(words))


def is_land(words: str) -> bool:
    """Tell whether words are those of a country, its people, or its capital."""
    return bool(named(words) or demonym(words) or capital(words))
