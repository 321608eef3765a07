"""Cards: one link between statements, with both sides' words face to face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kg.model import (
    Attribution,
    Knowledge,
    LinkKind,
    Quantity,
    QuoteType,
    Reading,
    Relation,
    Review,
    Span,
)
from kg.show.decided import notes, origins
from kg.show.scenes import Scene, scenes
from kg.show.terms import days


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement as a reader sees it: who, in which words, where they stand.

    `words` is the content exactly as it stands in the article, `span` where; fragments are joined
    by " … ". `verification` names the narrator's remarks ("unverified"), `heading` tells that it
    stands in a headline or heading.
    """

    statement: str
    article: str
    path: str
    span: Span
    words: str
    cue: str
    speaker: str | None
    claimant: str | None
    quantities: tuple[Quantity, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    published: date | None = None
    headline: str | None = None
    verification: tuple[str, ...] = ()
    speaker_id: str | None = None
    claimant_id: str | None = None
    act: str = "assert"
    kind: str = "assertion"
    heading: bool = False
    url: str | None = None
    review: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return who it is, speaker and claimant where they differ."""
        names = [n for n in (self.speaker, self.claimant) if n]
        if not names:
            return "unnamed source"
        return names[0] if len(set(names)) == 1 else f"{names[0]}, for {names[1]}"


@dataclass(frozen=True, slots=True)
class Card:
    """A link with the voices on its two sides, `b` empty for what nobody answered.

    The voice that says most by itself comes first on its side; `issue` is the question's id,
    `origin` says who made it, "" where a rule found it, `scene` where and when that happened
    which it is about.
    """

    id: str
    kind: LinkKind
    type: str
    question: str
    because: str
    a: tuple[Voice, ...]
    b: tuple[Voice, ...]
    figures: tuple[Quantity | None, Quantity | None] = (None, None)
    issue: str | None = None
    origin: str = ""
    scene: Scene = field(default_factory=Scene)


# The order in which a reader wants the links; types that are not named come last.
ORDER = (
    "numeric",
    "denial",
    "contradiction",
    "losses",
    "competing_gain",
    "control",
    "blame",
    "framing",
    "outcome",
    "rejection",
)
# Words that are fewer hardly stand by themselves ("the charges").
FEW_WORDS = 24
# What is counted in links between two different questions.
MEASURES = {"competing_gain": "captured", "losses": "losses"}


def period(voices: Iterable[Voice]) -> str:
    """Return when the articles of the voices were published, "" if none is dated."""
    dated = sorted(v.published for v in voices if v.published)
    return days(dated[0], dated[-1]) if dated else ""


def voices(knowledge: Knowledge) -> dict[str, Voice]:
    """Return every statement of `knowledge` as a voice, by statement id."""
    return _heard(knowledge.readings, knowledge.review)


def rejected_voices(knowledge: Knowledge) -> dict[str, tuple[Voice, ...]]:
    """Return the statements that people rejected as voices, by the id of their article."""
    heard = _heard(knowledge.review.rejected, knowledge.review)
    return {
        reading.article.id: tuple(heard[statement.id] for statement in reading.statements)
        for reading in knowledge.review.rejected
    }


def _heard(readings: Iterable[Reading], review: Review) -> dict[str, Voice]:
    said = notes(review)
    return {v.statement: v for reading in readings for v in _voices(reading, said)}


def cards(knowledge: Knowledge, relations: Iterable[Relation] | None = None) -> Iterator[Card]:
    """Yield a card for each of `relations` (all when None), in the order of `ORDER`."""
    heard = voices(knowledge)
    counted = _counted(knowledge)
    questions = {issue.id: issue.question for issue in knowledge.issues}
    made = origins(knowledge.review)
    chosen = knowledge.relations if relations is None else tuple(relations)
    placed = scenes(knowledge, chosen)
    for relation in sorted(chosen, key=lambda r: (rank(r.type), r.id)):
        card = _card(relation, heard, counted, questions)
        scene = placed.get(relation.id, Scene())
        yield replace(card, origin=made.get(relation.decision or "", ""), scene=scene)


def rank(kind: str) -> int:
    """Return where links of a type come in the order in which a reader wants them."""
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _card(
    relation: Relation,
    heard: Mapping[str, Voice],
    counted: Mapping[tuple[str, str], Quantity],
    questions: Mapping[str, str],
) -> Card:
    a, b = (
        tuple(sorted((heard[k] for k in side), key=_telling)) for side in (relation.a, relation.b)
    )
    return Card(
        id=relation.id,
        kind=relation.kind,
        type=relation.type,
        question=questions.get(relation.issue or "", ""),
        because=relation.because,
        a=a,
        b=b,
        figures=(_figure(relation, a, counted), _figure(relation, b, counted)),
        issue=relation.issue,
    )


def _telling(voice: Voice) -> tuple[bool, bool, date, str, int, str]:
    """Return the sort key of voices on one side: no heading, not too short, earliest first."""
    return (
        voice.heading,
        len(voice.words) < FEW_WORDS,
        voice.published or date.max,
        voice.article,
        voice.span.start,
        voice.statement,
    )


def _counted(knowledge: Knowledge) -> dict[tuple[str, str], Quantity]:
    """Return the quantity that a statement gives as its answer to an issue."""
    answers: dict[tuple[str, str], Quantity] = {}
    for reading in knowledge.readings:
        claims = {claim.id: claim for claim in reading.claims}
        for commitment in reading.commitments:
            claim = claims[commitment.claim]
            if claim.quantity:
                answers[commitment.statement, claim.issue] = claim.quantity
    return answers


def _figure(
    relation: Relation, side: Iterable[Voice], counted: Mapping[tuple[str, str], Quantity]
) -> Quantity | None:
    """Return the figure that the first voice with one gives on what the relation is about."""
    for voice in side:
        answer = counted.get((voice.statement, relation.issue or ""))
        measure = MEASURES.get(relation.type)
        answer = answer or next((q for q in voice.quantities if q.measure == measure), None)
        if answer and (answer.low, answer.high) != (None, None):
            return answer
    return None


def _voices(reading: Reading, said: Mapping[str, tuple[str, ...]]) -> Iterator[Voice]:
    names = {actor.id: actor.name for actor in reading.actors}
    attributed = {a.statement: a for a in reading.attributions}
    measured = _measured(reading)
    for statement in reading.statements:
        who = attributed.get(statement.id, Attribution(statement.id, None, None))
        yield Voice(
            statement=statement.id,
            article=reading.article.id,
            path=reading.article.path,
            span=statement.content[0],
            words=_words(statement.content, reading.article.text),
            cue=_words(statement.cue, reading.article.text),
            speaker=names.get(who.speaker or ""),
            claimant=names.get(who.claimant or ""),
            quantities=measured.get(statement.id, ()),
            outlet=reading.article.outlet,
            agency=reading.article.agency,
            published=reading.article.published,
            headline=reading.article.headline,
            verification=tuple(sorted({note.effect for note in statement.verification})),
            speaker_id=who.speaker,
            claimant_id=who.claimant,
            act=str(statement.speech_act),
            kind=str(statement.kind),
            heading=statement.quote_type is QuoteType.HEADLINE,
            url=reading.article.url,
            review=said.get(statement.id, ()),
        )


def _measured(reading: Reading) -> dict[str, tuple[Quantity, ...]]:
    measured: dict[str, tuple[Quantity, ...]] = {}
    for owner, quantity in reading.quantities:
        measured[owner] = (*measured.get(owner, ()), quantity)
    return measured


def _words(spans: Iterable[Span], text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
