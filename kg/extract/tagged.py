"""What the tagger makes of the words of an attribution, wherever that comes from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.neighbours import common, length
from kg.extract.spans import Spans
from kg.model import Document, Role, RoleTag, Span


@dataclass(frozen=True, slots=True)
class Tagged:
    """The role tags of a document, in the order of the text, and the links between them."""

    tags: tuple[RoleTag, ...]
    links: dict[tuple[int, int], float]
    sources: dict[int, float]

    @classmethod
    def of(cls, document: Document) -> Tagged:
        """Index the tags and links; `sources` has the best link of each cue to a source."""
        links = {(link.cue, link.part): link.score for link in document.links}
        sources: dict[int, float] = {}
        for (cue, part), score in links.items():
            if document.tags[part].role is Role.SOURCE:
                sources[cue] = max(score, sources.get(cue, 0.0))
        return cls(document.tags, links, sources)

    def touching(self, spans: Sequence[Span], role: Role) -> list[int]:
        """Return the numbers of the tags of one role that overlap any of `spans`."""
        found: set[int] = set()
        for span in spans:
            at = max(bisect_left(self.tags, span.start, key=lambda t: t.span.start) - 1, 0)
            while at < len(self.tags) and self.tags[at].span.start < span.end:
                if self.tags[at].role is role and self.tags[at].span.overlaps(span):
                    found.add(at)
                at += 1
        return sorted(found)


def opinion(tagged: Tagged, one: Spans) -> dict[str, float]:
    """Name what speaks for an attribution in the tags; each is in [0, 1]."""
    cues = tagged.touching(one.cue, Role.CUE)
    contents = tagged.touching(one.content, Role.CONTENT)
    sources = tagged.touching(one.source, Role.SOURCE)
    spans = [tagged.tags[i].span for i in contents]
    both = common(one.content, spans)
    bonds = [max((tagged.links.get((c, p), 0.0) for c in cues), default=0.0) for p in contents]
    own = max((tagged.links.get((c, s), 0.0) for c in cues for s in sources), default=0.0)
    best = max((tagged.sources.get(c, 0.0) for c in cues), default=0.0)
    return {
        "cue tagged": max((tagged.tags[i].score for i in cues), default=0.0),
        "content tagged": _mean([tagged.tags[i].score for i in contents]),
        "content covered": both / length(one.content),
        "tags covered": both / length(spans) if spans else 0.0,
        "content linked": min(bonds, default=0.0),
        "source linked": own,
        "other source": best - own if one.source else 0.0,
    }


def _mean(scores: Sequence[float]) -> float:
    return sum(scores) / len(scores) if scores else 0.0
