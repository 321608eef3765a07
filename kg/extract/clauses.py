"""Contents that are clauses: what a verb of saying governs, or is inserted in."""

from __future__ import annotations

from kg.extract.content import Content, conditions, under
from kg.extract.lexicon import VERBS
from kg.extract.marks import COMMAS, ENDS
from kg.extract.tree import Tree
from kg.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSE_WORDS = frozenset({"that", "whether"})


def clause(tree: Tree, verb: Token) -> Content | None:
    """A clause below the verb, or the clause that the verb is inserted in."""
    own = [kid for kid in tree.kids(verb.index, "ccomp") if not _divided(tree, verb, kid)]
    if own:
        own = [kid for kid in own if kid.index > verb.index] or own
        after = conditions(tree, verb) if own[-1].index > verb.index else []
        return Content(under(tree, [*own, *after]))
    return _that(tree, verb) or _inserted(tree, verb) or remarked(tree, verb)


def _divided(tree: Tree, verb: Token, clause_: Token) -> bool:
    """Tell whether a semicolon outside quotes stands between a verb and the clause before it."""
    between = tree.tokens[clause_.index : verb.index]
    return any(token.text == ";" and tree.quoted[token.index] < 0 for token in between)


def _that(tree: Tree, verb: Token) -> Content | None:
    """A "that" clause that the parser lost: hung on a noun in between, or "that" taken for "this".

    'told reporters in Oslo on Friday that it rained', 'warns that repeated raids risk a war'.
    """
    if tree.kid(verb.index, "dobj") and not _addressee_only(tree, verb):
        return None
    barred = [kid.index for kid in tree.kids(verb.index, "conj", "cc", "punct", "parataxis")]
    barred += [kid.index for kid in tree.kids(verb.index, "advcl") if kid.tag in {"VBG", "VBN"}]
    below = tree.subtree(verb.index, barred)
    for at in sorted(index for index in below if index > verb.index):
        if tree.tokens[at].text.lower() in _CLAUSE_WORDS and _opens_clause(tree, verb, at):
            return Content(frozenset(index for index in below if index >= at))
    return None


def _addressee_only(tree: Tree, verb: Token) -> bool:
    """'told them that', or an object that begins with the very "that" ("warns that raids")."""
    row = VERBS.get(verb.lemma.lower())
    objects = tree.kids(verb.index, "dobj")
    starts = min(tree.subtree(objects[0].index)) == verb.index + 1
    return (row is not None and "tell" in row.frames) or (
        starts and tree.tokens[verb.index + 1].text.lower() in _CLAUSE_WORDS
    )


def _opens_clause(tree: Tree, verb: Token, at: int) -> bool:
    """Tell whether "that" follows the verb at once, or has a clause with a subject of its own."""
    if at == verb.index + 1:
        return True
    head = tree.head(at)
    subjects = tree.kids(head.index, "nsubj", "nsubjpass")
    return head.pos in {"VERB", "AUX"} and bool(subjects) and subjects[0].index > at


def _inserted(tree: Tree, verb: Token) -> Content | None:
    """'Prices, he said, will rise': what is left of the sentence is the content."""
    if verb.dep != "parataxis" and not _between_commas(tree, verb):
        return None
    head = tree.head(verb.index)
    rest = tree.subtree(head.index, [verb.index])
    return Content(frozenset(rest) | _parted(tree, verb))


def _between_commas(tree: Tree, verb: Token) -> bool:
    """Tell whether a clause of nothing but subject and verb stands in the middle of another."""
    subject = tree.kid(verb.index, "nsubj")
    if (
        verb.dep not in {"advcl", "ccomp"}
        or subject is None
        or tree.kid(verb.index, "mark", "dobj")
    ):
        return False
    own = tree.subtree(subject.index)
    edges = (min(own) - 1, verb.index + 1)
    return max(own) + 1 == verb.index and all(
        0 <= at < len(tree.tokens) and tree.tokens[at].text == "," for at in edges
    )


def _parted(tree: Tree, verb: Token) -> frozenset[int]:
    """'Until then, he said, it ...', 'It began, he said, when ...': hung on the wrong verb."""
    subject = tree.kid(verb.index, "nsubj")
    if subject is None or min(tree.subtree(subject.index)) > verb.index:
        return frozenset()
    first = min(tree.subtree(subject.index))
    before = [k for k in tree.kids(verb.index, "prep", "advcl", "npadvmod") if k.index < first]
    after = [
        k
        for k in tree.kids(verb.index, "advcl")
        if k.index > verb.index
        and tree.tokens[verb.index + 1].text == ","
        and tree.kid(k.index, "mark", "advmod")
    ]
    return under(tree, [*before, *after])


def remarked(tree: Tree, verb: Token) -> Content | None:
    """'As X noted, prices rose': the clause that the "as" clause hangs on."""
    mark = next((kid for kid in tree.kids(verb.index) if kid.text.lower() == "as"), None)
    head = tree.head(verb.index)
    if (
        verb.dep != "advcl"
        or mark is None
        or mark.index > verb.index
        or tree.kid(verb.index, "dobj")
    ):
        return None
    return Content(frozenset(tree.subtree(head.index, [verb.index])))


def closing(tree: Tree, verb: Token) -> Content | None:
    """'Prices rose, but wages fell, said X.': all of the sentence before the comma of the cue."""
    sentence = tree.range_of(tree.sentence[verb.index])
    first = min([verb.index, *_left_of(tree, verb)])
    own = tree.subtree(verb.index)
    if verb.tag not in _FINITE or first - 1 <= sentence.start or not _closes(tree, verb, own):
        return None
    words = frozenset(range(sentence.start, first - 1))
    clausal = any(tree.tokens[i].dep in {"nsubj", "nsubjpass"} for i in words)
    set_off = tree.tokens[first - 1].text == ","
    return Content(words) if set_off and clausal and not words & own else None


def _closes(tree: Tree, verb: Token, own: set[int]) -> bool:
    """Tell whether the sentence ends, or pauses, after all that belongs to the verb."""
    last = max(own)
    if last + 1 == tree.range_of(tree.sentence[verb.index]).stop:
        return True
    return tree.tokens[last + 1].text in ENDS | COMMAS


def _left_of(tree: Tree, verb: Token) -> list[int]:
    """Return the words of subject and auxiliaries before a verb."""
    kids = [k for k in tree.kids(verb.index, "nsubj", "aux", "neg") if k.index < verb.index]
    return [index for kid in kids for index in tree.subtree(kid.index)]
