"""What pages deal: the links over one question as one card, its sides in the order of the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import networkx as nx

from kg.model import LinkKind, Quantity
from kg.show.cards import ORDER, Card, Voice, period
from kg.show.numberline import NumberLine, figure, numberline
from kg.show.scenes import joined
from kg.show.subject import Origins
from kg.show.terms import asked, sentence

# Types whose heading says the reason: between the same parties one such card is enough.
MERGED = frozenset({"denial", "rejection"})
_Held = tuple[Quantity | None, dict[str, Voice]]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How many statements, in how many outlets, from how many independent origins."""

    mentions: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Side:
    """Voices that hold one thing, the one that says most by itself first."""

    voices: tuple[Voice, ...]
    figure: Quantity | None
    sourcing: Sourcing

    @property
    def value(self) -> str:
        """Return the figure in words, "" where there is none."""
        return figure(self.figure) if self.figure else ""


# Deals are looked up often and long to hash: each is equal to itself alone.
@dataclass(frozen=True, slots=True, eq=False)
class Deal:
    """A card as it lies on a page.

    `heading` asks the question or says what happened, `because` gives the reasons of its links,
    `members` are the ids of these. `sides` has two or more; the last is empty for what nobody
    answered. `made` says who made links that no rule found, `scene` where and when that happened
    which it is about, as far as claims say.
    """

    id: str
    kind: LinkKind
    type: str
    heading: str
    because: tuple[str, ...]
    sides: tuple[Side, ...]
    members: tuple[str, ...]
    made: tuple[str, ...] = ()
    scene: str = ""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Return the voices of all sides."""
        return tuple(voice for side in self.sides for voice in side.voices)

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the ids of all who stand behind it."""
        pairs = ((v.claimant_id, v.speaker_id) for v in self.voices)
        return tuple(dict.fromkeys(actor for pair in pairs for actor in pair if actor))

    @property
    def reported(self) -> str:
        """Return when the articles of its voices were published, "" if none is dated."""
        return period(self.voices)

    @property
    def teller(self) -> Voice:
        """Return a voice in the article that tells of most sides, the earliest of such."""
        told = Counter(a for side in self.sides for a in {v.article for v in side.voices})
        return min(
            self.voices, key=lambda v: (-told[v.article], v.published or date.max, v.article)
        )

    @property
    def line(self) -> NumberLine | None:
        """Return the number line of figures that answer one question."""
        return numberline([s.figure for s in self.sides]) if self.type == "numeric" else None


def deals(cards: Iterable[Card], axis: Mapping[str, float], origins: Origins) -> tuple[Deal, ...]:
    """Return cards in the order in which a reader wants them: by kind, type, how widely carried.

    Links of one type that share a statement are one card where they have one heading, of figures
    with a side for each; denials also where they have the same parties. Sides stand as in the
    story graph: by `axis`, of actors.
    """
    made = [_deal(group, axis, origins) for group in _groups(list(cards))]
    return tuple(sorted(made, key=_order))


def _groups(cards: Sequence[Card]) -> list[list[Card]]:
    """Join the cards that are one for a reader."""
    joined: nx.Graph = nx.Graph()
    sharing: dict[tuple[str, str], list[int]] = {}
    for number, card in enumerate(cards):
        joined.add_node(number)
        for statement in _statements(card):
            others = sharing.setdefault((card.type, statement), [])
            joined.add_edges_from((n, number) for n in others if _joined(card, cards[n]))
            others.append(number)
    return [[cards[n] for n in sorted(part)] for part in nx.connected_components(joined)]


def _joined(one: Card, other: Card) -> bool:
    """Tell whether cards of one type that share a statement have one heading or both parties."""
    heads = {(_heading(card), card.issue) for card in (one, other)}
    parties = {(frozenset(_owners(c.a)), frozenset(_owners(c.b))) for c in (one, other)}
    return len(heads) == 1 or (one.type in MERGED and len(parties) == 1)


def _statements(card: Card) -> set[str]:
    return {voice.statement for voice in (*card.a, *card.b)}


def _heading(card: Card) -> str:
    """Return the question that figures answer, the one behind the type, or the reason."""
    question = card.question if any(card.figures) else ""
    return question or asked(card.type) or sentence(card.because)


def _deal(group: Sequence[Card], axis: Mapping[str, float], origins: Origins) -> Deal:
    first = group[0]
    heading = _heading(first)
    reasons = dict.fromkeys(sentence(card.because) for card in group)
    held = _by_figure(group) if first.type == "numeric" else _by_owner(group)
    sides = [_side(tuple(voices.values()), quantity, origins) for quantity, voices in held]
    return Deal(
        id=min(card.id for card in group),
        kind=first.kind,
        type=first.type,
        heading=heading,
        because=tuple(reason for reason in reasons if reason != heading),
        sides=tuple(sorted(sides, key=lambda side: (not side.voices, _lean(side, axis)))),
        members=tuple(sorted(card.id for card in group)),
        made=tuple(sorted({card.origin for card in group} - {""})),
        scene=joined(card.scene for card in group).words,
    )


def _by_figure(group: Sequence[Card]) -> list[_Held]:
    """Return the voices that give each figure."""
    held: dict[str, _Held] = {}
    for card in group:
        for name, voices, quantity in zip("ab", (card.a, card.b), card.figures, strict=True):
            key = figure(quantity) if len(group) > 1 and quantity else f"{card.id}{name}"
            held.setdefault(key, (quantity, {}))[1].update((v.statement, v) for v in voices)
    return list(held.values())


def _by_owner(group: Sequence[Card]) -> list[_Held]:
    """Return the voices of two sides; a card joins with its sides turned if their owners are."""
    first = group[0]
    one: _Held = (first.figures[0], {v.statement: v for v in first.a})
    other: _Held = (first.figures[1], {v.statement: v for v in first.b})
    for card in group[1:]:
        turned = _owners(card.a) & _owners(other[1].values()) and not (
            _owners(card.a) & _owners(one[1].values())
        )
        for (_, held), voices in zip(
            (one, other), (card.b, card.a) if turned else (card.a, card.b), strict=True
        ):
            held.update((v.statement, v) for v in voices)
    return [one, other]


def _owners(voices: Iterable[Voice]) -> set[str]:
    return {v.claimant_id or v.speaker_id or v.statement for v in voices}


def _side(voices: tuple[Voice, ...], quantity: Quantity | None, origins: Origins) -> Side:
    outlets = {v.outlet or v.article for v in voices}
    count = origins(v.statement for v in voices) if voices else 0
    return Side(voices, quantity, Sourcing(len(voices), len(outlets), count))


def _lean(side: Side, axis: Mapping[str, float]) -> float:
    """Return where a side's owners stand on the axis, on average."""
    owners = [v.claimant_id or v.speaker_id or "" for v in side.voices]
    return sum(axis.get(owner, 0.0) for owner in owners) / max(1, len(owners))


def _order(deal: Deal) -> tuple[int, int, int, str]:
    rank = ORDER.index(deal.type) if deal.type in ORDER else len(ORDER)
    kinds = (LinkKind.DISPUTE, LinkKind.RESPONSE, LinkKind.CORROBORATION, LinkKind.SAME_CLAIM)
    return kinds.index(deal.kind), rank, -len(deal.voices), deal.id


def by_statement(dealt: Iterable[Deal]) -> dict[str, tuple[Deal, ...]]:
    """Return the disputes in which each statement stands."""
    found: dict[str, list[Deal]] = {}
    for deal in dealt:
        for voice in deal.voices if deal.kind is LinkKind.DISPUTE else ():
            found.setdefault(voice.statement, []).append(deal)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}
