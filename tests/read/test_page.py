from datetime import date
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Article, BlockKind
from kg.read.page import LARGEST, read_page

PAGE = (Path(__file__).parents[1] / "cases" / "read" / "page.html").read_bytes()


def only(data: bytes) -> Article:
    (article,) = read_page("page.html", data)
    return article


def test_metadata() -> None:
    article = only(PAGE)
    assert article.headline == "Port of Ardell reopens after strike"
    assert article.outlet == "The Ardell Courier"
    assert article.byline == "Nora Vale"
    assert article.published == date(2025, 3, 4)
    assert article.url == "https://courier.example/port"
    assert (article.agency, article.dateline) == ("Metro Wire", "Ardell")


def test_main_text_without_furniture() -> None:
    article = only(PAGE)
    kinds = [block.kind for block in article.blocks]
    assert kinds[:3] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.HEADING]
    assert article.text.startswith("Port of Ardell reopens after strike\n\n")
    assert article.text.count("Port of Ardell reopens after strike") == 1
    for furniture in ("Home", "newsletter", "rights reserved"):
        assert furniture not in article.text


def test_a_declared_encoding_is_believed() -> None:
    page = PAGE.decode().replace("charset=utf-8", "charset=windows-1252")
    assert "The dockers’ union" in only(page.encode("windows-1252")).text


def test_an_undeclared_encoding_is_an_error() -> None:
    page = PAGE.decode().replace("<meta charset=utf-8>", "")
    with pytest.raises(ReadError, match="not valid UTF-8"):
        only(page.encode("windows-1252"))


def test_an_address_that_is_none_is_left_out() -> None:
    assert only(PAGE.replace(b"https://courier.example/port", b"javascript:alert(1)")).url is None


@pytest.mark.parametrize(
    "page",
    [b"<html><body><nav>Home</nav></body></html>", b"<html>", b"<p>Short.</p>", b"<" * 5000],
)
def test_a_page_without_an_article(page: bytes) -> None:
    with pytest.raises(ReadError, match="no article was found"):
        only(page)


def test_a_page_too_large() -> None:
    with pytest.raises(ReadError, match="too many for one page"):
        only(PAGE + b" " * LARGEST)
