from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from kg.model import Reading, content_id
from kg.relate import ONLOOKER, Meaning, block_keys, change, relate, wordings
from kg.relate.meaning import WORDS_ALONE
from tests.relate.test_relating import ARTICLES, PLACES, build


def mixed(one: str, other: str) -> int:
    """Return a number that two texts have in either order, and no two pairs for a reason."""
    return int(content_id(*sorted((one, other)))[:4], 16)


DRAWING = Meaning(
    lambda _, __: 0.35,
    lambda one, other: 0.99 if mixed(one, other) % 2 else 0.05,
    lambda one, other: {("blame", "control", "framing", "denial")[mixed(one, other) // 2 % 4]: 0.9},
)
"""Finds that any two contents may exclude each other, in any way."""


def hashes(reading: Reading) -> set[str]:
    return {key.removesuffix(ONLOOKER) for key in block_keys(reading)}


@pytest.mark.parametrize("meaning", [WORDS_ALONE, DRAWING], ids=["words", "meaning"])
@settings(max_examples=60, deadline=None)
@given(articles=ARTICLES)
def test_neighbours_by_key_are_all_that_a_change_needs(
    meaning: Meaning, articles: list[tuple[Any, ...]]
) -> None:
    *rest, last = build(articles)
    beside = [reading for reading in rest if hashes(last) & hashes(reading)]
    found = change(beside, [last], [], meaning)
    related = {r.id: r for r in relate(rest, meaning)[1]}
    for relation in found.before:
        del related[relation.id]
    related |= {relation.id: relation for relation in found.after}
    assert tuple(related[key] for key in sorted(related)) == relate([*rest, last], meaning)[1]


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_issues_are_worded_as_relating_words_them(articles: list[tuple[Any, ...]]) -> None:
    readings = build(articles)
    found = wordings(readings[::-1])
    assert tuple(one.issue for one in found.values()) == relate(readings)[0]
    assert {one.article for one in found.values()} <= {r.article.id for r in readings}


def test_a_coming_and_going_article_change_nothing_together() -> None:
    (reading,) = build([(0, PLACES[0], [])])
    found = change([], [reading], [reading])
    assert found.before == found.after == ()
