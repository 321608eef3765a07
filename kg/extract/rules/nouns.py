"""Nouns of speech: 'issued a warning against ...', 'the claim that ...', 'its denial of ...'."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.actors import PUBLIC, can_speak
from kg.extract.candidate import Candidate
from kg.extract.lexicon import NOUNS, CueRow
from kg.extract.marks import ISSUING
from kg.extract.phrases import noun_phrase
from kg.extract.sources import source_of
from kg.extract.tree import Tree
from kg.model import SpeechAct, Token

_PREPOSITIONS = frozenset(
    {"of", "for", "about", "against", "over", "at", "on", "that", "to", "with", "regarding", "from"}
)
_SHOWING = frozenset({"show", "depict", "document", "capture", "record", "portray"})
_ORIGINS = frozenset({"by", "from"})


VOICED, OWNED = 0.7, 0.5


def issued(tree: Tree) -> Iterator[Candidate]:
    """A noun of speech that somebody voices or owns, and the clause or phrase below it."""
    for noun in tree.tokens:
        row = NOUNS.get(noun.lemma.lower()) if noun.pos == "NOUN" else None
        if row is None:
            continue
        content, prep = _content(tree, noun)
        if not content or _empty(row, prep):
            continue
        source, voice = _source(tree, noun, prep)
        if source:
            cue = voice | {noun.index} | prep
            score = VOICED if voice and row.act in PUBLIC else OWNED
            own = source - content
            yield Candidate(noun.index, own, cue - content, content, row, "noun", score)


def _empty(row: CueRow, prep: frozenset[int]) -> bool:
    """A picture or a paper says something only through a clause or 'of'."""
    return row.act is SpeechAct.PRESENT_EVIDENCE and not prep


def _content(tree: Tree, noun: Token) -> tuple[frozenset[int], frozenset[int]]:
    for kid in tree.kids(noun.index, "acl", "ccomp", "relcl"):
        if tree.kid(kid.index, "mark") or (kid.tag == "VB" and tree.kid(kid.index, "aux")):
            return frozenset(tree.subtree(kid.index)), frozenset()
    for kid in tree.kids(noun.index, "acl"):
        if kid.lemma in _SHOWING:
            shown = frozenset(i for i in tree.subtree(kid.index) if i > kid.index)
            return shown, frozenset(tree.subtree(kid.index) - shown)
    for prep in [*tree.kids(noun.index, "prep"), *_beside(tree, noun)]:
        below = [
            i for kid in tree.kids(prep.index, "pobj", "pcomp") for i in tree.subtree(kid.index)
        ]
        if prep.text.lower() in _PREPOSITIONS - _ORIGINS and below:
            return frozenset(below), frozenset({prep.index})
    return frozenset(), frozenset()


def _beside(tree: Tree, noun: Token) -> list[Token]:
    """Return the preposition that follows the noun but that the parser hung on its verb."""
    governor = tree.head(noun.index)
    voiced = governor.pos == "VERB" and governor.lemma in ISSUING and noun.dep == "dobj"
    preps = tree.kids(governor.index, "prep") if voiced else []
    return [prep for prep in preps if prep.index == noun.index + 1]


def _source(tree: Tree, noun: Token, prep: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the source and the verb that voices the noun, if one does."""
    governor = tree.head(noun.index)
    if noun.dep in {"dobj", "conj"} and governor.lemma in ISSUING and governor.pos == "VERB":
        voice = source_of(tree, governor.index)
        return (voice if can_speak(tree, voice) else frozenset()), frozenset({governor.index})
    owner = tree.kid(noun.index, "poss")
    if owner is not None:
        return frozenset(noun_phrase(tree, owner.index)), frozenset()
    for origin in tree.kids(noun.index, "prep"):
        giver = tree.kid(origin.index, "pobj")
        if origin.text in _ORIGINS and giver and origin.index not in prep:
            return frozenset(noun_phrase(tree, giver.index)), frozenset()
    return frozenset(), frozenset()
