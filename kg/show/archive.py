"""Everything that pages look up about statements and actors, gathered once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Actor, Attribution, Knowledge, LinkKind
from kg.show.cards import Card, Voice, cards, voices

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Archive:
    """Lookups by id; statements of an actor are in the order of the articles.

    `described` holds an actor as each article describes it, `said` what it voices or owns,
    `about` what is said about it, `disputes` the disputes in which its statements stand.
    """

    voices: Mapping[str, Voice]
    cards: tuple[Card, ...]
    described: Mapping[str, tuple[Actor, ...]]
    said: Mapping[str, tuple[str, ...]]
    about: Mapping[str, tuple[str, ...]]
    disputes: Mapping[str, tuple[Card, ...]]

    def weight(self, actor: str) -> int:
        """Return in how many statements the actor speaks or is spoken about."""
        return len(self.said.get(actor, ())) + len(self.about.get(actor, ()))


def archive(knowledge: Knowledge) -> Archive:
    """Gather what `knowledge` holds."""
    heard = voices(knowledge)
    dealt = tuple(cards(knowledge))
    attributed = [a for r in knowledge.readings for a in r.attributions]
    said = _grouped((who, a.statement) for a in attributed for who in _behind(a))
    return Archive(
        voices=heard,
        cards=dealt,
        described=_grouped((a.id, a) for r in knowledge.readings for a in r.actors),
        said=said,
        about=_grouped((target, a.statement) for a in attributed for target in a.targets),
        disputes=_disputes(dealt, said),
    )


def _behind(attribution: Attribution) -> list[str]:
    return [who for who in dict.fromkeys((attribution.speaker, attribution.claimant)) if who]


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(dict.fromkeys(values)) for key, values in groups.items()}


def _disputes(
    dealt: Iterable[Card], said: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Card, ...]]:
    owners = _grouped((s, actor) for actor, statements in said.items() for s in statements)
    return _grouped(
        (actor, card)
        for card in dealt
        if card.kind is LinkKind.DISPUTE
        for voice in (*card.a, *card.b)
        for actor in owners.get(voice.statement, ())
    )
