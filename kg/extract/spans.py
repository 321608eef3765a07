"""What a rule or a linker finds: the three parts of an attribution, before it is described."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Spans:
    """One attribution: where its source, cue and content stand.

    Each part may have several spans, in the order of the text and without overlap; `source` may
    be empty. `rule` names what found it, `score` in [0, 1] how much it is to be trusted.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    score: float
