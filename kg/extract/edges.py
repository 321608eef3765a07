"""Exact edges of what the tagger found: word pieces know nothing of phrases and quote marks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.extract.lexicon import tokens_in
from kg.extract.marks import COMMAS
from kg.extract.phrases import is_punctuation, spans_of
from kg.extract.spans import Spans
from kg.extract.tree import Tree
from kg.model import Span, Token

_BEFORE_NOUNS = frozenset({"compound", "det", "amod", "nmod", "poss", "nummod", "predet"})
_HEARERS = frozenset({"reporter", "journalist", "medium", "media", "press"})
_RELATIVE = frozenset({"who", "whose", "whom", "which"})
_BEFORE_SOURCE = 5
"""Words."""

_CUT_CLAUSE = 3
"""Words; so short a relative clause at the end of a source is what is left of one."""


def exact(tree: Tree, one: Spans) -> Spans:
    """Cut source and content of an attribution where phrases and quotes begin and end."""
    cue = {token.index for token in tokens_in(tree.document, one.cue)}
    source = _source(tree, list(tokens_in(tree.document, one.source)), cue)
    barred = {token.index for token in source}
    content = [t for t in tokens_in(tree.document, one.content) if t.index not in barred]
    content = _quote_alone(tree, _without_hearer(tree, content, cue), barred)
    return replace(
        one,
        source=spans_of(tree, barred) or one.source,
        content=_asked(tree, spans_of(tree, _content(content)), one.content) or one.content,
    )


def _asked(tree: Tree, spans: Sequence[Span], tagged: Sequence[Span]) -> tuple[Span, ...]:
    """Give a question back the mark that ends it."""
    ends = {span.end for span in tagged}
    return tuple(
        Span(span.start, span.end + 1)
        if span.end + 1 in ends and tree.text[span.end] in "?!"
        else span
        for span in spans
    )


def _without_hearer(tree: Tree, words: list[Token], cue: Collection[int]) -> list[Token]:
    """'confirmed the blast to Channels TV': to whom it was said is no part of it."""
    for rank, token in enumerate(words[1:], 1):
        noun = tree.kid(token.index, "pobj") if token.text == "to" and token.head in cue else None
        if noun is not None and (noun.entity == "ORG" or noun.lemma in _HEARERS):
            return words[:rank]
    return words


def _quote_alone(tree: Tree, words: list[Token], source: Collection[int]) -> list[Token]:
    """'"We have video," one of them, Ada Finch, says': what leads to the source is not said."""
    if not source or not words or words[0].index not in tree.marks:
        return words
    between = range(min(source) - _BEFORE_SOURCE, min(source))
    return [t for t in words if t.index not in between or tree.quoted[t.index] >= 0]


def _content(words: Sequence[Token]) -> set[int]:
    """Leave out conjunctions that join nothing: 'it rained, but', ', and it rained'."""
    kept = {token.index for token in words}
    return {
        token.index
        for token in words
        if token.pos != "CCONJ"
        or token.text.istitle()
        or {token.index - 1, token.index + 1} <= kept
    }


def _source(tree: Tree, words: list[Token], cue: Collection[int]) -> list[Token]:
    """Give a source its title, and leave out when and how it speaks."""
    for kept in (_without_remark, _without_time):
        words = kept(words) or words
    words = _without_rest(tree, words) or words
    return words and [*_titles(tree, words[0], cue), *words]


def _titles(tree: Tree, first: Token, cue: Collection[int]) -> list[Token]:
    """Return what stands before a name in its own phrase: 'Eyewitness Lal Muan'."""
    found: list[Token] = []
    at = first.index - 1
    while at >= 0 and at not in cue and _leads_to(tree, at, first.index):
        found.insert(0, tree.tokens[at])
        at -= 1
    return found


def _leads_to(tree: Tree, at: int, first: int) -> bool:
    """Tell whether a word belongs to a noun that begins at or after `first` close by."""
    word = tree.tokens[at]
    near = tree.sentence[at] == tree.sentence[first] and first <= word.head <= first + _CUT_CLAUSE
    return near and word.dep in _BEFORE_NOUNS and word.pos not in {"VERB", "PRON"}


def _without_remark(words: list[Token]) -> list[Token]:
    """', speaking on condition of anonymity', ', who did not'."""
    for rank in range(1, len(words)):
        token = words[rank]
        apart = words[rank - 1].text in COMMAS
        if apart and (token.tag == "VBG" or _is_condition(words, rank)):
            return words[: rank - 1]
        if token.text.lower() in _RELATIVE and 1 < len(words) - rank <= _CUT_CLAUSE:
            return words[:rank]
    return words


def _is_condition(words: Sequence[Token], rank: int) -> bool:
    return [t.text.lower() for t in words[rank : rank + 2]] == ["on", "condition"]


def _without_time(words: list[Token]) -> list[Token]:
    """'officials on Wednesday', 'the company today': the day is that of the saying."""
    rank = len(words)
    while rank and words[rank - 1].entity in {"DATE", "TIME"}:
        rank -= 1
    if any(token.pos == "NUM" or "old" in token.text for token in words[rank:]):
        return words
    if rank and rank < len(words) and words[rank - 1].pos == "ADP":
        rank -= 1
    return words if rank and words[rank - 1].pos == "VERB" else words[:rank]


def _without_rest(tree: Tree, words: list[Token]) -> list[Token]:
    """Leave out what a bracket opens and nothing closes, and what leads nowhere at the end."""
    texts = [token.text for token in words]
    last = len(words) if texts.count("(") <= texts.count(")") else texts.index("(")
    while last and _leads_nowhere(tree, words[last - 1]):
        last -= 1
    return words[:last]


def _leads_nowhere(tree: Tree, token: Token) -> bool:
    mark = is_punctuation(tree, token.index) and token.text not in {")", "]"}
    return mark or token.pos in {"ADP", "CCONJ"}


def cut_short(tree: Tree, content: Sequence[Span]) -> bool:
    """Tell whether a content ends within a phrase: its last word governs the next."""
    words = tokens_in(tree.document, content)
    after = words[-1].index + 1 if words else len(tree.tokens)
    if after >= len(tree.tokens):
        return False
    token = tree.tokens[after]
    return token.head == after - 1 and token.dep not in {"cc", "punct"}
