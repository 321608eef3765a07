"""What is answered in passing: ', a figure the army disputes', '— a claim X rejected as "..."'.

Small parsers lose these clauses, so they are read from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.extract.lexicon import VERBS, CueRow
from kg.extract.marks import COMMAS, ENDS, listed
from kg.extract.tree import Tree
from kg.model import SpeechAct, Token

ANSWERABLE = listed(
    "claim allegation accusation charge assertion suggestion figure toll number count tally "
    "estimate result version account report statement description characterisation "
    "characterization argument idea notion"
)
SCORE = 0.85
_REACH = 14
"""Words between what is answered and the verb that answers it."""


def answered(tree: Tree) -> Iterator[Candidate]:
    """', a claim that X denies': X answers what was just said."""
    for noun in tree.tokens[2:]:
        if noun.lemma not in ANSWERABLE or not _set_apart(tree, noun):
            continue
        verb, row = _verb(tree, noun)
        if verb is None or row is None:
            continue
        source, cue = _source(tree, noun, verb)
        if source:
            content = {noun.index - 1, noun.index} | _as(tree, verb)
            yield Candidate(verb.index, source, cue, frozenset(content), row, "answer", SCORE)


def _set_apart(tree: Tree, noun: Token) -> bool:
    article, mark = tree.tokens[noun.index - 1], tree.tokens[noun.index - 2]
    return article.text.lower() in {"a", "an"} and mark.text in COMMAS


def _verb(tree: Tree, noun: Token) -> tuple[Token | None, CueRow | None]:
    """Return the first word after the noun that denies, if the sentence does not end before."""
    for at in range(noun.index + 2, _end(tree, noun.index + 1, noun.index + _REACH)):
        token = tree.tokens[at]
        row = VERBS.get(token.lemma.lower())
        if row is not None and row.act is SpeechAct.DENY and token.text.islower():
            return token, row
        if token.pos == "VERB" and token.lemma in VERBS:
            return None, None
    return None, None


def _source(tree: Tree, noun: Token, verb: Token) -> tuple[frozenset[int], frozenset[int]]:
    words = [t for t in tree.tokens[noun.index + 1 : verb.index] if tree.quoted[t.index] < 0]
    if words and words[0].text.lower() in {"that", "which"}:
        words = words[1:]
    cue = {verb.index}
    while words and (words[-1].pos in {"AUX", "ADV"} or words[-1].lemma == "have"):
        cue.add(words.pop().index)
    named = any(t.pos in {"NOUN", "PROPN", "PRON"} for t in words)
    acts = any(t.pos in {"VERB", "AUX"} for t in words)
    return frozenset(t.index for t in words if named and not acts), frozenset(cue)


def _as(tree: Tree, verb: Token) -> set[int]:
    """Return 'as pure invention' after the verb."""
    if verb.index + 1 >= len(tree.tokens) or tree.tokens[verb.index + 1].text != "as":
        return set()
    return set(range(verb.index + 1, _end(tree, verb.index + 1, len(tree.tokens))))


def _end(tree: Tree, start: int, limit: int) -> int:
    """Return where the sentence, as its marks tell, ends at or after `start`, or `limit`."""
    for at in range(start, min(limit, len(tree.tokens))):
        other = tree.block[at] != tree.block[start]
        if other or (tree.quoted[at] < 0 and tree.tokens[at].text in ENDS | {";"}):
            return at
    return min(limit, len(tree.tokens))
