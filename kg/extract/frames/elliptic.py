"""Counts that leave out their noun: "nine of its soldiers were killed and 20 wounded"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Frame

_PEOPLE = frozenset(
    """
    kill wound casualty capture detain go_missing abduct displace rescue hospitalize neutralize
    """.split()
)


def inherited(found: Sequence[Frame], text: str) -> list[Frame]:
    """Give a bare number of people the noun of the number before it in the same sentence.

    Not "two of whom died": those are some of the others.
    """
    done: list[Frame] = []
    for frame in found:
        before = done[-1] if done else None
        if before is not None and _bare(frame, text) and _counts_people(before):
            done.append(replace(frame, patient=before.patient))
        else:
            done.append(frame)
    return done


def _bare(frame: Frame, text: str) -> bool:
    if frame.quantity is None or frame.patient is not None:
        return False
    some = text.startswith(" of ", frame.quantity.end)
    return frame.unit == "person" and frame.predicate in _PEOPLE and not some


def _counts_people(frame: Frame) -> bool:
    known = frame.quantity is not None and frame.patient is not None
    return known and frame.unit == "person" and frame.predicate in _PEOPLE
