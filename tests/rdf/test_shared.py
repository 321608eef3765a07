from __future__ import annotations

import dataclasses

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Actor, ActorType, Reading
from kg.rdf import BASE, KG, shared_nquads
from kg.rdf import vocabulary as v
from tests.queries.border import KNOWLEDGE, NORLAND, READ_1, READ_2
from tests.rdf.strategies import readings


def said_of(address: str, *read: Reading) -> set[tuple[str, str]]:
    quads = ox.parse("".join(shared_nquads(read).values()), format=ox.RdfFormat.N_QUADS)
    return {
        (quad.predicate.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value == f"{BASE}{address}"
        and not isinstance(quad.object, ox.Triple)
    }


def with_actor(reading: Reading, actor: Actor) -> Reading:
    return dataclasses.replace(reading, actors=(actor,))


def test_an_actor_has_one_label_and_type_and_all_roles() -> None:
    first = with_actor(READ_1, dataclasses.replace(NORLAND, name="The Army", role="army"))
    second = with_actor(READ_2, dataclasses.replace(NORLAND, role="force"))
    third = with_actor(
        dataclasses.replace(READ_2, article=dataclasses.replace(READ_2.article, id="a3")),
        dataclasses.replace(NORLAND, type=ActorType.GROUP),
    )
    said = said_of("actor/norland", first, second, third)
    assert {value for term, value in said if term == v.LABEL} == {"Norland Army"}
    assert {value for term, value in said if term == v.TYPE} == {
        f"{KG}Actor",
        f"{KG}Organisation",
    }
    assert {value for term, value in said if term == f"{KG}role"} == {"army", "force"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert shared_nquads((READ_2, READ_1)) == shared_nquads(KNOWLEDGE.readings)


def test_a_claim_that_two_articles_make_is_described_once() -> None:
    claim = READ_1.claims[0]
    other = dataclasses.replace(
        READ_2, claims=(dataclasses.replace(claim, text="another wording"),)
    )
    said = said_of("claim/c12", READ_1, other)
    assert {value for term, value in said if term == v.LABEL} == {"12 Sudrian soldiers killed"}
    assert len([term for term, _ in said if term == f"{KG}quantity"]) == 1


@given(st.lists(readings(), max_size=3, unique_by=lambda reading: reading.article.id))
@settings(max_examples=25, deadline=None)
def test_any_readings_can_be_shared(read: list[Reading]) -> None:
    graphs = shared_nquads(read)
    assert graphs == shared_nquads(read[::-1])
    lines = [line for nquads in graphs.values() for line in nquads.split("\n")[:-1]]
    triples = [line[: line.rindex(" <")] for line in lines]
    assert len(triples) == len(set(triples))
    list(ox.parse("".join(graphs.values()), format=ox.RdfFormat.N_QUADS))
