"""The lexicon's row for a cue, also where the parser misreads it: in titles, in phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.lexicon import OTHERS, VERBS, CueRow, cue_lemma, lookup
from kg.model import Document, Span, Token

_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", ""))


def row_and_lemma(
    document: Document, spans: Sequence[Span], cue: Sequence[Token]
) -> tuple[CueRow | None, str]:
    """Return the row of a cue and the lemma that it goes by.

    "Issued a statement saying" says; the statement only carries it. "Norland Disputes Toll" has
    a verb that taggers take for a name.
    """
    words = replace(document, tokens=tuple(cue))  # lookup reads all tokens that it is given
    row = lookup(words, spans)
    if row is None:
        row = next(_by_form(cue), None)
    elif row.is_noun:
        row = next(_verbs_after(row, cue), row)
    return row, row.lemma if row else cue_lemma(words, spans)


def _by_form(cue: Sequence[Token]) -> Iterator[CueRow]:
    words = [token.text.lower() for token in cue]
    if row := OTHERS.get(" ".join(words)):
        yield row
    for word in words:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and (row := VERBS.get(word.removesuffix(ending) + instead)):
                yield row


def _verbs_after(row: CueRow, cue: Sequence[Token]) -> Iterator[CueRow]:
    ranks = [rank for rank, token in enumerate(cue) if token.lemma.lower() == row.lemma]
    for token in cue[ranks[0] + 1 :] if ranks else ():
        if token.pos == "VERB" and (found := VERBS.get(token.lemma.lower())):
            yield found
