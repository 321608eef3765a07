"""The parse of a document as a tree that can be walked: children, subtrees, blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.marks import APOSTROPHES, MARKS
from kg.extract.quotes import Quote, quotes_of
from kg.model import READABLE, Block, Document, Token


@dataclass(frozen=True, slots=True)
class Tree:
    """A document with what the rules look up all the time; all lists go by token index.

    `children` are in the order of the text, `block` and `sentence` the index of the readable
    block and of the sentence that a token is in, `quoted` the index of the pair of quote marks
    around it (the marks included) or -1; `marks` are the tokens that are quote marks.
    """

    document: Document
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    blocks: tuple[Block, ...]
    block: tuple[int, ...]
    sentence: tuple[int, ...]
    quotes: tuple[Quote, ...]
    quoted: tuple[int, ...]
    marks: frozenset[int]

    @property
    def text(self) -> str:
        """Return the text of the article."""
        return self.document.article.text

    def kids(self, index: int, *deps: str) -> list[Token]:
        """Return the children of a token, only those with one of `deps` if any is given."""
        tokens = [self.tokens[child] for child in self.children[index]]
        return [token for token in tokens if token.dep in deps] if deps else tokens

    def kid(self, index: int, *deps: str) -> Token | None:
        """Return the first child with one of `deps`."""
        return next(iter(self.kids(index, *deps)), None)

    def subtree(self, index: int, without: Iterable[int] = ()) -> set[int]:
        """Return the indexes of a token and all below it, not descending into `without`."""
        barred = set(without)
        found: set[int] = set()
        todo = [index]
        while todo:
            at = todo.pop()
            if at in barred or at in found:
                continue
            found.add(at)
            todo.extend(self.children[at])
        return found

    def head(self, index: int) -> Token:
        """Return the governor of a token (itself for a root)."""
        return self.tokens[self.tokens[index].head]

    def range_of(self, sentence: int) -> range:
        """Return the token indexes of a sentence."""
        return range(*self.document.sentences[sentence])


def tree_of(document: Document) -> Tree:
    """Index the parse and the quotes of a document; linear in its length."""
    tokens = document.tokens
    blocks = tuple(block for block in document.article.blocks if block.kind in READABLE)
    quotes = quotes_of(document.article.text, tuple(block.span for block in blocks))
    quoted = _containing(tokens, [(quote.span.start, quote.span.end) for quote in quotes])
    return Tree(
        document,
        tokens,
        _children(tokens),
        blocks,
        _containing(tokens, [(block.span.start, block.span.end) for block in blocks]),
        _sentences(document),
        quotes,
        quoted,
        frozenset(t.index for t in tokens if _is_mark(t, quotes, quoted[t.index])),
    )


def _is_mark(token: Token, quotes: tuple[Quote, ...], number: int) -> bool:
    """A double mark always is one, a single mark where it opens or closes a quote."""
    if token.text in MARKS:
        return True
    if number < 0 or token.text not in APOSTROPHES:
        return False
    return (
        token.span.start == quotes[number].span.start or token.span.end == quotes[number].span.end
    )


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return tuple(tuple(below) for below in children)


def _sentences(document: Document) -> tuple[int, ...]:
    found = [-1] * len(document.tokens)
    for number, (start, end) in enumerate(document.sentences):
        found[start:end] = [number] * (end - start)
    return tuple(found)


def _containing(tokens: tuple[Token, ...], ranges: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return for each token the index of the range it starts in; both must be sorted."""
    found, at = [-1] * len(tokens), 0
    for token in tokens:
        while at < len(ranges) and ranges[at][1] <= token.span.start:
            at += 1
        if at < len(ranges) and ranges[at][0] <= token.span.start:
            found[token.index] = at
    return tuple(found)
