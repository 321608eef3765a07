"""Texts with attributions marked in them: `{s1 Ana} {q1 said} {c1 it rained}`.

A mark names the role (source, cue `q`, content) and the numbers of the attributions that the words
belong to (`{s1,2 Ana}` speaks twice); several marks of one role and number are the parts of it,
and marks may stand inside each other. A number with `?` may be found or not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from kg.extract.spans import Spans
from kg.model import Span

_MARK = re.compile(r"\{([sqc])([\d,?]+) |\}")


@dataclass(frozen=True)
class Marked:
    """The bare text, the attributions in it, and those that may be found or not."""

    text: str
    gold: tuple[Spans, ...]
    optional: tuple[Spans, ...]


def unmarked(marked: str) -> Marked:
    text, at = "", 0
    opened: list[tuple[str, list[str], int]] = []
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2].split(","), len(text)))
            continue
        role, numbers, start = opened.pop()
        for number in numbers:
            found[number][role].append(Span(start, len(text)))
    text += marked[at:]
    assert not opened, "a mark is not closed"
    parts = {number: _spans(number, roles) for number, roles in found.items()}
    return Marked(
        text,
        tuple(spans for number, spans in parts.items() if "?" not in number),
        tuple(spans for number, spans in parts.items() if "?" in number),
    )


def _spans(number: str, roles: dict[str, list[Span]]) -> Spans:
    assert roles["q"], f"attribution {number} has no cue"
    assert roles["c"], f"attribution {number} has no content"
    source, cue, content = (tuple(sorted(roles[role])) for role in "sqc")
    return Spans(source, cue, content, rule="by hand", score=1.0)
