import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Article, BlockKind
from kg.read import READERS, blocks
from kg.read.blocks import lay_out
from kg.read.markdown import markdown_pieces
from kg.read.outlets import is_outlet_name
from kg.read.pieces import lines

CASES = Path(__file__).parents[1] / "cases" / "read" / "blocks"
FACTS = ("outlet", "headline", "byline", "agency", "dateline")
LINES = st.sampled_from(
    [
        "The Gazette", "Both Sides Claim Victory🔥62", "By Jane Doe", "(Reuters)", "---", "# Title",
        "KABUL — The ministry said so.", "> quoted", "- item", "**Bold**", "```", "12 May 2025", "",
        "The ministry said on Monday that eleven ships waited. — AFP", " \t", "KABUL — ",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.tuples(st.lists(st.one_of(LINES, st.text(max_size=90))), st.sampled_from("\n\r\v")).map(
        lambda drawn: drawn[1].join(drawn[0])
    ),
)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.[tm][xd]*")), ids=lambda path: path.name)
def test_cases(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    (article,) = READERS[path.suffix](path.name, path.read_bytes())
    assert isinstance(article, Article)
    found = [(block.kind.value, block.span.of(article.text)) for block in article.blocks]
    starts = [(kind, words) for kind, words in expected["blocks"]]
    assert [(k, w[: len(s[1])]) for (k, w), s in zip(found, starts, strict=True)] == starts
    assert {name: getattr(article, name) for name in FACTS} == {
        name: expected.get(name) for name in FACTS
    }
    assert str(article.published or "") == expected.get("published", "")


@given(TEXTS)
def test_blocks_are_in_order_apart_and_without_blanks_around(text: str) -> None:
    for found in (blocks(text), lay_out(text, markdown_pieces(text)).blocks):
        end = 0
        for block in found:
            words = block.span.of(text)
            assert words
            assert words == words.strip()
            assert block.span.start >= end
            end = block.span.end


def test_a_credit_on_a_line_of_its_own_has_a_block() -> None:
    text = "The dam of Osk held all night, the guards of the valley said\r(Reuters)"
    kinds = [(block.kind, block.span.of(text)) for block in blocks(text)]
    assert (BlockKind.BOILERPLATE, "(Reuters)") in kinds


@given(TEXTS)
@example(f"{'0' * 50}\r(Reuters)")
def test_every_line_has_a_block(text: str) -> None:
    spans = [block.span for block in blocks(text)]
    ranges = [line for line in lines(text) if line is not None]
    assert all(any(span.overlaps(line) for span in spans) for line in ranges)


def test_a_title_alone_is_no_headline() -> None:
    assert [block.kind.value for block in blocks("Harbour reopens after strike")] == ["paragraph"]


@pytest.mark.parametrize("name", ["GlobalPort24", "The Ardell Courier", "Voice of Marren Radio"])
def test_outlet_names(name: str) -> None:
    assert is_outlet_name(name)


@pytest.mark.parametrize("line", ["Harbour Reopens After Strike", "He left.", "two words", "A: B"])
def test_no_outlet_names(line: str) -> None:
    assert not is_outlet_name(line)
