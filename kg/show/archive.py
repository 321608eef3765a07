"""Everything that pages look up about statements and actors, gathered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Actor, Attribution, Knowledge, LinkKind
from kg.show.cards import Card, Voice, cards, voices
from kg.show.terms import actor as kind_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Archive:
    """Lookups by id; statements of an actor are in the order of the articles.

    `described` holds an actor as each article describes it, `names` what tells it from others of
    its name, `said` what it voices or owns, `about` what is said about it, `disputes` the disputes
    in which its statements stand.
    """

    voices: Mapping[str, Voice]
    cards: tuple[Card, ...]
    described: Mapping[str, tuple[Actor, ...]]
    names: Mapping[str, str]
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
    described = _grouped((a.id, a) for r in knowledge.readings for a in r.actors)
    said = _grouped((who, a.statement) for a in attributed for who in _behind(a))
    return Archive(
        voices=heard,
        cards=dealt,
        described=described,
        names=_names(described, _homes(knowledge)),
        said=said,
        about=_grouped((target, a.statement) for a in attributed for target in a.targets),
        disputes=_disputes(dealt, said),
    )


def _homes(knowledge: Knowledge) -> dict[str, str | None]:
    """Return the outlet in which an actor is first read of."""
    homes: dict[str, str | None] = {}
    for reading in knowledge.readings:
        homes |= {a.id: reading.article.outlet for a in reading.actors if a.id not in homes}
    return homes


def _names(
    described: Mapping[str, tuple[Actor, ...]], homes: Mapping[str, str | None]
) -> dict[str, str]:
    """Return names; of those that several actors bear, what tells them apart stands behind.

    That is the kind, else the outlet, else a number.
    """
    bearers = _grouped((same[0].name, key) for key, same in described.items())
    names: dict[str, str] = {}
    for name, keys in bearers.items():
        kinds = Counter(described[key][0].type for key in keys)
        places = Counter(homes[key] for key in keys)
        for number, key in enumerate(sorted(keys), 1):
            kind, home = described[key][0].type, homes[key]
            apart = kind_of(kind) if kinds[kind] == 1 else home if places[home] == 1 else None
            names[key] = name if len(keys) == 1 else f"{name} ({apart or number})"
    return names


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
