import pytest

from kg.read.pieces import lines, plain_pieces

WRAPPED = (
    "The office said 14 people had died and at least 30 were missing. A mayor in the",
    "valley of Lode said by telephone that the road to the coast had gone and that no",
    "boats had come.",
)


def pieces(text: str) -> list[str]:
    return [piece.span.of(text) for piece in plain_pieces(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_one_paragraph(newline: str) -> None:
    text = newline.join(WRAPPED)
    assert pieces(text) == [text]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_one_line_per_paragraph_stays_so(newline: str) -> None:
    paragraphs = ["The union said so. " * 12, "He agreed.", "The authority did not. " * 9]
    assert pieces(newline.join(paragraphs)) == [words.strip() for words in paragraphs]


def test_a_short_line_ends_its_paragraph() -> None:
    first = "He agreed."
    assert pieces("\n".join([first, *WRAPPED])) == [first, "\n".join(WRAPPED)]


def test_a_byline_stands_alone() -> None:
    byline = "By Anna Maria Vale-Ottendorf, The Associated Press and the Ardell Courier, Ardell"
    assert pieces("\n".join([byline, *WRAPPED]))[0] == byline


def test_lines_of_any_convention() -> None:
    text = "a\r\n b \r\rc\n\n"
    assert [line and line.of(text) for line in lines(text)] == ["a", "b", None, "c", None]
