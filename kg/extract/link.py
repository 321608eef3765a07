"""Role tags and links to attributions: which source said which content with which cue.

The tagger's learned links propose; this decides. Boundaries follow the rules of PolNeAR
(Newell, Margolin and Ruths 2018, https://aclanthology.org/L18-1524/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Role, RoleLink, RoleTag, Span

CONTENT_LINK = 0.5
"""Least probability at which a content is given to its best cue."""

SOURCE_LINK = 0.4
"""Least probability at which a cue takes its best source."""

FAR_SOURCE_LINK = 0.6
"""The same for a source in another paragraph than the cue."""

LEAST_SCORE = 0.15
"""Least score at which an attribution is kept."""

QUOTES = '"“”'
_GAP = re.compile(rf"[\s{QUOTES}]*")
_BLANK = re.compile(r"[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution: spans in order, `source` empty where none was found.

    `score` in [0, 1] is the product of the mean tag score of cue and content and of the
    probability of the link between them.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


def attributions(
    text: str, tags: Sequence[RoleTag], links: Sequence[RoleLink]
) -> tuple[Linked, ...]:
    """Join `tags` of `text` to attributions, in order of their cues.

    Every content goes to its most probable cue, every cue takes its most probable source, which
    may serve several cues. Cues with nothing but white space between them are one. A cue without
    content makes no attribution.

    >>> text = "“It is late,” the mayor said, adding it was cold."
    >>> where = {
    ...     "“It is late,": Role.CONTENT, "the mayor": Role.SOURCE, "said": Role.CUE,
    ...     "adding": Role.CUE, "it was cold.": Role.CONTENT,
    ... }
    >>> starts = [(text.index(words), words, role) for words, role in where.items()]
    >>> tags = [RoleTag(role, Span(at, at + len(words)), 0.9) for at, words, role in starts]
    >>> pairs = [(2, 0), (2, 1), (3, 1), (3, 4)]
    >>> links = [RoleLink(cue, part, 0.9) for cue, part in pairs]
    >>> for a in attributions(text, tags, links):
    ...     print([[s.of(text) for s in spans] for spans in (a.source, a.cue, a.content)])
    [['the mayor'], ['said'], ['“It is late,”']]
    [['the mayor'], ['adding'], ['it was cold']]
    """
    groups = _cue_groups(text, tags)
    contents = _contents_by_group(tags, links, groups)
    found = (
        _linked(text, tags, links, cues, contents[number])
        for number, cues in enumerate(_members(groups))
        if number in contents
    )
    return tuple(a for a in found if a is not None and a.score >= LEAST_SCORE)


def _cue_groups(text: str, tags: Sequence[RoleTag]) -> dict[int, int]:
    """Number the cues so that cues that touch share a number."""
    cues = sorted((t.span, i) for i, t in enumerate(tags) if t.role is Role.CUE)
    groups: dict[int, int] = {}
    number, end = -1, None
    for span, i in cues:
        if end is None or not _BLANK.fullmatch(text, end, max(end, span.start)):
            number += 1
        groups[i] = number
        end = span.end
    return groups


def _members(groups: Mapping[int, int]) -> list[list[int]]:
    members: list[list[int]] = [[] for _ in set(groups.values())]
    for cue, number in groups.items():
        members[number].append(cue)
    return members


def _contents_by_group(
    tags: Sequence[RoleTag], links: Sequence[RoleLink], groups: Mapping[int, int]
) -> dict[int, list[RoleLink]]:
    best: dict[int, RoleLink] = {}
    for link in links:
        if tags[link.part].role is Role.CONTENT and link.score >= CONTENT_LINK:
            kept = best.get(link.part)
            if kept is None or link.score > kept.score:
                best[link.part] = link
    contents: dict[int, list[RoleLink]] = {}
    for link in best.values():
        contents.setdefault(groups[link.cue], []).append(link)
    return contents


def _linked(
    text: str,
    tags: Sequence[RoleTag],
    links: Sequence[RoleLink],
    cues: Sequence[int],
    parts: Sequence[RoleLink],
) -> Linked | None:
    cue = _merged(text, (tags[c].span for c in cues), _BLANK)
    content = _contents(text, (tags[p.part].span for p in parts))
    if not content:
        return None
    source = _source(text, tags, links, cues)
    score = (
        _mean(tags[c].score for c in cues)
        * _mean(tags[p.part].score for p in parts)
        * _mean(p.score for p in parts)
    )
    return Linked(source, cue, content, score)


def _source(
    text: str, tags: Sequence[RoleTag], links: Sequence[RoleLink], cues: Sequence[int]
) -> tuple[Span, ...]:
    offers = [k for k in links if k.cue in cues and tags[k.part].role is Role.SOURCE]
    offers = [k for k in offers if k.score >= _least(text, tags[k.cue].span, tags[k.part].span)]
    if not offers:
        return ()
    best = max(offers, key=lambda k: (k.score, -k.part))
    trimmed = _trimmed(text, tags[best.part].span)
    return (trimmed,) if trimmed else ()


def _least(text: str, cue: Span, source: Span) -> float:
    start, end = min(cue.end, source.end), max(cue.start, source.start)
    return FAR_SOURCE_LINK if "\n" in text[start:end] else SOURCE_LINK


def _contents(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    cleaned = (_cleaned(text, span) for span in spans)
    return _merged(text, (span for span in cleaned if span), _GAP)


def _merged(text: str, spans: Iterable[Span], gap: re.Pattern[str]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and gap.fullmatch(text, merged[-1].end, max(merged[-1].end, span.start)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _cleaned(text: str, span: Span) -> Span | None:
    """Take in a quote mark that the span needs, give up edge commas and the outer full stop."""
    start, end = span.start, span.end
    if text[start - 1 : start] in tuple('"“') and _open(text[start:end]):
        start -= 1
    if text[end : end + 1] in tuple('"”') and _open(text[start:end]):
        end += 1
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if end - start > 1 and text[end - 1] == "." and not _open(text[start:end]):
        end -= _is_full_stop(text, end)
    return Span(start, end) if start < end else None


def _open(words: str) -> bool:
    """Tell whether a quotation is opened or closed in `words` but not both."""
    return words.count('"') % 2 == 1 or words.count("“") != words.count("”")


def _is_full_stop(text: str, end: int) -> bool:
    """Tell whether the stop before `end` ends a sentence rather than an abbreviation."""
    word = re.search(r"\S*$", text[max(0, end - 20) : end - 1])
    return not (word and re.fullmatch(r"(?:\w\.)+\w", word.group()))


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end) if start < end else None


def _mean(scores: Iterable[float]) -> float:
    values = list(scores)
    return sum(values) / len(values) if values else 0.0
