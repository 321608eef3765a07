from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import LinkKind, Relation
from kg.review import without
from kg.review.links import pairs

IDS = "pqrstu"
relations = st.builds(
    lambda a, b, kind: Relation("r", kind, "t", tuple(a), tuple(b - a), "because"),
    st.sets(st.sampled_from(IDS), min_size=1, max_size=4),
    st.sets(st.sampled_from(IDS), max_size=4),
    st.sampled_from((LinkKind.DISPUTE, LinkKind.RESPONSE)),
)
cuts = st.sets(st.sampled_from([frozenset(pair) for pair in product(IDS, IDS)]), max_size=12)


@settings(max_examples=300, deadline=None)
@given(relations, cuts)
def test_exactly_the_pairs_that_were_cut_are_gone(
    relation: Relation, gone: set[frozenset[str]]
) -> None:
    left = list(without([relation], {LinkKind.DISPUTE: frozenset(gone)}))
    before = set(pairs(relation.a, relation.b))
    after = [pair for one in left for pair in pairs(one.a, one.b)]
    assert len(after) == len(set(after))
    assert set(after) == (before - gone if relation.kind is LinkKind.DISPUTE else before)
    assert all(one.a and bool(one.b) == bool(relation.b) for one in left)
    if set(after) == before:
        assert left == [relation]


def test_parts_of_a_link_have_ids_of_their_own() -> None:
    whole = Relation("r", LinkKind.DISPUTE, "t", ("p", "q"), ("r", "s"), "because")
    parts = list(without([whole], {LinkKind.DISPUTE: frozenset({frozenset("pr")})}))
    assert [(one.a, one.b) for one in parts] == [(("p",), ("s",)), (("q",), ("r", "s"))]
    assert len({one.id for one in (*parts, whole)}) == 3
