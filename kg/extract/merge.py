"""Join what the tagger found with what the rules found: of each cue the most probable one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from kg.extract.asides import is_aside
from kg.extract.edges import cut_short, exact
from kg.extract.lexicon import cue_head, lookup, tokens_in
from kg.extract.marks import MARKS
from kg.extract.neighbours import Pages, by_page, near, pages_of, same_cue, shared, touch
from kg.extract.settle import in_order
from kg.extract.spans import Spans
from kg.extract.tagged import Tagged
from kg.extract.tree import Tree
from kg.extract.weigh import TAGGER, chance, features
from kg.model import Kind, Span

AGREED = 0.8
"""Share of common code points from which the edges of the rules' content are taken."""

TRUSTED = 0.25
"""Least probability of what is kept; `bench/fit_merge.py` prints what others would give."""

TWICE = 0.6
"""Share of common code points from which two contents are one, told under two cues."""

UNTAUGHT = {"heading": TRUSTED, "quoting": 0.8, "evidence": 0.8, "answer": 0.8}
"""Least probability of finds of rules for which PolNeAR has too few cases to learn from."""

EXACT = frozenset({"quoting", "evidence", "answer"})
"""Rules whose edges are surer than the tagger's."""

SURE = 0.8
"""Score from which a rule's find of a plain saying needs no tagger."""

_CLAUSAL = frozenset({"ccomp", "quote", "prep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


class Found(Protocol):
    """What a linker of role tags gives; `source` may be empty."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Give the source in text order."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """Give the cue in text order."""

    @property
    def content(self) -> tuple[Span, ...]:
        """Give the content in text order."""

    @property
    def score(self) -> float:
        """Give the score in [0, 1]."""


def merged(tree: Tree, linked: Sequence[Found], ruled: Sequence[Spans]) -> tuple[Spans, ...]:
    """Join what the tagger found with what the rules found, in the order of the text.

    The score of each becomes its probability (`kg.extract.weigh`). Of one cue, and of one content
    under two cues, the most probable stays. Inside the content of another stays only what reports
    the saying of a third party.
    """
    scored = [_scored(tree, one, named) for one, named in candidates(tree, linked, ruled)]
    return tuple(sorted(_told(tree, chosen(scored)), key=in_order))


def _scored(tree: Tree, one: Spans, named: dict[str, float]) -> Spans:
    least = UNTAUGHT.get(one.rule, 0.0)
    if not named["cue tagged"] and _plain(tree, one):
        least = TRUSTED
    return replace(one, score=max(chance(named), least))


def _plain(tree: Tree, one: Spans) -> bool:
    """Tell whether rules are sure that somebody says a whole clause, whatever the tagger saw."""
    row = lookup(tree.document, one.cue)
    sure = one.rule in {"verb", "quote", "according"} and one.score >= SURE
    says = row is not None and row.kind is Kind.ASSERTION and bool(row.frames & _CLAUSAL)
    words = tokens_in(tree.document, one.content)
    clause = any(token.dep in {"nsubj", "nsubjpass", "expl"} for token in words)
    return sure and says and clause and bool(one.source)


def candidates(
    tree: Tree, linked: Sequence[Found], ruled: Sequence[Spans]
) -> list[tuple[Spans, dict[str, float]]]:
    """Return all that either side found, each with its features."""
    beside_rules = by_page(ruled)
    cut = [exact(tree, _in_block(tree, one)) for one in linked]
    cut = [one for one in cut if not _read_by_form(one, beside_rules)]
    agreed = [_agreed(tree, one, same_cue(one, near(one, beside_rules))) for one in cut]
    beside_links = by_page(agreed)
    tagged = Tagged.of(tree.document)
    pool = [*agreed, *ruled]
    return [(one, features(tree, tagged, one, beside_links, beside_rules)) for one in pool]


def chosen(scored: Sequence[Spans], least: float = TRUSTED) -> list[Spans]:
    """Take the most probable first and leave out what it makes superfluous."""
    pages: dict[int, list[Spans]] = defaultdict(list)
    kept: list[Spans] = []
    for one in sorted(scored, key=lambda spans: (-spans.score, in_order(spans), spans.rule)):
        if one.score < least:
            break
        if not any(_twice(one, other) for other in near(one, pages)):
            kept.append(one)
            for page in pages_of(one):
                pages[page].append(one)
    return kept


def _twice(one: Spans, other: Spans) -> bool:
    return touch(one.cue, other.cue) or shared(one.content, other.content) >= TWICE


def _told(tree: Tree, found: Sequence[Spans]) -> list[Spans]:
    pages = by_page(found)
    return [
        one
        for one in found
        if not is_aside(tree, one)
        and (not any(_holds(other, one) for other in near(one, pages)) or _reports(tree, one))
    ]


def _holds(outer: Spans, inner: Spans) -> bool:
    return any(content.covers(cue) for content in outer.content for cue in inner.cue)


def _reports(tree: Tree, one: Spans) -> bool:
    """Tell whether a third party says something: 'she said that the firm had denied it'."""
    row = lookup(tree.document, one.cue)
    head = cue_head(tokens_in(tree.document, one.cue))
    finite = head is not None and (head.tag in _FINITE or one.rule == "quoting")
    if row is None or row.kind is not Kind.ASSERTION or not finite:
        return False
    content = tokens_in(tree.document, one.content)
    clause = any(token.dep in {"nsubj", "nsubjpass"} for token in content)
    source = tokens_in(tree.document, one.source)
    named = any(token.pos in {"PROPN", "NOUN"} for token in source)
    return named and (clause or "accuse" in row.frames)


def _in_block(tree: Tree, one: Found) -> Spans:
    """Keep of a content what stands in the paragraph of its cue, or is quoted."""
    kept = [
        part
        for span in one.content
        for block in _blocks(tree, span)
        if (part := _common(span, block)).of(tree.text).strip()
        and (block.overlaps(one.cue[0]) or _goes_on(tree, part, block))
    ]
    return Spans(one.source, one.cue, tuple(kept) or one.content, TAGGER, one.score)


def _goes_on(tree: Tree, part: Span, block: Span) -> bool:
    """Tell whether speech goes on in another paragraph: with a quote from its start."""
    words = part.of(tree.text)
    opens = not tree.text[block.start : part.start].strip("“\"‘' ")
    return bool(MARKS & set(words) or words.startswith("‘")) and opens


def _blocks(tree: Tree, span: Span) -> list[Span]:
    first = max(bisect_right(tree.blocks, span.start, key=lambda block: block.span.start) - 1, 0)
    after = bisect_left(tree.blocks, span.end, key=lambda block: block.span.start)
    return [block.span for block in tree.blocks[first:after] if block.span.overlaps(span)]


def _common(left: Span, right: Span) -> Span:
    return Span(max(left.start, right.start), min(left.end, right.end))


def _read_by_form(one: Spans, ruled: Pages) -> bool:
    """Tell whether the rule for headings, which knows where their clauses part, has these words."""
    return any(
        other.rule == "heading" and (touch(other.cue, one.cue) or touch(other.cue, one.content))
        for other in near(one, ruled)
    )


def _whole(tagged: Sequence[Span], ruled: Sequence[Span]) -> tuple[Span, ...]:
    """Take the phrase of the rules where the tagger has a part of it, or nothing."""
    part = bool(ruled) and all(any(whole.covers(span) for whole in ruled) for span in tagged)
    return tuple(ruled if part else tagged)


def _covers(outer: Spans, inner: Spans) -> bool:
    return all(any(o.covers(i) for o in outer.content) for i in inner.content)


def _agreed(tree: Tree, attribution: Spans, rule: Spans | None) -> Spans:
    """Fill in the source that the tagger left open and take the exact edges of the rules."""
    if rule is None:
        return attribution
    source = _whole(attribution.source, rule.source)
    if rule.rule in EXACT:
        return replace(attribution, source=source, cue=rule.cue, content=rule.content)
    alike = shared(rule.content, attribution.content) >= AGREED
    alike = alike or (_covers(rule, attribution) and cut_short(tree, attribution.content))
    return replace(
        attribution, source=source, content=rule.content if alike else attribution.content
    )
