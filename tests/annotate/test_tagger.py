"""The tagger's decoding and links on made-up readings, and the packaged weights on our own text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kg.annotate.networks import WEIGHTS
from kg.annotate.tagger import (
    BUCKETS,
    GAPS,
    LABELS,
    LinkBias,
    Tagger,
    bucket,
    decoded,
    signed_gap,
)
from kg.annotate.windows import SPECIAL, Window
from kg.errors import ModelError
from kg.model import Role, Span

NEWS = (
    "The minister said that the border would reopen on Monday.\n"
    "“We were never asked,” complained Sara Khan, a trader in the town.\n"
    "The shop sells tea and bread."
)

ODD = {
    "empty": "",
    "blank": " \t ",
    "newlines": "\n\n\n",
    "nul": "a\u0000b \u0000",
    "emoji": "🙂👩‍👩‍👧‍👦 said 🙂",
    "mojibake": "â€œWeâ€™reâ€\u009d said Ã©",
    "quotes": '"' * 300,
    "combining": "e" + "\u0301" * 200,
    "right to left": "قال الوزير إن الحدود مفتوحة",
    "one endless word": "x" * 20_000,
    "stops": "." * 3_000,
}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def window(joined: str) -> Window:
    """Make a window of one-letter pieces; "+" marks a piece that continues a word."""
    size = len(joined)
    offsets = (SPECIAL, *((i, i + 1) for i in range(1, size + 1)), SPECIAL)
    return Window((0,) * (size + 2), offsets, (False, *(c == "+" for c in joined), False))


def logits(path: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Give a strong opinion a piece: O, or the index in LABELS as a digit."""
    rows = np.zeros((len(path) + 2, len(LABELS)), dtype=np.float32)
    for i, label in enumerate(path, 1):
        rows[i, int(label)] = 5
    return rows


def found(joined: str, path: str) -> list[tuple[Role, int, int]]:
    return [(s.role, s.first, s.last) for s in decoded(window(joined), logits(path))]


def test_labels_are_begin_and_inside_of_each_role() -> None:
    assert LABELS == (
        "O",
        "B-source",
        "I-source",
        "B-cue",
        "I-cue",
        "B-content",
        "I-content",
    )


def test_runs_are_read_off() -> None:
    assert found("......", "012356") == [
        (Role.SOURCE, 2, 4),
        (Role.CUE, 4, 5),
        (Role.CONTENT, 5, 7),
    ]


def test_two_runs_of_one_role_may_touch() -> None:
    assert found("....", "5656") == [(Role.CONTENT, 1, 3), (Role.CONTENT, 3, 5)]


def test_inside_never_starts_a_run() -> None:
    (run,) = found("....", "0666")
    assert run[0] is Role.CONTENT


def test_a_word_is_never_split() -> None:
    ((role, first, last),) = found(".+..", "3000")
    assert (role, first, last) == (Role.CUE, 1, 3)


def test_certainty_is_a_probability() -> None:
    (run,) = decoded(window("."), logits("3"))
    assert 0.9 < run.score <= 1


@pytest.mark.parametrize(
    ("cue", "part", "gap"),
    [((5, 6), (6, 9), 1), ((5, 6), (8, 9), 3), ((5, 6), (2, 5), -1), ((5, 6), (1, 2), -4)],
)
def test_gaps_have_a_direction(cue: tuple[int, int], part: tuple[int, int], gap: int) -> None:
    assert signed_gap(cue, part) == gap


def test_every_gap_has_its_bucket() -> None:
    gaps = [sign * (limit + 1) for sign in (-1, 1) for limit in (0, *GAPS)]
    assert sorted(bucket(g) for g in gaps) == list(range(BUCKETS))


def test_link_constants_survive_writing() -> None:
    bias = LinkBias(((0.5, -1.0), (0.25, 2.0)), (0.0, 1.5))
    assert LinkBias.loads(bias.dumps()) == bias


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no usable attribution tagger"):
        Tagger.load(tmp_path)


def test_sayings_are_found_and_linked(tagger: Tagger) -> None:
    tags, links = tagger.tag(NEWS, paragraphs(NEWS))
    words = {(t.role, t.span.of(NEWS)) for t in tags}
    assert {
        (Role.SOURCE, "The minister"),
        (Role.CUE, "said"),
        (Role.CUE, "complained"),
    } <= words
    best = {k.part: tags[k.cue].span.of(NEWS) for k in sorted(links, key=lambda k: k.score)}
    content = next(i for i, t in enumerate(tags) if "never asked" in t.span.of(NEWS))
    assert best[content] == "complained"
    assert not any("tea" in t.span.of(NEWS) for t in tags)


def test_tags_are_in_order_and_apart(tagger: Tagger) -> None:
    tags, links = tagger.tag(NEWS, paragraphs(NEWS))
    assert all(a.span.end <= b.span.start for a, b in pairwise(tags))
    assert all(0 <= t.score <= 1 for t in tags)
    assert all(0 <= k.score <= 1 for k in links)
    assert all(tags[k.cue].role is Role.CUE for k in links)
    assert all(tags[k.part].role is not Role.CUE for k in links)


def test_only_blocks_are_tagged(tagger: Tagger) -> None:
    first, second, _ = paragraphs(NEWS)
    tags, _ = tagger.tag(NEWS, [second])
    assert tags
    assert all(second.covers(t.span) for t in tags)
    assert not any(first.overlaps(t.span) for t in tags)


def test_a_neighbour_changes_nothing(tagger: Tagger) -> None:
    alone = tagger.tag(NEWS, paragraphs(NEWS))
    other = "Nobody knew, the mayor told reporters."
    together = tagger.tag_many([(other, paragraphs(other)), (NEWS, paragraphs(NEWS)), ("", [])])
    assert together[1] == alone
    assert together[2] == ((), ())


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_never_raises(tagger: Tagger, text: str) -> None:
    blocks = paragraphs(text)
    tags, _ = tagger.tag(text, blocks)
    assert all(any(b.covers(t.span) for b in blocks) for t in tags)


def test_a_very_long_line_is_read(tagger: Tagger) -> None:
    text = "The mayor said it was late. " * 1_000
    tags, _ = tagger.tag(text, [Span(0, len(text))])
    assert sum(t.role is Role.CUE for t in tags) >= 900


def test_the_card_names_data_and_licence() -> None:
    card = (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "PolNeAR" in card
    assert "Apache-2.0" in card
