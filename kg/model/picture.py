"""Where the nodes of a graph stand in a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, in pixels at scale 1; y grows downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Band:
    """A titled row of the picture, from `top` to `bottom` (centres of its first and last box)."""

    title: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two drawn statements that stands for a relation; `kind` and `type` are its."""

    a: str
    b: str
    kind: str
    type: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes with their places and labels, the ties between statements, and the rows behind them.

    `hidden` is how many statements of the graph were left out.
    """

    places: Mapping[str, Place]
    labels: Mapping[str, str]
    ties: tuple[Tie, ...]
    bands: tuple[Band, ...]
    hidden: int
