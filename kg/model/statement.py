"""Statements: who said what, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Span


class QuoteType(StrEnum):
    """How the words of the source are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    ACCORDING_TO = "according_to"
    HEADLINE = "headline"
    NARRATED_ACT = "narrated_act"


class Polarity(StrEnum):
    """Stance of a statement towards its claim, after FactBank (Sauri and Pustejovsky 2009)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDERSPECIFIED = "underspecified"

    def opposes(self, other: Polarity) -> bool:
        """Tell whether one affirms what the other denies."""
        return {self, other} == {Polarity.POSITIVE, Polarity.NEGATIVE}

    def inverted(self) -> Polarity:
        """Return the polarity of the negation."""
        flip = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}
        return flip.get(self, self)


class Certainty(StrEnum):
    """How sure the source presents itself, after FactBank."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Stance(StrEnum):
    """What the narrator's choice of cue says about the content."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    FACTIVE = "factive"


class Kind(StrEnum):
    """An assertion commits its source to a claim; an attitude (wants, plans, hopes) does not."""

    ASSERTION = "assertion"
    ATTITUDE = "attitude"


class SpeechAct(StrEnum):
    """What the source does by saying it; a SKOS scheme in the ontology, aligned to CAMEO/PLOVER."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    JUSTIFY = "justify"
    PRAISE = "praise"
    APPEAL = "appeal"
    THREATEN = "threaten"
    WARN = "warn"
    PROMISE = "promise"
    ACKNOWLEDGE = "acknowledge"
    TESTIFY = "testify"
    ASSESS = "assess"
    ENDORSE = "endorse"
    CHARACTERIZE = "characterize"
    EXPRESS_CONCERN = "express_concern"
    PRESENT_EVIDENCE = "present_evidence"
    DECLINE_COMMENT = "decline_comment"
    MENTION = "mention"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class VerificationNote:
    """A narrator's remark on how far something is verified ("could not be verified").

    `effect` is one of unverified, weak_evidence, disputed, distancing, verified.
    """

    span: Span
    effect: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An act: one source, one cue, one content, in one place of one text.

    `id` is a hash of the article's id and the spans. `source`, `cue` and `content` are PARC's
    terms; each may have several spans, `source` may be empty (passives). `refers_to` are ids of
    statements of the same article that the content points back to ("these allegations"),
    `reports` the id of a statement nested in the content. `confidence` in [0, 1] is computed by
    the extractor.
    """

    id: str
    article: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_lemma: str
    quote_type: QuoteType
    speech_act: SpeechAct
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    stance: Stance = Stance.NEUTRAL
    kind: Kind = Kind.ASSERTION
    hedges: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    verification: tuple[VerificationNote, ...] = ()
    refers_to: tuple[str, ...] = ()
    reports: str | None = None
    extractor: str = ""
    confidence: float = 1.0


NUMBER = "number"
"""Predicate and measure of a figure of which no more is known than what is counted."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate found inside the content of a statement, with its arguments still as spans.

    `predicate` is a concept of the ontology (kill, wound, capture, ...), `measure` its participle
    when something is counted (killed, wounded, captured). `quantity` covers the number with its
    comparator ("at least 30", "more than 200", "no"). `unit` is what is counted (person, post,
    aircraft, USD ...), `negated` and `modal` are read inside the content, not on the cue.
    """

    statement: str
    predicate: str
    trigger: Span
    measure: str | None = None
    agent: Span | None = None
    patient: Span | None = None
    quantity: Span | None = None
    unit: str | None = None
    place: Span | None = None
    time: Span | None = None
    negated: bool = False
    modal: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was extracted from one document, in the order of the text."""

    statements: tuple[Statement, ...]
    frames: tuple[Frame, ...]
