"""The questions about what people decided, on every engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg import KnowledgeGraph
from kg.model import Passage, Verb
from kg.rdf import BASE, PREFIXES, parse_decisions
from kg.review import dumps
from kg.store import Store, named_queries, open_store
from tests.queries.border import AARDEN, KNOWLEDGE, NORLAND, READ_1, READ_2
from tests.queries.test_questions import plain
from tests.review.decisions import decided, merge, on, passages
from tests.store.engines import ENGINES, address

S1, S2, *_ = passages(READ_1)
GUARD = next(p for p in passages(READ_2) if p.statement == "s7")
MADE = [
    merge(NORLAND, AARDEN),
    on(Verb.REJECT, S1, after=1),
    on(Verb.REJECT, S2, by="Bo", after=2),
    on(Verb.CONFIRM, S2, after=3),
    on(Verb.GRADE, GUARD, value="B2", after=4),
    decided(Verb.LINK, passages=(S2,), against=(GUARD,), value="dispute", after=5),
    on(Verb.REJECT, Passage("x", S1.citation, ("never said",)), after=6),
]


@pytest.fixture(scope="module", params=ENGINES)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("store")
    with (
        address(request.param, folder) as where,
        open_store(where, prefixes=PREFIXES, within=BASE) as opened,
    ):
        graph = KnowledgeGraph(opened)
        graph.add_readings(KNOWLEDGE.readings)
        (folder / "given.jsonl").write_text(dumps(MADE), "utf-8")
        graph.review.bring_in(folder / "given.jsonl")
        yield opened


def ask(store: Store, name: str, **bound: str) -> list[list[str | None]]:
    return plain(store.query(named_queries()[name].sparql, bound))


def test_decisions_say_who_when_why_and_whether_they_are_about_anything_now(store: Store) -> None:
    rows = [(row[0], row[1], row[2], row[3], row[8]) for row in ask(store, "decisions")]
    assert rows == [
        ("2031-05-02T10:00:00Z", "Ana", "merge", "Norland Army", "found"),
        ("2031-05-02T10:00:00Z", "Ana", "merge", "Piet Aarden", "found"),
        ("2031-05-02T10:01:00Z", "Ana", "reject", S1.words[0], "found"),
        ("2031-05-02T10:02:00Z", "Bo", "reject", S2.words[0], "in conflict"),
        ("2031-05-02T10:03:00Z", "Ana", "confirm", S2.words[0], "in conflict"),
        ("2031-05-02T10:04:00Z", "Ana", "grade", GUARD.words[0], "found"),
        ("2031-05-02T10:05:00Z", "Ana", "link", S2.words[0], "found"),
        ("2031-05-02T10:05:00Z", "Ana", "link", GUARD.words[0], "found"),
        ("2031-05-02T10:06:00Z", "Ana", "reject", "never said", "not found"),
    ]
    assert {row[1] for row in ask(store, "decisions", by="Bo")} == {"Bo"}


def test_rejected_statements_are_found_by_asking_for_them_alone(store: Store) -> None:
    wanted = ["Norland Army", S1.words[0], "post.txt", "Ana"]
    assert [row[:4] for row in ask(store, "rejected")] == [wanted]
    for name in ("statements-in", "statements-of", "killed", "unverified", "who-about-whom"):
        assert not [row for row in ask(store, name) if S1.words[0] in row or "statement/s1" in row]
    assert "s1" not in str(ask(store, "disputes"))


def test_a_merged_actor_is_one_in_every_count(store: Store) -> None:
    names = [row[0] for row in ask(store, "actors")]
    assert "Norland Army" in names
    assert "Piet Aarden" not in names


def test_a_link_that_a_person_made_leads_to_the_decision(store: Store) -> None:
    sparql = (
        "SELECT ?by ?because ?words WHERE { ?dispute a kg:Dispute ; kg:decidedBy ?decision ;"
        " kg:sideB/kg:content/oa:exact ?words ; kg:because ?because ."
        " ?decision prov:wasAssociatedWith/rdfs:label ?by }"
    )
    assert plain(store.query(sparql)) == [["Ana", "why 5", GUARD.words[0]]]


def test_grades_are_concepts_with_words(store: Store) -> None:
    sparql = (
        "SELECT ?letter ?digit WHERE { ?statement kg:reliability/skos:notation ?letter ;"
        " kg:credibility/skos:notation ?digit }"
    )
    assert plain(store.query(sparql)) == [["B", "2"]]


def test_decisions_and_findings_come_back(store: Store) -> None:
    nquads = store.nquads()
    assert parse_decisions(nquads) == tuple(sorted(MADE, key=lambda d: (d.when, d.id)))
    assert KnowledgeGraph(store).readings() == KNOWLEDGE.readings
    assert KnowledgeGraph(store).check() == ()


def test_every_triple_is_in_one_graph(store: Store) -> None:
    triples = [line[: line.rindex(" <")] for line in store.nquads().split("\n") if line]
    assert len(triples) == len(set(triples)) == store.count()
