import json
from datetime import date

import pytest

from kg.errors import ReadError
from kg.model import Article
from kg.read.records import read_json, read_json_lines

TEXT = "The union said 1,200 workers had joined the strike."
FULL = {
    "text": TEXT,
    "url": "https://courier.example/port",
    "title": "Strike",
    "publisher": "The Ardell Courier",
    "author": "Nora Vale",
    "date": "2025-03-04T08:00:00Z",
    "agency": "AFP",
    "dateline": "Ardell",
    "id": 7,
    "unknown": [1],
}


def lines(*records: object) -> list[Article | ReadError]:
    data = "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records)
    return list(read_json_lines("a.jsonl", data.encode()))


def test_every_field() -> None:
    (article,) = lines(FULL)
    assert isinstance(article, Article)
    assert (article.text, article.path) == (TEXT, "a.jsonl:1")
    assert (article.headline, article.outlet, article.byline) == (
        "Strike",
        "The Ardell Courier",
        "Nora Vale",
    )
    assert article.published == date(2025, 3, 4)
    assert (article.agency, article.dateline) == ("Agence France-Presse", "Ardell")
    assert article.url == "https://courier.example/port"


def test_the_first_name_of_a_field_wins() -> None:
    (article,) = lines({"text": TEXT, "headline": "One", "title": "Two"})
    assert isinstance(article, Article)
    assert article.headline == "One"


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ("nope", "is not JSON"),
        ("[" * 100_000, "nested too deep"),
        ("9" * 5000, "number too long"),
        ([1], "no field 'text'"),
        ({"text": 5}, "no field 'text'"),
        ({"text": " "}, "holds no text"),
        ({"text": "\ud800"}, "not text"),
        ({"text": "a\0b"}, "not text"),
        ({"text": TEXT, "date": "soon"}, "'date' is not an ISO date"),
        ({"text": TEXT, "published": "2025-13-40"}, "'published' is not an ISO date"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "'url' is not an http"),
        ({"text": TEXT, "outlet": {"name": "A"}}, "'outlet' is not text"),
        ({"text": TEXT, "headline": "\udfff"}, "'headline' is not text"),
    ],
)
def test_a_bad_line_is_one_error_and_the_others_go_on(bad: object, what: str) -> None:
    first, error, last = lines(FULL, bad, FULL)
    assert isinstance(error, ReadError)
    assert error.where == "a.jsonl:2"
    assert what in error.what
    assert isinstance(first, Article)
    assert isinstance(last, Article)


def test_invalid_utf8_is_an_error_of_its_line() -> None:
    error, article = read_json_lines("a.jsonl", b'{"text": "\xff"}\n' + json.dumps(FULL).encode())
    assert isinstance(error, ReadError)
    assert isinstance(article, Article)


def test_a_binary_file_is_one_error() -> None:
    with pytest.raises(ReadError, match="NUL"):
        list(read_json_lines("a.jsonl", b"\x00\x01\n" * 50))


def test_json_object_and_list() -> None:
    (one,) = read_json("a.json", json.dumps(FULL).encode())
    first, second, third = read_json("a.json", json.dumps([FULL, {}, FULL]).encode())
    assert isinstance(one, Article)
    assert one.path == "a.json"
    assert isinstance(second, ReadError)
    assert second.where == "a.json[1]"
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert first.id == third.id == one.id


@pytest.mark.parametrize("data", [b"[]", b"", b"{", b"\xff", b"5"])
def test_no_json(data: bytes) -> None:
    with pytest.raises(ReadError):
        list(read_json("a.json", data))
