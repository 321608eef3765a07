"""What is said: which frame of a cue verb finds its content."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clauses import clause, closing
from kg.extract.content import Content, under
from kg.extract.lexicon import CueRow
from kg.extract.objects import (
    accused,
    counted,
    documented,
    infinitive,
    named,
    object_,
    pointed,
    prepositional,
    qualified,
    raised,
    so_called,
    tallied,
    urged,
    valued,
)
from kg.extract.tree import Tree
from kg.model import Token

Frame = Callable[[Tree, Token], Content | None]
PREPOSITIONS = frozenset({"of", "for", "about", "against", "on", "with"})

FRAMES: dict[str, Frame] = {
    "small": named,
    "raised": raised,
    "ccomp": clause,
    "urge": urged,
    "tell": infinitive,
    "as_only": qualified,
    "as": qualified,
    "accuse": accused,
    "xcomp": infinitive,
    "at_figure": valued,
    "tally": tallied,
    "count": counted,
    "obj": object_,
    "doc": documented,
    "quote": closing,
}
"""How each frame of the lexicon finds a content, in the order in which they are tried."""


def content_of(tree: Tree, verb: Token, row: CueRow, words: frozenset[int]) -> Content | None:
    """Return the first content that one of the row's frames finds, in the order of `FRAMES`."""
    if found := so_called(tree, verb):
        return found
    if "obj" in row.frames and (found := pointed(tree, verb)):
        return found
    if len(words) > 1 and (found := _after_phrase(tree, words)):
        return found
    for name, frame in FRAMES.items():
        if name in row.frames and (found := frame(tree, verb)):
            return found
    return prepositional(tree, verb, row.frames & PREPOSITIONS)


def _after_phrase(tree: Tree, words: frozenset[int]) -> Content | None:
    """Take what the last preposition of a phrasal cue governs ("pushed back against ...")."""
    last = max(words)
    below = under(tree, tree.kids(last, "pobj", "pcomp"))
    if not below:
        return None
    verb = min(words)
    more = [kid for kid in tree.kids(verb, "xcomp", "advcl") if kid.tag == "VB"]
    more += [kid for kid in tree.kids(verb, "prep") if kid.text == "as"]
    return Content(below | under(tree, [kid for kid in more if kid.index > last]))
