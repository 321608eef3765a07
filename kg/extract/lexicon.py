"""The cue lexicon: which words introduce a statement, what they do and how they take its parts.

The rows stand in `cues.tsv`, one a line, with the origin of each. `frames` says by which arcs a
cue takes its content:

- `ccomp` a clause, `xcomp` an infinitive or gerund, `obj` a noun phrase, `quote` direct speech;
- `tell` / `urge` the object is the addressee of a clause / of an infinitive, `urge_on` it hangs on
  the preposition, `accuse` the object is the target of what `of` or `with` introduces;
- `as` / `as_only` an object "as" something, `small` an object with a predicate ("call it a lie");
- `of`, `for`, `about`, `against`, `on`, `with`, the complement of that preposition;
- `doc` an object, if the subject is a paper or picture, `raised` a subject with its infinitive,
  `at_figure` an object "at" a number, `tally` a toll or count of so many, `count` an object with a
  number;
- `noun` the cue is a noun of speech, `prep` a preposition, `colon` a mark.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kg.extract.marks import ISSUING
from kg.model import Document, Kind, Span, SpeechAct, Stance, Token


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row of the lexicon; `lemma` may be several words ("push back against")."""

    lemma: str
    act: SpeechAct
    stance: Stance
    kind: Kind
    frames: frozenset[str]
    origin: str

    @property
    def is_noun(self) -> bool:
        """Tell whether the cue is a noun of speech."""
        return "noun" in self.frames


def _rows() -> Iterator[CueRow]:
    table = files("kg.extract").joinpath("cues.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        lemma, act, stance, kind, frames, origin = line.split("\t")
        marks = frozenset(frames.split())
        yield CueRow(lemma, SpeechAct(act), Stance(stance), Kind(kind), marks, origin)


ROWS: tuple[CueRow, ...] = tuple(_rows())
VERBS: dict[str, CueRow] = {
    row.lemma: row for row in ROWS if not row.frames & {"noun", "prep", "colon"}
}
NOUNS: dict[str, CueRow] = {row.lemma: row for row in ROWS if row.is_noun}
OTHERS: dict[str, CueRow] = {row.lemma: row for row in ROWS if row.frames & {"prep", "colon"}}
LONGEST = max(len(row.lemma.split()) for row in ROWS)


def tokens_in(document: Document, spans: Sequence[Span]) -> tuple[Token, ...]:
    """Return the tokens that start inside one of `spans` (in order, without overlap)."""
    return tuple(token for span in spans for token in _tokens_of(document.tokens, span))


def _tokens_of(tokens: tuple[Token, ...], span: Span) -> tuple[Token, ...]:
    first = bisect_left(tokens, span.start, key=_start)
    return tokens[first : bisect_left(tokens, span.end, lo=first, key=_start)]


def _start(token: Token) -> int:
    return token.span.start


def cue_head(tokens: Sequence[Token]) -> Token | None:
    """Return the word that carries a cue: the highest verb in it, else its highest noun or word."""
    inside = {token.index for token in tokens}
    tops = [token for token in tokens if token.head not in inside or token.head == token.index]
    for pos in (("VERB",), ("NOUN", "PROPN"), ("AUX",)):
        found = [token for token in tops if token.pos in pos]
        if found:
            return found[0]
    return tops[0] if tops else None


def lookup(document: Document, cue: Sequence[Span]) -> CueRow | None:
    """Find the row of a cue: the longest phrase in it, what a light verb issues, its head, any."""
    tokens = tokens_in(document, cue)
    head = cue_head(tokens)
    if row := _phrase(tokens) or (head and _issued(head, tokens)):
        return row
    candidates = ([head] if head else []) + list(tokens)
    return next((row for token in candidates if (row := _single(token)) is not None), None)


def cue_lemma(document: Document, cue: Sequence[Span]) -> str:
    """Return the lemma of a cue: its row's, else that of its head word, else its text."""
    row = lookup(document, cue)
    if row is not None:
        return row.lemma
    head = cue_head(tokens_in(document, cue))
    if head is not None:
        return head.lemma.lower()
    return " ".join(span.of(document.article.text) for span in cue).strip()


def _phrase(tokens: Sequence[Token]) -> CueRow | None:
    forms = [token.text.lower() for token in tokens]
    lemmas = [token.lemma.lower() for token in tokens]
    for size in range(min(LONGEST, len(lemmas)), 1, -1):
        for start in range(len(lemmas) - size + 1):
            for words in (lemmas, forms):
                phrase = " ".join(words[start : start + size])
                if row := VERBS.get(phrase) or OTHERS.get(phrase):
                    return row
    return None


def _issued(head: Token, tokens: Sequence[Token]) -> CueRow | None:
    """'issued a statement labeling' is labeling, 'shared footage of' presents evidence."""
    nouns = [NOUNS[t.lemma] for t in tokens if t.pos == "NOUN" and t.lemma in NOUNS]
    if head.lemma not in ISSUING or not nouns:
        return None
    verbs = [t for t in tokens if t.pos == "VERB" and t is not head and t.lemma in VERBS]
    if verbs and nouns[0].act is not SpeechAct.PRESENT_EVIDENCE:
        return VERBS[verbs[-1].lemma]
    return nouns[0]


def _single(token: Token) -> CueRow | None:
    lemma = token.lemma.lower()
    if token.pos in {"NOUN", "PROPN"}:
        return NOUNS.get(lemma) or VERBS.get(lemma)
    return VERBS.get(lemma) or OTHERS.get(lemma) or NOUNS.get(lemma)
