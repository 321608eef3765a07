"""Predicate frames in the contents of statements: who did what to whom, and how many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.frames.counts import Count, counts
from kg.extract.frames.echo import echo
from kg.extract.frames.elliptic import inherited
from kg.extract.frames.find import Scene, by_token, read, read_number, read_plain
from kg.extract.frames.labour import labour
from kg.extract.frames.tree import Tree, tree
from kg.extract.frames.triggers import Trigger, triggers
from kg.model import NUMBER, Document, Frame, Span, Statement, Token

__all__ = ["frames"]

_HARMS = frozenset({"kill", "wound", "detain", "go_missing", "hospitalize", "charge", "release"})
"""What is done to people and sets their number apart from that of a crowd."""


def frames(document: Document, statements: Sequence[Statement]) -> tuple[Frame, ...]:
    """Return the frames of all statements, in the order of `statements`, then of the text.

    A predicate belongs to the innermost statement whose content covers it: what an official says
    that a witness said is the witness's claim. Arguments may lie outside the content ("X admits
    killing ..."), counts may not.
    """
    parsed, map_ = tree(document), _Map.of(document)
    contents = [map_.inside(s.content) for s in statements]
    meant = labour(document)
    found: dict[str, list[Frame]] = {}
    for number, (statement, nested) in enumerate(zip(statements, _nested(contents), strict=True)):
        sentences = map_.by_sentence(contents[number])
        own = list(_of_statement(document, parsed, statement, sentences, nested))
        if own and all(frame.predicate == NUMBER for frame in own):
            echoed = _echoed(document, parsed, statements, number, contents[number], found)
            own = list(echoed) or own
        found[statement.id] = meant(own)
    return tuple(frame for statement in statements for frame in found[statement.id])


def _echoed(  # noqa: PLR0913, PLR0917 - what the frames of the statements before are made from
    document: Document,
    parsed: Tree,
    statements: Sequence[Statement],
    number: int,
    inside: Sequence[int],
    found: Mapping[str, Sequence[Frame]],
) -> Iterator[Frame]:
    text = document.article.text
    counted = [c for c in counts(parsed, text, inside[0], inside[-1] + 1) if not c.zero]
    told = " ".join(_marked(text, span, counted) for span in statements[number].content)
    yield from echo(told, number, statements, found, counted)


def _marked(text: str, span: Span, counted: Sequence[Count]) -> str:
    """Return the text of a span with "#" for each number in it."""
    parts, at = [], span.start
    for count in counted:
        if span.covers(count.span):
            parts += [text[at : count.span.start], "#"]
            at = count.span.end
    return "".join([*parts, text[at : span.end]])


@dataclass(frozen=True, slots=True)
class _Map:
    """Where tokens and sentences start, for look-ups in logarithmic time."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> _Map:
        starts = tuple(token.span.start for token in document.tokens)
        return cls(document.tokens, starts, tuple(first for first, _ in document.sentences))

    def inside(self, content: Sequence[Span]) -> tuple[int, ...]:
        """Return the tokens that a content covers."""
        found: set[int] = set()
        for span in content:
            first = bisect_left(self.starts, span.start)
            last = bisect_left(self.starts, span.end)
            found.update(i for i in range(first, last) if span.covers(self.tokens[i].span))
        return tuple(sorted(found))

    def by_sentence(self, inside: Sequence[int]) -> list[list[int]]:
        """Part tokens by the sentence that they stand in."""
        found: dict[int, list[int]] = {}
        for index in inside:
            found.setdefault(bisect_right(self.sentences, index), []).append(index)
        return list(found.values())


def _nested(contents: Sequence[tuple[int, ...]]) -> list[frozenset[int]]:
    """Return, for each content, the tokens of those that lie wholly inside it."""
    holders: dict[int, list[int]] = {}
    for number, inside in enumerate(contents):
        for index in inside:
            holders.setdefault(index, []).append(number)
    sets = [frozenset(inside) for inside in contents]
    near = [{n for i in inside for n in holders[i]} for inside in contents]
    return [
        frozenset(i for n in near[number] if sets[n] < own for i in sets[n])
        for number, own in enumerate(sets)
    ]


def _of_statement(
    document: Document,
    parsed: Tree,
    statement: Statement,
    sentences: Sequence[Sequence[int]],
    nested: frozenset[int],
) -> Iterator[Frame]:
    text = document.article.text
    for inside in sentences:
        found = by_token(parsed, counts(parsed, text, inside[0], inside[-1] + 1))
        scene = Scene(parsed, text, found, statement.id, statement.cue)
        yield from _of_sentence(scene, [i for i in inside if i not in nested])


def _of_sentence(scene: Scene, inside: Sequence[int]) -> list[Frame]:
    """Return the frames of one sentence; the words of an idiom serve no other predicate."""
    found: list[Frame] = []
    used = {i for i in inside if _is_money(scene, i)}
    for readings in sorted(triggers(scene.tree, inside), key=_longest, reverse=True):
        if readings[0].token not in used:
            words, new = read(scene, readings)
            used.update(words)
            found += new
    taken = {f.trigger for f in found}
    found += [f for f in read_plain(scene, inside) if f.trigger not in taken]
    found = inherited(sorted(_without_crowds(found), key=_place), scene.text)
    found += _numbers(scene, inside, found)
    said = {(f.predicate, f.agent, f.patient, f.quantity, f.negated): f for f in reversed(found)}
    return sorted(said.values(), key=_place)


def _is_money(scene: Scene, index: int) -> bool:
    """Tell whether a word is of a sum: the "won" of "8.2 trillion won" is no victory."""
    count = scene.counts.get(index)
    verb = scene.tree.tokens[index].pos == "VERB"
    return (
        verb
        and count is not None
        and count.unit == "money"
        and count.span.covers(scene.tree.tokens[index].span)
    )


def _numbers(scene: Scene, inside: Sequence[int], found: Sequence[Frame]) -> Iterator[Frame]:
    """Yield the numbers that stand in none of the frames: "a volume of 1,198 barrels"."""
    counted = [f.quantity for f in found if f.quantity is not None]
    for count in dict.fromkeys(scene.counts.values()):
        apart = not count.zero and not any(span.overlaps(count.span) for span in counted)
        if apart and count.token in inside:
            yield read_number(scene, count)


def _without_crowds(found: Sequence[Frame]) -> list[Frame]:
    """Leave out crowds of those who came to harm: "31 killed in protests" did not attend them."""
    harmed = {f.quantity for f in found if f.predicate in _HARMS and f.quantity}
    return [f for f in found if f.predicate != "attend" or f.quantity not in harmed]


def _place(frame: Frame) -> tuple[Span, Span]:
    return frame.trigger, frame.quantity or frame.trigger


def _longest(readings: Sequence[Trigger]) -> tuple[int, int]:
    return len(readings[0].words), -readings[0].token
