from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store import named_queries, named_query
from kg.store.questions import parsed


def test_the_head_of_a_query_says_what_it_asks() -> None:
    text = "# Who said\n# it?\n# $who: a name\nSELECT ?who # $no: parameter\nWHERE { ?who ?p ?o }"
    query = parsed("who", text)
    assert (query.name, query.question, query.sparql) == ("who", "Who said it?", text)
    assert dict(query.parameters) == {"who": "a name"}


def test_questions_are_sorted_and_found_by_name() -> None:
    assert list(named_queries()) == sorted(named_queries())
    assert len(named_queries()) >= 20
    assert named_query("killed") is named_queries()["killed"]


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match="who-about-whom"):
        named_query("who-killed-whom")
