"""What spans of an article denote: the one seam between mentions and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Actor, Document, Extraction, Interval, Location, Span
from kg.resolve import gazetteer
from kg.resolve.names import names
from kg.resolve.refer import inquiry, owner
from kg.resolve.register import Key
from kg.resolve.scene import Scene, scene
from kg.resolve.segments import Tokens, tokens_in
from kg.resolve.sweep import Noted, Placed, sweep
from kg.resolve.times import interval


@dataclass(frozen=True, slots=True)
class Denotes:
    """Answers, for any span of one article, which actor, place or time its words denote.

    `noted` and `placed` are the mentions that the sweep over the article found.
    """

    scene: Scene
    noted: tuple[Noted, ...]
    placed: tuple[Placed, ...]

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Return all actors of the article so far by id; asking for a span may add one."""
        return {actor.id: actor for actor in self.scene.register.actors().values()}

    def actor(self, span: Span) -> Actor | None:
        """Return whom the noun phrase of a span denotes; None when nobody or several fit."""
        return self.scene.register.actor(inquiry(self.scene).one(self._tokens(span)))

    def doer(self, span: Span) -> Actor | None:
        """Return whom the phrase of one who acts denotes: a capital is then its government."""
        return self.scene.register.actor(
            inquiry(self.scene, voice=True).one(self._tokens(span))
        ) or self.actor(span)

    def all_actors(self, span: Span) -> tuple[Actor, ...]:
        """Return whom the coordinated noun phrases of a span denote, in order."""
        return self._those([key for _, key in inquiry(self.scene).each(self._tokens(span))])

    def owner(self, span: Span) -> Actor | None:
        """Return whose the thing of a span is: "Pakistani military posts", "its trucks"."""
        return self.scene.register.actor(owner(self.scene, self._tokens(span)))

    def place(self, span: Span) -> Location | None:
        """Return the place named inside a span; None without one, or when several fit."""
        found = gazetteer.locate(self._tokens(span), gazetteer.Context(self.scene.countries))
        return self._keep(gazetteer.location(found)) if found else None

    @property
    def locations(self) -> tuple[Location, ...]:
        """Return all places asked for or mentioned so far, by id."""
        for _, place, _ in self.placed:
            self._keep(gazetteer.location(place))
        return tuple(location for _, location in sorted(self.scene.places.items()))

    def _keep(self, location: Location) -> Location:
        return self.scene.places.setdefault(location.id, location)

    def time(self, span: Span) -> Interval | None:
        """Return the days that a span names; None without a date to count from."""
        article = self.scene.document.article
        return interval(span.of(article.text), article.published)

    def _tokens(self, span: Span) -> Tokens:
        return tokens_in(self.scene.document, span)

    def _those(self, keys: list[Key]) -> tuple[Actor, ...]:
        found = (self.scene.register.actor(key) for key in keys)
        return tuple(actor for actor in found if actor is not None)


def denotes(document: Document, extraction: Extraction) -> Denotes:
    """Read who and what the mentions of a document denote, from left to right."""
    here = scene(document, extraction, names(document))
    noted, placed = sweep(here, extraction)
    return Denotes(here, tuple(noted), tuple(placed))
