from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.show.wording import LINES, WIDTH, boxed, wrapped


def test_the_first_number_is_large() -> None:
    assert boxed("about 1,200 sheep on 3 hills") == "about <b>1,200</b> sheep on 3\nhills"


def test_markup_of_the_words_is_spelled_out() -> None:
    assert boxed("<b>x</b> & y") == "&lt;b>x&lt;/b> &amp; y"


@given(st.text(max_size=400))
def test_rows_are_few_and_short(text: str) -> None:
    rows = wrapped(text, WIDTH, LINES).split("\n")
    assert len(rows) <= LINES
    assert max(map(len, rows)) <= WIDTH + 2
