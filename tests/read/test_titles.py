import pytest

from kg.read.titles import is_heading, is_headline, is_plain_heading, title_case, trimmed

CODECS = ["cp1252", "cp1250", "cp1258", "cp1251", "cp1254", "mac_roman", "latin-1"]


def misread(text: str, codec: str) -> str:
    return "".join(_as(byte, codec) for byte in text.encode())


def _as(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeError:
        return chr(byte)


@pytest.mark.parametrize("counter", ["", "7", " 62"])
@pytest.mark.parametrize("emoji", ["🔥", "🔄", "❗", "⚡", "👍🏽"])
@pytest.mark.parametrize("codec", [*CODECS, "utf-8"])
def test_emoji_and_counters_are_trimmed(codec: str, emoji: str, counter: str) -> None:
    tail = emoji if codec == "utf-8" else misread(emoji, codec)
    assert trimmed(f"Both Sides Claim Victory{tail}{counter}") == "Both Sides Claim Victory"


@pytest.mark.parametrize(
    "title",
    [
        "He Said “Łódź”", "Summit in São Tomé…’”", "Heat Reaches 40°", "Москва", "Top 62", "“Café”",
        "Price Rises to 5€", "Brand™", "🔥",
    ],
)  # fmt: skip
def test_words_and_signs_stay(title: str) -> None:
    assert trimmed(title) == title


@pytest.mark.parametrize(
    "line", ["Union Plans Second Walkout", "Why the Port Is Closed?", "Calls for Calm From Abroad"]
)
def test_headings(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    ["The union left the talks", "Sorry!", "Why?", "Q: Who Left?", "“We Won”", "Vale Left."],
)
def test_no_headings(line: str) -> None:
    assert not is_heading(line)


def test_a_heading_in_sentence_case() -> None:
    assert is_plain_heading("What is known so far")
    assert not is_plain_heading("the rest of a line")
    assert not is_plain_heading("See @portofardell")


@pytest.mark.parametrize(
    "line", ["Strike shuts port of Ardell", "Union Rejects Offer.", "Vale 'absolutely right.'"]
)
def test_headlines(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line", ["Word", "The strike is over, the union said.", "in lower case", "He said:"]
)
def test_no_headlines(line: str) -> None:
    assert not is_headline(line)


def test_small_words_do_not_count() -> None:
    assert title_case("The End of the Line")
    assert not title_case("62 per cent")
