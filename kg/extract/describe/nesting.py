"""Statements that report statements: "the mayor said that the firm had denied it"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.describe.scene import Scene
from kg.model import Span, hull


def reports(scenes: Sequence[Scene]) -> tuple[int | None, ...]:
    """Return for each statement the first whose cue and content stand inside its content."""
    cues = sorted((hull(scene.found.cue), rank) for rank, scene in enumerate(scenes))
    return tuple(_nested(scenes, cues, rank) for rank in range(len(scenes)))


def _nested(scenes: Sequence[Scene], cues: Sequence[tuple[Span, int]], rank: int) -> int | None:
    for content in scenes[rank].found.content:
        at = bisect_left(cues, content.start, key=lambda pair: pair[0].start)
        while at < len(cues) and cues[at][0].start < content.end:
            cue, inner = cues[at]
            if inner != rank and content.covers(cue) and _inside(scenes[inner], content):
                return inner
            at += 1
    return None


def _inside(scene: Scene, content: Span) -> bool:
    return all(content.covers(span) for span in scene.found.content)
