"""From token indexes to spans with the boundaries of PolNeAR, and noun phrases of sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.lexicon import VERBS
from kg.extract.marks import COMMAS
from kg.extract.tree import Tree
from kg.model import Span, Token

_LEFT_OUT = {"relcl", "advcl", "parataxis", "ccomp", "cc_dangling"}


def noun_phrase(tree: Tree, head: int) -> set[int]:
    """Return the phrase of a noun: determiner, titles, appositives, complements.

    Incidental relative and participial clauses stay out (PolNeAR guidelines, "source").
    """
    barred = {
        token.index
        for index in tree.subtree(head)
        for token in tree.kids(index)
        if token.dep in _LEFT_OUT
        or (token.dep == "acl" and (_after_comma(tree, token) or _speaks(tree, token)))
    }
    return tree.subtree(head, {*barred, *(kid.index for kid in tree.kids(head, "case"))})


def _speaks(tree: Tree, verb: Token) -> bool:
    """Tell whether a seeming participle is the verb: 'the firm called it a lie, adding ...'."""
    if verb.tag not in {"VBD", "VBN"} or verb.lemma not in VERBS:
        return False
    phrasal = any(f"{verb.lemma} {k.text}" in VERBS for k in tree.kids(verb.index, "prep", "prt"))
    return phrasal or tree.kid(verb.index, "dobj", "ccomp", "oprd") is not None


def _after_comma(tree: Tree, token: Token) -> bool:
    left = min(tree.subtree(token.index))
    return left > 0 and tree.tokens[left - 1].text in COMMAS


def is_punctuation(tree: Tree, index: int) -> bool:
    """Tell whether a token is a mark that never opens or ends a part, quote marks excepted."""
    text = tree.tokens[index].text
    return index not in tree.marks and not any(char.isalnum() or char in "$€£%#@" for char in text)


def spans_of(tree: Tree, indexes: Collection[int]) -> tuple[Span, ...]:
    """Turn token indexes into spans: runs that only punctuation divides, trimmed, quotes whole."""
    found = [
        span for run in _runs(tree, sorted(indexes)) if (span := _trimmed(tree, run)) is not None
    ]
    return united(found)


def united(spans: Collection[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _runs(tree: Tree, indexes: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in indexes:
        if run and not _bridged(tree, run[-1], index):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _bridged(tree: Tree, left: int, right: int) -> bool:
    if tree.block[left] != tree.block[right]:
        return False
    between = range(left + 1, right)
    return len(between) <= 2 and all(is_punctuation(tree, i) or i in tree.marks for i in between)


def _trimmed(tree: Tree, run: list[int]) -> Span | None:
    """Trim punctuation at both ends of a run, then widen to the quotes that it half covers."""
    while run and _dangling(tree, run[0], run):
        run = run[1:]
    while run and _dangling(tree, run[-1], run):
        run = run[:-1]
    if not run:
        return None
    span = Span(tree.tokens[run[0]].span.start, tree.tokens[run[-1]].span.end)
    return _with_marks(tree, span, run)


def _dangling(tree: Tree, index: int, run: list[int]) -> bool:
    """A mark at the edge is dropped, unless it is a bracket with its partner or a quote mark."""
    token = tree.tokens[index]
    if index in tree.marks:
        quote = tree.quoted[index]
        return quote < 0 or sum(tree.quoted[other] == quote for other in run) < 2
    if token.text in {")", "]"}:
        return not any(tree.tokens[other].text in {"(", "["} for other in run)
    if token.text in {"(", "["}:
        return not any(tree.tokens[other].text in {")", "]"} for other in run)
    return is_punctuation(tree, index)


def _with_marks(tree: Tree, span: Span, run: list[int]) -> Span:
    """Take in the marks of a quote whose words the run holds at its first or last token."""
    start, end = span.start, span.end
    for index in (run[0], run[-1]):
        if tree.quoted[index] >= 0:
            quote = tree.quotes[tree.quoted[index]].span
            inner = [i for i in run if tree.quoted[i] == tree.quoted[index]]
            if _same_words(tree, quote, inner):
                start, end = min(start, quote.start), max(end, quote.end)
    return Span(start, end)


def _same_words(tree: Tree, quote: Span, inner: list[int]) -> bool:
    """Tell whether `inner` holds at least half of the characters of a quote."""
    held = sum(len(tree.tokens[index].text) + 1 for index in inner)
    return 2 * held >= quote.end - quote.start
