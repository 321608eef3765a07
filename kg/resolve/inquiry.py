"""One question, whom a phrase denotes, as the rules pass it on to the phrases inside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.model import ActorType, Statement
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.register import Key, merged
from kg.resolve.scene import Scene
from kg.resolve.segments import Tokens, tokens_in

Denoting = tuple[Phrase, Key]
"""A phrase and the actor that it denotes."""

DEEPEST = 6
"""How many phrases inside phrases are followed; hostile text nests without end."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Asks in one article; `answer` is the rule that reads a phrase.

    `voice` says that the phrase speaks or acts: a capital is then a government, an unknown noun
    somebody. `speaks` says that it speaks: then it is somebody even where it may be a thing, as in
    "the cyclone". `depth` counts the phrases around this one.
    """

    scene: Scene
    answer: Callable[[Inquiry, Phrase], Key | None]
    voice: bool = False
    speaks: bool = False
    depth: int = 0

    def inside(self, *, voice: bool = False) -> Inquiry:
        """Return the inquiry for a phrase inside this one."""
        return replace(self, voice=voice, speaks=False, depth=self.depth + 1)

    def of(self, phrase: Phrase) -> Key | None:
        """Return whom a phrase denotes."""
        return self.answer(self, phrase) if self.depth <= DEEPEST else None

    def each(self, tokens: Tokens) -> list[Denoting]:
        """Return each coordinated phrase of a range that denotes an actor, with it."""
        if not tokens or self.depth > DEEPEST:
            return []
        keys = ((phrase, self.of(phrase)) for phrase in phrases(tokens))
        return [(phrase, key) for phrase, key in keys if key is not None]

    def one(self, tokens: Tokens) -> Key | None:
        """Return the one actor that a range denotes; None for none or several."""
        return _only(self.each(tokens))

    def speaker(self, statement: Statement) -> Key | None:
        """Return who voiced a statement: the first part of its source that denotes somebody.

        Several kinds of people who speak at once are one group: "relatives and nurses".
        """
        speaking = replace(self, voice=True, speaks=True)
        several = []
        for part in statement.source:
            found = speaking.each(tokens_in(self.scene.document, part))
            if (key := _only(found)) is not None:
                return key
            several.append(found)
        return next((key for found in several if (key := self._together(found))), None)

    def _together(self, found: Sequence[Denoting]) -> Key | None:
        """Return the group of all that were found, if they are several kinds of unnamed people."""
        drafts = self.scene.register.drafts
        groups = [drafts[key] for _, key in found if drafts[key].type is ActorType.GROUP]
        if len(groups) < 2 or len(groups) < len(found):
            return None
        return self.scene.register.enter(merged(groups))


def _only(found: Sequence[Denoting]) -> Key | None:
    """Return the one actor that phrases denote; None for none or several."""
    keys = {key for _, key in found}
    return next(iter(keys)) if len(keys) == 1 else None
