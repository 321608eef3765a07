"""All that the pages of a site look up, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Atlas, Picture, Reading, Tie
from kg.show.archive import Archive, archive
from kg.show.cards import Card, Voice, rejected_voices
from kg.show.deals import Deal, by_statement, deals
from kg.show.overview import Deck, deck
from kg.show.subject import Subject
from kg.show.tellings import Telling, named, tellings
from kg.show.wording import Label, Wordings, counting, plain, wordings


@dataclass(frozen=True, slots=True)
class Material:
    """What pages look up; `title` is plain text.

    `wordings` are those of counted claims, `cards` the links by id, `labelled` the statements
    that give a figure in any dispute.
    `disputed` finds the disputes of a statement, `told` names the story pictures, `drawn` finds
    the page of the picture that shows a statement, `rejected` holds by article what people
    rejected.
    """

    subject: Subject
    held: Archive
    wordings: Wordings
    cards: Mapping[str, Card]
    labelled: dict[str, Label]
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

    def labels(self, picture: Picture) -> dict[str, Label]:
        """Return short wordings of the statements that a story picture draws."""
        linking = [_drawn(self.cards[tie.id], tie) for tie in picture.ties if tie.id in self.cards]
        heard = [self.held.voices[node] for node in picture.places if node in self.held.voices]
        found = self.labelled | counting(self.wordings, linking)
        return plain({v.statement: v.words for v in heard}) | {
            v.statement: found[v.statement] for v in heard if v.statement in found
        }


def _drawn(card: Card, tie: Tie) -> Card:
    """Return a link with the voices that a tie draws."""
    a, b = (tuple(v for v in side if v.statement in {tie.a, tie.b}) for side in (card.a, card.b))
    return replace(card, a=a, b=b)


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
    counted = wordings(subject.knowledge)
    headlines = [r.article.headline or "" for r in subject.knowledge.readings]
    return Material(
        subject=subject,
        held=held,
        wordings=counted,
        cards={card.id: card for card in held.cards},
        labelled=counting(counted, held.cards),
        laid=deck(dealt),
        disputed=disputed,
        told=told,
        drawn=drawn,
        rejected=rejected_voices(subject.knowledge),
        title=subject.title or named(told, dealt, headlines),
    )
