from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Location
from kg.show.boundaries import BEYOND
from kg.show.maps import LETTER, Label, Map, maps
from kg.show.places import Spot

# What share of a label stands before its anchor.
BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}


def _spot(name: str, latitude: float | None, longitude: float | None) -> Spot:
    return Spot(Location(name, name, None, latitude, longitude), 1, ())


def _wide(label: Label) -> float:
    return LETTER * len(label.text)


def _whole(spots: list[Spot]) -> Map:
    return maps(spots)[-1]


def test_north_is_up_and_east_is_right() -> None:
    drawn = _whole([_spot("low", 10.0, 20.0), _spot("high", 12.0, 24.0)])
    low, high = drawn.dots
    assert high.y < low.y
    assert high.x > low.x
    assert 0 < high.y < low.y < drawn.height


def test_no_two_labels_touch() -> None:
    drawn = _whole([_spot(f"place {n}", 10 + n % 4 / 9, 20 + n / 40) for n in range(40)])
    labels = [dot.label for dot in drawn.dots if dot.label]
    assert len(labels) > 3
    placed = ((label.x - BEFORE[label.anchor] * _wide(label), label) for label in labels)
    boxes = sorted(placed, key=lambda pair: pair[0])
    for (left, a), (right, b) in combinations(boxes, 2):
        assert right - left >= _wide(a) - 0.2 or abs(a.y - b.y) >= 14


def test_places_without_coordinates_make_no_map() -> None:
    assert maps([_spot("nowhere", None, None)]) == ()


def test_where_most_places_are_has_a_map_of_its_own() -> None:
    crowd = [_spot(f"near {n}", 34 + n / 10, 69 + n / 10) for n in range(9)]
    close, whole = maps([*crowd, _spot("far", -30.0, 140.0)])
    assert {dot.spot.location.name for dot in close.dots} == {s.location.name for s in crowd}
    assert len(whole.dots) == 10
    assert len(maps(crowd)) == 1


@pytest.mark.parametrize(
    ("inside", "named", "borders"),
    [
        ((31.5, 69.2), "Pakistan", "borders"),
        ((42.6, 21.0), "Kosovo", "unsettled"),
        ((64.9, -18.5), "Iceland", ""),
    ],
)
def test_boundaries_are_drawn_where_there_are_any(
    inside: tuple[float, float], named: str, borders: str
) -> None:
    lat, lon = inside
    drawn = _whole([_spot("here", lat - 2, lon - 2), _spot("there", lat + 2, lon + 2)])
    assert named in {name for name, *_ in drawn.outline.names}
    assert drawn.outline.land
    assert bool(drawn.outline.borders) == bool(borders)
    assert not borders or getattr(drawn.outline, borders)


def test_a_country_stands_as_a_ring_and_is_not_named_twice() -> None:
    drawn = _whole([_spot("Afghanistan", 33.9, 67.7), _spot("Kabul", 34.5, 69.2)])
    assert [dot.wide for dot in drawn.dots] == [True, False]
    assert "Afghanistan" not in {name for name, *_ in drawn.names}


@settings(max_examples=12, deadline=None)
@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0.1, 170))
def test_land_is_drawn_within_reach_of_the_frame(lat: float, lon: float, wide: float) -> None:
    drawn = _whole([_spot("a", lat, lon - wide / 2), _spot("b", lat, lon + wide / 2)])
    numbers = [float(n) for n in re.findall(r"-?[0-9.]+", drawn.outline.land)]
    assert all(-BEYOND <= x <= drawn.width + BEYOND for x in numbers[::2])
    assert all(-BEYOND <= y <= drawn.height + BEYOND for y in numbers[1::2])
