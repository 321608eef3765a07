"""Words that one voice gives in the name of another: 'the radio quoted him as saying ...'."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.extract.clauses import clause
from kg.extract.cues import cue_words
from kg.extract.lexicon import VERBS
from kg.extract.marks import COMMAS, QUOTING
from kg.extract.phrases import noun_phrase
from kg.extract.sources import is_passive
from kg.extract.tree import Tree
from kg.model import Token

SCORE = 0.85
_REACH = 12
"""Words between 'quoted' and 'as saying'."""


def quoting(tree: Tree) -> Iterator[Candidate]:
    """'X was quoted as saying', 'Y quoted X as saying': X is the source, not who quotes."""
    for verb in tree.tokens:
        if verb.lemma not in QUOTING or verb.pos != "VERB":
            continue
        saying = _saying(tree, verb)
        speaker = _speaker(tree, verb, saying) if saying else frozenset()
        if saying is None or not speaker:
            continue
        cue = frozenset({saying.index - 1, saying.index})
        if is_passive(tree, verb.index):
            cue |= cue_words(tree, verb)
        content = _content(tree, verb, saying) - speaker - cue
        if content:
            row = VERBS[saying.lemma]
            yield Candidate(saying.index, speaker, cue, content, row, "quoting", SCORE)


def _saying(tree: Tree, verb: Token) -> Token | None:
    """Return "saying" of "as saying" after the verb, in its sentence."""
    last = min(verb.index + _REACH, tree.range_of(tree.sentence[verb.index]).stop)
    return next(
        (
            tree.tokens[at]
            for at in range(verb.index + 2, last)
            if tree.tokens[at - 1].text == "as"
            and tree.tokens[at].tag == "VBG"
            and tree.tokens[at].lemma in VERBS
        ),
        None,
    )


def _speaker(tree: Tree, verb: Token, saying: Token) -> frozenset[int]:
    """Return whoever is quoted: the subject of a passive, else what stands before "as"."""
    subject = tree.kid(verb.index, "nsubjpass")
    if is_passive(tree, verb.index):
        return frozenset(noun_phrase(tree, subject.index)) if subject else frozenset()
    quoted = frozenset(range(verb.index + 1, saying.index - 1))
    return frozenset() if any(tree.tokens[i].text in COMMAS for i in quoted) else quoted


def _content(tree: Tree, verb: Token, saying: Token) -> frozenset[int]:
    """Return the clause after "saying (by Y)", else the sentence before the cue's comma."""
    if (found := clause(tree, saying)) is not None and min(found.words) > saying.index:
        return found.words
    sentence = tree.range_of(tree.sentence[verb.index])
    after = range(saying.index + 1, sentence.stop)
    that = next((i for i in after if tree.tokens[i].text == "that"), None)
    if that is not None:
        return frozenset(range(that, sentence.stop))
    commas = [i for i in range(sentence.start, verb.index) if tree.tokens[i].text == ","]
    closed = len(after) < 2 or tree.tokens[saying.index + 1].text in {":", ","}
    return frozenset(range(sentence.start, commas[-1])) if closed and commas else frozenset()
