"""Where the nodes of a graph stand in a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    """A link between two drawn nodes; `kind`, `type` and `id` are those of what it stands for.

    `near` is false where its ends stand so far apart that drawing it in full would cross others.
    `count` is how many statements it sums up, `against` the share of accusations and denials
    among them, `statements` the ids of some of them.
    """

    a: str
    b: str
    kind: str
    type: str = ""
    id: str = ""
    near: bool = True
    count: int = 1
    against: float = 0.0
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes with their places, the ties between them, and the rows behind them.

    `hidden` is how many statements (of a story) or actors (of a network) were left out. `groups`
    numbers the community of an actor, 0 for the largest; `camps` gives the side on which a
    statement stands: -1, 1, or 0 for third parties. The picture is `part` of the `parts` of one
    story.
    """

    places: Mapping[str, Place]
    ties: tuple[Tie, ...]
    bands: tuple[Band, ...] = ()
    hidden: int = 0
    groups: Mapping[str, int] = field(default_factory=dict)
    camps: Mapping[str, int] = field(default_factory=dict)
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Atlas:
    """All pictures of a corpus, the most telling first.

    `stories` share out the disputes, `network` shows who speaks about whom, `communities` the
    same for each group of actors, `egos` for single actors (by actor id). `unranked` is how many
    actors that say something, or are spoken about, have no picture of their own. `axis` is where
    each actor stands between the sides, in [-1, 1].
    """

    stories: tuple[Picture, ...]
    network: Picture
    communities: tuple[Picture, ...]
    egos: Mapping[str, Picture]
    unranked: int = 0
    axis: Mapping[str, float] = field(default_factory=dict)
