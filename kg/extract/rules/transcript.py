"""Interviews set as text: a paragraph that begins with 'NAME: ...'."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.extract.lexicon import OTHERS
from kg.extract.tree import Tree
from kg.model import BlockKind

_LONGEST_NAME = 5


def transcript(tree: Tree) -> Iterator[Candidate]:
    """'NAME: ...' at the start of a paragraph: the name says the rest of it."""
    starts = [i for i in range(len(tree.tokens)) if i == 0 or tree.block[i] != tree.block[i - 1]]
    for start, end in zip(starts, [*starts[1:], len(tree.tokens)], strict=True):
        if tree.blocks[tree.block[start]].kind is not BlockKind.PARAGRAPH:
            continue
        colon = _colon(tree, start, end)
        if colon is not None:
            yield Candidate(
                colon,
                frozenset(range(start, colon)),
                frozenset({colon}),
                frozenset(range(colon + 1, end)),
                OTHERS[":"],
                "transcript",
                0.8,
            )


def _colon(tree: Tree, start: int, end: int) -> int | None:
    """Return the index of the colon after a name that opens the paragraph."""
    for at in range(start + 1, min(start + _LONGEST_NAME + 1, end)):
        if tree.tokens[at].text == ":":
            named = all(t.pos == "PROPN" for t in tree.tokens[start:at])
            return at if named and end - at > 3 else None
    return None
