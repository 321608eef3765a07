"""Making relations: ids, order of the sides, names in the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import LinkKind, Relation, relation_id
from kg.relate.evidence import Evidence


def link(  # noqa: PLR0913, PLR0917 - the columns of a relation
    kind: LinkKind,
    type_: str,
    a: Iterable[Evidence],
    b: Iterable[Evidence],
    because: str,
    issue: str | None = None,
) -> Relation:
    """Return the relation of `kind` between the statements of `a` and of `b`."""
    left, right = ids(a), ids(b)
    key = relation_id(kind, type_, left, right, issue)
    return Relation(key, kind, type_, left, right, because, issue)


def rejoined(relation: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """Return the same relation between fewer statements."""
    if (a, b) == (relation.a, relation.b):
        return relation
    key = relation_id(relation.kind, relation.type, a, b, relation.issue, relation.decision)
    return replace(relation, id=key, a=a, b=b)


def ids(side: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the statement ids of a side, each once, by date, article and place in the text."""
    return tuple(dict.fromkeys(e.id for e in sorted(side, key=lambda e: e.order)))


def oriented(
    one: Sequence[Evidence], other: Sequence[Evidence]
) -> tuple[Sequence[Evidence], Sequence[Evidence]]:
    """Return two sides, the one that speaks first in front."""
    first = min(e.order for e in one) <= min(e.order for e in other)
    return (one, other) if first else (other, one)


def names(side: Iterable[Evidence]) -> str:
    """Return who stands on a side, as a reader would list them."""
    found = dict.fromkeys(
        e.claimant.name if e.claimant else "an unnamed source"
        for e in sorted(side, key=lambda e: e.order)
    )
    *most, last = found
    return f"{', '.join(most)} and {last}" if most else last
