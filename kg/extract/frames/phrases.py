"""Noun phrases as spans: without their number, with what belongs to their name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kg.extract.frames.tree import Tree
from kg.model import Span, Token

_LEFT = frozenset(
    """
    det poss amod compound nmod nummod quantmod advmod predet npadvmod
    """.split()
)
_NO_PLACES = frozenset({"PERSON", "DATE", "TIME", "NORP", "EVENT", "LAW", "WORK_OF_ART"})
_WHERE = frozenset(
    """
    in at near along outside inside across on around off from over
    """.split()
)
_WITHIN = frozenset({"in", "at", "across"})
_BEFORE_HEAD = frozenset({"appos", "punct", "conj", "cc"})
_ASIDES = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl"})
_LONGEST = 40
_COUNTERS = frozenset("more other".split())


def phrase(tree: Tree, head: int, barred: Sequence[Span] = ()) -> Span | None:
    """Return the noun phrase of `head` without what is barred (its number), None when all is.

    Relative clauses, participles and other prepositions than "of" stay outside.
    """
    members = sorted(_members(tree, head))
    owned = members
    members = [i for i in members if not any(b.overlaps(tree.tokens[i].span) for b in barred)]
    if barred and members and _owner_before(tree, members, barred[0]):
        members = owned
    while barred and members and tree.lemma(members[0]) in _COUNTERS and members[0] != head:
        members = members[1:]
    if not members:
        return None
    if head not in members:
        head = members[-1]
        if tree.tokens[head].pos != "PROPN":
            return None
    members = _trimmed(tree, _contiguous(members, head))
    return tree.span(members[0], members[-1])


def _owner_before(tree: Tree, members: Sequence[int], number: Span) -> bool:
    """Tell whether an owner stands before the number ("its 23 soldiers"); then both stay."""
    before = (i for i in members if tree.tokens[i].span.end <= number.start)
    return any(tree.dep(i) == "poss" for i in before)


def _members(tree: Tree, head: int) -> Iterator[int]:
    """Yield the tokens of a noun phrase, its head first, at most `_LONGEST` of any part."""
    yield head
    for child in tree.children(head):
        dep = tree.dep(child)
        if child < head and dep in _LEFT | _BEFORE_HEAD:
            yield from islice(tree.subtree(child), _LONGEST)
        elif dep == "case" or (dep == "prep" and tree.lemma(child) == "of"):
            yield from islice(_named(tree, child), _LONGEST)


def _named(tree: Tree, top: int) -> Iterator[int]:
    """Yield what lies below a preposition, without clauses, asides and further prepositions."""
    waiting = [top]
    while waiting:
        yield (last := waiting.pop())
        waiting += (i for i in tree.children(last) if not _aside(tree, i))


def _aside(tree: Tree, index: int) -> bool:
    other = tree.dep(index) == "prep" and tree.lemma(index) != "of"
    return other or tree.dep(index) in _ASIDES


def _contiguous(members: list[int], head: int) -> list[int]:
    """Return the run of neighbours that holds the head, without outer punctuation."""
    first = last = members.index(head)
    while first > 0 and members[first - 1] == members[first] - 1:
        first -= 1
    while last + 1 < len(members) and members[last + 1] == members[last] + 1:
        last += 1
    return members[first : last + 1]


def _trimmed(tree: Tree, members: list[int]) -> list[int]:
    """Drop dashes and quotation marks at the edges of a phrase."""
    kept = [i for i in members if tree.tokens[i].pos not in {"PUNCT", "SYM"}]
    return [i for i in members if kept[0] <= i <= kept[-1]] if kept else members


def place(tree: Tree, trigger: int) -> Span | None:
    """Return where a predicate is said to hold: "in Teral", "along the frontier"."""
    return _place_behind(tree, _prepositions(tree, trigger), _WHERE)


def place_of(tree: Tree, noun: int) -> Span | None:
    """Return where those are whom a noun counts: "1,900 workers in Orvia"."""
    return _place_behind(tree, tree.children(noun, "prep"), _WITHIN)


def _place_behind(tree: Tree, prepositions: Iterable[int], where: frozenset[str]) -> Span | None:
    for preposition in prepositions:
        if tree.lemma(preposition) in where:
            for noun in tree.children(preposition, "pobj"):
                if any(_placelike(tree.tokens[i]) for i in islice(tree.subtree(noun), _LONGEST)):
                    return phrase(tree, noun)
    return None


def _placelike(token: Token) -> bool:
    """Tell whether a token may name a place; small models call many places organisations."""
    return token.pos == "PROPN" and token.entity not in _NO_PLACES


def _prepositions(tree: Tree, trigger: int) -> Iterator[int]:
    """Yield the prepositions of a predicate, then those of what describes or governs a noun."""
    yield from tree.children(trigger, "prep")
    if tree.tokens[trigger].pos in {"NOUN", "PROPN"}:
        top = trigger
        while tree.dep(top) in {"pobj", "prep"}:
            top = tree.head(top)
        for clause in tree.children(top, "acl", "relcl"):
            yield from tree.children(clause, "prep")
        if tree.tokens[tree.head(top)].pos == "VERB":
            yield from tree.children(tree.head(top), "prep")


def time(tree: Tree, trigger: int) -> Span | None:
    """Return when a predicate is said to hold: "on Sunday", "overnight"."""
    for child in tree.children(trigger):
        below = islice(tree.subtree(child), _LONGEST)
        found = [i for i in below if tree.tokens[i].entity in {"DATE", "TIME"}]
        if found and tree.dep(child) in {"npadvmod", "advmod", "prep", "amod"}:
            run = _contiguous(sorted(found), min(found))
            return tree.span(run[0], run[-1])
    return None
