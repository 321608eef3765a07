"""Join what the tagger found with what the rules found: of each cue the most probable one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors import can_speak
from kg.extract.agree import agreed, speech_whole
from kg.extract.asides import is_aside
from kg.extract.lexicon import CueRow, cue_head, lookup, tokens_in
from kg.extract.link import Linked
from kg.extract.neighbours import by_page, near, pages_of, shared, touch
from kg.extract.settle import in_order
from kg.extract.spans import Spans
from kg.extract.tagged import Tagged
from kg.extract.tree import Tree
from kg.extract.weigh import chance, features
from kg.model import Kind, SpeechAct

TRUSTED = 0.225
"""Least probability of what is kept; `bench/fit_merge.py` prints what others would give."""

TWICE = 0.6
"""Share of common code points from which two contents are one, told under two cues."""

UNTAUGHT = {"heading": TRUSTED, "quoting": 0.8, "evidence": 0.8, "answer": 0.8}
"""Least probability of finds of rules for which PolNeAR has too few cases to learn from."""

SURE = 0.8
"""Score from which a rule's find of a plain saying needs no tagger."""

_PLAIN = frozenset({"verb", "quote", "according"})
_FIGURES = frozenset({"at_figure", "tally", "count"})
_CLAUSAL = frozenset({"ccomp", "quote", "prep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def merged(tree: Tree, linked: Sequence[Linked], ruled: Sequence[Spans]) -> tuple[Spans, ...]:
    """Join what the tagger found with what the rules found, in the order of the text.

    The score of each becomes its probability (`kg.extract.weigh`). Of one cue, and of one content
    under two cues, the most probable stays. Inside the content of another stays only what reports
    the saying of a third party.
    """
    scored = [_scored(tree, one, named) for one, named in candidates(tree, linked, ruled)]
    return tuple(sorted(_told(tree, chosen(scored)), key=in_order))


def _scored(tree: Tree, one: Spans, named: dict[str, float]) -> Spans:
    least = UNTAUGHT.get(one.rule, 0.0)
    row = _saying(tree, one)
    if row and (_figure(tree, one, row) or (not named["cue tagged"] and _plain(tree, one, row))):
        least = TRUSTED
    return replace(one, score=max(chance(named), least))


def _saying(tree: Tree, one: Spans) -> CueRow | None:
    """Return the row of a cue that rules found to say something of a source; None for others."""
    row = lookup(tree.document, one.cue)
    told = row is not None and row.kind is Kind.ASSERTION and one.rule in _PLAIN
    return row if told and one.source else None


def _figure(tree: Tree, one: Spans, row: CueRow) -> bool:
    """Tell whether somebody puts a figure at so much: what the tagger sees of it, it cuts."""
    words = tokens_in(tree.document, one.content)
    if not row.frames & _FIGURES or not any(token.pos == "NUM" for token in words):
        return False
    return can_speak(tree, [token.index for token in tokens_in(tree.document, one.source)])


def _plain(tree: Tree, one: Spans, row: CueRow) -> bool:
    """Tell whether rules are sure that somebody says something, whatever the tagger saw.

    That is a whole clause, or what is to be done; single objects ("praised the plan") are left to
    the tagger.
    """
    words = tokens_in(tree.document, one.content)
    clause = any(token.dep in {"nsubj", "nsubjpass", "expl"} for token in words)
    asks = row.act is SpeechAct.APPEAL and any(token.tag == "VB" for token in words)
    return one.score >= SURE and (asks or (clause and bool(row.frames & _CLAUSAL)))


def candidates(
    tree: Tree, linked: Sequence[Linked], ruled: Sequence[Spans]
) -> list[tuple[Spans, dict[str, float]]]:
    """Return all that either side found, each with its features."""
    tags, rules = Tagged.of(tree.document), by_page(ruled)
    tagged = agreed(tree, linked, rules)
    links = by_page(tagged)
    whole = speech_whole(tree, ruled, links)
    rules = by_page(whole)
    return [(one, features(tree, tags, one, links, rules)) for one in (*tagged, *whole)]


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
        and (_reports(tree, one) or not any(_holds(other, one) for other in near(one, pages)))
    ]


def _holds(outer: Spans, inner: Spans) -> bool:
    """Tell whether an attribution, at least as probable, has the cue of another in its content."""
    within = any(content.covers(cue) for content in outer.content for cue in inner.cue)
    return within and outer.score >= inner.score


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
