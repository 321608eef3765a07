"""What is known of the meaning of contents beyond their words; it comes from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Alike: TypeAlias = Callable[[str, str], float]
"""How alike two contents are, whatever their words: -1 to 1."""

Exclude: TypeAlias = Callable[[str, str], float]
"""How probable it is that two statements, each with who said it, cannot both be so: 0 to 1."""


def _perhaps(_: str, __: str) -> float:
    return 0.5


@dataclass(frozen=True, slots=True)
class Meaning:
    """Two functions that tell of two contents how alike they are and whether they exclude another.

    By default nothing is known: any two contents may be of one thing and may exclude each other,
    so that what the rules let through stands and nothing more is found.
    """

    alike: Alike = _perhaps
    exclude: Exclude = _perhaps


WORDS_ALONE = Meaning()
