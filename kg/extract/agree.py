"""What tagger and rules find at the same cue: of each the part that it knows better."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.edges import cut_short, exact
from kg.extract.lexicon import VERBS, lookup, tokens_in
from kg.extract.link import Linked
from kg.extract.marks import COMMAS, MARKS
from kg.extract.neighbours import Pages, near, same_cue, shared, touch
from kg.extract.spans import Spans
from kg.extract.tree import Tree
from kg.extract.weigh import TAGGER
from kg.model import BlockKind, Span

AGREED = 0.8
"""Share of common code points from which the edges of the rules' content are taken."""

SURE = 0.8
"""Score from which a rule's clause goes before the tagger's."""

EXACT = frozenset({"quoting", "evidence", "answer"})
"""Rules whose edges are surer than the tagger's."""


def agreed(tree: Tree, linked: Sequence[Linked], ruled: Pages) -> list[Spans]:
    """Return what the tagger found, with sources and edges from the rules where these are surer.

    What stands in headings is left out where the rule for them has it.
    """
    cut = [exact(tree, _in_block(tree, one)) for one in linked]
    cut = [one for one in cut if not _read_by_form(tree, one, ruled)]
    return [_agreed(tree, one, same_cue(one, near(one, ruled))) for one in cut]


def speech_whole(tree: Tree, ruled: Sequence[Spans], tagged: Pages) -> list[Spans]:
    """Give quotes of the rules the further quotes that the tagger has at the same cue."""
    return [_speech_whole(tree, one, same_cue(one, near(one, tagged))) for one in ruled]


def _speech_whole(tree: Tree, one: Spans, other: Spans | None) -> Spans:
    if one.rule != "quote" or other is None or not _within(one.content, other.content):
        return one
    more = [s for s in other.content if not any(s.overlaps(own) for own in one.content)]
    spoken = all(s.of(tree.text).startswith(tuple(MARKS)) for s in more)
    return replace(one, content=other.content) if more and spoken else one


def _in_block(tree: Tree, one: Linked) -> Spans:
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


def _in_heading(tree: Tree, one: Spans) -> bool:
    number = max(bisect_right(tree.blocks, one.cue[0].start, key=lambda b: b.span.start) - 1, 0)
    return bool(tree.blocks) and tree.blocks[number].kind is not BlockKind.PARAGRAPH


def _read_by_form(tree: Tree, one: Spans, ruled: Pages) -> bool:
    """Tell whether what stands in a heading is left to its rule: by a cue that it knows, or has."""
    if not _in_heading(tree, one):
        return False
    row = lookup(tree.document, one.cue)
    return row is None or any(
        other.rule == "heading" and (touch(other.cue, one.cue) or touch(other.cue, one.content))
        for other in near(one, ruled)
    )


def _whole(tree: Tree, tagged: Sequence[Span], ruled: Sequence[Span]) -> tuple[Span, ...]:
    """Take the longer of two phrases for a source, unless a verb of saying stands in it.

    That comes of a wrong parse or tag: "the firm called it a lie, adding ...".
    """
    if not (tagged and ruled):
        return tuple(tagged or ruled)
    if _within(tagged, ruled):
        return tuple(tagged if _says(tree, ruled) else ruled)
    return tuple(ruled if _within(ruled, tagged) and _says(tree, tagged) else tagged)


def _within(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    return all(any(whole.covers(span) for whole in outer) for span in inner)


def _says(tree: Tree, source: Sequence[Span]) -> bool:
    words = tokens_in(tree.document, source)
    return any(t.pos == "VERB" and t.tag != "VBG" and t.lemma in VERBS for t in words)


def _breaks_off(tree: Tree, part: Spans, whole: Spans) -> bool:
    """Tell whether a sure rule's clause goes on where the tagger's stops at a comma or dash."""
    after = tree.text[part.content[-1].end : part.content[-1].end + 2].lstrip()[:1]
    same_start = part.content[0].start == whole.content[0].start
    return same_start and whole.score >= SURE and after in COMMAS


def _another_speaks(tree: Tree, whole: Spans, part: Spans) -> bool:
    """Tell whether after a part of a content and a semicolon somebody else speaks."""
    end, last = part.content[-1].end, whole.content[-1].end
    if tree.text[end : end + 1] != ";" or last <= end:
        return False
    rest = tokens_in(tree.document, [Span(end, last)])
    return any(token.pos == "VERB" and token.lemma in VERBS for token in rest)


def _agreed(tree: Tree, attribution: Spans, rule: Spans | None) -> Spans:
    """Fill in the source that the tagger left open and take the exact edges of the rules."""
    if rule is None:
        return attribution
    if rule.rule in EXACT:
        return replace(attribution, source=rule.source, cue=rule.cue, content=rule.content)
    source = _whole(tree, attribution.source, rule.source)
    alike = shared(rule.content, attribution.content) >= AGREED
    longer = _within(attribution.content, rule.content)
    shorter = _within(rule.content, attribution.content)
    alike = alike or (longer and cut_short(tree, attribution.content))
    alike = alike or (longer and _breaks_off(tree, attribution, rule))
    alike = alike or (shorter and _another_speaks(tree, attribution, rule))
    return replace(
        attribution, source=source, content=rule.content if alike else attribution.content
    )
