"""A value that is set chooses rows: it never fills a gap, and never makes a query wrong."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store import Iri, Literal, Rows, Store
from kg.store.scope import scope
from kg.store.sparql import checked_form
from tests.store.test_engines import G

E = "http://example.org/"
DATA = "".join(
    f"<{E}{s}> <{E}{p}> {o} <{G}> .\n"
    for s, p, o in (
        ("a", "name", '"Ann"'),
        ("a", "town", '"Bree"'),
        ("b", "name", '"Bob"'),
        ("c", "name", '"Cid"'),
        ("c", "age", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("c", "town", '"Dale"'),
    )
)
OPTIONAL = f"SELECT ?name ?town WHERE {{ ?s <{E}name> ?name OPTIONAL {{ ?s <{E}town> ?town }} }}"
WORKED_OUT = f"""SELECT ?name ?place WHERE {{ ?s <{E}name> ?name
  OPTIONAL {{ ?s <{E}town> ?town }} BIND(COALESCE(?town, "nowhere") AS ?place) }}"""
UNION = f"SELECT ?s ?x WHERE {{ {{ ?s <{E}name> ?x }} UNION {{ ?s <{E}town> ?x }} }}"
INSIDE = f"SELECT ?n WHERE {{ {{ SELECT (COUNT(?s) AS ?n) WHERE {{ ?s <{E}name> ?name }} }} }}"
ONLY_INSIDE = f"SELECT ?s WHERE {{ SELECT ?s WHERE {{ ?s <{E}name> ?name }} }}"
STAR = f"SELECT ?s WHERE {{ {{ SELECT * WHERE {{ ?s <{E}name> ?name }} }} }}"
MINUS = f"SELECT ?s WHERE {{ ?s <{E}name> ?name MINUS {{ ?s <{E}town> ?town }} }}"
EXISTS = f"SELECT ?s WHERE {{ ?s <{E}name> ?name FILTER EXISTS {{ ?s <{E}town> ?town }} }}"
COUNTED = f"SELECT ?town (COUNT(?s) AS ?n) WHERE {{ ?s <{E}town> ?town }} GROUP BY ?town"
GIVEN = f'SELECT ?s WHERE {{ VALUES (?name ?x) {{ ("Ann" 1) ("Bob" 2) }} ?s <{E}name> ?name }}'


@pytest.mark.parametrize(
    ("sparql", "bindings", "rows"),
    [
        (OPTIONAL, {"name": "Bob"}, [("Bob", None)]),
        (OPTIONAL, {"town": "Bree"}, [("Ann", "Bree")]),
        (OPTIONAL, {"town": "nowhere"}, []),
        (OPTIONAL, {"town": ("Bree", "Dale")}, [("Ann", "Bree"), ("Cid", "Dale")]),
        (OPTIONAL, {"town": "Bree", "name": "Cid"}, []),
        (WORKED_OUT, {"place": "nowhere"}, [("Bob", "nowhere")]),
        (WORKED_OUT, {"place": "Dale", "name": "Cid"}, [("Cid", "Dale")]),
        (UNION, {"x": "Dale"}, [(f"{E}c", "Dale")]),
        (UNION, {"s": Iri(f"{E}b")}, [(f"{E}b", "Bob")]),
        (INSIDE, {"n": 3}, [("3",)]),
        (INSIDE, {"n": 2}, []),
        (ONLY_INSIDE, {"s": Iri(f"{E}a")}, [(f"{E}a",)]),
        (STAR, {"name": "Cid"}, [(f"{E}c",)]),
        (MINUS, {"name": "Bob"}, [(f"{E}b",)]),
        (EXISTS, {"name": ("Ann", "Bob")}, [(f"{E}a",)]),
        (COUNTED, {"town": "Dale"}, [("Dale", "1")]),
        (GIVEN, {"name": "Bob"}, [(f"{E}b",)]),
        (GIVEN, {"x": 2}, [(f"{E}b",)]),
        (f"SELECT ?s WHERE {{ ?s <{E}age> ?age }}", {"age": 7}, [(f"{E}c",)]),
        (f"SELECT ?s WHERE {{ ?s <{E}age> ?age }}", {"age": Literal("7")}, []),
        (f"SELECT ?s WHERE {{ ?s <{E}age> ?age }}", {"age": (Literal("7"), 7)}, [(f"{E}c",)]),
    ],
)
def test_a_value_chooses_rows(
    store: Store, sparql: str, bindings: dict[str, str], rows: list[tuple[str | None, ...]]
) -> None:
    store.put(G, DATA)
    found = store.query(sparql, bindings)
    assert isinstance(found, Rows)
    assert sorted(map(repr, (tuple(row.values()) for row in found))) == sorted(map(repr, rows))


@pytest.mark.parametrize(
    ("sparql", "name"),
    [(INSIDE, "name"), (ONLY_INSIDE, "name"), (MINUS, "town"), (EXISTS, "town"), (COUNTED, "n")],
)
def test_a_variable_that_no_value_can_choose_is_refused(
    store: Store, sparql: str, name: str
) -> None:
    store.put(G, DATA)
    with pytest.raises(QueryError, match=f"{name}: is worked out by the query"):
        store.query(sparql, {name: "x"})


@pytest.mark.parametrize(
    ("inside", "always", "perhaps", "made"),
    [
        ("?a ?b ?c", "abc", "", ""),
        ("?a (<x:p>|<x:q>)* ?b FILTER(?c > 1 && ?d < 2)", "ab", "", ""),
        ("GRAPH ?g { ?a ?b ?c }", "g", "abc", ""),
        ("{ ?a ?b ?c } BIND(STR(?a) AS ?d) BIND(1 AS ?e)", "", "abc", "de"),
        ("FILTER(NOT EXISTS { ?a ?b ?c } && ?d) ?e ?f ?g", "efg", "", ""),
        ('?a ?b "} ?c" # ?d }', "ab", "", ""),
        ("{ SELECT ?a (MAX(?b) AS ?c) { ?d ?e ?f } } ?g ?h ?i", "ghi", "ac", ""),
        ("{ SELECT (COUNT(*) AS ?a) { ?b ?c ?d } GROUP BY ?b }", "", "a", ""),
        ("SELECT ?a { ?b ?c ?d } ORDER BY ?e", "", "a", ""),
        ("{ SELECT * { ?a ?b ?c MINUS { ?d ?e ?f } } }", "", "abc", ""),
        ("MINUS { { ?a ?b ?c } OPTIONAL { ?d ?e ?f } }", "", "", ""),
    ],
)
def test_how_surely_a_group_binds(inside: str, always: str, perhaps: str, made: str) -> None:
    query = f"SELECT ?z WHERE {{ {inside}\n}} ORDER BY ?y"
    found = scope(query, checked_form(query))
    assert (found.always, found.perhaps, found.made) == (set(always), set(perhaps), set(made))
    assert query[found.start : found.end].strip() == inside
