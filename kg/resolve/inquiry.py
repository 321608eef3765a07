"""One question, whom a phrase denotes, as the rules pass it on to the phrases inside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.model import ActorType, Statement
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.register import Key, merged
from kg.resolve.scene import Scene
from kg.resolve.segments import Tokens, tokens_in

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

    def each(self, tokens: Tokens) -> list[tuple[Phrase, Key]]:
        """Return each coordinated phrase of a range that denotes an actor, with it."""
        if not tokens or self.depth > DEEPEST:
            return []
        keys = ((phrase, self.of(phrase)) for phrase in phrases(tokens))
        return [(phrase, key) for phrase, key in keys if key is not None]

    def one(self, tokens: Tokens) -> Key | None:
        """Return the one actor that a range denotes; None for none or several."""
        keys = {key for _, key in self.each(tokens)}
        return next(iter(keys)) if len(keys) == 1 else None

    def speaker(self, statement: Statement) -> Key | None:
        """Return who voiced a statement: the first part of its source that denotes somebody.

        Several kinds of people who speak at once are one group: "relatives and nurses".
        """
        speaking = replace(self, voice=True, speaks=True)
        parts = [tokens_in(self.scene.document, part) for part in statement.source]
        found = next((key for part in parts if (key := speaking.one(part)) is not None), None)
        return found or next((key for part in parts if (key := speaking.together(part))), None)

    def together(self, tokens: Tokens) -> Key | None:
        """Return the group of all the unnamed people that a range coordinates; else None."""
        found, drafts = self.each(tokens), self.scene.register.drafts
        groups = [drafts[key] for _, key in found if drafts[key].type is ActorType.GROUP]
        if len(groups) < 2 or len(groups) < len(found):
            return None
        return self.scene.register.enter(merged(groups))
