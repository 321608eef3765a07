"""Finding again what a decision is about: by content and context, in a text that may have changed.

Each answer depends on one article alone, so that no article changes what is found in another. Where
two candidates remain, nothing is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import PurePath
from typing import TypeVar

from kg.model import Article, Citation, Passage, Reading, Span, Statement, hull

CONTEXT = 32
"""Code points kept on either side of a passage, as in the graph (`oa:prefix`, `oa:suffix`)."""

SHARED = 0.5
"""The share of both stretches of text that must be common for a statement cut otherwise."""

STANDARD_INPUT = "-"
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None})
Key = tuple[str, ...]
Rank = tuple[float, ...]
Found = TypeVar("Found")


def cite(article: Article) -> Citation:
    """Return by what an article is found again."""
    return Citation(article.id, article.path, article.url, article.outlet, article.published)


def passage(reading: Reading, statement: Statement) -> Passage:
    """Return by what a statement is found again."""
    text, whole = reading.article.text, hull(statement.content)
    return Passage(
        statement=statement.id,
        citation=cite(reading.article),
        words=tuple(span.of(text) for span in statement.content),
        before=text[max(0, whole.start - CONTEXT) : whole.start],
        after=text[whole.end : whole.end + CONTEXT],
        cue=_joined(text, statement.cue),
    )


def keys(place: Citation | Article) -> frozenset[Key]:
    """Return keys of which the citation and the article of one text share at least one."""
    outlet, day = place.outlet or "", str(place.published or "")
    found = {("id", place.id), ("path", place.path), ("file", outlet, _file(place.path))}
    found |= {("url", place.url)} if place.url is not None else set()
    found |= {("day", outlet, day)} if outlet and day else set()
    return frozenset(found)


def same_article(citation: Citation, article: Article | Citation) -> bool:
    """Tell whether an article is the cited one, perhaps in another version.

    Of two addresses, they must be one. Otherwise the path is the same, or the outlet and with it
    the file's name or the day: the words decide then.
    """
    if citation.id == article.id:
        return True
    if citation.url is not None and article.url is not None:
        return citation.url == article.url
    if citation.path == article.path != STANDARD_INPUT:
        return True
    if citation.outlet != article.outlet:
        return False
    named = _file(citation.path) == _file(article.path) != STANDARD_INPUT
    day = citation.published is not None and citation.published == article.published
    return named or (day and article.outlet is not None)


def _file(path: str) -> str:
    return PurePath(path).name


def find(wanted: Passage, reading: Reading) -> Statement | None:
    """Return the statement of a passage in a reading of its article, None where there is none.

    The first that finds one: the id; the same words, those in the same context and with the same
    cue before others; the same place in the text, cut otherwise by another extractor.
    """
    if not same_article(wanted.citation, reading.article):
        return None
    known = next((s for s in reading.statements if s.id == wanted.statement), None)
    return known or _worded(wanted, reading) or _cut_otherwise(wanted, reading)


def _worded(wanted: Passage, reading: Reading) -> Statement | None:
    text = reading.article.text
    words = _plain(" ".join(wanted.words))
    said = (s for s in reading.statements if s.content)
    same = (s for s in said if _plain(_joined(text, s.content)) == words)
    return _best((s, _fit(wanted, text, hull(s.content), s.cue)) for s in same)


def _cut_otherwise(wanted: Passage, reading: Reading) -> Statement | None:
    text = reading.article.text
    place = _best((span, _fit(wanted, text, span)) for span in _places(wanted.words, text))
    if place is None:
        return None
    near = ((s, _shared(place, hull(s.content)), s.cue) for s in reading.statements if s.content)
    return _best(
        (s, (part, _same(wanted.cue, _joined(text, cue))))
        for s, part, cue in near
        if part >= SHARED
    )


def _best(ranked: Iterable[tuple[Found, Rank]]) -> Found | None:
    """Return what ranks highest, if it is one."""
    found = list(ranked)
    highest = max((rank for _, rank in found), default=())
    best = [one for one, rank in found if rank == highest]
    return best[0] if len(best) == 1 else None


def _fit(wanted: Passage, text: str, here: Span, cue: Sequence[Span] = ()) -> Rank:
    """Rank a place: by its cue, and by how much of the text around it is as it was."""
    before = text[max(0, here.start - CONTEXT) : here.start]
    after = text[here.end : here.end + CONTEXT]
    around = _alike(wanted.before[::-1], before[::-1]) + _alike(wanted.after, after)
    return _same(wanted.cue, _joined(text, cue)), around


def _alike(one: str, other: str) -> int:
    """Return how many code points two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _same(one: str, other: str) -> int:
    return int(_plain(one) == _plain(other))


def _places(words: Sequence[str], text: str) -> Iterator[Span]:
    """Yield where the words stand in a text, in this order and not far from each other."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in words)
    pattern = r"[\s\S]{0,200}?".join(part for part in parts if part)
    if pattern:
        yield from (Span(*match.span()) for match in re.finditer(pattern, text))


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def _joined(text: str, spans: Iterable[Span]) -> str:
    return " ".join(span.of(text) for span in spans)


def _plain(words: str) -> str:
    """Return words as they are compared: one spelling of marks, letters and spaces."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_MARKS).split())
