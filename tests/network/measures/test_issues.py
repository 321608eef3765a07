"""Concentration, age, origins and agreement, worked by hand."""

from __future__ import annotations

import pytest

from kg.model import Backing, Measured, TooFew
from kg.network import build, measures
from tests.network.corpora import article, counted, link, number, rows, said


def backing(text: str, *origins: tuple[str, ...], issue: str = "q", low: float = 1) -> Backing:
    return Backing(issue, text, (text,), origins, counted=True, low=low, high=low)


def test_concentration_is_the_sum_of_squared_shares() -> None:
    held = rows(
        [said(f"s{n}", who, claims=["c1"]) for n, who in enumerate(["a", "a", "a", "b", "c"])]
        + [said("s5", None, claims=["c1"])],
        claims=[counted("c1", 1, 1)],
    )
    graph = build(held)
    found = measures.herfindahl(graph, measures.by_issue(graph))["q"]
    assert number(found) == pytest.approx(9 / 25 + 2 / 25)
    assert found.statements == ("s0", "s1", "s2", "s3", "s4")
    assert number(measures.effective(found)) == pytest.approx(25 / 11)


def test_one_source_is_all_there_is_and_four_equal_ones_a_quarter() -> None:
    one = build(rows([said(f"s{n}", "a") for n in range(5)]))
    four = build(rows([said(f"s{n}", f"a{n % 4}") for n in range(8)]))
    post = {"": tuple(f"s{n}" for n in range(8))}
    assert number(measures.herfindahl(one, {"": post[""][:5]})[""]) == 1
    assert number(measures.herfindahl(four, post)[""]) == 0.25
    assert measures.herfindahl(four, {"": ("s0", "s1")})[""] == TooFew(
        2, 5, "statements", ("s0", "s1")
    )


def test_an_issue_is_as_old_as_its_first_statement() -> None:
    held = rows(
        [
            said("s1", "a", claims=["c"], article="a1"),
            said("s2", "a", claims=["d"], article="a2"),
            said("s3", "b", claims=["c"], article="a3"),
            said("s4", "b", article="a4"),
        ],
        articles=[
            article("a1", day=2), article("a2", day=5), article("a3", day=None),
            article("a4", day=9),
        ],
        claims=[counted("c", 1, 1), counted("d", 2, 2)],
        relations=[link("same_claim", ["s2"], ["s1"], "revision", "q")],
    )  # fmt: skip
    graph = build(held)
    found = measures.ages(graph, measures.by_issue(graph))["q"]
    assert (found.first, found.last) == ("2031-05-03", "2031-05-06")
    assert found.days == Measured(7.0, ("s1",))
    assert found.span == Measured(3.0, ("s1", "s2"))
    assert found.revisions == Measured(1.0, ("s1", "s2"))


def test_without_a_date_there_is_no_age() -> None:
    held = rows(
        [said("s1", "a", claims=["c"])],
        articles=[article("a1", day=None)],
        claims=[counted("c", 1, 1)],
    )
    graph = build(held)
    assert measures.ages(graph, measures.by_issue(graph))["q"].days == TooFew(
        0, 1, "dated statements"
    )


def test_an_answer_echoes_as_often_as_it_is_repeated() -> None:
    found = backing("58", ("s1", "s2", "s3"), ("s4",))
    assert measures.origins(found) == Measured(2.0, ("s1", "s2", "s3", "s4"))
    assert measures.echo(found) == Measured(2.0, ("s1", "s2", "s3", "s4"))


def test_agreement_counts_origins_not_copies_and_only_many() -> None:
    given = [
        backing("23", ("s1",), ("s2",), ("s3",), low=23),
        backing("58", ("s4", "s5", "s6", "s7", "s8"), low=58),
        backing("other", ("s9",), issue="r"),
    ]
    assert measures.agreement(given)["q"][0] == TooFew(
        4, 10, "independent origins", ("s1", "s2", "s3")
    )
    found = measures.agreement(given, least=4)
    assert [number(found["q"][place]) for place in (0, 1)] == [0.75, 0.25]
    assert list(found) == ["q", "r"]
