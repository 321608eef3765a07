"""What was found is kept exactly beside what counts, and no query for this meets it."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
from hypothesis import given, settings

from kg.model import Judged, Reading
from kg.rdf import KG, judged_nquads, parse_readings, reading_nquads
from kg.rdf.vocabulary import FOUND, NOTHING
from tests.queries.border import READ_1, READ_2
from tests.rdf.strategies import readings


def of(article: Reading, other: Reading) -> Reading:
    """Return the other reading as one of the same article."""
    here = article.article
    said = tuple(replace(s, article=here.id) for s in other.statements)
    mentions = tuple(replace(m, article=here.id) for m in other.mentions)
    return replace(
        other, article=here, statements=said, mentions=mentions, locations=article.locations
    )


@given(readings(), readings())
@settings(max_examples=150, deadline=None)
def test_two_readings_of_one_article_come_back_both(found: Reading, other: Reading) -> None:
    counts = of(found, other)
    nquads = judged_nquads(Judged(found, counts))
    assert parse_readings(nquads, found=True) == (found,)
    assert parse_readings(nquads) == (counts,)


@given(readings())
@settings(max_examples=50, deadline=None)
def test_where_nothing_was_decided_nothing_is_kept_twice(reading: Reading) -> None:
    nquads = judged_nquads(Judged(reading, replace(reading)))
    assert nquads == reading_nquads(reading)
    assert FOUND not in nquads.replace(reading.article.text, "")
    assert parse_readings(nquads, found=True) == parse_readings(nquads) == (reading,)


def test_what_does_not_count_is_said_in_terms_of_its_own_alone() -> None:
    counts = READ_1.only({s.id for s in READ_1.statements[1:]})
    terms = {
        quad.predicate.value
        for quad in ox.parse(judged_nquads(Judged(READ_1, counts)), format=ox.RdfFormat.N_QUADS)
        if "statement/s1" in str(quad.subject)
    }
    assert f"{FOUND}speechAct" in terms
    assert not [term for term in terms if term.startswith(KG)]


def test_what_was_not_found_before_is_said_to_be_nothing() -> None:
    who = tuple(replace(a, speaker=None, role=None) for a in READ_2.attributions)
    nquads = judged_nquads(Judged(replace(READ_2, attributions=who), READ_2))
    assert NOTHING not in nquads
    headless = replace(READ_2, article=replace(READ_2.article, outlet=None))
    nquads = judged_nquads(Judged(headless, READ_2))
    assert f"<{FOUND}outlet> <{NOTHING}>" in nquads
    assert parse_readings(nquads, found=True) == (headless,)
