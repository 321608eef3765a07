"""Pictures and papers that show something, also where the parse loses the verb."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.extract.lexicon import VERBS
from kg.extract.marks import COMMAS, ENDS, listed
from kg.extract.objects import PAPERS
from kg.extract.tree import Tree
from kg.model import Token

_SHOWS = listed("show shows showed depict depicts depicted")
_PARTICIPLES = listed(
    "posted shared published released analysed analyzed obtained seen verified reviewed broadcast "
    "aired circulated circulating taken filmed recorded captured geolocated provided sent uploaded "
    "streamed purporting viewed examined collected"
)
_SEEMING = listed("appear appears appeared seem seems seemed purport purports purported to")
_BEFORE_NOUNS = frozenset({"amod", "compound", "det", "nummod", "poss", "case", "quantmod"})
_REACH = 14
"""Words between a picture and what it shows."""


def evidence(tree: Tree) -> Iterator[Candidate]:
    """'Video posted online showed ...', 'footage appears to show ...': the picture speaks."""
    for verb in tree.tokens:
        if verb.text not in _SHOWS:
            continue
        seeming = _seeming(tree, verb)
        if not seeming and _is_parsed(tree, verb):
            continue
        paper = _paper(tree, min(seeming | {verb.index}))
        if paper is None:
            continue
        start = _start(tree, paper)
        source = frozenset(range(start, min(seeming | {verb.index})))
        content = frozenset(range(verb.index + 1, _end(tree, verb)))
        if content:
            row = VERBS["show"]
            cue = frozenset(seeming | {verb.index})
            yield Candidate(verb.index, source, cue, content, row, "evidence", 0.8)


def _is_parsed(tree: Tree, verb: Token) -> bool:
    """Tell whether the parse has the picture as the subject: `kg.extract.objects.documented`."""
    subject = tree.kid(verb.index, "nsubj")
    return verb.pos == "VERB" and subject is not None and subject.lemma in PAPERS


def _seeming(tree: Tree, verb: Token) -> set[int]:
    """Return 'appears to' before the verb."""
    at = verb.index
    while at and tree.tokens[at - 1].text.lower() in _SEEMING:
        at -= 1
    return set(range(at, verb.index))


def _paper(tree: Tree, end: int) -> Token | None:
    """Return the picture whose phrase ends at `end`: alone, or with a participle after it."""
    for at in range(end - 1, max(end - _REACH, -1), -1):
        token = tree.tokens[at]
        if token.text in ENDS | COMMAS or tree.block[at] != tree.block[end]:
            return None
        if token.pos in {"NOUN", "PROPN"} and token.lemma.lower() in PAPERS:
            after = tree.tokens[at + 1].text.lower()
            return token if at + 1 == end or after in _PARTICIPLES else None
    return None


def _start(tree: Tree, paper: Token) -> int:
    """Return where the noun phrase of a picture begins, by the chunk that it ends."""
    at = paper.index
    while at and tree.tokens[at - 1].dep in _BEFORE_NOUNS:
        at -= 1
    return at


def _end(tree: Tree, verb: Token) -> int:
    """Return where the sentence ends, or a comma after which somebody else speaks."""
    for at in range(verb.index + 1, len(tree.tokens)):
        token = tree.tokens[at]
        if tree.block[at] != tree.block[verb.index]:
            return at
        if tree.quoted[at] < 0 and (token.text in ENDS | {";"} or _speaks_after(tree, token)):
            return at
    return len(tree.tokens)


def _speaks_after(tree: Tree, comma: Token) -> bool:
    """Tell whether a comma parts what is shown from ', officials said'."""
    if comma.text != ",":
        return False
    after = tree.tokens[comma.index + 1 : comma.index + _REACH]
    return any(t.pos == "VERB" and t.lemma in {"say", "report", "note", "add"} for t in after)
