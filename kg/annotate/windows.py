"""Text to windows of word pieces, and word pieces back to code points.

Training and run time cut alike; needs only `tokenizers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from tokenizers import Tokenizer

from kg.model import Span

LIMIT = 256
"""Word pieces in a window, [CLS] and [SEP] included."""

SENTENCE_ENDS = frozenset(".!?")
CLOSERS = frozenset("\"'”’)]")

Piece: TypeAlias = tuple[int, int, int]
"""Vocabulary id, start and end in code points of the whole text."""

SPECIAL = (0, 0)
"""Offsets of a piece that stands for no code point."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of whole paragraphs, [CLS] first, each paragraph closed by [SEP].

    `ids` and `offsets` have one entry a word piece (at most `LIMIT`); `offsets` are half-open
    ranges of code points of the text, `SPECIAL` for [CLS] and [SEP]. `joined[i]` tells that piece
    `i` continues the word of piece `i - 1`.
    """

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    joined: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.ids)


def cut(
    text: str, blocks: Sequence[Span], tokenizer: Tokenizer, limit: int = LIMIT
) -> tuple[Window, ...]:
    """Cut the `blocks` of `text` into windows of at most `limit` pieces, in order.

    Consecutive blocks are packed together; a block that is too long alone is cut at the last
    sentence end that fits, else at the last white space, else anywhere. Never raises on odd text;
    blocks without a word piece vanish.
    """
    cls, sep = _special(tokenizer)
    room = limit - 1
    runs = (
        run
        for pieces in _pieces(text, blocks, tokenizer)
        for run in _fitting(text, pieces, room - 1)
    )
    return tuple(_window(text, packed, cls, sep) for packed in _packed(runs, room))


def _special(tokenizer: Tokenizer) -> tuple[int, int]:
    cls, sep = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
    if cls is None or sep is None:
        message = "the tokenizer lacks [CLS] or [SEP]"
        raise ValueError(message)
    return cls, sep


def _pieces(text: str, blocks: Sequence[Span], tokenizer: Tokenizer) -> Iterator[list[Piece]]:
    encoded = tokenizer.encode_batch([b.of(text) for b in blocks], add_special_tokens=False)
    for block, encoding in zip(blocks, encoded, strict=True):
        pairs = zip(encoding.ids, encoding.offsets, strict=True)
        yield [(i, block.start + s, block.start + e) for i, (s, e) in pairs if e > s]


def _fitting(text: str, pieces: list[Piece], room: int) -> Iterator[list[Piece]]:
    start = 0
    while len(pieces) - start > room:
        end = _cut_before(text, pieces, start, start + room)
        yield pieces[start:end]
        start = end
    if start < len(pieces):
        yield pieces[start:]


def _cut_before(text: str, pieces: list[Piece], start: int, limit: int) -> int:
    spaces = [i for i in range(limit, start, -1) if pieces[i][1] > pieces[i - 1][2]]
    ends = [i for i in spaces if _ends_sentence(text, pieces, start, i - 1)]
    return next(iter(ends or spaces), limit)


def _ends_sentence(text: str, pieces: list[Piece], start: int, last: int) -> bool:
    while last > start and text[pieces[last][2] - 1] in CLOSERS:
        last -= 1
    return text[pieces[last][2] - 1] in SENTENCE_ENDS


def _packed(runs: Iterable[list[Piece]], room: int) -> Iterator[list[list[Piece]]]:
    packed: list[list[Piece]] = []
    size = 0
    for run in runs:
        if packed and size + len(run) + 1 > room:
            yield packed
            packed, size = [], 0
        packed.append(run)
        size += len(run) + 1
    if packed:
        yield packed


def _window(text: str, packed: list[list[Piece]], cls: int, sep: int) -> Window:
    rows: list[Piece] = [(cls, *SPECIAL)]
    for run in packed:
        rows += [*run, (sep, *SPECIAL)]
    joined = [False, *(_continues(text, a, b) for a, b in pairwise(rows))]
    return Window(tuple(r[0] for r in rows), tuple((r[1], r[2]) for r in rows), tuple(joined))


def _continues(text: str, left: Piece, right: Piece) -> bool:
    touching = 0 < left[2] == right[1] < right[2]
    return touching and text[left[2] - 1].isalnum() and text[right[1]].isalnum()
