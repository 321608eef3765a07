"""TriG and Turtle of our own: what is read back is what was written."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.rdf import PREFIXES, ntriples
from kg.store.trig import trig, turtle
from tests.rdf.strategies import texts

LOCALS = st.sampled_from(("a", "Statement", "act-deny", "-x", "9", "", "a.b", "a/b", "a%20b", "ü"))
iris = st.builds(
    lambda space, local: f"<{space}{local}>",
    st.sampled_from((*PREFIXES.values(), "http://example.org/", "urn:x:")),
    LOCALS,
)
literals = st.one_of(
    texts.map(ntriples.text),
    texts.map(lambda value: f"{ntriples.text(value)}@de"),
    st.integers().map(lambda value: ntriples.typed(str(value), "integer")),
)
lines = st.lists(
    st.builds(lambda s, p, o: f"{s} {p} {o} .", iris, iris, st.one_of(iris, literals)), max_size=12
).map(lambda found: sorted(set(found)))


@given(lines)
@settings(max_examples=200, deadline=None)
def test_turtle_comes_back(written: list[str]) -> None:
    back = ox.parse(turtle(written, PREFIXES), format=ox.RdfFormat.TURTLE)
    wanted = ox.parse("\n".join(written), format=ox.RdfFormat.N_TRIPLES)
    assert set(back) == set(wanted)


@given(lines, lines)
@settings(max_examples=100, deadline=None)
def test_trig_comes_back(one: list[str], other: list[str]) -> None:
    graphs = [("http://example.org/g", one), ("http://example.org/h", other)]
    back = set(ox.parse(trig(graphs, PREFIXES), format=ox.RdfFormat.TRIG))
    quads = "".join(f"{line[:-1]}<{graph}> .\n" for graph, some in graphs for line in some)
    assert back == set(ox.parse(quads, format=ox.RdfFormat.N_QUADS))


def test_a_subject_is_written_once_and_names_are_short() -> None:
    some = ["<http://e/s> <http://e/p> <http://e/o> .", '<http://e/s> <http://e/q> "x > y" .']
    assert turtle(some, {"e": "http://e/"}) == (
        '@prefix e: <http://e/> .\n\ne:s e:p e:o ;\n  e:q "x > y" .\n'
    )
    assert turtle([], {}) == ""
