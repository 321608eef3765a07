"""Shares worked by hand: ten statements, five of `a`, two of them voiced by its spokesman."""

from __future__ import annotations

import pytest

from kg.model import Actor, ActorType, Measured, Stance, TooFew
from kg.network import build, measures
from tests.network.corpora import article, rows, said

UNNAMED = Actor("official", "an official", ActorType.ANONYMOUS)
TRADERS = Actor("traders", "traders", ActorType.GROUP)
CORPUS = rows(
    [
        said("s0", "a", ["b"], stance=Stance.DISTANCING),
        said("s1", "a", ["b"], speaker="spokesman", notes=["unverified"]),
        said("s2", "a", ["b"], speaker="spokesman", notes=["verified"]),
        said("s3", "a", ["a"]),
        said("s4", "a", ["c"]),
        said("s5", "b", ["a"], article="a2"),
        said("s6", "official", ["b"], article="a2"),
        said("s7", "traders", [], article="a2"),
        said("s8", None, ["c"], article="a2"),
        said("s9", "b", [], article="a2"),
    ],
    articles=[article("a1", "Post"), article("a2", "Herald")],
    actors=[UNNAMED, TRADERS],
)
GRAPH = build(CORPUS)


def test_voice_is_the_share_of_all_statements_by_claimant_and_by_speaker() -> None:
    claimed, spoken = measures.voice(GRAPH), measures.voice(GRAPH, by="speaker")
    assert claimed["a"] == Measured(0.5, ("s0", "s1", "s2", "s3", "s4"))
    assert claimed["spokesman"] == Measured(0.0)
    assert spoken["spokesman"] == Measured(0.2, ("s1", "s2"))
    assert spoken["a"] == Measured(0.3, ("s0", "s3", "s4"))
    assert sum(m.value for m in claimed.values() if isinstance(m, Measured)) == pytest.approx(0.9)


def test_what_one_says_of_oneself_is_no_mention() -> None:
    found = measures.mentioned(GRAPH)
    assert found["a"] == Measured(0.1, ("s5",))
    assert found["b"] == Measured(0.4, ("s0", "s1", "s2", "s6"))


def test_voice_is_set_against_mentions_where_there_are_some() -> None:
    found = measures.voice_to_mention(GRAPH)
    assert found["b"] == Measured(0.5, ("s5", "s9", "s0", "s1", "s2", "s6"))
    assert found["c"] == TooFew(2, 3, "mentions", ("s4", "s8"))
    assert measures.voice_to_mention(GRAPH, least=2)["c"] == Measured(0.0, ("s4", "s8"))


def test_a_share_of_few_statements_is_too_few() -> None:
    small = build(rows([said("s0", "a", ["b"])]))
    assert measures.voice(small)["a"] == TooFew(1, 10, "statements", ("s0",))
    assert measures.mentioned(small)["b"] == TooFew(1, 10, "statements", ("s0",))


def test_nobody_can_ask_a_group_an_official_or_nobody() -> None:
    assert measures.anonymity(GRAPH)[""] == Measured(0.3, ("s6", "s7", "s8"))
    by_outlet = measures.anonymity(GRAPH, by="outlet")
    assert by_outlet["Herald"] == Measured(0.6, ("s6", "s7", "s8"))


def test_a_share_of_none_rests_on_all_that_do_not_count() -> None:
    assert measures.anonymity(GRAPH, by="outlet")["Post"] == Measured(
        0.0, ("s0", "s1", "s2", "s3", "s4")
    )


def test_the_narrator_doubts_by_the_cue_or_a_remark() -> None:
    found = measures.hedging(GRAPH)
    assert found["a"] == Measured(0.4, ("s0", "s1"))
    assert found["b"] == TooFew(2, 5, "statements", ("s5", "s9"))


@pytest.mark.parametrize(
    "measure",
    [measures.voice, measures.mentioned, measures.voice_to_mention, measures.hedging],
)
def test_nothing_is_measured_of_nothing(measure: object) -> None:
    assert measure(build(rows([]))) == {}  # type: ignore[operator]
