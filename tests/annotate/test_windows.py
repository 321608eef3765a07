"""Windows keep every word piece, in order, at its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from kg.annotate.networks import TOKENIZER_FILE, WEIGHTS
from kg.annotate.windows import SPECIAL, Window, cut
from kg.model import Span

TOKENIZER = Tokenizer.from_file(str(WEIGHTS / TOKENIZER_FILE))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()
CLS, SEP = TOKENIZER.token_to_id("[CLS]"), TOKENIZER.token_to_id("[SEP]")

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("aé“”\"'. \n\u0000🙂ﬁ\u0301")
    ),
    max_size=400,
)


def lines(text: str) -> list[Span]:
    """Return the lines that are not empty, as blocks."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def words(window: Window) -> list[tuple[int, int]]:
    return [offset for offset in window.offsets if offset != SPECIAL]


@given(text=TEXTS, limit=st.integers(min_value=4, max_value=40))
@settings(max_examples=200, deadline=None)
def test_pieces_are_kept_in_order_inside_their_blocks(text: str, limit: int) -> None:
    blocks = lines(text)
    windows = cut(text, blocks, TOKENIZER, limit)
    offsets = [offset for window in windows for offset in words(window)]
    expected = sum(
        end > start
        for block in blocks
        for start, end in TOKENIZER.encode(block.of(text), add_special_tokens=False).offsets
    )
    assert len(offsets) == expected
    assert offsets == sorted(offsets)
    assert all(any(b.covers(Span(*o)) for b in blocks) for o in offsets)


@given(text=TEXTS, limit=st.integers(min_value=4, max_value=40))
@settings(max_examples=100, deadline=None)
def test_a_window_is_framed_and_fits(text: str, limit: int) -> None:
    for window in cut(text, lines(text), TOKENIZER, limit):
        assert len(window) <= limit
        assert len(window.ids) == len(window.offsets) == len(window.joined)
        assert (window.ids[0], window.ids[-1]) == (CLS, SEP)
        assert words(window)


def test_offsets_are_code_points_of_the_whole_text() -> None:
    text = "🙂🙂\n“Café” naïve"
    (window,) = cut(text, lines(text), TOKENIZER)
    assert "Café" in [text[start:end] for start, end in words(window)]


def test_paragraphs_are_packed_and_parted() -> None:
    text = "One two.\nThree four.\nFive six."
    (window,) = cut(text, lines(text), TOKENIZER)
    assert window.ids.count(SEP) == 3
    assert [len(w.ids) for w in cut(text, lines(text), TOKENIZER, 6)] == [5, 5, 5]


def test_a_long_paragraph_is_cut_at_a_sentence_end() -> None:
    text = "She left the town. “He stayed there.” They never met again."
    windows = cut(text, lines(text), TOKENIZER, 14)
    ends = [text[: words(w)[-1][1]] for w in windows]
    assert ends[0].endswith(("town.", "there.”"))


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "word " * 50
    for window in cut(text, [Span(0, len(text))], TOKENIZER, 10):
        assert text[words(window)[-1][0] : words(window)[-1][1]] == "word"


def test_what_is_outside_of_blocks_is_not_read() -> None:
    text = "Skip this. Read this. Skip that."
    (window,) = cut(text, [Span(11, 21)], TOKENIZER)
    assert text[words(window)[0][0] : words(window)[-1][1]] == "Read this."


def test_inner_pieces_of_a_word_are_joined() -> None:
    text = "Torkham reopened"
    (window,) = cut(text, [Span(0, len(text))], TOKENIZER)
    starts = [o[0] for o, joined in zip(window.offsets, window.joined, strict=True) if not joined]
    assert [s for s in starts if s] == [8]
    assert sum(window.joined) >= 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u0000", "\u200b"])
def test_nothing_to_read_gives_at_most_one_window(text: str) -> None:
    assert len(cut(text, lines(text), TOKENIZER)) <= 1
