"""Same and not same: their algebra, whatever the order of decisions."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Actor, ActorType, Decision, Verb
from kg.review import identities
from kg.review.identity import Identities
from tests.queries.border import A1
from tests.review.decisions import decided, merge, name, split

A, B, C, D, E = (Actor(f"id-{n}", f"Actor {n}", ActorType.PERSON) for n in "ABCDE")
ALL = (A, B, C, D, E)


def ids(known: Identities) -> list[str]:
    return [known.named(name(actor)).actor or actor.id for actor in ALL]


def test_one_chain_of_merges_is_one_actor_the_last_that_others_were_merged_into() -> None:
    known = identities([merge(B, A), merge(C, B, after=1)])
    assert ids(known)[:3] == [C.id] * 3
    assert {known.named(name(x)).name for x in (A, B, C)} == {C.name}


def test_of_two_that_others_were_merged_into_the_later_decision_counts() -> None:
    known = identities([merge(A, B), merge(C, B, after=1)])
    assert ids(known)[:3] == [C.id] * 3
    assert ids(identities([merge(A, B, after=2), merge(C, B, after=1)]))[:3] == [A.id] * 3


def test_a_ring_of_merges_is_one_actor_by_the_latest_decision() -> None:
    assert (
        ids(identities([merge(A, B), merge(B, C, after=1), merge(C, A, after=2)]))[:3] == [C.id] * 3
    )


def test_not_the_same_through_others_sets_all_on_the_way_aside_and_nothing_else() -> None:
    ab, bc, cd = merge(A, B), merge(B, C), merge(D, C)
    apart = split(A, C)
    known = identities([ab, bc, cd, apart])
    assert known.conflicts == {frozenset({ab.id, bc.id, apart.id})}
    assert ids(known) == [A.id, B.id, D.id, D.id, E.id]
    assert set(known.named(name(B)).contested) == {ab, bc}


def test_two_ways_to_the_same_are_both_set_aside() -> None:
    short, long = merge(A, C), [merge(A, B), merge(B, C)]
    apart = split(A, C)
    known = identities([short, *long, apart])
    assert known.conflicts == {
        frozenset({short.id, apart.id}),
        frozenset({*(d.id for d in long), apart.id}),
    }
    assert ids(known)[:3] == [A.id, B.id, C.id]


def test_not_the_same_alone_is_in_force() -> None:
    apart = split(A, B)
    known = identities([apart, merge(C, B)])
    assert not known.conflicts
    assert apart in known.named(name(A)).applied


def test_names_of_a_swallowed_actor_become_aliases() -> None:
    called = decided(Verb.RENAME, actors=(name(B),), value="Bee")
    ruling = identities([merge(A, B), called]).named(name(B))
    assert (ruling.name, ruling.aliases) == (A.name, ("Bee",))


def test_two_new_names_are_a_conflict_and_the_found_one_stays() -> None:
    both = [decided(Verb.RENAME, actors=(name(A),), value=v) for v in ("Ay", "Eh")]
    ruling = identities(both).named(name(A))
    assert ruling.name is None
    assert set(ruling.contested) == set(both)


def test_an_actor_is_found_by_its_id_or_by_type_name_and_state() -> None:
    known = identities([merge(A, B)])
    article = A1
    renamed = Actor(B.id, "Bea", B.type)
    anew = Actor("another id", B.name, B.type)
    assert known.key(renamed, None, article) == known.key(anew, None, article) is not None
    for other in (Actor("x", B.name, ActorType.GROUP), Actor("x", "Bea", B.type)):
        assert known.key(other, None, article) is None
    assert known.key(anew, "Norland", article) is None


DECISIONS = st.lists(
    st.builds(
        lambda verb, some, after: (merge if verb else split)(*some, after=after),
        st.booleans(),
        st.lists(st.sampled_from(ALL), min_size=2, max_size=3, unique_by=lambda a: a.id),
        st.integers(0, 5),
    ),
    max_size=7,
    unique_by=lambda d: d.id,
)


@settings(max_examples=200, deadline=None)
@given(DECISIONS, st.data())
def test_the_order_of_decisions_changes_nothing(
    decisions: list[Decision], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(decisions))
    assert identities(decisions) == identities(shuffled)


@settings(max_examples=200, deadline=None)
@given(DECISIONS)
def test_what_is_in_force_contradicts_nothing(decisions: list[Decision]) -> None:
    known = identities(decisions)
    off = {key for group in known.conflicts for key in group}
    now = dict(zip((a.id for a in ALL), ids(known), strict=True))
    for decision in decisions:
        found = {now[one.actor] for one in decision.actors}
        if decision.verb is Verb.MERGE and decision.id not in off:
            assert len(found) == 1
        if decision.verb is Verb.SPLIT:
            assert len(found) == len(decision.actors)


@pytest.mark.parametrize("order", permutations(range(3)))
def test_a_conflict_is_reported_whatever_came_first(order: tuple[int, ...]) -> None:
    made = [merge(A, B, after=1), merge(B, C, after=2), split(C, A, after=3)]
    known = identities([made[n] for n in order])
    assert known.conflicts == {frozenset(d.id for d in made)}
