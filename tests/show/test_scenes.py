from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kg.model import Interval, Knowledge
from kg.show.cards import cards
from kg.show.scenes import Scene, joined
from tests.show.invented import knowledge

NIGHT = Interval(date(2031, 3, 1), date(2031, 3, 2))


def _told(when: Sequence[Interval | None]) -> Knowledge:
    """Return two articles whose claims happened on the hill, the first at each of `when`."""
    known = knowledge(2, 1)
    readings = tuple(
        replace(
            reading,
            claims=tuple(
                replace(claim, place=reading.locations[0].id, time=time) for claim in reading.claims
            ),
        )
        for reading, time in zip(known.readings, when, strict=True)
    )
    return replace(known, readings=readings)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ((NIGHT, None), "Hill · 1–2 Mar 2031"),
        ((NIGHT, NIGHT), "Hill · 1–2 Mar 2031"),
        ((None, Interval(date(2031, 3, 1), None)), "Hill"),
    ],
)
def test_a_card_says_where_and_when_as_claims_do(
    when: Sequence[Interval | None], words: str
) -> None:
    (card,) = cards(_told(when))
    assert card.scene.words == words


def test_claims_of_many_places_tell_no_event() -> None:
    many = [Scene((f"Hill {n}",), ("1 Mar 2031",)) for n in range(3)]
    assert joined(many).words == "1 Mar 2031"
