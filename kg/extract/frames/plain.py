"""Deeds that no row of the table names: the main verb of a content with its object.

They are not counted; they let one statement deny what another says ("ignored warnings").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.frames.arguments import Arguments, arguments
from kg.extract.frames.lexicon import Entry
from kg.extract.frames.tree import Tree
from kg.extract.frames.triggers import Trigger
from kg.extract.frames.voices import Predicate, Voice

_EMPTY = frozenset(
    """
    be have do make take get give go come become seem remain stay keep put let mean include
    say tell ask add speak call describe report claim know think believe feel see hear show find
    want need hope wish expect plan try seek aim continue begin start stop help hold set bring
    cause lead follow turn reach meet work like love
    deny reject accuse blame urge warn confirm announce criticise criticize condemn praise thank
    welcome express demand request appeal insist suggest argue note stress
    """.split()
)
"""Verbs that name no deed by themselves."""

_DENYING = frozenset({"deny", "reject"})
_NO_DEED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


_SAYINGS = frozenset(
    """
    claim allegation accusation charge suggestion report rumour rumor assertion notion idea
    insinuation speculation complaint story
    """.split()
)
"""Nouns whose clause is what was said: "rejected claims that the sheets were altered"."""


def plain(tree: Tree, inside: Sequence[int]) -> Iterator[tuple[Trigger, Arguments]]:
    """Yield the main verbs of a content, each with its object; verbs without one tell no deed."""
    for index in _mains(tree, inside):
        if _deed(tree, index):
            entry = Entry(Predicate(tree.lemma(index), None, "", ()), Voice.TRANSITIVE, ())
            trigger = Trigger((index,), entry)
            found = arguments(tree, trigger)
            if found.patient is not None and _thing(tree, found.patient):
                yield trigger, found


def _mains(tree: Tree, inside: Sequence[int]) -> Iterator[int]:
    """Yield the highest words of a content, or what those only introduce: "of altering ..."."""
    own = set(inside)
    for index in inside:
        if tree.head(index) not in own or tree.head(index) == index:
            yield index
            yield from (i for i in _introduced(tree, index) if i in own)


def _introduced(tree: Tree, top: int) -> Iterator[int]:
    if tree.tokens[top].pos == "ADP":
        yield from tree.children(top, "pcomp")
    elif tree.lemma(top) in _SAYINGS:
        yield from tree.children(top, "acl", "ccomp", "relcl")
        yield from tree.objects(top, "of")
    elif tree.lemma(top) in _DENYING:
        yield from tree.children(top, "xcomp", "ccomp")


def _deed(tree: Tree, index: int) -> bool:
    """Tell whether a token is a verb with an object, or whose subject undergoes it."""
    transitive = tree.child(index, "dobj", "nsubjpass") is not None
    return transitive and tree.tokens[index].pos == "VERB" and tree.lemma(index) not in _EMPTY


def _thing(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos in {"NOUN", "PROPN"} and token.entity not in _NO_DEED
