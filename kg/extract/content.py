"""A content as token indexes, and what the frames of `clauses` and `objects` share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.marks import COMMAS
from kg.extract.tree import Tree
from kg.model import Token


@dataclass(frozen=True, slots=True)
class Content:
    """Token indexes of a content, and of a preposition that the cue takes in with it."""

    words: frozenset[int]
    cue: frozenset[int] = frozenset()


def under(tree: Tree, heads: Iterable[Token]) -> frozenset[int]:
    """Return the tokens of the subtrees of `heads`."""
    return frozenset(index for head in heads for index in tree.subtree(head.index))


def conditions(tree: Tree, verb: Token) -> list[Token]:
    """Return 'if aid stops', 'as families fled' where no comma cuts them off."""
    return [
        kid
        for kid in tree.kids(verb.index, "advcl")
        if kid.index > verb.index
        and tree.kid(kid.index, "mark", "advmod")
        and tree.tokens[min(tree.subtree(kid.index)) - 1].text not in COMMAS
    ]
