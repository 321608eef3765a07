"""What is known of the meaning of contents beyond their words; it comes from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Alike: TypeAlias = Callable[[str, str], float]
"""How alike two contents are, whatever their words: -1 to 1."""

Exclude: TypeAlias = Callable[[str, str], float]
"""How probable it is that two statements, each with who said it, cannot both be so: 0 to 1."""


Types: TypeAlias = Callable[[str, str], Mapping[str, float]]
"""How probable each type of dispute is, given that two statements exclude each other."""


def _perhaps(_: str, __: str) -> float:
    return 0.5


def _any(_: str, __: str) -> Mapping[str, float]:
    return {}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Functions that tell how alike two contents are, whether they exclude each other, and how.

    By default nothing is known: any two contents may be of one thing and may exclude each other,
    so that what the rules let through stands and nothing more is found.
    """

    alike: Alike = _perhaps
    exclude: Exclude = _perhaps
    types: Types = _any


WORDS_ALONE = Meaning()
