"""All that the pages of a site look up, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Atlas, Reading
from kg.show.archive import Archive, archive
from kg.show.cards import Voice, rejected_voices
from kg.show.deals import Deal, by_statement, deals
from kg.show.overview import Deck, deck
from kg.show.subject import Subject
from kg.show.tellings import Telling, named, tellings
from kg.show.wording import Label, labels


@dataclass(frozen=True, slots=True)
class Material:
    """What pages look up; `title` is plain text.

    `disputed` finds the disputes of a statement, `told` names the story pictures, `drawn` finds
    the page of the picture that shows a statement, `rejected` holds by article what people
    rejected.
    """

    subject: Subject
    held: Archive
    labels: Mapping[str, Label]
    laid: Deck
    disputed: Mapping[str, tuple[Deal, ...]]
    told: tuple[Telling, ...]
    drawn: Mapping[str, str]
    rejected: Mapping[str, tuple[Voice, ...]]
    title: str

    @property
    def atlas(self) -> Atlas:
        """Return the pictures."""
        return self.subject.atlas

    @property
    def readings(self) -> Sequence[Reading]:
        """Return what was read in the articles."""
        return self.subject.knowledge.readings

    @property
    def linked(self) -> frozenset[str]:
        """Return the actors that have a page."""
        return frozenset(self.atlas.egos)


def material(subject: Subject) -> Material:
    """Work out what pages look up."""
    held = archive(subject.knowledge)
    dealt = deals(held.cards, subject.atlas.axis, subject.origins)
    disputed = by_statement(dealt)
    told = tellings(subject.atlas.stories, held, disputed)
    pictures = list(zip(told, subject.atlas.stories, strict=True))
    drawn = {
        node: telling.href
        for telling, picture in reversed(pictures)
        for node in picture.places
        if node in held.voices
    }
    headlines = [r.article.headline or "" for r in subject.knowledge.readings]
    return Material(
        subject=subject,
        held=held,
        labels=labels(
            subject.knowledge, held.cards, {key: held.voices[key].words for key in drawn}
        ),
        laid=deck(dealt),
        disputed=disputed,
        told=told,
        drawn=drawn,
        rejected=rejected_voices(subject.knowledge),
        title=subject.title or named(told, dealt, headlines),
    )
