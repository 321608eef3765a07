"""Prepositions that name a source: 'according to', 'per', 'in her view'."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.actors import can_speak
from kg.extract.candidate import Candidate
from kg.extract.lexicon import OTHERS, CueRow
from kg.extract.marks import COMMAS, ENDS
from kg.extract.phrases import noun_phrase
from kg.extract.tree import Tree
from kg.model import Token

_PHRASES = tuple(sorted((row.lemma.split(), row) for row in OTHERS.values() if " " in row.lemma))
_VIEWS = frozenset({"view", "opinion", "estimation", "judgment", "judgement", "words", "telling"})


def according(tree: Tree) -> Iterator[Candidate]:
    """'according to X' and its like: the rest of the clause is what X says."""
    for first in tree.tokens:
        words, row = _phrase_at(tree, first)
        if row is None:
            continue
        noun = tree.kid(words[-1], "pobj", "pcomp")
        if noun is not None:
            source = frozenset(noun_phrase(tree, noun.index))
            yield from _governed(tree, first, source, frozenset(words), row)


def in_view_of(tree: Tree) -> Iterator[Candidate]:
    """'in her view': the possessor is the source."""
    for noun in tree.tokens:
        owner = tree.kid(noun.index, "poss")
        prep = tree.head(noun.index)
        if (
            noun.text.lower() in _VIEWS
            and owner
            and noun.dep == "pobj"
            and prep.text.lower() == "in"
        ):
            source = frozenset(noun_phrase(tree, owner.index))
            row = OTHERS["in the view of"]
            cue = frozenset({prep.index, noun.index})
            yield from _governed(tree, prep, source, cue, row)


def _phrase_at(tree: Tree, first: Token) -> tuple[list[int], CueRow | None]:
    if first.text.lower() == "per" and _names_source(tree, first):
        return [first.index], OTHERS["per"]
    for words, row in _PHRASES:
        run = tree.tokens[first.index : first.index + len(words)]
        if [token.text.lower() for token in run] == words:
            return [token.index for token in run], row
    return [], None


def _names_source(tree: Tree, per: Token) -> bool:
    """Tell 'Per officials, ...' and '..., per the ministry' from 'per day'."""
    noun = tree.kid(per.index, "pobj")
    before = tree.tokens[per.index - 1].text if per.index else "."
    opens = before in COMMAS | ENDS or tree.range_of(tree.sentence[per.index]).start == per.index
    return noun is not None and opens and can_speak(tree, noun_phrase(tree, noun.index))


def _governed(
    tree: Tree, first: Token, source: frozenset[int], cue: frozenset[int], row: CueRow
) -> Iterator[Candidate]:
    """Take the clause that the phrase hangs on, without the phrase itself."""
    phrase = tree.subtree(first.index) | source | cue
    clause = _clause_over(tree, first.index, phrase)
    if clause is None:
        return
    content = tree.subtree(clause, [first.index]) - phrase
    if content:
        yield Candidate(first.index, source, cue, frozenset(content), row, "according", 0.8)


def _clause_over(tree: Tree, index: int, phrase: set[int]) -> int | None:
    """Return the verb of the nearest clause above, else the topmost word of the sentence."""
    at = tree.tokens[index].head
    while tree.tokens[at].pos not in {"VERB", "AUX"} and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    while tree.tokens[at].dep in {"xcomp", "acl", "relcl", "conj"} and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return None if at in phrase else at
