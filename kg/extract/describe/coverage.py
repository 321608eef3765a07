"""Which statements a narrator's note covers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.extract.describe.figures import counts, counts_harmed
from kg.extract.describe.notes import Remark, Scope, remarks_of
from kg.extract.describe.scene import Scene
from kg.extract.phrases import united
from kg.extract.tree import Tree
from kg.model import VerificationNote

_WIDE: dict[Scope, Callable[[Scene], bool]] = {Scope.HARMED: counts_harmed, Scope.FIGURES: counts}
_CLOSE = 30  # code points between "purportedly" and what it keeps at arm's length
_STATEMENTS_BACK = 8


def verification(tree: Tree, scenes: Sequence[Scene]) -> tuple[tuple[VerificationNote, ...], ...]:
    """Return for each statement the notes that cover it, in the order of the text.

    A note on all figures covers every count of the article, headlines too; of several with one
    effect a statement keeps the nearest. Other notes cover their own sentence, or what was said
    just before them.
    """
    contents = united([span for scene in scenes for span in scene.found.content])
    remarks = remarks_of(tree, contents)
    covered: dict[int, set[VerificationNote]] = defaultdict(set)
    for rank, note in _narrow(remarks, scenes):
        covered[rank].add(note)
    for rank, note in _wide(remarks, scenes):
        covered[rank].add(note)
    return tuple(
        tuple(sorted(covered[rank], key=lambda note: (note.span, note.effect)))
        for rank in range(len(scenes))
    )


def _wide(
    remarks: Sequence[Remark], scenes: Sequence[Scene]
) -> Iterable[tuple[int, VerificationNote]]:
    by_kind: dict[tuple[Scope, str], list[VerificationNote]] = defaultdict(list)
    for remark in remarks:
        by_kind[remark.scope, remark.note.effect].append(remark.note)
    for (scope, _), notes in by_kind.items():
        if scope in _WIDE:
            for rank, scene in enumerate(scenes):
                if _WIDE[scope](scene):
                    yield rank, _nearest(notes, scene.place[0])


def _nearest(notes: Sequence[VerificationNote], position: int) -> VerificationNote:
    """Return the note that begins nearest to a position, the later of two; `notes` are sorted."""
    at = bisect_left(notes, position, key=lambda note: note.span.start)
    return min(notes[max(0, at - 1) : at + 1], key=lambda n: abs(n.span.start - position))


def _narrow(
    remarks: Sequence[Remark], scenes: Sequence[Scene]
) -> Iterable[tuple[int, VerificationNote]]:
    starts = [scene.place[0] for scene in scenes]
    in_sentence: dict[int, list[int]] = defaultdict(list)
    for rank, scene in enumerate(scenes):
        in_sentence[scene.sentence].append(rank)
    for remark in remarks:
        if remark.scope in _WIDE:
            continue
        own = [r for r in in_sentence[remark.sentence] if not _is_the_cue(scenes[r], remark)]
        before = bisect_left(starts, remark.note.span.start)
        for rank in _reached(remark, scenes, own, before):
            yield rank, remark.note


def _reached(
    remark: Remark, scenes: Sequence[Scene], own: Sequence[int], before: int
) -> Sequence[int]:
    if remark.scope is Scope.NEXT:
        return _next(remark, scenes, own)
    if remark.scope is Scope.NEAR and own:
        return own
    last = [
        r
        for r in range(max(0, before - _STATEMENTS_BACK), before)
        if not _is_the_cue(scenes[r], remark)
    ]
    if not last:
        return ()
    if not remark.plural:
        return last[-1:]
    return [r for r in last if scenes[r].block == scenes[last[-1]].block]


def _next(remark: Remark, scenes: Sequence[Scene], own: Sequence[int]) -> Sequence[int]:
    """Return the statement whose content begins soonest after a note in its sentence."""
    start = remark.note.span.start
    after = [r for r in own if _holds(scenes[r], remark) or 0 <= _gap(scenes[r], remark) <= _CLOSE]
    return sorted(after, key=lambda r: (_distance(scenes[r], start), r))[:1]


def _gap(scene: Scene, remark: Remark) -> int:
    return scene.found.content[0].start - remark.note.span.end


def _distance(scene: Scene, start: int) -> int:
    return min(abs(span.start - start) for span in scene.found.content)


def _holds(scene: Scene, remark: Remark) -> bool:
    return any(span.overlaps(remark.note.span) for span in scene.found.cue)


def _is_the_cue(scene: Scene, remark: Remark) -> bool:
    """Tell whether the note is itself the cue ("Reuters could not verify the report")."""
    return remark.scope is not Scope.NEXT and _holds(scene, remark)
