from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.resolve import countries
from kg.resolve.gazetteer import Context, choose, location, places_named
from tests.resolve.stories import story


@pytest.mark.parametrize(
    ("name", "code", "latitude", "longitude"),
    [
        ("Torkham", None, 34.1, 71.1),
        ("Chaman", "PK", 30.9, 66.4),
        ("Spin Boldak", "AF", 31.0, 66.4),
        ("Khyber Pakhtunkhwa", "PK", 34.5, 72.1),
        ("Durand Line", None, 33.3, 70.0),
        ("Rafah", "PS", 31.3, 34.3),
        ("Kharkov", "UA", 50.0, 36.2),
        ("Peru", "PE", -9.2, -74.4),
    ],
)
def test_places_have_a_country_and_a_point(
    name: str, code: str | None, latitude: float, longitude: float
) -> None:
    place = choose(places_named(name), Context((code,) if code else ()))
    assert place is not None
    found = location(place)
    assert found.country == code
    assert found.latitude == pytest.approx(latitude, abs=0.2)
    assert found.longitude == pytest.approx(longitude, abs=0.2)


@pytest.mark.parametrize(("spoken", "code"), [(("GB",), "GB"), (("US",), "US")])
def test_the_countries_of_the_article_decide(spoken: tuple[str, ...], code: str) -> None:
    place = choose(places_named("Birmingham"), Context(spoken))
    assert place is not None
    assert place.countries == (code,)


def test_two_places_as_likely_are_none() -> None:
    assert choose(places_named("Springfield"), Context(("US",))) is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Troops left Kandahar province in Afghanistan.",
            "left Kandahar province",
            "Kandahar province",
        ),
        ("Troops left Herat province in Afghanistan.", "left Herat province", "Herat province"),
        ("The Bank of Lima reopened in Peru.", "The Bank", None),
        ("Analysts at Hellweg Bank in Germany shrugged.", "Hellweg Bank", None),
        (
            "Afghan troops shot at Pakistani posts near the Durand Line.",
            "the Durand Line",
            "Durand Line",
        ),
    ],
)
def test_the_place_inside_a_span(
    parser: Annotator, text: str, words: str, name: str | None
) -> None:
    told = story(parser, {"text": text})
    found = told.known.place(told.span(words))
    assert (found.name if found else None) == name


def test_every_country_has_a_demonym_a_capital_and_a_point_on_earth() -> None:
    for country in countries.countries().values():
        assert country.demonyms[0]
        assert countries.capital(country.capital) is not None
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180


@pytest.mark.parametrize(
    ("words", "code"), [("US", "US"), ("the Netherlands", "NL"), ("Congo", "CD"), ("us", "US")]
)
def test_names_of_countries(words: str, code: str) -> None:
    assert countries.named(words) == code
