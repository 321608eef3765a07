"""From how many independent origins an answer comes, and how often it is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Backing, Measure, Measured, TooFew

VOTES = 10
"""Independent origins of an issue below which their agreement is not counted out."""


def origins(backing: Backing) -> Measured:
    """Return how many independent origins affirm an answer; a whole number from 1 on.

    Copies are no witnesses: two statements are one origin when one claimant stands behind both,
    one agency carries both, or the words are the same (`kg.relate.independence`; compare Dong,
    Berti-Equille and Srivastava 2009, https://doi.org/10.14778/1687627.1687690).
    """
    return Measured(float(len(backing.origins)), backing.statements)


def echo(backing: Backing) -> Measured:
    """Return the mentions of an answer divided by its origins; from 1 on.

    At 1 nobody repeats it; an answer of many mentions and one origin echoes loudly.
    """
    said = backing.statements
    return Measured(len(said) / len(backing.origins), said)


def agreement(backings: Iterable[Backing], least: int = VOTES) -> dict[str, dict[int, Measure]]:
    """Return by issue, for each answer (by its place in `backings`), its share of all origins.

    Agreement, not truth: in [0, 1], how many of the independent origins that answer the issue give
    this answer. It is the vote that methods of truth discovery start from (Li et al. 2016, "A
    Survey on Truth Discovery", https://doi.org/10.1145/2897350.2897352), of origins and not of
    copies; no source is trusted more than another. Below `least` origins it is too few. It is
    shown beside the range of the figures, never instead of it.
    """
    every: defaultdict[str, list[tuple[int, Backing]]] = defaultdict(list)
    for place, backing in enumerate(backings):
        every[backing.issue].append((place, backing))
    return {issue: _votes(given, least) for issue, given in sorted(every.items())}


def _votes(given: list[tuple[int, Backing]], least: int) -> dict[int, Measure]:
    total = sum(len(backing.origins) for _, backing in given)
    if total < least:
        few = (TooFew(total, least, "independent origins", b.statements) for _, b in given)
        return {place: measure for (place, _), measure in zip(given, few, strict=True)}
    return {place: Measured(len(b.origins) / total, b.statements) for place, b in given}
