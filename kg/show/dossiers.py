"""Dossiers: what one actor said, what was said about them, and who disputes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.model import Actor, Knowledge
from kg.show.archive import Archive, archive
from kg.show.cards import Card, Voice


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor as all readings together know them."""

    actor: Actor
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    said: tuple[Voice, ...]
    about: tuple[Voice, ...]
    disputes: tuple[Card, ...]

    def as_line(self) -> dict[str, Any]:
        """Return the JSON-ready dict that `kg actor --json` prints."""
        return {
            "id": self.actor.id,
            "name": self.actor.name,
            "type": str(self.actor.type),
            "aliases": list(self.aliases),
            "roles": list(self.roles),
            "said": [voice.statement for voice in self.said],
            "about": [voice.statement for voice in self.about],
            "disputes": [card.id for card in self.disputes],
        }


def find(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return the ids of the actors that bear `name` as name or alias, whatever the case.

    An actor of just that name goes before those that only have it as an alias.
    """
    wanted = name.casefold().strip()
    by_name, by_alias = set(), set()
    for reading in knowledge.readings:
        for actor in reading.actors:
            if actor.name.casefold() == wanted:
                by_name.add(actor.id)
            elif wanted in (alias.casefold() for alias in actor.aliases):
                by_alias.add(actor.id)
    return tuple(sorted(by_name)) or tuple(sorted(by_alias))


def dossier(knowledge: Knowledge, actor_id: str) -> Dossier:
    """Gather what `knowledge` holds on one actor.

    Raises `KeyError` when no reading knows the id.
    """
    return filed(archive(knowledge), actor_id)


def filed(held: Archive, actor_id: str) -> Dossier:
    """Take one actor's dossier out of an archive.

    Raises `KeyError` when no reading knows the id.
    """
    described = held.described[actor_id]
    return Dossier(
        actor=described[0],
        aliases=tuple(sorted({alias for actor in described for alias in actor.aliases})),
        roles=tuple(sorted({actor.role for actor in described if actor.role})),
        said=tuple(held.voices[key] for key in held.said.get(actor_id, ())),
        about=tuple(held.voices[key] for key in held.about.get(actor_id, ())),
        disputes=held.disputes.get(actor_id, ()),
    )
