from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Article, content_id
from kg.read.articles import LONGEST
from kg.read.page import read_page
from kg.read.readers import READERS, read_source, sniffed
from kg.read.records import read_json, read_json_lines
from kg.read.sources import Source
from kg.read.texts import read_text

STORY = "Strike Shuts Port of Ardell\n\nARDELL — The union said 1,200 workers had joined it.\n"
BOM = b"\xef\xbb\xbf"
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            b"---\n",
            b"# ",
            b"{",
            b'"text":',
            b"<html>",
            b"<p>",
            b"\xff",
            b"\0",
            b"\r",
            b"[",
            BOM,
            b"}",
        ]
    )
).map(b"".join)


def read(data: bytes, suffix: str = ".txt") -> list[Article | ReadError]:
    return list(read_source(Source(f"a{suffix}", suffix, data)))


def one(data: bytes) -> Article:
    (article,) = read(data)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("suffix", [*READERS, ""])
@settings(deadline=None, max_examples=60)
@given(st.one_of(st.binary(), FRAGMENTS, st.text().map(str.encode)))
def test_any_bytes_give_articles_or_errors(suffix: str, data: bytes) -> None:
    found = read(data, suffix)
    assert found or suffix
    for item in found:
        assert isinstance(item, Article | ReadError)
        if isinstance(item, ReadError):
            assert item.where.startswith("a")
            assert "please report" not in item.way_out


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_the_text_is_the_file_without_its_mark(newline: str, suffix: str, tail: str) -> None:
    text = STORY.replace("\n", newline) + tail.removeprefix("\ufeff")
    for data in (text.encode(), BOM + text.encode()):
        (article,) = read(data, suffix)
        assert isinstance(article, Article)
        assert article.text == text


def test_line_breaks_do_not_change_what_is_found() -> None:
    plain, windows = one(STORY.encode()), one(BOM + STORY.replace("\n", "\r\n").encode())
    assert plain.headline == windows.headline == "Strike Shuts Port of Ardell"
    assert plain.dateline == windows.dateline == "Ardell"
    assert [b.span.of(plain.text) for b in plain.blocks] == [
        b.span.of(windows.text) for b in windows.blocks
    ]


def test_the_id_is_of_the_text_and_not_of_the_path() -> None:
    article = one(STORY.encode())
    (elsewhere,) = read_source(Source("b.text", ".text", STORY.encode()))
    assert isinstance(elsewhere, Article)
    assert article.id == elsewhere.id == content_id("article", "", "", STORY)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "holds no text"),
        (b" \r\n\t", "holds no text"),
        (BOM, "holds no text"),
        (b"PK\x03\x04\0\0", "NUL"),
        (b"abc\xff", "not valid UTF-8 at byte 3"),
        (BOM + b"abc\xff", "not valid UTF-8 at byte 6"),
        (b"a" * (LONGEST + 1), "too many for one article"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_what_is_no_text(suffix: str, data: bytes, what: str) -> None:
    (error,) = read(data, suffix)
    assert isinstance(error, ReadError)
    assert what in error.what
    assert error.way_out


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b'{"text": "a"}\n{"text": "b"}', read_json_lines),
        (b'{\n"text": "a"}', read_json),
        (b'[{"text": "a"}]', read_json),
        (b"  <!DOCTYPE html><p>a", read_page),
        (b"[Ardell] The union said so.", read_text),
        (STORY.encode(), read_text),
        (b"", read_text),
    ],
)
def test_the_format_of_standard_input(data: bytes, reader: Callable[..., Any]) -> None:
    assert sniffed(data) is reader


def test_a_file_of_hostile_length_is_read_in_linear_time() -> None:
    for line in (
        "# " + " " * 300_000 + "x",
        "a\n" * 200_000,
        "\n".join("KABUL (" for _ in range(9999)),
    ):
        assert read(line.encode(), ".md")
        assert read(line.encode(), ".txt")
