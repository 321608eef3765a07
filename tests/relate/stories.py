"""Build readings by hand: who said what, and what it comes to, without reading any text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.model import (
    Actor,
    ActorType,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Commitment,
    Comparator,
    Interval,
    Kind,
    Location,
    Mention,
    Polarity,
    Quantity,
    QuoteType,
    Reading,
    Span,
    SpeechAct,
    Statement,
    content_id,
)
from kg.relate.meaning import Meaning

INFINITE = 10**9


def means(exclude: float, alike: float = 0.35) -> Meaning:
    """Know of any two contents how alike they are and how probably they exclude each other."""
    return Meaning(lambda _, __: alike, lambda _, __: exclude)


def actor(
    name: str, type_: ActorType = ActorType.ORGANISATION, *, of: Actor | None = None
) -> Actor:
    """Make an actor that belongs to, or speaks for, another."""
    key = of.id if of else None
    return Actor(content_id("actor", type_.value, name), name, type_, part_of=key)


@dataclass(frozen=True)
class Says:
    """One claim inside a statement; the number as (low, high) or one number."""

    predicate: str
    agent: Actor | None = None
    patient: Actor | None = None
    number: int | tuple[int, int] | None = None
    measure: str | None = None
    unit: str = "person"
    kind: str = ""
    place: Location | None = None
    time: Interval | None = None
    polarity: Polarity = Polarity.POSITIVE
    modal: bool = False
    comparator: Comparator = Comparator.EXACT
    whom: str | None = None

    def quantity(self, span: Span) -> Quantity | None:
        if self.number is None:
            return None
        low, high = self.number if isinstance(self.number, tuple) else (self.number, self.number)
        return Quantity(
            span=span,
            measure=self.measure or f"{self.predicate}ed",
            unit=self.unit,
            value=low,
            low=low,
            high=None if high >= INFINITE else high,
            comparator=self.comparator,
            of_whom=self.patient.id if self.patient else None,
            by_whom=self.agent.id if self.agent else None,
            of_whom_text=self.whom,
        )

    def claim(self, span: Span) -> Claim:
        quantity = self.quantity(span)
        agent, patient = (a.id if a else None for a in (self.agent, self.patient))
        place = self.place.id if self.place else None
        number = (quantity.low, quantity.high) if quantity else None
        measured = (quantity.measure, quantity.unit) if quantity else None
        asked_by, asked_of = (a.short if a else None for a in (self.agent, self.patient))
        by = None if self.predicate in {"kill", "wound", "attend", "close"} else asked_by
        whom = self.patient.name if self.patient else self.kind or "people"
        return Claim(
            id=content_id("c", self.predicate, measured, agent, patient, self.kind, number, place),
            issue=content_id("i", self.predicate, measured, asked_of, self.kind, by),
            predicate=self.predicate,
            text=f"{self.number if number else ''} {whom} {self.predicate}".strip(),
            agent=agent,
            patient=patient,
            quantity=quantity,
            place=place,
            time=self.time,
            noun=self.kind or None,
        )


@dataclass
class Story:
    """One article that grows by a statement at a time."""

    name: str
    published: date | None = None
    agency: str | None = None
    places: Sequence[Location] = ()
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    commitments: list[Commitment] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    cast: dict[str, Actor] = field(default_factory=dict)
    spots: dict[str, Location] = field(default_factory=dict)
    quantities: list[tuple[str, Quantity]] = field(default_factory=list)

    def say(
        self,
        who: Actor,
        words: str,
        *claims: Says,
        act: SpeechAct = SpeechAct.ASSERT,
        polarity: Polarity = Polarity.POSITIVE,
        quote: QuoteType = QuoteType.INDIRECT,
        kind: Kind = Kind.ASSERTION,
        heading: bool = False,
        refers_to: Iterable[str] = (),
        targets: Iterable[Actor] = (),
        about: Iterable[Actor] = (),
        at: Iterable[Location] = (),
        same_line: bool = False,
        cue: str = "say",
        lead: str = "",
    ) -> str:
        """Add a statement, led in by `lead`, and return its id.

        It stands in a paragraph of its own, or on the `same_line` as the one before.
        """
        self.text += (", " if same_line else "\n\n") if self.text else ""
        start = self.blocks.pop().span.start if same_line else len(self.text)
        told = (Span(len(self.text), len(self.text) + len(lead)),) if lead else ()
        self.text += lead
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words
        whole = Span(start, len(self.text))
        self.blocks.append(Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, whole))
        key = content_id("statement", self.name, span.start)
        self.statements.append(
            Statement(
                key, self.name, (span,), told, (span,), cue, quote, act, polarity,
                Certainty.CERTAIN, kind=kind, refers_to=tuple(refers_to),
            )
        )  # fmt: skip
        aims = tuple(targets)
        self.attributions.append(
            Attribution(key, who.id, who.id, targets=tuple(t.id for t in aims))
        )
        for claim in claims:
            self._commit(key, claim, span)
        for one in (who, *aims, *about):
            self.cast[one.id] = one
        named = [one.id for one in about] + [spot.id for spot in at]
        self.mentions += [Mention(self.name, span, key_) for key_ in named]
        self.spots.update((spot.id, spot) for spot in (*at, *self.places))
        return key

    def reading(self, *cast: Actor) -> Reading:
        """Return what was said so far as the reading of one article."""
        title = Span(0, 1)
        everyone = self.cast | {one.id: one for one in cast}
        opening = [Mention(self.name, title, spot.id) for spot in self.places]
        text = self.text or "."
        blocks = tuple(self.blocks)
        return Reading(
            article=Article(
                self.name, f"{self.name}.txt", text, blocks, outlet=self.name,
                published=self.published, agency=self.agency,
            ),
            statements=tuple(self.statements),
            actors=tuple(everyone.values()),
            locations=tuple(self.spots.values()),
            mentions=tuple(opening + self.mentions),
            attributions=tuple(self.attributions),
            quantities=tuple(self.quantities),
            claims=tuple(self.claims.values()),
            commitments=tuple(self.commitments),
        )  # fmt: skip

    def _commit(self, key: str, says: Says, span: Span) -> None:
        claim = says.claim(span)
        self.claims[claim.id] = claim
        self.commitments.append(Commitment(key, claim.id, says.polarity, says.modal))
        if claim.quantity is not None:
            self.quantities.append((key, claim.quantity))
        for one in (says.agent, says.patient):
            if one is not None:
                self.cast[one.id] = one
