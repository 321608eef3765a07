"""To whom it was said: "told *reporters*", "urged *both sides* to", "speaking to *the BBC*"."""

from __future__ import annotations

from bisect import bisect_right

from kg.extract.describe.scene import Scene
from kg.extract.describe.wordlist import words
from kg.extract.tree import Tree
from kg.model import Span, Token

_ADDRESSING = frozenset({"tell", "urge", "urge_on", "ask"})
_TO = frozenset({"to"})
_ON = frozenset({"to", "on", "upon", "with"})
_OBJECTS = ("dative", "dobj", "iobj")
_CIRCUMSTANCE = frozenset({"address", "speak", "talk", "tell", "brief"})
_OPEN_TO = words("say speak talk write complain appeal report announce explain")
_OPENING_A_CLAUSE = frozenset({"that", "whether", "if", "how", "why"})
_SUBJECTS = ("nsubj", "nsubjpass")


def addressee(scene: Scene) -> tuple[Span, ...]:
    """Return the noun phrases that name who was spoken to, or nothing."""
    if scene.head is None:
        return ()
    found = _of_cue(scene, scene.head) or _of_circumstance(scene.tree, scene.head)
    spans = (_phrase(scene.tree, token) for token in found)
    taken = scene.found.source + scene.found.cue
    return tuple(
        span
        for span in spans
        if not any(span.overlaps(part) for part in taken)
        and span.of(scene.tree.text).split()[0].lower() not in _OPENING_A_CLAUSE
    )


def _of_cue(scene: Scene, head: Token) -> list[Token]:
    frames = scene.row.frames if scene.row else frozenset()
    tree = scene.tree
    if frames & _ADDRESSING:
        found = tree.kids(head.index, *_OBJECTS) or _told_to_act(tree, head)
        found = [token for token in found if _stands_apart(scene, token)]
        if found:
            return found[:1]
    if "urge_on" in frames:
        return _after_preposition(tree, head, _ON)
    return _after_preposition(tree, head) if head.lemma.lower() in _OPEN_TO else []


def _told_to_act(tree: Tree, head: Token) -> list[Token]:
    """Find who should do it where the parser takes him for the subject of the infinitive."""
    return [
        subject
        for clause in tree.kids(head.index, "ccomp", "xcomp")
        if any(word.tag == "TO" for word in tree.kids(clause.index, "aux"))
        for subject in tree.kids(clause.index, *_SUBJECTS)
    ]


def _stands_apart(scene: Scene, token: Token) -> bool:
    """Tell an addressee from the content itself ("urged restraint", "warned that prices ...")."""
    if token.index not in {word.index for word in scene.content}:
        return True
    to_act = any(word.tag == "TO" and word.index > token.index for word in scene.content)
    return to_act and scene.content[0].text.lower() not in _OPENING_A_CLAUSE


def _after_preposition(tree: Tree, head: Token, prepositions: frozenset[str] = _TO) -> list[Token]:
    return [
        noun
        for preposition in tree.kids(head.index, "prep", "dative")
        if preposition.text.lower() in prepositions
        for noun in tree.kids(preposition.index, "pobj")
    ][:1]


def _of_circumstance(tree: Tree, head: Token) -> list[Token]:
    """Read "Addressing reporters, she said": the object of a participle that hangs on the cue."""
    for clause in tree.kids(head.index, "advcl"):
        if clause.lemma.lower() in _CIRCUMSTANCE and clause.tag == "VBG":
            return tree.kids(clause.index, *_OBJECTS) or _after_preposition(tree, clause)
    return []


def _phrase(tree: Tree, noun: Token) -> Span:
    """Return the base noun phrases of a noun and of what is joined to it by "and"."""
    joined, last = [noun], noun
    while (after := tree.kid(last.index, "conj")) is not None:
        joined.append(after)
        last = after
    ranges = [_chunk(tree, token.index) for token in joined]
    return Span(
        tree.tokens[min(start for start, _ in ranges)].span.start,
        tree.tokens[max(end for _, end in ranges) - 1].span.end,
    )


def _chunk(tree: Tree, index: int) -> tuple[int, int]:
    chunks = tree.document.chunks
    at = bisect_right(chunks, (index, len(tree.tokens))) - 1
    if at >= 0 and chunks[at][0] <= index < chunks[at][1]:
        return chunks[at]
    return index, index + 1
