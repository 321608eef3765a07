from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Extraction, Span, Statement
from kg.model.statement import QuoteType, SpeechAct
from kg.resolve import resolve
from tests.resolve.stories import cases, document

WORDS = st.sampled_from(
    "the a its their he we said of and 's ’s , . ( ) “ ” - Peru Lima Peruvian army ministry Ruiz"
    " Ana police 12 who union leader official for in troops Guard company \u0301 \U0001f525".split()
)


def test_a_reading_defines_every_id_that_it_uses(parser: Annotator) -> None:
    for case in cases():
        parsed = document(parser, case["text"], case.get("headline"), date(2024, 3, 6))
        reading = resolve(parsed, extract(parsed, "rules"))
        actors = {actor.id for actor in reading.actors}
        known = actors | {place.id for place in reading.locations}
        assert {m.entity for m in reading.mentions} <= known
        for voiced in reading.attributions:
            assert {voiced.speaker, voiced.claimant, *voiced.targets} - {None} <= actors
        for claim in reading.claims:
            assert {claim.agent, claim.patient, claim.place} - {None} <= known


def test_reading_twice_gives_the_same(parser: Annotator) -> None:
    for case in cases():
        parsed = document(parser, case["text"], case.get("headline"))
        extraction = extract(parsed, "rules")
        assert resolve(parsed, extraction) == resolve(parsed, extraction)


def test_mentions_are_in_the_order_of_the_text_and_have_reasons(parser: Annotator) -> None:
    for case in cases():
        parsed = document(parser, case["text"])
        mentions = resolve(parsed, extract(parsed, "rules")).mentions
        assert [m.span for m in mentions] == sorted(m.span for m in mentions)
        assert all(m.features for m in mentions)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_odd_text_and_odd_statements_never_raise(
    parser: Annotator, words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    parsed = document(parser, text)
    cut = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
        lambda ends: Span(min(ends), max(*ends, min(ends) + 1))
    )
    parts = (data.draw(cut), data.draw(cut), data.draw(cut))
    source, cue, content = ((part,) for part in parts)
    act = SpeechAct.ASSERT
    statement = Statement("s", "story", source, cue, content, "say", QuoteType.DIRECT, act)
    reading = resolve(parsed, Extraction((statement,), ()))
    assert reading.attributions[0].statement == "s"


def test_an_empty_article_has_an_empty_reading(parser: Annotator) -> None:
    reading = resolve(document(parser, "-"), Extraction((), ()))
    assert not reading.actors
    assert not reading.mentions
    assert not reading.claims
