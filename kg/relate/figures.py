"""Figures derived from what several claimants say on an issue: by named policy, never a mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.model import Reading
from kg.relate.blocks import blocks
from kg.relate.links import ids
from kg.relate.numeric import Camp, camps
from kg.relate.sides import one_side


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the policy that made it and the ids of the statements that it rests on.

    `low` and `high` are a closed interval, None where unbounded.
    """

    policy: str
    low: float | None
    high: float | None
    statements: tuple[str, ...]


Policy = Callable[[Sequence[Camp]], "Figure | None"]


def figures(issue: str, readings: Sequence[Reading]) -> tuple[Figure, ...]:
    """Return what each of `POLICIES` makes of the figures given on `issue`.

    Each block of the issue (a week, a place) is taken for itself. A policy that finds nothing to
    rest on is left out.
    """
    found: dict[Figure, None] = {}
    for key, block in blocks(readings).items():
        if key.family == "issue" and key.shared == issue and block.own:
            counted = [camp for camp in camps(block) if camp.answer.quantity is not None]
            found.update((made, None) for rule in POLICIES if (made := rule(counted)) is not None)
    return tuple(found)


def value_range(given: Sequence[Camp]) -> Figure | None:
    """From the lowest figure given to the highest."""
    if not given:
        return None
    low, high = min(c.bounds[0] for c in given), max(c.bounds[1] for c in given)
    return _figure("range", low, high, given)


def conservative(given: Sequence[Camp]) -> Figure | None:
    """Take the lowest figure given, as ACLED does (https://acleddata.com/methodology/)."""
    return _lowest("conservative", given)


def agreed_floor(given: Sequence[Camp]) -> Figure | None:
    """Take what all claimants accept at least: the lowest of two or more claimants' figures."""
    claimants = {c.members[0].evidence.claimant for c in given}
    return _lowest("agreed_floor", given) if len(claimants) > 1 else None


def own_side_admission(given: Sequence[Camp]) -> Figure | None:
    """Take the highest figure that the side gives that suffered it."""
    own = [c for c in given if _admits(c)]
    return _lowest("own_side_admission", sorted(own, key=lambda c: c.bounds)[-1:])


POLICIES: tuple[Policy, ...] = (value_range, conservative, agreed_floor, own_side_admission)


def _lowest(policy: str, given: Sequence[Camp]) -> Figure | None:
    if not given:
        return None
    lowest = min(given, key=lambda c: c.bounds)
    rest = [lowest] if policy != "agreed_floor" else given
    return _figure(policy, lowest.bounds[0], lowest.bounds[0], rest)


def _figure(policy: str, low: float, high: float, rest: Sequence[Camp]) -> Figure:
    statements = ids(e for camp in rest for e in camp.evidence)
    return Figure(policy, _finite(low), _finite(high), statements)


def _finite(value: float) -> float | None:
    return None if value in (float("inf"), float("-inf")) else value


def _admits(camp: Camp) -> bool:
    return one_side(camp.members[0].evidence.claimant, camp.answer.patient)
