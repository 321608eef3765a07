"""Denials in neutral words: "no such payment was made", said by one who stands accused of it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.describe.negation import content_negated
from kg.extract.describe.scene import Scene
from kg.extract.describe.sides import Sides
from kg.extract.describe.wordlist import words
from kg.model import SpeechAct

_PARAGRAPHS_BACK = 2
_MATTER = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "'d", "wo"})
_TOO_COMMON = words("be have do make say go get year day week time person people")


def with_denials(
    scenes: Sequence[Scene], acts: Sequence[SpeechAct], sides: Sides
) -> tuple[SpeechAct, ...]:
    """Turn the assertions that negate an accusation close by into denials; linear in `scenes`."""
    return tuple(
        SpeechAct.DENY
        if act is SpeechAct.ASSERT
        and content_negated(scene)
        and not _is_to_come(scene)
        and _is_reply(scenes, acts, rank, sides)
        else act
        for rank, (scene, act) in enumerate(zip(scenes, acts, strict=True))
    )


def _is_reply(scenes: Sequence[Scene], acts: Sequence[SpeechAct], rank: int, sides: Sides) -> bool:
    scene = scenes[rank]
    for before in range(rank - 1, -1, -1):
        other = scenes[before]
        if scene.paragraph - other.paragraph > _PARAGRAPHS_BACK:
            return False
        if acts[before] is SpeechAct.DENY and _goes_on(scene, other):
            return True
        if acts[before] is SpeechAct.ACCUSE and _answers(scene, other, sides):
            return True
    return False


def _is_to_come(scene: Scene) -> bool:
    """Tell a promise from a denial: nobody stands accused of what is yet to be done."""
    predicate = scene.predicate
    return predicate is not None and any(
        word.text.lower() in _FUTURE for word in scene.tree.kids(predicate.index, "aux")
    )


def _goes_on(scene: Scene, other: Scene) -> bool:
    """Tell whether one source goes on in the same sentence ("rejected that, insisting no ...")."""
    return scene.sentence == other.sentence and scene.found.source == other.found.source


def _answers(scene: Scene, accusation: Scene, sides: Sides) -> bool:
    """Tell whether the accused speaks of the matter; whoever is not named must do so at length."""
    if scene.sayer == accusation.sayer:
        return False
    if sides.together(scene.source, accusation.source):
        return False
    shared = len(matter_of(scene) & matter_of(accusation))
    return shared > 1 or (shared > 0 and sides.together(scene.source, accusation.content))


def matter_of(scene: Scene) -> frozenset[str]:
    """Return the lemmas of the content words of a content."""
    lemmas = {token.lemma.lower() for token in scene.content if token.pos in _MATTER}
    return frozenset(lemmas - _TOO_COMMON)
