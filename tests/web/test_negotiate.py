from __future__ import annotations

import pytest

from kg.web.negotiate import ROWS, chosen


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("*/*;q=0.1, text/csv", "text/csv"),
        ("application/*", "application/sparql-results+json"),
        ("*/*, application/sparql-results+json;q=0", "application/json"),
        ("text/csv;q=nonsense", None),
        ("image/png, */*;q=0", None),
        ("text/csv;charset=utf-8;q=0.5, text/xml;q=0.4", "text/csv"),
    ],
)
def test_the_best_offer_is_chosen(accept: str | None, media: str | None) -> None:
    assert chosen(accept, ROWS) == media
