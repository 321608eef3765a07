from __future__ import annotations

from itertools import combinations

from kg.model import Location
from kg.show.places import Spot, drawn_map


def _spot(name: str, latitude: float | None, longitude: float | None) -> Spot:
    return Spot(Location(name, name, None, latitude, longitude), 1, ())


def test_north_is_up_and_east_is_right() -> None:
    drawn = drawn_map([_spot("low", 10.0, 20.0), _spot("high", 12.0, 24.0)])
    assert drawn is not None
    low, high = drawn.spots
    assert high.y < low.y
    assert high.x > low.x
    assert 0 < high.y < low.y < drawn.height


def test_no_two_labels_touch() -> None:
    drawn = drawn_map([_spot(f"place {n}", 10 + n % 4 / 9, 20 + n / 40) for n in range(40)])
    assert drawn is not None
    labels = [spot.label for spot in drawn.spots if spot.label]
    assert len(labels) > 3
    for a, b in combinations(labels, 2):
        wide = 7.4 * max(len(a[2]), len(b[2]))
        assert abs(a[0] - b[0]) >= wide or abs(a[1] - b[1]) >= 14


def test_places_without_coordinates_make_no_map() -> None:
    assert drawn_map([_spot("nowhere", None, None)]) is None
