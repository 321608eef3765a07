import pytest

from kg.extract.describe.sides import Sides, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("chilean", "chile"), ("kazakh", "kazakhstan"), ("turkish", "turkey"), ("russian", "russia")],
)
def test_a_country_and_its_people_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("iran", "iraq"), ("austria", "australia")])
def test_like_names_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_two_names_of_one_source_are_one_side() -> None:
    sides = Sides({"brask": "brask", "kelm": "brask", "oder": "oder"})
    assert sides.same({"kelm"}, {"brask"})
    assert not sides.same({"kelm"}, {"oder"})
    assert not sides.same({"kelm"}, set())
