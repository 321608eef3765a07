"""Two opposed sides and what each says of their quarrel: blame, framing, control, gains, losses."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import LinkKind, Relation
from kg.relate.blocks import Block
from kg.relate.evidence import Evidence
from kg.relate.links import link, names, oriented
from kg.relate.stances import Stance, takes

Sides = tuple[list[Evidence], list[Evidence]]


def blame(block: Block) -> Iterator[Relation]:
    """Dispute: each of two opposed sides says that the other began it or broke the rules first."""
    for a, b in _mirrored(block, Stance.BLAMES):
        yield _dispute("blame", a, b, "each says that the other side began it")


def framing(block: Block) -> Iterator[Relation]:
    """Dispute: one side calls its action a reply or necessary, the other unprovoked; or both do."""
    for a, b in _crossed(block, Stance.JUSTIFIES, Stance.CONDEMNS):
        because = _opposite(a, Stance.JUSTIFIES, b, Stance.CONDEMNS)
        yield _dispute("framing", a, b, because)
    for a, b in _mirrored(block, Stance.JUSTIFIES):
        yield _dispute("framing", a, b, "each calls its own action the reply or necessary")


def control(block: Block) -> Iterator[Relation]:
    """Dispute: one side says that it is in control, the other that it lost ground or fled."""
    for a, b in _crossed(block, Stance.CONTROLS, Stance.OVERRAN):
        because = _opposite(a, Stance.CONTROLS, b, Stance.OVERRAN)
        yield _dispute("control", a, b, because)


def competing_gain(block: Block) -> Iterator[Relation]:
    """Dispute: each side says that it captured the other's; both may be so, so no number is."""
    for a, b in _mirrored(block, Stance.GAINED):
        because = "each says that it captured the other's: competing gains, not one number"
        yield _dispute("competing_gain", a, b, because)


def losses(block: Block) -> Iterator[Relation]:
    """Dispute: a side calls its own losses small where the other says that they were heavy."""
    for a, b in _crossed(block, Stance.SPARED, Stance.HIT):
        because = _opposite(a, Stance.SPARED, b, Stance.HIT)
        because = f"{because} (the measures may differ, so no figures are compared)"
        yield _dispute("losses", a, b, because)


def occurrence(block: Block) -> Iterator[Relation]:
    """Corroboration: one side says that it attacked the other, and the other says so, too."""
    for a, b in _crossed(block, Stance.ATTACKED, Stance.SUFFERED):
        because = f"both say that the side of {names(a)} attacked that of {names(b)}"
        yield link(LinkKind.CORROBORATION, "occurrence", a, b, because)


def _opposite(a: list[Evidence], one: Stance, b: list[Evidence], other: Stance) -> str:
    return f"{names(a)}: {one}; {names(b)}: {other}"


def _dispute(type_: str, a: list[Evidence], b: list[Evidence], because: str) -> Relation:
    return link(LinkKind.DISPUTE, type_, a, b, because)


def _mirrored(block: Block, stance: Stance) -> Iterator[Sides]:
    """Yield the two sides where both take `stance`, who speaks first in front."""
    one, other = block.shared.split("+")
    a, b = _holding(block, one, stance), _holding(block, other, stance)
    if a and b:
        first, second = oriented(a, b)
        yield list(first), list(second)


def _crossed(block: Block, stance: Stance, against: Stance) -> Iterator[Sides]:
    """Yield, for each side, those on it who take `stance` and the others who take `against`."""
    one, other = block.shared.split("+")
    for own, rival in ((one, other), (other, one)):
        a, b = _holding(block, own, stance), _holding(block, rival, against)
        if a and b:
            yield a, b


def _holding(block: Block, side: str, stance: Stance) -> list[Evidence]:
    return [e for e in block.evidence if e.own == side and takes(e, stance)]
