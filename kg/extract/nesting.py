"""A saying inside the content of another: beside it, reported by it, or nothing of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.lexicon import CueRow
from kg.extract.marks import DIVIDERS
from kg.extract.tree import Tree
from kg.model import Kind, SpeechAct, Token


def apart(tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
    """'A said ..., while B said ...': the second saying stands beside the first, not in it."""
    cut = {candidate.head: candidate for candidate in found}
    for head, holders in _holders(found).items():
        for outer in holders:
            inner, now = cut[head], cut[outer.head]
            if head in now.content and _stands_beside(tree, outer, inner):
                left = _begins(tree, inner)
                words = frozenset(index for index in now.content if index < left)
                cut[outer.head] = replace(now, content=_without_and(tree, words))
                own = tree.kid(_verb(tree, inner).index, "nsubj", "nsubjpass") is not None
                if not own and inner.rule != "answer":
                    cut[head] = replace(cut[head], source=outer.source)
    return [candidate for candidate in cut.values() if candidate.content]


def _without_and(tree: Tree, words: frozenset[int]) -> frozenset[int]:
    """Leave out a conjunction that nothing follows any more."""
    last = max(words, default=-1)
    return words - {last} if last >= 0 and tree.tokens[last].dep == "cc" else words


def told(tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what is no attribution of its own: inside a cue, or a mere phrase of a content."""
    in_cues = {index for one in found for index in one.cue if index != one.head}
    holders = _holders(found)
    return [
        candidate
        for candidate in found
        if candidate.head not in in_cues
        and (candidate.head not in holders or _is_report(tree, candidate))
    ]


def _holders(found: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """Return for each cue head the other candidates whose content it is in."""
    heads = {candidate.head for candidate in found}
    holders: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in found:
        for index in sorted(candidate.content & heads - {candidate.head}):
            holders[index].append(candidate)
    return holders


def _is_report(tree: Tree, candidate: Candidate) -> bool:
    """Inside the content of another only a plain saying of a third party is an attribution."""
    row = candidate.row
    clause = any(tree.tokens[i].dep in {"nsubj", "nsubjpass"} for i in candidate.content)
    plain = row is not None and row.kind is Kind.ASSERTION and (clause or "accuse" in row.frames)
    if candidate.rule == "quoting":
        return plain
    third = any(tree.tokens[i].pos in {"PROPN", "NOUN"} for i in candidate.source)
    finite = tree.tokens[candidate.head].tag in {"VBD", "VBZ", "VBP", "VBN"}
    return plain and third and finite and candidate.rule in {"verb", "quote", "according"}


def _stands_beside(tree: Tree, outer: Candidate, inner: Candidate) -> bool:
    """Tell whether a comma, a conjunction or a semicolon sets a saying apart from a content."""
    verb = _verb(tree, inner)
    row = inner.row
    if inner.rule == "answer":
        return True
    if outer.rule not in {"verb", "noun"} or inner is outer or row is None:
        return False
    if _after_semicolon(tree, outer, verb) or _resumes(tree, outer, verb):
        return row.kind is Kind.ASSERTION
    if verb.dep == "relcl":
        return _relates(tree, verb, row)
    if verb.dep not in {"conj", "advcl"} and not (verb.dep == "acl" and verb.tag == "VBG"):
        return False
    left = _left_edge(tree, verb.index)
    before = tree.tokens[max(left - 2, 0) : left + 1]
    set_apart = any(token.text in DIVIDERS for token in before)
    own = tree.kid(verb.index, "nsubj") is not None
    speech = ("ccomp" if own else "quote") in row.frames or verb.tag == "VBG"
    return set_apart and speech and row.kind is Kind.ASSERTION


def _verb(tree: Tree, inner: Candidate) -> Token:
    """Return the verb of a cue: of 'voiced concern' it is the verb that voices."""
    head = tree.tokens[inner.head]
    governor = tree.head(head.index)
    return governor if inner.rule == "noun" and governor.index in inner.cue else head


def _after_semicolon(tree: Tree, outer: Candidate, verb: Token) -> bool:
    """'A said it rained; B said it snowed'."""
    between = tree.tokens[min(outer.head, verb.index) : max(outer.head, verb.index)]
    cut = any(token.text == ";" and tree.quoted[token.index] < 0 for token in between)
    return cut and tree.kid(verb.index, "nsubj", "nsubjpass") is not None


def _resumes(tree: Tree, outer: Candidate, verb: Token) -> bool:
    """'confirmed that parts had been found but declined to say': in the tense of the outer verb."""
    before = tree.head(verb.index)
    shared = tree.kid(verb.index, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is None
    joined = verb.dep == "conj" and verb.tag in {"VBD", "VBZ"} and shared
    finite = before.tag == verb.tag and tree.kid(before.index, "aux", "auxpass") is None
    return joined and not finite and tree.tokens[outer.head].tag == verb.tag


def _begins(tree: Tree, inner: Candidate) -> int:
    """Return where a saying that stands beside another begins."""
    if inner.rule == "answer":
        return min(inner.content)
    return _left_edge(tree, _verb(tree, inner).index)


def _left_edge(tree: Tree, head: int) -> int:
    """Return where a clause begins; a relative one begins with the noun that it belongs to."""
    noun = tree.head(head)
    relative = tree.tokens[head].dep == "relcl" and noun.dep == "appos"
    return min(tree.subtree(noun.index if relative else head))


def _relates(tree: Tree, verb: Token, row: CueRow) -> bool:
    """', a charge that X dismissed', ', which X denies': X answers what was said."""
    left = min(tree.subtree(verb.index))
    own = tree.kid(verb.index, "nsubj")
    if own is None or own.text.lower() in {"who", "which", "that"}:
        return False
    answers = row.act is SpeechAct.DENY or bool(row.frames & {"as", "as_only", "small"})
    set_apart = answers and tree.tokens[left - 1].text == ","
    return set_apart or tree.head(verb.index).dep == "appos"
