"""What holds for any readings: order changes nothing, blocks do not interact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import ActorType, Location, Reading, SpeechAct
from kg.relate import FAMILIES, RULES, blocks, relate, relate_blocks
from kg.relate.rules import apply
from tests.relate.stories import Says, Story, actor

CAST = (
    actor("Orlen police"),
    actor("Saint Mira hospital"),
    actor("Velmora", ActorType.STATE),
    actor("Dorrak", ActorType.STATE),
)
PLACES = (Location("loc-tarne", "Tarne"), Location("loc-osk", "Osk"))
SAID = st.tuples(
    st.sampled_from(CAST),
    st.sampled_from(("kill", "attack", "capture")),
    st.sampled_from(CAST),
    st.sampled_from((None, 3, 12, 17)),
    st.sampled_from((SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.DENY, SpeechAct.TESTIFY)),
)
ARTICLES = st.lists(
    st.tuples(
        st.sampled_from((None, 0, 1, 9)), st.sampled_from(PLACES), st.lists(SAID, max_size=4)
    ),
    min_size=1,
    max_size=5,
)


def build(articles: Sequence[tuple[Any, ...]]) -> list[Reading]:
    readings = []
    for number, (day, place, said) in enumerate(articles):
        published = None if day is None else date(2031, 4, 2) + timedelta(days=day)
        story = Story(f"article-{number}", published, places=[place])
        for who, predicate, whom, count, act in said:
            claim = Says(predicate, who, whom, count, f"{predicate}ed")
            story.say(who, f"{who.name} {predicate} {whom.name}", claim, act=act, targets=(whom,))
        readings.append(story.reading(*CAST))
    return readings


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.integers(0, 4))
def test_the_order_of_readings_changes_nothing(articles: list[tuple[Any, ...]], by: int) -> None:
    readings = build(articles)
    turned = [*readings[by:], *readings[:by]]
    assert relate(readings) == relate(turned) == relate(readings[::-1])


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_an_article_touches_only_blocks_of_its_own_keys(articles: list[tuple[Any, ...]]) -> None:
    readings = build(articles)
    with_last, without = blocks(readings), blocks(readings[:-1])
    own = blocks(readings[-1:]).keys()
    assert all(with_last[key] == without[key] for key in without.keys() - own)
    assert with_last.keys() - own <= without.keys()


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_sides_of_a_link_never_overlap_and_name_known_statements(
    articles: list[tuple[Any, ...]],
) -> None:
    readings = build(articles)
    known = {s.id for reading in readings for s in reading.statements}
    for relation in relate(readings)[1]:
        assert not set(relation.a) & set(relation.b)
        assert set(relation.a) | set(relation.b) <= known


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_each_link_is_that_of_one_block(articles: list[tuple[Any, ...]]) -> None:
    found = [r.id for block in blocks(build(articles)).values() for r in apply(block)]
    assert len(found) == len(set(found))


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_recomputing_touched_blocks_is_relating_afresh(articles: list[tuple[Any, ...]]) -> None:
    readings = build(articles)
    before, after = blocks(readings[:-1]), blocks(readings)
    touched = blocks(readings[-1:]).keys()
    gone = {r.id for key in touched & before.keys() for r in apply(before[key])}
    new = {r.id for key in touched for r in apply(after[key])}
    old = {r.id for r in relate(readings[:-1])[1]}
    assert (old - gone) | new == {r.id for r in relate(readings)[1]}


def test_all_blocks_give_what_relate_gives() -> None:
    readings = build([(0, PLACES[0], [(CAST[0], "kill", CAST[2], 3, SpeechAct.ASSERT)])])
    assert relate_blocks(blocks(readings).values()) == relate(readings)


def test_every_rule_explains_itself() -> None:
    assert all(rule.__doc__ for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_every_family_of_blocks_has_rules() -> None:
    kinds = {"article", "count", "deed", "issue", "matter", "party", "place", "rivals", "wording"}
    assert set(FAMILIES) == kinds


def test_nothing_to_relate() -> None:
    assert relate([]) == ((), ())
