"""How well one side of a dispute is sourced: mentions, outlets, origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.show.cards import Voice


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How many statements, in how many outlets, from how many origins, through which agencies."""

    mentions: int
    outlets: int
    origins: int
    agencies: tuple[str, ...]


def sourcing(voices: Iterable[Voice]) -> Sourcing:
    """Count voices of one side.

    All statements of one claimant are one origin, however many outlets carry them. A statement
    of nobody in particular is an origin of its agency's, or else of its article's.
    """
    heard = list(voices)
    return Sourcing(
        mentions=len(heard),
        outlets=len({v.outlet or v.article for v in heard}),
        origins=len({v.claimant_id or v.speaker_id or v.agency or v.article for v in heard}),
        agencies=tuple(sorted({v.agency for v in heard if v.agency})),
    )
