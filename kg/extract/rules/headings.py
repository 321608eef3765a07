"""Headlines and section headings: title case spoils the parse, so they are read by form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.actors import can_speak
from kg.extract.candidate import Candidate
from kg.extract.lexicon import VERBS, CueRow
from kg.extract.marks import APOSTROPHES, DASHES
from kg.extract.tree import Tree
from kg.model import BlockKind, Kind, Token

_ENDINGS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""))
"""Of the third person, in which headlines are written."""

_LONGEST_SOURCE = 4
"""Words after the last dash or colon."""

_JOINTS = frozenset({"as", "while", "but", ";"})
_NOT_A_SOURCE = frozenset({"how", "why", "what", "when", "where", "who", "if", "as", "after"})


def headings(tree: Tree) -> Iterator[Candidate]:
    """'X Claims Killing Y', 'X Disputes Toll, Cites Losses', 'X: ...', '..., Says X', '...: X'."""
    for words in _parts(tree):
        verbs = [(token, row) for token in words if (row := _row(tree, token)) is not None]
        verbs = [(token, row) for token, row in verbs if token.index > words[0].index]
        if verbs:
            yield from _by_verb(words, verbs)
        else:
            yield from _by_colon(words)
            yield from _by_last_mark(tree, words)


def _parts(tree: Tree) -> Iterator[Sequence[Token]]:
    """Yield the clauses of headings: "as", "while", "but" and ";" join two pieces of news."""
    for words in _heading_blocks(tree):
        cuts = [i for i, token in enumerate(words) if token.text.lower() in _JOINTS]
        for start, end in zip([-1, *cuts], [*cuts, len(words)], strict=True):
            if end - start > 2:
                yield words[start + 1 : end]


def _heading_blocks(tree: Tree) -> Iterator[Sequence[Token]]:
    run: list[Token] = []
    for token in tree.tokens:
        if run and tree.block[run[-1].index] != tree.block[token.index]:
            yield run
            run = []
        number = tree.block[token.index]
        if number >= 0 and tree.blocks[number].kind is not BlockKind.PARAGRAPH:
            run.append(token)
    if run:
        yield run


def _row(tree: Tree, token: Token) -> CueRow | None:
    """Return the row of a word that has the form of a verb in the third person."""
    form = token.text.lower()
    if token.pos in {"ADJ", "ADV", "DET", "ADP"} or form != form.strip(APOSTROPHES):
        return None
    if _after_plural(tree, token) and (row := VERBS.get(form)) is not None:
        return row if _is_said(row) else None
    for ending, lemma in _ENDINGS:
        row = VERBS.get(form[: -len(ending)] + lemma) if form.endswith(ending) else None
        if row is not None and _is_said(row):
            return row
    return None


def _is_said(row: CueRow) -> bool:
    return row.kind is Kind.ASSERTION and not row.frames <= {"tally", "count"}


def _after_plural(tree: Tree, token: Token) -> bool:
    """'Dockers Vow', 'Police Deny': a word after which a verb has no ending."""
    before = tree.tokens[max(token.index - 1, 0)]
    plural = before.tag in {"NNS", "NNPS"} or before.text.lower() in {"police", "people"}
    return before.index != token.index and (plural or _ends_in_s(before))


def _ends_in_s(token: Token) -> bool:
    return (
        token.tag == "NNP" and len(token.text) > 4 and re.search("[^s]s$", token.text) is not None
    )


def _by_verb(words: Sequence[Token], verbs: Sequence[tuple[Token, CueRow]]) -> Iterator[Candidate]:
    first, row = verbs[0]
    before = [token for token in words if token.index < first.index]
    after = [token for token in words if token.index > first.index]
    comma = max((token.index for token in before if token.text == ","), default=-1)
    if comma >= 0 and not after:
        source, content = _halves(before, comma)
        yield _candidate(first, row, source, content)
        return
    if comma >= 0 and comma >= first.index - 1 and after:
        yield _candidate(first, row, after, [t for t in before if t.index < comma])
        return
    source = _last_clause(before)
    if source and after and source[0].text.lower() not in _NOT_A_SOURCE:
        yield from _chain(source, words, verbs)


def _halves(words: Sequence[Token], at: int) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return what stands after and before the token `at`: 'Toll Rises, Mayor Says'."""
    return [t for t in words if t.index > at], [t for t in words if t.index < at]


def _last_clause(before: Sequence[Token]) -> Sequence[Token]:
    """'Rebels Seize Mine, Army Says ...', 'Port Strike: Union Says ...': after comma or label."""
    labels = [i for i, token in enumerate(before) if token.text == ":"]
    if labels:
        before = before[labels[-1] + 1 :]
    commas = [i for i, token in enumerate(before) if token.text == ","]
    if commas and any(token.pos in {"VERB", "AUX"} for token in before[: commas[-1]]):
        return before[commas[-1] + 1 :]
    return before


def _chain(
    source: Sequence[Token], words: Sequence[Token], verbs: Sequence[tuple[Token, CueRow]]
) -> Iterator[Candidate]:
    """Split at ', Verb' and ' and Verb': each part is said by the one source."""
    heads = [verbs[0]]
    heads += [
        (t, r)
        for t, r in verbs[1:]
        if words[t.index - words[0].index - 1].text in {",", "and", ";", "&"}
    ]
    for number, (verb, row) in enumerate(heads):
        end = heads[number + 1][0].index - 1 if number + 1 < len(heads) else words[-1].index + 1
        content = [token for token in words if verb.index < token.index < end]
        if content and content[0].pos != "CCONJ":
            yield _candidate(verb, row, source, content)


def _by_colon(words: Sequence[Token]) -> Iterator[Candidate]:
    """'Name: what is said' where the name is short and a name."""
    colon = next((t for t in words if t.text == ":"), None)
    if colon is None:
        return
    before = [t for t in words if t.index < colon.index]
    after = [t for t in words if t.index > colon.index]
    if 1 <= len(before) <= 6 and len(after) > 2 and any(_names_actor(t) for t in before):
        yield _candidate(colon, None, before, after)


def _by_last_mark(tree: Tree, words: Sequence[Token]) -> Iterator[Candidate]:
    """'Quake Kills Dozens - Officials', 'Two Dead: Mayor': who says so stands at the end."""
    marks = [i for i, token in enumerate(words) if token.text in DASHES | {":"}]
    if not marks or not 1 <= len(words) - marks[-1] - 1 <= _LONGEST_SOURCE or marks[-1] < 2:
        return
    source = words[marks[-1] + 1 :]
    if can_speak(tree, [token.index for token in source]) and not _is_sentence(source):
        yield _candidate(words[marks[-1]], None, source, words[: marks[-1]])


def _is_sentence(words: Sequence[Token]) -> bool:
    return any(token.pos in {"VERB", "AUX"} for token in words)


def _names_actor(token: Token) -> bool:
    return token.entity in {"PERSON", "ORG", "GPE", "NORP"} or token.pos == "PROPN"


def _candidate(
    cue: Token, row: CueRow | None, source: Sequence[Token], content: Sequence[Token]
) -> Candidate:
    return Candidate(
        cue.index,
        frozenset(token.index for token in source),
        frozenset({cue.index}),
        frozenset(token.index for token in content),
        row,
        "heading",
        0.7,
    )
