"""All tables of any corpus: the same in whatever order it comes, resting on its statements."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Measured, Rows, Stance, Table, TooFew
from kg.network import NAMES, TABLES, VIEWS, analyse, build, narrowed
from kg.relate import backings
from tests.network.corpora import article, counted, link, rows, said, shuffled

ACTORS = ["ada", "bo", "cy", "di", "eve"]
CLAIMS = [counted("c1", 1, 1), counted("c2", 2, 5), counted("d1", 1, None, "r")]
ARTICLES = [article(f"a{n}", f"Outlet {n % 2}", None if n == 3 else n) for n in range(4)]


@st.composite
def corpora(draw: st.DrawFn) -> Rows:
    actor = st.sampled_from(ACTORS)
    statements = [
        said(
            f"s{n}",
            draw(st.none() | actor),
            draw(st.lists(actor, max_size=2, unique=True)),
            act=draw(st.sampled_from(["assert", "accuse", "deny", "praise"])),
            article=f"a{draw(st.integers(0, 3))}",
            claims=draw(st.lists(st.sampled_from(["c1", "c2"]), max_size=1)),
            denies=draw(st.lists(st.just("d1"), max_size=1)),
            stance=draw(st.sampled_from(Stance)),
            words=f"things {draw(st.integers(0, 3))} were lost near the old mill on the hill",
        )
        for n in range(draw(st.integers(0, 24)))
    ]
    pairs = list(combinations([s.id for s in statements], 2))
    joined = draw(st.lists(st.sampled_from(pairs), max_size=8, unique=True)) if pairs else []
    relations = [
        link(draw(st.sampled_from(["dispute", "corroboration"])), [a], [b], issue="q", key=f"l{n}")
        for n, (a, b) in enumerate(joined)
    ]
    return rows(statements, articles=ARTICLES, claims=CLAIMS, relations=relations)


def tables(held: Rows) -> tuple[Table, ...]:
    return analyse(held, backings(held)).tables


def alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - tables and all they hold
    """Tell whether two results are the same, numbers up to rounding."""
    if isinstance(one, float) and isinstance(other, float):
        return one == pytest.approx(other, abs=1e-6)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, Measured) and isinstance(other, Measured):
        same = one.statements == other.statements
        return same and alike(one.value, other.value)
    return bool(one == other)


def cells(found: Table) -> tuple[Any, ...]:
    return tuple((row.key, row.label, row.cells) for row in found.rows)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), st.integers(0, 2**16))
def test_the_order_of_input_changes_nothing(held: Rows, seed: int) -> None:
    for one, other in zip(tables(held), tables(shuffled(held, seed)), strict=True):
        assert alike(cells(one), cells(other)), one.name


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_every_number_rests_on_statements_of_the_corpus(held: Rows) -> None:
    known = {statement.id for statement in held.statements}
    for table in tables(held):
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            for cell in row.cells:
                if not isinstance(cell, str):
                    assert set(cell.statements) <= known
                if isinstance(cell, Measured) and cell.value and table.name != "centrality":
                    assert cell.statements, (table.name, row.label)
                if isinstance(cell, TooFew):
                    assert cell.have < cell.need


RANGES = {
    "share": (0, 1),
    "count": (0, float("inf")),
    "days": (0, float("inf")),
    "score": (-1, float("inf")),
}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_every_number_is_in_its_range(held: Rows) -> None:
    for table in tables(held):
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if isinstance(cell, Measured):
                    low, high = RANGES[column.form]
                    assert low <= cell.value <= high, (table.name, column.name)


def test_tables_are_named_and_explained_by_what_makes_them() -> None:
    found = tables(rows([said("s1", "ada", ["bo"])]))
    assert tuple(table.name for table in found) == NAMES
    assert all(table.title and table.about for table in found)
    assert all(table.__doc__ for table in TABLES)


def test_only_the_tables_that_are_wanted_are_made() -> None:
    found = analyse(rows([said("s1", "ada")]), only=["voice", "sides"])
    assert [table.name for table in found.tables] == ["voice", "sides"]


def test_nothing_said_gives_empty_tables() -> None:
    for table in tables(rows([])):
        assert table.name == "balance" or table.rows == ()
    assert all(view(build(rows([]))) is not None for view in VIEWS.values())


def test_a_part_is_chosen_by_day_and_outlet() -> None:
    held = rows(
        [said(f"s{n}", "ada", article=f"a{n}", claims=["c1"]) for n in range(4)],
        articles=ARTICLES,
        claims=CLAIMS,
        relations=[link("dispute", ["s0"], ["s1"]), link("dispute", ["s0", "s2"], ["s2"])],
    )
    assert narrowed(held) is held
    part = narrowed(held, outlet="outlet 0")
    assert [s.id for s in part.statements] == ["s0", "s2"]
    assert [(r.a, r.b) for r in part.relations] == [(("s0", "s2"), ("s2",))]
    assert [claim.id for claim in part.claims] == ["c1"]
    day = ARTICLES[1].published
    assert [s.id for s in narrowed(held, since=day).statements] == ["s1", "s2"]
    assert [s.id for s in narrowed(held, until=day).statements] == ["s0", "s1"]
    assert analyse(part, backings(part)).graph.number_of_nodes() < build(held).number_of_nodes()
