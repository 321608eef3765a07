"""Direct speech: each quote goes to the cue beside it, fragments and followers to one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.candidate import Candidate
from kg.extract.cues import cue_words, row_at
from kg.extract.lexicon import OTHERS, CueRow
from kg.extract.marks import COMMAS, ENDS
from kg.extract.phrases import is_punctuation
from kg.extract.quotes import Quote
from kg.extract.sources import neighbour, source_of
from kg.extract.tree import Tree
from kg.model import Token

_SHORT = 3
"""Words; a shorter quote inside a clause is a borrowed term, not speech."""


@dataclass(slots=True)
class _Speech:
    """One cue with all that is quoted under it."""

    head: Token
    row: CueRow | None
    source: frozenset[int]
    cue: frozenset[int]
    quotes: list[int] = field(default_factory=list)


def quoted(tree: Tree) -> Iterator[Candidate]:
    """Quotes with a cue before, after or between them; later quotes go with the last cue."""
    words = _words_of_quotes(tree)
    speeches: dict[int, _Speech] = {}
    last: _Speech | None = None
    for number, quote in enumerate(tree.quotes):
        own = words[number]
        if not own or not _stands_alone(tree, quote, own):
            continue
        speech = _beside(tree, own)
        if speech is not None:
            speech.source = speech.source or _of_same_sentence(tree, last, speech)
            last = speeches.setdefault(speech.head.index, speech)
            last.quotes.append(number)
            continue
        if last is None or not _follows(tree, last, number, own):
            last = _reported_before(tree, own)
            if last is not None:
                last = speeches.setdefault(last.head.index, last)
        if last is not None:
            last.quotes.append(number)
    for speech in speeches.values():
        content = frozenset(i for number in speech.quotes for i in words[number])
        yield Candidate(
            speech.head.index,
            speech.source - content,
            speech.cue - content,
            content,
            speech.row,
            "quote",
            0.9,
        )


def _of_same_sentence(tree: Tree, last: _Speech | None, now: _Speech) -> frozenset[int]:
    """'..." she said, before adding: "...': the second cue has the speaker of the first."""
    if last is None or tree.sentence[last.head.index] != tree.sentence[now.head.index]:
        return frozenset()
    return last.source


def _reported_before(tree: Tree, own: Sequence[int]) -> _Speech | None:
    """'Prices rose, she said. "They ..."': the cue of the sentence before in the paragraph."""
    before = own[0] - 1
    if (
        before < 0
        or tree.block[before] != tree.block[own[0]]
        or tree.tokens[before].text not in ENDS
    ):
        return None
    for index in tree.range_of(tree.sentence[before]):
        verb = tree.tokens[index]
        top = verb.dep in {"ROOT", "parataxis"} or tree.head(index).dep == "ROOT"
        if verb.pos == "VERB" and top and tree.quoted[index] < 0 and (found := _speech(tree, verb)):
            return found if found.source else None
    return None


def _words_of_quotes(tree: Tree) -> list[list[int]]:
    words: list[list[int]] = [[] for _ in tree.quotes]
    for index, number in enumerate(tree.quoted):
        if number >= 0:
            words[number].append(index)
    return words


def _stands_alone(tree: Tree, quote: Quote, own: Sequence[int]) -> bool:
    """Tell whether a quote is speech: it begins after a stop, comma, colon or nothing."""
    before = tree.tokens[own[0] - 1] if own[0] else None
    opens = before is None or tree.block[before.index] != quote.block
    if opens or before is None:
        return True
    if len(own) - 2 < _SHORT and before.text != ":":
        return False
    return before.text in COMMAS | {":"} or before.text[-1] in '.!?”"…' or _is_cue(tree, before)


def _is_cue(tree: Tree, token: Token) -> bool:
    row, _ = row_at(tree, token) if token.pos == "VERB" else (None, None)
    return row is not None and "quote" in row.frames


def _beside(tree: Tree, own: Sequence[int]) -> _Speech | None:
    before, after = _outside(tree, own[0], -1), _outside(tree, own[-1], 1)
    introduced = bool(before) and before[0].text in {":", ","}
    if introduced and (found := _before(tree, before)):
        return found
    if not _ended(tree, own) and (found := _after(tree, after)):
        return found
    if introduced:
        return None
    return _before(tree, before) if before and _is_cue(tree, before[0]) else None


def _outside(tree: Tree, edge: int, step: int) -> list[Token]:
    """Return the words outside a quote up to the next quote or sentence end, the nearest first."""
    run: list[Token] = []
    at = edge + step
    while 0 <= at < len(tree.tokens):
        token = tree.tokens[at]
        if tree.block[at] != tree.block[edge] or tree.quoted[at] >= 0 or token.text in ENDS:
            break
        run.append(token)
        at += step
    return run


def _ended(tree: Tree, own: Sequence[int]) -> bool:
    """A quote that ends in a full stop is not followed by its cue."""
    inner = [index for index in own if is_punctuation(tree, index)]
    if not inner:
        return False
    last = tree.tokens[inner[-1]]
    return last.text == "." and inner[-1] >= own[-1] - 1


def _after(tree: Tree, run: Sequence[Token]) -> _Speech | None:
    """'..." said X', '..." X, a farmer, said': the first cue after the quote."""
    for token in run:
        if token.pos == "VERB" and (found := _speech(tree, token)):
            return None if _begins_anew(tree, token, run) else found
    return None


def _begins_anew(tree: Tree, verb: Token, run: Sequence[Token]) -> bool:
    """After '?"' a new sentence may begin, whose verb has a clause of its own."""
    if run[0].index and tree.tokens[run[0].index - 2].text == ",":
        return False
    later = {token.index for token in run if token.index > verb.index}
    return any(
        kid.index in later and tree.kid(kid.index, "mark") for kid in tree.kids(verb.index, "ccomp")
    )


def _before(tree: Tree, run: Sequence[Token]) -> _Speech | None:
    """'X said: "...', 'X told reporters, "...', 'X: "...': the nearest cue before the quote."""
    for token in run:
        if token.pos == "VERB" and (found := _speech(tree, token)):
            return found
    if run[0].text == ":":
        return _colon(tree, run) or _any_verb(tree, run)
    return None


def _any_verb(tree: Tree, run: Sequence[Token]) -> _Speech | None:
    """'She settled on a motto: "..."': before a colon any verb with a subject will do."""
    for verb in run[1:]:
        if verb.pos == "VERB" and (source := source_of(tree, verb.index)):
            cue = frozenset(range(verb.index, run[0].index + 1))
            return _Speech(verb, None, source, cue - source)
    return None


def _speech(tree: Tree, verb: Token) -> _Speech | None:
    row, words = row_at(tree, verb)
    if row is None or "quote" not in row.frames:
        return None
    source = _outside_quotes(tree, source_of(tree, verb.index))
    source = source or _outside_quotes(tree, neighbour(tree, verb))
    return _Speech(verb, row, source, words | cue_words(tree, verb))


def _outside_quotes(tree: Tree, words: frozenset[int]) -> frozenset[int]:
    return frozenset(index for index in words if tree.quoted[index] < 0)


def _colon(tree: Tree, run: Sequence[Token]) -> _Speech | None:
    names = [token for token in run[1:] if not is_punctuation(tree, token.index)]
    if 1 <= len(names) <= 6 and any(token.pos == "PROPN" for token in names):
        source = frozenset(token.index for token in names)
        return _Speech(run[0], OTHERS[":"], source, frozenset({run[0].index}))
    return None


def _follows(tree: Tree, last: _Speech, number: int, own: Sequence[int]) -> bool:
    """A later quote of the paragraph, or a next paragraph that is quote from its start."""
    before = tree.quotes[last.quotes[-1]].block
    here = tree.quotes[number].block
    if here == before:
        return True
    opens = own[0] == 0 or tree.block[own[0] - 1] != here
    return here == before + 1 and opens
