"""The narrator's remarks on how far something is verified, where they stand and what they mean."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.extract.describe.note_patterns import ACCOUNTS, NOTES
from kg.extract.describe.scene import straight
from kg.extract.tree import Tree
from kg.model import Span, VerificationNote


class Scope(StrEnum):
    """How far a note reaches."""

    HARMED = "harmed"  # every count of casualties in the article
    FIGURES = "figures"  # every count in the article
    NEXT = "next"  # what comes next in the same sentence
    NEAR = "near"  # its own sentence, else what was said just before
    LAST = "last"  # what was said just before, though its own sentence has a statement


@dataclass(frozen=True, slots=True)
class Remark:
    """A note with the sentence (its index) that it stands in and its reach; `plural` if of many."""

    note: VerificationNote
    sentence: int
    scope: Scope
    plural: bool


_HARMED = re.compile(
    r"\b((casualty|casualties|death|deaths) (figures?|tolls?|claims?|numbers?|counts?|accounts?)"
    r"|tolls?|number of (dead|deaths|casualties|victims))\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(all|both|neither|either|conflicting|contradictory|rival|competing|differing|different"
    r"|divergent|two|sides'?|their)\b.{0,30}\b" + ACCOUNTS + r"\b"
    r"|\b" + ACCOUNTS + r"\b.{0,30}\b(both|two|rival|all|each) (sides?|parties|camps)\b"
    r"|\b(true|real|full|actual) (scale|extent|number|figure|cost)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(the|that|this|his|her|its) (\w+ )?(toll|figure|claim|report|account)\b", re.IGNORECASE
)
_MANY = re.compile(
    r"\b(claims|reports|accounts|figures|numbers|statements|allegations)\b", re.IGNORECASE
)
_NEITHER = re.compile(r"\bneither (claim|account|version|statement|report)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:—\u2013()]| - |\n")
_SENTENCE_END = '.!? \t"“”'


def remarks_of(tree: Tree, contents: Sequence[Span]) -> tuple[Remark, ...]:
    """Find all notes outside `contents` (sorted), in order; linear in the length of the text."""
    return tuple(
        remark
        for number in range(len(tree.document.sentences))
        for remark in _in_sentence(tree, number, contents)
    )


def _in_sentence(tree: Tree, number: int, contents: Sequence[Span]) -> Iterator[Remark]:
    first, last = tree.document.sentences[number]
    if first == last:
        return
    sentence = Span(tree.tokens[first].span.start, tree.tokens[last - 1].span.end)
    held = _overlapping(contents, sentence)
    for effect, span in _spans(tree.text, sentence, held):
        words = straight(span.of(tree.text))
        note = VerificationNote(span, effect)
        plural = _MANY.search(words) or _NEITHER.search(words)
        yield Remark(note, number, _scope(words, effect), plural=bool(plural))


def _spans(text: str, sentence: Span, held: Sequence[Span]) -> list[tuple[str, Span]]:
    """Return the notes of a sentence with their effect, in order; a clause holds only one."""
    found: list[tuple[str, Span]] = []
    for effect, core in _cores(straight(sentence.of(text)), sentence.start):
        if any(core.overlaps(content) for content in held):
            continue
        span = core if effect == "distancing" else _clause(text, core, sentence, held)
        if not any(span.overlaps(other) for _, other in found):
            found.append((effect, span))
    return sorted(found, key=lambda pair: pair[1])


def _cores(words: str, offset: int) -> list[tuple[str, Span]]:
    """Return what the rows of `NOTES` read in a sentence, in their order, none of it twice."""
    found: list[tuple[str, Span]] = []
    for effect, pattern in NOTES:
        for match in pattern.finditer(words):
            span = Span(offset + match.start(), offset + len(match[0].rstrip()) + match.start())
            if not any(span.overlaps(other) for _, other in found):
                found.append((effect, span))
    return found


def _clause(text: str, core: Span, sentence: Span, held: Sequence[Span]) -> Span:
    """Widen a core to its clause, never into a content."""
    left = max([sentence.start, *(c.end for c in held if c.end <= core.start)])
    right = min([sentence.end, *(c.start for c in held if c.start >= core.end)])
    for mark in _CLAUSE_END.finditer(text, left, core.start):
        left = mark.end()
    if (end := _CLAUSE_END.search(text, core.end, right)) is not None:
        right = end.start()
    while text[left] in _SENTENCE_END and left < core.start:
        left += 1
    while text[right - 1] in _SENTENCE_END and right > core.end:
        right -= 1
    return Span(left, right)


def _overlapping(contents: Sequence[Span], sentence: Span) -> tuple[Span, ...]:
    """Return the contents that reach into a sentence; `contents` are sorted and do not overlap."""
    at = max(0, bisect_right(contents, sentence) - 1)
    end = bisect_left(contents, Span(sentence.end, sentence.end + 1))
    return tuple(c for c in contents[at:end] if c.overlaps(sentence))


def _scope(note: str, effect: str) -> Scope:
    if effect == "distancing":
        return Scope.NEXT
    if _ONE.search(note) and not _EVERY.search(note):
        return Scope.LAST if "toll" not in note.lower() else Scope.HARMED
    if _NEITHER.search(note):
        return Scope.NEAR
    if _HARMED.search(note):
        return Scope.HARMED
    return Scope.FIGURES if _EVERY.search(note) else Scope.NEAR
