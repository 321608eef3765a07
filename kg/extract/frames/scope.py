"""Whether a predicate is said to hold: negation and modality inside the content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.frames.tree import Tree
from kg.model import Span

_MODALS = frozenset(
    """
    can could may might would will shall should must 'll 'd wo ca
    """.split()
)
_UNREAL = frozenset(
    """
    plan threaten vow want hope intend expect risk seek promise prepare aim likely ready
    fear call urge order try attempt about set pledge agree consider need demand
    """.split()
)
_LIKELY = frozenset("likely unlikely possible probable conceivable".split())
_NEGATING = frozenset("fail refuse neglect deny decline avoid".split())
_DEEPEST = 50
_NEVER = frozenset("not n't never neither nor hardly".split())
_INHERITING = frozenset(
    {"xcomp", "conj", "pcomp", "pobj", "dobj", "acomp", "attr", "oprd", "prep", "nsubjpass"}
)


_UNTRUE = frozenset(
    """
    false untrue baseless unfounded groundless fabricate fabrication invention lie propaganda fake
    nonsense rubbish mischievous malicious misleading incorrect inaccurate wrong exaggerate
    exaggeration unreliable fiction hoax smear tale rumour rumor fantasy absurd ridiculous
    inflated inflate concoct slander disinformation misinformation
    """.split()
)
_SAYINGS = frozenset(
    """
    allegation claim report rumour rumor accusation charge assertion suggestion figure number toll
    statement story account talk estimate tally
    """.split()
)


def negated(tree: Tree, index: int, cue: Sequence[Span] = (), figure: Span | None = None) -> bool:
    """Tell whether a predicate is denied: "did not kill", "failed to kill", "without killing".

    "No soldiers were killed" is a count of zero, no negation, and so is whatever stands inside the
    `figure` ("not one", "did not exceed 40"). What governs the predicate from the
    `cue` on ("denied killing") is the statement's own stance, not a part of what was said.
    """
    for token in _governors(tree, index, cue):
        if any(
            tree.tokens[c].text.lower() in _NEVER and not _of_figure(tree, c, figure)
            for c in tree.children(token, "neg", "advmod", "preconj")
        ):
            return True
        if token != index and tree.lemma(token) in _NEGATING | {"without"}:
            return True
        if any(tree.tokens[d].text.lower() == "no" for d in _times(tree, token)):
            return True
        if tree.lemma(token) in _SAYINGS and _called_untrue(tree, token):
            return True
    return False


def _of_figure(tree: Tree, index: int, figure: Span | None) -> bool:
    return figure is not None and figure.covers(tree.tokens[index].span)


def _called_untrue(tree: Tree, saying: int) -> bool:
    """Tell whether "allegations of 22 deaths are mischievous"."""
    verb = tree.head(saying)
    if tree.dep(saying) not in {"nsubj", "nsubjpass"}:
        return False
    said = [verb, *tree.children(verb, "acomp", "attr", "oprd")]
    return any(tree.lemma(i) in _UNTRUE for i in said)


def _times(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the determiners of "at no time", "under no circumstances", "in no way"."""
    for noun in tree.objects(verb, "at", "under", "in"):
        if tree.lemma(noun) in {"time", "point", "stage", "circumstance", "way"}:
            yield from tree.children(noun, "det")


def modal(tree: Tree, index: int, cue: Sequence[Span] = ()) -> bool:
    """Tell whether a predicate is only possible, wanted, planned or conditional."""
    if _wanted(tree, index, cue) or _likely(tree, index):
        return True
    for token in _governors(tree, index, cue):
        if any(tree.tokens[c].text.lower() in _MODALS for c in tree.children(token, "aux")):
            return True
        if any(tree.lemma(c) in {"if", "unless"} for c in tree.children(token, "mark")):
            return True
        if token != index and tree.lemma(token) in _UNREAL:
            return True
    return _purpose(tree, index)


def _likely(tree: Tree, index: int) -> bool:
    """Tell whether what is told of is only thought likely: "hundreds of deaths are possible"."""
    if tree.dep(index) != "nsubj":
        return False
    return any(tree.lemma(c) in _LIKELY for c in tree.children(tree.head(index), "acomp"))


def _wanted(tree: Tree, index: int, cue: Sequence[Span]) -> bool:
    """Tell whether somebody is to do it: "expected 20 workers to join"."""
    above = tree.head(index)
    infinitive = any(tree.lemma(c) == "to" for c in tree.children(index, "aux"))
    within = not _in_cue(tree, above, cue)
    return tree.dep(index) == "ccomp" and infinitive and within and tree.lemma(above) in _UNREAL


def _in_cue(tree: Tree, index: int, cue: Sequence[Span]) -> bool:
    return any(span.overlaps(tree.tokens[index].span) for span in cue)


def _purpose(tree: Tree, index: int) -> bool:
    return tree.dep(index) in {"advcl", "acl", "relcl"} and any(
        tree.lemma(c) == "to" for c in tree.children(index, "aux")
    )


def _governors(tree: Tree, index: int, cue: Sequence[Span]) -> Iterator[int]:
    """Yield a predicate and what it inherits its scope from, upwards, below the cue."""
    yield index
    steps = 0
    while tree.dep(index) in _INHERITING and steps < _DEEPEST:
        shared = tree.dep(index) != "conj" or tree.child(index, "nsubj", "nsubjpass", "aux") is None
        index, steps = tree.head(index), steps + 1
        if _in_cue(tree, index, cue):
            return
        if shared:
            yield index
        if tree.tokens[index].pos == "VERB" and tree.dep(index) not in _INHERITING:
            return
