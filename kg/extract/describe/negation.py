"""Whether a cue or the main clause of a content is negated."""

from __future__ import annotations

import re

from kg.extract.describe.scene import Scene, straight
from kg.extract.describe.wordlist import words
from kg.model import Token

NEGATORS = words("no not n't never none nobody nothing neither nor no-one cannot 'nt")
# Phrases that hold a negator and negate nothing.
_HARMLESS = re.compile(
    r"\b(nothing (short of|but|less than)"
    r"|not (more than|less than|fewer than|only|just|merely|simply|least|to mention|necessarily)"
    r"|no (fewer|less|more|later|sooner|earlier|smaller|lower|other|matter|doubt|wonder)\b)"
)
_REFUSALS = re.compile(
    r"\b(refus(e[sd]?|ing)|declin(e[sd]?|ing)|fail(s|ed|ing)?|stopp?(s|ed|ing)? short of"
    r"|fell short of|unable|reluctant)\b"
)
# Arcs over which a negator inside the main clause still bears on its predicate.
_BEARS = words(
    "neg det preconj nsubj nsubjpass dobj attr advmod aux auxpass acomp oprd pobj expl "
    "quantmod nummod predet dep intj"
)


def cue_negated(scene: Scene) -> bool:
    """Tell whether it is said that it was *not* said ("did not confirm", "refused to say")."""
    words = list(scene.cue)
    if scene.head is not None:
        words += scene.tree.kids(scene.head.index, "neg")
    if any(word.text.lower() in NEGATORS for word in words):
        return True
    return bool(_REFUSALS.search(scene.cued)) and len(scene.cue) > 1


def content_negated(scene: Scene) -> bool:
    """Tell whether the first main clause of the content denies ("no troops were sent")."""
    predicate = scene.predicate
    return predicate is not None and any(
        straight(token.text).lower() in NEGATORS
        and not _is_harmless(scene, rank)
        and _bears_on(scene, token, predicate)
        for rank, token in enumerate(scene.content)
    )


def _is_harmless(scene: Scene, rank: int) -> bool:
    here = " ".join(token.text.lower() for token in scene.content[rank : rank + 3])
    return bool(_HARMLESS.match(here))


def _bears_on(scene: Scene, token: Token, predicate: Token) -> bool:
    """Walk up from a negator to the predicate; a clause or a phrase in between shields it."""
    for _ in range(len(scene.content)):
        if token.index == predicate.index:
            return True
        if token.dep == "prep":
            return scene.tree.head(token.index).index == predicate.index
        if token.dep not in _BEARS or token.head == token.index:
            return False
        token = scene.tree.head(token.index)
    return False
