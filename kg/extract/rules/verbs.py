"""Verbs of saying with what they govern: clauses, infinitives, objects."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.actors import PUBLIC, can_speak
from kg.extract.candidate import Candidate
from kg.extract.content import Content
from kg.extract.cues import cue_words, verb_cues
from kg.extract.lexicon import NOUNS, CueRow
from kg.extract.marks import ISSUING
from kg.extract.sources import is_passive, neighbour, source_of
from kg.extract.tree import Tree
from kg.extract.valency import content_of
from kg.model import Kind, SpeechAct, Token

ACTS_OF_ACTORS = frozenset({SpeechAct.THREATEN, SpeechAct.PROMISE, SpeechAct.APPEAL})
"""What things only do in a figure of speech: "clouds threaten rain", "growth promises jobs"."""


SURE, UNSURE = 0.8, 0.6


def spoken(tree: Tree) -> Iterator[Candidate]:
    """A verb of the lexicon in the active voice, its subject, and what it says.

    The subject may be shared ("..., adding that"), inverted, or cut off by a relative clause.
    """
    for verb, row, words in verb_cues(tree):
        if is_passive(tree, verb.index) or _past_participle(verb):
            continue
        found = content_of(tree, verb, row, words)
        if found is None:
            continue
        source = frozenset() if _nobody(tree, verb, row) else _source(tree, verb)
        if not _holds(tree, verb, row, source, found):
            continue
        cue = words | cue_words(tree, verb) | found.cue | _issued(tree, verb)
        score = SURE if _is_plain(tree, row, source) else UNSURE
        cue -= found.words
        own = source - found.words - cue
        yield Candidate(verb.index, own, cue, found.words, row, "verb", score)


def _source(tree: Tree, verb: Token) -> frozenset[int]:
    found = source_of(tree, verb.index)
    return found or (neighbour(tree, verb) if verb.tag in {"VBD", "VBZ"} else found)


def _is_plain(tree: Tree, row: CueRow, source: frozenset[int]) -> bool:
    """Tell whether somebody who can speak says or does it in words, not merely wants it."""
    if row.kind is not Kind.ASSERTION or not can_speak(tree, source):
        return False
    return "ccomp" in row.frames or row.act in PUBLIC


def _nobody(tree: Tree, verb: Token, row: CueRow) -> bool:
    """'It seems that', 'Asked whether she would go, she left': no source is named."""
    asked = verb.lemma in {"ask", "tell"} and verb.dep == "advcl" and verb.tag in {"VBN", "VBD"}
    return "raised" in row.frames or (asked and not tree.kids(verb.index, "nsubj"))


def _speaks_of_us(tree: Tree, source: frozenset[int]) -> bool:
    """'you want', 'we know' is talk, not the attitude of somebody in the news."""
    words = [tree.tokens[index].text.lower() for index in source]
    return len(words) == 1 and words[0] in {"i", "we", "you"}


def _past_participle(verb: Token) -> bool:
    """'the plan announced on Monday' says nothing by itself."""
    return verb.tag == "VBN" and verb.dep in {"acl", "amod"}


def _holds(tree: Tree, verb: Token, row: CueRow, source: frozenset[int], found: Content) -> bool:
    if verb.index in found.words:
        return False
    if _nobody(tree, verb, row):
        return True
    if row.kind is Kind.ATTITUDE and _speaks_of_us(tree, source):
        return False
    if source:
        return row.act not in ACTS_OF_ACTORS or can_speak(tree, source)
    return row.kind is Kind.ASSERTION and "ccomp" in row.frames and verb.tag in {"VBG", "VBD"}


def _issued(tree: Tree, verb: Token) -> frozenset[int]:
    """Return "issued a statement" of "issued a statement labeling ..."."""
    noun = tree.head(verb.index)
    governor = tree.head(noun.index)
    if (
        verb.dep == "acl"
        and noun.lemma in NOUNS
        and noun.dep == "dobj"
        and governor.lemma in ISSUING
    ):
        return frozenset(range(governor.index, verb.index + 1))
    return frozenset()
