"""Two opposed sides and what each says of their quarrel: blame, framing, control, gains, losses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.model import LinkKind, Relation
from kg.relate.blocks import Block
from kg.relate.charges import blamed, hit_first, puts_blame, same_deed, tells_violence
from kg.relate.events import far
from kg.relate.evidence import Evidence
from kg.relate.links import link, names, oriented
from kg.relate.meaning import Meaning
from kg.relate.opposition import compatible
from kg.relate.sides import others
from kg.relate.stances import Stance, takes

_NAME = re.compile(r"(?<!^)\b[A-Z][^\W\d_]+")
Sides = tuple[list[Evidence], list[Evidence]]

_OPPOSITE = (
    (Stance.BLAMES, Stance.BLAMES),
    (Stance.JUSTIFIES, Stance.CONDEMNS),
    (Stance.JUSTIFIES, Stance.JUSTIFIES),
    (Stance.CONTROLS, Stance.OVERRAN),
    (Stance.CONTROLS, Stance.CONTROLS),
    (Stance.GAINED, Stance.GAINED),
    (Stance.SPARED, Stance.HIT),
)
"""Stances of two rivals that the rules here set against each other."""


def opposed(one: Evidence, other: Evidence) -> bool:
    """Tell whether the rules here link the two, by blame or as stances of two rivals."""
    rivals = one.own is not None and one.own == other.rival and other.own == one.rival
    ways = ((one, other), (other, one))
    return any(_blames(a, b) for a, b in ways) or (
        rivals and any(takes(a, x) and takes(b, y) for a, b in ways for x, y in _OPPOSITE)
    )


def blame(block: Block) -> Iterator[Relation]:
    """Dispute: each of two opposed sides says that the other began it or broke the rules first."""
    for a, b in _mirrored(block, Stance.BLAMES):
        yield _dispute("blame", a, b, "each says that the other side began it")


def blame_traded(block: Block) -> Iterator[Relation]:
    """Dispute: a side lays the blame on others, and is itself blamed by others in one article."""
    yield from _traded(block.evidence, lambda _a, _c: True, block.meaning)


def blame_traded_abroad(block: Block) -> Iterator[Relation]:
    """Dispute: a side lays the blame on others, and is itself blamed in another article."""
    own = [e for e in block.evidence if _is_of(e, block.shared) or block.shared in blamed(e)]
    yield from _traded(own, lambda a, c: block.joins(a, c) and not far(a, c), block.meaning)


def _traded(
    found: Sequence[Evidence], fits: Callable[[Evidence, Evidence], bool], meaning: Meaning
) -> Iterator[Relation]:
    for a in (e for e in found if blamed(e) or hit_first(e)):
        blaming = (c for c in found if _blames(c, a) and fits(a, c))
        against = [c for c in blaming if not compatible(c, a, meaning)]
        if against:
            because = f"{names([a])} blamed others, and {names(against)} blamed its side"
            yield _dispute("blame", [a], against, because)


def _is_of(e: Evidence, root: str) -> bool:
    return e.claimant is not None and e.claimant.root == root


def _blames(c: Evidence, a: Evidence) -> bool:
    """Tell whether `c` blames the side of `a`; two rivals that blame each other are `blame`."""
    if a.claimant is None or not others(a.claimant, c.claimant):
        return False
    told = (puts_blame(a) or hit_first(a)) and tells_violence(c)
    if not told and not same_deed(a, c):
        return False
    mirrored = takes(a, Stance.BLAMES) and takes(c, Stance.BLAMES) and c.own == a.rival
    first = a.order < c.order or c.claimant is None or c.claimant.root not in blamed(a)
    return a.claimant.root in blamed(c) and first and not (mirrored and c.rival == a.own)


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
    for a, b in _mirrored(block, Stance.CONTROLS):
        held = [(x, y) for x in a for y in b if _places(x) & _places(y)]
        if held:
            one, other = ([pair[side] for pair in held] for side in (0, 1))
            yield _dispute("control", one, other, "each says that it is in control of one place")


def _places(e: Evidence) -> frozenset[str]:
    """Return the words of names in a content that are of no side."""
    sides = {word.lower() for party in e.spoken_of for word in party.name.split()}
    names = {word.lower() for word in _NAME.findall(e.words)}
    return frozenset(names - sides)


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
