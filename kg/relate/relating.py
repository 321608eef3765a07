"""Readings in, issues and relations out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import Issue, Reading, Relation
from kg.relate.blocks import Block, blocks
from kg.relate.evidence import Answer
from kg.relate.meaning import WORDS_ALONE, Meaning
from kg.relate.numeric import answers
from kg.relate.questions import issue
from kg.relate.rules import apply


def relate(
    readings: Sequence[Reading], meaning: Meaning = WORDS_ALONE
) -> tuple[tuple[Issue, ...], tuple[Relation, ...]]:
    """Return the issues that claims answer and the links between statements, sorted by id.

    `meaning` tells how alike two contents are and whether they exclude each other, so that what is
    said in free words is set against what it contradicts; without it the words must do. Pure; the
    order of the readings does not matter. The work grows with the number of statements and the
    links found: evidence meets only in the blocks that it shares a key with.
    """
    return relate_blocks(blocks(readings, meaning).values())


def relate_blocks(some: Iterable[Block]) -> tuple[tuple[Issue, ...], tuple[Relation, ...]]:
    """Return the issues and links of some blocks alone, sorted by id; blocks do not interact."""
    asked: dict[str, list[Answer]] = defaultdict(list)
    relations: dict[str, Relation] = {}
    for block in some:
        relations.update((found.id, found) for found in apply(block))
        if block.key.family == "issue":
            asked[block.shared] += answers(block)
    return tuple(issue(asked[key]) for key in sorted(asked)), _sorted(relations)


def _sorted(found: dict[str, Relation]) -> tuple[Relation, ...]:
    return tuple(found[key] for key in sorted(found))
