from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.show.wording import LINES, WIDTH, Label, boxed, wrapped


def test_the_figure_of_a_count_is_large() -> None:
    label = Label("about 1,200 sheep on 3 hills", counted=True)
    assert boxed(label) == "about <b>1,200</b> sheep on 3\nhills"
    assert "<b>" not in boxed(Label("seen in 2014"))


def test_words_that_do_more_than_say_stand_above() -> None:
    assert boxed(Label("the charges"), "denied") == "<i>denied:</i>\nthe charges"


def test_markup_of_the_words_is_spelled_out() -> None:
    assert boxed(Label("<b>x</b> & y")) == "&lt;b>x&lt;/b> &amp; y"


@given(st.text(max_size=400))
def test_rows_are_few_and_short(text: str) -> None:
    rows = wrapped(text, WIDTH, LINES).split("\n")
    assert len(rows) <= LINES
    assert max(map(len, rows)) <= WIDTH + 2
