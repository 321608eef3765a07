"""What a rule proposes: token indexes, before boundaries are cut and conflicts settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.lexicon import CueRow
from kg.extract.tree import Tree


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution by token indexes; `head` is the word that carries the cue.

    Two candidates with the same head are one attribution. `score` in [0, 1] is, to a tenth, the
    share of the rule's finds that hold on every tenth article of PolNeAR's train part.
    """

    head: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    row: CueRow | None
    rule: str
    score: float


Rule = Callable[[Tree], Iterator[Candidate]]
