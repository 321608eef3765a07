"""Where a cue stands: lexicon rows at a verb, and the words that belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.extract.lexicon import VERBS, CueRow
from kg.extract.marks import MEDIA
from kg.extract.tree import Tree
from kg.model import Token

REACH = 4
"""How many words after the verb the rest of a phrasal cue may begin ("pushed back swiftly")."""

_ADVERBS_OUT = frozenset({"when", "where", "why", "how", "however", "meanwhile", "then"})


def _phrasal() -> dict[str, list[CueRow]]:
    rows: dict[str, list[CueRow]] = defaultdict(list)
    for row in VERBS.values():
        if " " in row.lemma:
            rows[row.lemma.split()[0]].append(row)
    return {first: sorted(own, key=lambda row: -len(row.lemma)) for first, own in rows.items()}


PHRASAL = _phrasal()


def verb_cues(tree: Tree) -> Iterator[tuple[Token, CueRow, frozenset[int]]]:
    """Yield each verb of the text that the lexicon knows, its row, and the words of that row."""
    for token in tree.tokens:
        if token.pos == "VERB" and token.dep not in {"amod", "compound"}:
            row, words = row_at(tree, token)
            if row is not None:
                yield token, row, words


def row_at(tree: Tree, verb: Token) -> tuple[CueRow | None, frozenset[int]]:
    """Return the lexicon row of a verb, phrasal ones first, with the token indexes of its words."""
    lemma = verb.lemma.lower()
    for row in PHRASAL.get(lemma, ()):
        words = _match(tree, verb, row.lemma.split()[1:])
        if words is not None:
            return row, words
    return VERBS.get(lemma), frozenset({verb.index})


def _match(tree: Tree, verb: Token, rest: list[str]) -> frozenset[int] | None:
    found, at = {verb.index}, verb.index + 1
    for word in rest:
        limit = min(at + REACH if word == rest[0] else at + 2, len(tree.tokens))
        hit = next((i for i in range(at, limit) if _is(tree.tokens[i], word)), None)
        if hit is not None and tree.tokens[hit].tag == "TO" and tree.tokens[hit].dep == "aux":
            return None
        if hit is None or tree.sentence[hit] != tree.sentence[verb.index]:
            return None
        if word == rest[0] and not _near(tree, verb.index, hit):
            return None
        found.add(hit)
        at = hit + 1
    return frozenset(found)


def _is(token: Token, word: str) -> bool:
    return token.lemma.lower() == word or token.text.lower() == word


def _near(tree: Tree, verb: int, index: int) -> bool:
    """Only adverbs may stand between a verb and its particle."""
    return all(token.pos in {"ADV", "PART"} for token in tree.tokens[verb + 1 : index])


def cue_words(tree: Tree, verb: Token) -> frozenset[int]:
    """Return a verb with its auxiliaries, negation, particle, adverbs and "in a statement"."""
    own = {verb.index}
    for kid in tree.kids(verb.index):
        if kid.dep in {"aux", "auxpass", "neg", "prt"} or _is_adverb(tree, kid, verb):
            own.add(kid.index)
    return frozenset(own | _medium(tree, verb))


def _is_adverb(tree: Tree, kid: Token, verb: Token) -> bool:
    return (
        kid.dep == "advmod"
        and abs(kid.index - verb.index) <= 2
        and not tree.children[kid.index]
        and kid.text.lower() not in _ADVERBS_OUT
    )


def _medium(tree: Tree, verb: Token) -> set[int]:
    """Return "in a statement" after the verb or its time adverb."""
    for prep in tree.kids(verb.index, "prep"):
        noun = tree.kid(prep.index, "pobj")
        near = verb.index < prep.index <= verb.index + 3
        if noun and near and prep.text in {"in", "during", "on", "at"} and noun.lemma in MEDIA:
            barred = [kid.index for kid in tree.kids(noun.index, "acl", "relcl", "appos")]
            return tree.subtree(prep.index, barred)
    return set()
