from __future__ import annotations

import dataclasses

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ArticleError, StoreError
from kg.model import Article, Feature, Issue, Knowledge, Reading, Relation
from kg.rdf import (
    article_graph,
    derived_nquads,
    is_derived,
    parse_readings,
    parse_relations,
    reading_nquads,
    relations_nquads,
)
from tests.queries.border import KNOWLEDGE, READ_1
from tests.rdf.strategies import issues, readings, relations


def bare(text: str, path: str = "a.txt") -> Reading:
    return Reading(Article("a1", path, text, ()), (), (), (), (), (), (), (), ())


@given(readings())
@settings(max_examples=100, deadline=None)
def test_a_reading_comes_back_exactly(reading: Reading) -> None:
    assert parse_readings(reading_nquads(reading)) == (reading,)


@given(readings())
@settings(max_examples=50, deadline=None)
def test_the_same_reading_gives_the_same_sorted_lines(reading: Reading) -> None:
    nquads = reading_nquads(reading)
    lines = nquads.split("\n")[:-1]
    assert lines == sorted(set(lines))
    assert reading_nquads(dataclasses.replace(reading)) == nquads


@given(readings())
@settings(max_examples=50, deadline=None)
def test_all_is_in_the_article_s_graph_without_blank_nodes(reading: Reading) -> None:
    quads = list(ox.parse(reading_nquads(reading), format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name.value for quad in quads} == {article_graph(reading.article.id)}
    assert not [quad for quad in quads if isinstance(quad.subject, ox.BlankNode)]
    assert not [quad for quad in quads if isinstance(quad.object, ox.BlankNode)]


@given(readings())
@settings(max_examples=50, deadline=None)
def test_the_lines_are_those_that_oxigraph_writes(reading: Reading) -> None:
    nquads = reading_nquads(reading)
    store = ox.Store()
    store.load(nquads.encode(), format=ox.RdfFormat.N_QUADS)
    written = store.dump(format=ox.RdfFormat.N_QUADS)
    assert written is not None
    assert sorted(written.decode().split("\n")[:-1]) == nquads.split("\n")[:-1]


@given(
    st.lists(issues, max_size=3, unique_by=lambda issue: issue.id),
    st.lists(relations, max_size=4, unique_by=lambda relation: relation.id),
)
@settings(max_examples=80, deadline=None)
def test_relations_come_back_sorted_by_id(asked: list[Issue], links: list[Relation]) -> None:
    graphs = relations_nquads(asked, links)
    back = parse_relations("".join(graphs.values()))
    assert back == (
        tuple(sorted(asked, key=lambda issue: issue.id)),
        tuple(sorted(links, key=lambda relation: relation.id)),
    )


def test_a_text_of_a_million_hostile_characters_comes_back() -> None:
    text = ('"\\\n\u202e\U0001f600' * 200_000)[:1_000_000]
    assert parse_readings(reading_nquads(bare(text)))[0].article.text == text


@pytest.mark.parametrize("where", ["text", "path"])
def test_half_a_surrogate_pair_is_refused_in_one_line(where: str) -> None:
    reading = bare("x\ud800") if where == "text" else bare("x", path="x\ud800.txt")
    with pytest.raises(ArticleError, match="surrogate") as caught:
        reading_nquads(reading)
    assert "\n" not in str(caught.value)
    str(caught.value).encode()


def test_a_truncated_export_is_refused() -> None:
    nquads = reading_nquads(bare("Two sides met."))
    with pytest.raises(StoreError, match="not N-Quads"):
        parse_readings(nquads[:-10])


def test_a_reading_with_a_property_missing_is_refused() -> None:
    nquads = reading_nquads(bare("Two sides met."))
    lines = [line for line in nquads.split("\n") if "articleBody" not in line]
    with pytest.raises(StoreError, match="articleBody"):
        parse_readings("\n".join(lines))


def test_two_statements_with_one_id_are_refused_in_one_line() -> None:
    said = READ_1.statements[0]
    other = dataclasses.replace(said, cue_lemma="claim")
    reading = dataclasses.replace(READ_1, statements=(said, other))
    with pytest.raises(ArticleError, match=r"post\.txt: two different things have one id"):
        reading_nquads(reading)


def test_two_mentions_of_one_actor_at_one_place_are_kept_apart() -> None:
    mention = READ_1.mentions[0]
    other = dataclasses.replace(mention, features=(Feature("exact", 1.0),))
    reading = dataclasses.replace(READ_1, mentions=(other, mention, other))
    assert parse_readings(reading_nquads(reading)) == (reading,)


def test_derived_graphs_are_told_from_articles() -> None:
    assert not is_derived(article_graph("a1"))
    assert all(map(is_derived, derived_nquads(KNOWLEDGE)))
    assert derived_nquads(Knowledge((), (), ())) == {}
    nquads = "".join(map(reading_nquads, KNOWLEDGE.readings))
    everything = nquads + "".join(derived_nquads(KNOWLEDGE).values())
    assert parse_readings(everything) == KNOWLEDGE.readings
    assert parse_relations(everything)[1] == KNOWLEDGE.relations
