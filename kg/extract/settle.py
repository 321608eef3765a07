"""One attribution a cue: settle what several rules propose for the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.asides import is_aside
from kg.extract.candidate import Candidate
from kg.extract.edges import exact
from kg.extract.nesting import apart, told
from kg.extract.phrases import spans_of
from kg.extract.spans import Spans
from kg.extract.tree import Tree
from kg.model import BlockKind, Kind, Span, SpeechAct

_SHORTLY = frozenset({SpeechAct.APPEAL, SpeechAct.DENY, SpeechAct.CONDEMN, SpeechAct.ACCUSE})
"""What one noun can hold ("urged restraint", "denied involvement") or one word that points back."""

_BACKWARD = frozenset({"this", "that", "these", "those", "which", "it"})


def settle(tree: Tree, candidates: Iterable[Candidate]) -> tuple[Spans, ...]:
    """Return one attribution for each cue head, cut to spans, in the order of the text."""
    by_head: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        clipped = _clipped(tree, candidate)
        if clipped.content and _in_place(tree, clipped):
            by_head[candidate.head].append(clipped)
    joined = (_joined(own) for own in by_head.values())
    worth = [candidate for candidate in joined if _worth(tree, candidate)]
    cut = (exact(tree, _spans(tree, candidate)) for candidate in told(tree, apart(tree, worth)))
    kept = (one for one in cut if one.cue and one.content and not is_aside(tree, one))
    return tuple(sorted(kept, key=in_order))


def _clipped(tree: Tree, candidate: Candidate) -> Candidate:
    """What is said inside a quote has its source and content inside that quote."""
    quote = tree.quoted[candidate.head]
    if quote < 0:
        return candidate

    def inside(words: frozenset[int]) -> frozenset[int]:
        return frozenset(index for index in words if tree.quoted[index] == quote)

    return replace(
        candidate,
        source=inside(candidate.source),
        cue=inside(candidate.cue),
        content=inside(candidate.content),
    )


def _in_place(tree: Tree, candidate: Candidate) -> bool:
    """In a heading only the rule for headings speaks."""
    number = tree.block[candidate.head]
    heading = number >= 0 and tree.blocks[number].kind is not BlockKind.PARAGRAPH
    return (candidate.rule == "heading") == heading


def _joined(own: Sequence[Candidate]) -> Candidate:
    """Let the best candidate win; a clause that goes on after the quote is part of it."""
    best = max(own, key=lambda candidate: candidate.score)
    words, cue = best.content, best.cue
    for other in own:
        if other is not best and best.rule == "quote" and _goes_on(other, best):
            words, cue = words | _before_cue(other, best), cue | other.cue
    source = best.source or next((other.source for other in own if other.source), frozenset())
    return replace(best, content=words - cue - source, cue=cue - source, source=source)


def _goes_on(clause: Candidate, quote: Candidate) -> bool:
    """A clause of the same cue is part of what is quoted if they overlap or it comes first."""
    return bool(clause.content & quote.content) or min(clause.content) < min(quote.content)


def _before_cue(clause: Candidate, quote: Candidate) -> frozenset[int]:
    """Where the quote comes first nothing after the cue is part of it."""
    if min(quote.content) > quote.head:
        return clause.content
    return frozenset(index for index in clause.content if index < quote.head)


def _worth(tree: Tree, candidate: Candidate) -> bool:
    """Tell whether a content is more than a word, quoted, or points back."""
    words = [
        tree.tokens[index]
        for index in candidate.content
        if any(char.isalnum() for char in tree.tokens[index].text)
    ]
    if len(words) >= 2 or any(tree.quoted[token.index] >= 0 for token in words):
        return True
    row = candidate.row
    brief = row is not None and row.kind is Kind.ASSERTION and row.act in _SHORTLY
    if not brief or not words:
        return False
    noun = words[0].pos in {"NOUN", "PROPN"} and not words[0].entity
    return noun or candidate.rule == "heading" or words[0].text.lower() in _BACKWARD


def _spans(tree: Tree, candidate: Candidate) -> Spans:
    return Spans(
        spans_of(tree, candidate.source),
        spans_of(tree, candidate.cue) or _marks(tree, candidate.cue),
        spans_of(tree, candidate.content),
        candidate.rule,
        candidate.score,
    )


def _marks(tree: Tree, indexes: frozenset[int]) -> tuple[Span, ...]:
    """Return the spans of a cue that is nothing but marks, such as a colon."""
    return tuple(tree.tokens[index].span for index in sorted(indexes))


def in_order(spans: Spans) -> tuple[int, int]:
    """Sort key: where the first word of cue or content stands."""
    return min((span.start, span.end) for span in (*spans.cue, *spans.content))
