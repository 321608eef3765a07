"""Verbs of saying in the passive: 'was accused by X of ...', 'is reported to ...'."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.extract.clauses import clause
from kg.extract.cues import cue_words, verb_cues
from kg.extract.lexicon import CueRow
from kg.extract.marks import QUOTING
from kg.extract.objects import accused, infinitive
from kg.extract.phrases import noun_phrase
from kg.extract.sources import agent_of, is_passive
from kg.extract.tree import Tree
from kg.model import Token


def passive(tree: Tree) -> Iterator[Candidate]:
    """A verb of the lexicon in the passive; the source is its agent, or nobody is named."""
    for verb, row, words in verb_cues(tree):
        if not is_passive(tree, verb.index) or verb.lemma in QUOTING:
            continue
        source = agent_of(tree, verb.index)
        content = _content(tree, verb, row, source)
        if content:
            cue = (words | cue_words(tree, verb)) - content - source
            yield Candidate(verb.index, source, cue, content, row, "passive", 0.5)


def _content(tree: Tree, verb: Token, row: CueRow, source: frozenset[int]) -> frozenset[int]:
    subject = tree.kid(verb.index, "nsubjpass")
    if "accuse" in row.frames:
        found = accused(tree, verb)
        return found.words if found else frozenset()
    if (found := clause(tree, verb)) is not None:
        return found.words - source
    return _of_patient(tree, verb, row, source, subject) if subject else frozenset()


def _of_patient(
    tree: Tree, verb: Token, row: CueRow, source: frozenset[int], subject: Token
) -> frozenset[int]:
    """Return the subject and what is said of it: to do, as what, or simply by whom."""
    patient = frozenset(noun_phrase(tree, subject.index))
    if (found := infinitive(tree, verb)) is not None:
        return patient | found.words
    if "as_only" in row.frames:
        return _as(tree, verb, patient)
    if source and "obj" in row.frames:
        return patient | _for_what(tree, verb, row)
    return frozenset()


def _for_what(tree: Tree, verb: Token, row: CueRow) -> frozenset[int]:
    """'was criticised by some for its silence', 'was dismissed by the firm as a stunt'."""
    allowed = {"for", "over", *({"as"} & row.frames)}
    preps = [kid for kid in tree.kids(verb.index, "prep") if kid.text in allowed]
    return frozenset(i for prep in preps for i in tree.subtree(prep.index))


def _as(tree: Tree, verb: Token, patient: frozenset[int]) -> frozenset[int]:
    """'was seen by some as a demotion': the patient and what it is taken for."""
    preps = [kid for kid in tree.kids(verb.index, "prep") if kid.text == "as"]
    taken = frozenset(i for prep in preps for i in tree.subtree(prep.index))
    return patient | taken if taken else frozenset()
