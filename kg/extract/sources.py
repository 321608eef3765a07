"""Whose words they are: the subject of a cue, also where another verb holds it."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.actors import can_speak
from kg.extract.lexicon import NOUNS
from kg.extract.marks import ISSUING, QUOTING
from kg.extract.phrases import noun_phrase
from kg.extract.tree import Tree
from kg.model import Token

_RELATIVE = frozenset({"who", "which", "that"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "dep"})
_DEEPEST = 6


def source_of(tree: Tree, verb: int, depth: int = 0) -> frozenset[int]:
    """Return the tokens of the source of a cue verb, empty if none is said.

    In turn: its own subject, the agent of its passive, the subject that it shares with the verb
    that it is conjoined or subordinate to, the noun that it modifies.
    """
    if depth > _DEEPEST:
        return frozenset()
    subject = tree.kid(verb, "nsubj")
    if subject is not None:
        return _subject(tree, verb, subject)
    if tree.tokens[verb].lemma in QUOTING and is_passive(tree, verb):
        return _passive_subject(tree, verb)
    agent = agent_of(tree, verb)
    if agent or is_passive(tree, verb):
        return agent
    return _shared(tree, tree.tokens[verb], depth)


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has a passive subject or auxiliary."""
    return tree.kid(verb, "nsubjpass", "auxpass", "csubjpass") is not None


def agent_of(tree: Tree, verb: int) -> frozenset[int]:
    """Return the "by" phrase of a passive verb, without "by"."""
    agent = tree.kid(verb, "agent")
    noun = tree.kid(agent.index, "pobj") if agent else None
    return frozenset(noun_phrase(tree, noun.index)) if noun else frozenset()


def _subject(tree: Tree, verb: int, subject: Token) -> frozenset[int]:
    relative = tree.tokens[verb].dep == "relcl" and subject.text.lower() in _RELATIVE
    if not relative:
        return frozenset(noun_phrase(tree, subject.index)) | _by_phone(tree, verb, subject)
    noun = tree.head(verb)
    if subject.text.lower() == "who":
        noun = _who(tree, noun)
    return frozenset(noun_phrase(tree, noun.index) | {subject.index})


def _who(tree: Tree, noun: Token) -> Token:
    """'two people with knowledge of the case, who ...': the nearest noun above that can speak."""
    at = noun
    while not can_speak(tree, {at.index}):
        prep = tree.head(at.index)
        if at.dep != "pobj" or prep.dep != "prep" or tree.head(prep.index).pos != "NOUN":
            return noun
        at = tree.head(prep.index)
    return at


def _by_phone(tree: Tree, verb: int, subject: Token) -> frozenset[int]:
    """After "said a resident", take in "by phone from Y", which parsers hang on the verb."""
    own = noun_phrase(tree, subject.index)
    if subject.index < verb:
        return frozenset()
    taken: set[int] = set()
    for prep in tree.kids(verb, "prep"):
        below = tree.subtree(prep.index)
        if min(below) == max(own | taken) + 1 and prep.text in {"by", "from", "of"}:
            taken |= below
    return frozenset(taken)


def _shared(tree: Tree, verb: Token, depth: int) -> frozenset[int]:
    head = tree.head(verb.index)
    if verb.dep == "acl":
        return _modified(tree, verb, head, depth)
    if verb.dep == "pcomp":
        head = tree.head(head.index)
    elif verb.dep not in _SHARING or head.index == verb.index:
        return frozenset()
    if head.pos in {"NOUN", "PROPN"}:
        return _owner(tree, head)
    return _from_verb(tree, verb, head, depth)


def _from_verb(tree: Tree, verb: Token, head: Token, depth: int) -> frozenset[int]:
    """Return the subject of the governing verb, or the one that it makes act or quotes."""
    controller = tree.kid(head.index, "dobj", "nsubjpass")
    if controller and verb.dep == "xcomp" and verb.tag == "VB":
        return frozenset(noun_phrase(tree, controller.index))
    return source_of(tree, head.index, depth + 1) or _passive_subject(tree, head.index)


def _owner(tree: Tree, noun: Token) -> frozenset[int]:
    """'their habit of blaming others': the possessor of the noun."""
    owner = tree.kid(noun.index, "poss")
    return frozenset(noun_phrase(tree, owner.index)) if owner else frozenset()


def _passive_subject(tree: Tree, verb: int) -> frozenset[int]:
    subject = tree.kid(verb, "nsubjpass")
    return frozenset(noun_phrase(tree, subject.index)) if subject else frozenset()


def _modified(tree: Tree, verb: Token, noun: Token, depth: int) -> frozenset[int]:
    """The source of "officials claiming ..." is the noun, but of "he issued a note saying" he."""
    governor = tree.head(noun.index)
    if noun.dep == "dobj" and noun.lemma in NOUNS and governor.lemma in ISSUING:
        return source_of(tree, governor.index, depth + 1)
    if verb.tag != "VBG":
        return frozenset()
    return frozenset(noun_phrase(tree, noun.index) - tree.subtree(verb.index))


def neighbour(tree: Tree, verb: Token) -> frozenset[int]:
    """Where the parser lost the subject: the noun phrase right after or before the verb."""
    for start, end in _chunks_beside(tree, verb.index):
        inside = tree.tokens[start:end]
        root = next(t for t in inside if not start <= t.head < end or t.head == t.index)
        if tree.quoted[root.index] < 0:
            words = noun_phrase(tree, root.index) - tree.subtree(verb.index)
            return frozenset(words or range(start, end))
    return frozenset()


def _chunks_beside(tree: Tree, index: int) -> list[tuple[int, int]]:
    chunks = tree.document.chunks
    after = bisect_left(chunks, (index + 1, 0))
    near = chunks[max(after - 1, 0) : after + 1]
    return [(a, b) for a, b in near if a == index + 1 or (b <= index and _only_age(tree, b, index))]


def _only_age(tree: Tree, start: int, end: int) -> bool:
    """Nothing, or an age between commas, stands between a name and its verb."""
    return all(t.text == "," or t.pos == "NUM" for t in tree.tokens[start:end])
