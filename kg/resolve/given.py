"""What mentions that somebody else found denote: the same as those that `resolve` finds itself."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Extraction, Span
from kg.resolve import countries
from kg.resolve.denotes import Denotes, denotes
from kg.resolve.segments import joined, tokens_in


def denoted(document: Document, extraction: Extraction, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return a key for each span of a document: equal keys, of any documents, denote one thing.

    It is the id of the actor, else of the place. A name that denotes nobody known has the key of
    its words, a demonym that of its country; another phrase is known only in its own article, and
    a pronoun that stands for nobody known is alone.
    """
    known = denotes(document, extraction)
    return tuple(_key(known, span) for span in spans)


def _key(known: Denotes, span: Span) -> str:
    found = known.actor(span) or known.place(span)
    return _unknown(known, span) if found is None else found.id


def _unknown(known: Denotes, span: Span) -> str:
    document = known.scene.document
    tokens = tokens_in(document, span)
    words = joined(tokens).casefold()
    if code := countries.demonym(words):
        register = known.scene.register
        actor = register.actor(register.state(code))
        return actor.id if actor else words
    if any(token.pos == "PROPN" for token in tokens):
        return f"name:{words}"
    alone = all(token.pos in {"PRON", "DET"} for token in tokens)
    where = (document.article.id, *((span.start,) if alone else ()))
    return f"words:{words}:{where}"
