"""The parse as a tree: children, climbing, and noun phrases as token ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Document, Span, Token


@dataclass(frozen=True, slots=True)
class Tree:
    """A document's tokens with the indexes of each one's children, in the order of the text."""

    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]

    def children(self, index: int, *arcs: str) -> Iterator[int]:
        """Yield the children of a token, only those on `arcs` when any are named."""
        for child in self.below[index]:
            if not arcs or self.tokens[child].dep in arcs:
                yield child

    def child(self, index: int, *arcs: str) -> int | None:
        """Return the first child on one of `arcs`."""
        return next(self.children(index, *arcs), None)

    def objects(self, index: int, *prepositions: str) -> Iterator[int]:
        """Yield what stands behind a token's prepositions ("of", "by")."""
        for preposition in self.children(index, "prep", "agent", "dative"):
            if self.lemma(preposition) in prepositions:
                yield from self.children(preposition, "pobj", "pcomp")

    def head(self, index: int) -> int:
        """Return the governor's index (a root's own)."""
        return self.tokens[index].head

    def dep(self, index: int) -> str:
        """Return the arc to the governor."""
        return self.tokens[index].dep

    def lemma(self, index: int) -> str:
        """Return the lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def conjuncts(self, index: int) -> Iterator[int]:
        """Yield a token and all that is coordinated with it."""
        waiting = [index]
        while waiting:
            yield (last := waiting.pop())
            waiting += reversed(list(self.children(last, "conj")))

    def subtree(self, index: int) -> Iterator[int]:
        """Yield a token and everything below it, in no fixed order."""
        waiting = [index]
        while waiting:
            yield (last := waiting.pop())
            waiting += self.below[last]

    def span(self, first: int, last: int) -> Span:
        """Return the text range of the tokens from `first` to `last`, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)


def tree(document: Document) -> Tree:
    """Return the tree of a document's parse."""
    below: list[list[int]] = [[] for _ in document.tokens]
    for token in document.tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Tree(document.tokens, tuple(tuple(children) for children in below))
