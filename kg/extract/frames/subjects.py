"""Who does a verb: its own subject, or the one that it shares, describes or is given."""

from __future__ import annotations

from kg.extract.frames.tree import Tree

LIGHT = frozenset(
    """
    launch carry conduct execute mount stage make perform begin start do commit order
    unleash plan inflict cause deliver issue stop continue repeat provide give lend offer
    extend force
    """.split()
)
RELATIVE = frozenset({"who", "which", "that", "whom"})
_BLAMED = frozenset(
    """
    accuse suspect blame stop prevent keep charge convict condemn praise
    """.split()
)
_JOINING = frozenset({"take", "join", "attend", "participate", "strike", "protest"})
"""What many do together."""
_SHARING = frozenset({"conj", "advcl", "dep", "acomp", "oprd"})
_DEEPEST = 50
"""How many verbs may share one subject."""


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Return who does the verb, own or shared: conjoined, relative, participial, controlled."""
    own = tree.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    if own is None:
        return _shared(tree, verb, depth + 1)
    relative = tree.lemma(own) in RELATIVE and in_relative_clause(tree, verb)
    return antecedent(tree, verb) if relative else own


def _shared(tree: Tree, verb: int, depth: int) -> int | None:
    """Return the subject that a verb takes from what governs it."""
    head, dep = tree.head(verb), tree.dep(verb)
    found = None
    if head == verb and tree.tokens[verb].pos == "PROPN":
        return tree.child(verb, "compound")
    if depth > _DEEPEST or head == verb:
        return None
    if dep in {"xcomp", "ccomp"}:
        controlled = tree.child(head, "dobj")
        found = controlled if controlled is not None else subject(tree, head, depth)
    elif dep == "pcomp":
        found = _of_gerund(tree, verb, depth)
    elif dep in {"acl", "relcl"}:
        found = _of_participle(tree, verb, depth)
    elif dep in _SHARING and tree.tokens[head].pos in {"VERB", "AUX", "NOUN", "ADJ"}:
        found = subject(tree, head, depth)
    return found


def _of_gerund(tree: Tree, verb: int, depth: int) -> int | None:
    """Return the subject of "accused Y of killing", "responded by killing"."""
    governor = tree.head(tree.head(verb))
    if tree.lemma(governor) in _BLAMED:
        blamed = tree.child(governor, "dobj", "nsubjpass")
        if blamed is not None:
            return blamed
    found = subject(tree, governor, depth)
    return None if _counts_the_punished(tree, verb, found) else found


def _counts_the_punished(tree: Tree, verb: int, found: int | None) -> bool:
    """Tell whether a number is of some of those who did it: "46 were fired for taking part"."""
    preposition = tree.head(verb)
    some = found is not None and tree.child(found, "nummod") is not None
    joined = tree.lemma(verb) in _JOINING and tree.lemma(preposition) == "for"
    return some and joined and passive(tree, tree.head(preposition))


def _of_participle(tree: Tree, verb: int, depth: int) -> int | None:
    """Return the noun that a participle describes, or who did that deed.

    "An order to leave" does not leave: the one who gets or gives it does.
    """
    noun = tree.head(verb)
    governor = tree.head(noun)
    infinitive = tree.dep(verb) == "acl" and any(
        tree.lemma(c) == "to" for c in tree.children(verb, "aux")
    )
    if (tree.lemma(governor) in LIGHT or infinitive) and tree.dep(noun) == "dobj":
        return subject(tree, governor, depth)
    return noun


def in_relative_clause(tree: Tree, verb: int) -> bool:
    """Tell whether a verb governs or joins a relative clause."""
    return tree.dep(verb) == "relcl" or (
        tree.dep(verb) == "conj" and tree.dep(tree.head(verb)) == "relcl"
    )


def antecedent(tree: Tree, verb: int) -> int:
    """Return the noun that the relative clause of a verb describes."""
    clause = verb if tree.dep(verb) == "relcl" else tree.head(verb)
    return tree.head(clause)


def passive(tree: Tree, verb: int, depth: int = 0) -> bool:
    """Tell whether a verb's subject undergoes it."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    token = tree.tokens[verb]
    if token.dep == "acl":
        return token.tag == "VBN"
    if token.dep == "acomp" and token.tag == "VBN":
        return tree.lemma(token.head) == "be"
    if (
        token.dep == "conj"
        and token.tag in {"VBN", "VBD"}
        and tree.child(verb, "aux", "dobj") is None
    ):
        own = tree.child(verb, "nsubj")
        shared = depth < _DEEPEST and passive(tree, tree.head(verb), depth + 1)
        return shared and (own is None or token.tag == "VBN")
    return False
