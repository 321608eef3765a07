"""Claims, and how statements about them go together or not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.model.entity import Actor, Interval, Location, Mention, Quantity
from kg.model.ids import content_id
from kg.model.statement import Polarity, Statement
from kg.model.text import Article


@dataclass(frozen=True, slots=True)
class Claim:
    """What was said to be so: source-free and polarity-free (`schema:Claim`).

    `id` is a hash of the other fields, so that equal claims of any article are one node.
    `agent` and `patient` are actor ids, `place` a location id. `issue` is the id of the question
    that the claim answers: the hash of the claim without its value. `text` is a canonical short
    wording built from the fields ("58 Pakistani soldiers killed"), never a quotation. `noun` sets
    those that it happened to apart ("child"); it is None of people at large and of an actor's own
    force. `measure` and `unit` are those of what could be counted where no number is given.
    """

    id: str
    issue: str
    predicate: str
    text: str
    agent: str | None = None
    patient: str | None = None
    quantity: Quantity | None = None
    place: str | None = None
    time: Interval | None = None
    noun: str | None = None
    measure: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """That a statement takes a stance (`polarity`) on a claim."""

    statement: str
    claim: str
    polarity: Polarity = Polarity.POSITIVE
    modal: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who stands behind a statement: `speaker` voiced it, `claimant` owns it (actor ids).

    `role` is what the text calls the speaker ("spokesman"), `targets` are the actors that the
    statement is about.
    """

    statement: str
    speaker: str | None
    claimant: str | None
    role: str | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that kg read in one article; what one named graph holds.

    `quantities` pairs a statement's id with each quantity found in its content. Every id that
    occurs (actor, location, claim, statement) is defined in the same reading.
    """

    article: Article
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    quantities: tuple[tuple[str, Quantity], ...]
    claims: tuple[Claim, ...]
    commitments: tuple[Commitment, ...]

    def only(self, statements: Collection[str]) -> Reading:
        """Return what is said in some statements (ids) alone; who and where is kept whole."""
        commitments = tuple(c for c in self.commitments if c.statement in statements)
        claims = {c.claim for c in commitments}
        return replace(
            self,
            statements=tuple(s for s in self.statements if s.id in statements),
            attributions=tuple(a for a in self.attributions if a.statement in statements),
            quantities=tuple(q for q in self.quantities if q[0] in statements),
            commitments=commitments,
            claims=tuple(c for c in self.claims if c.id in claims),
        )


class LinkKind(StrEnum):
    """Kinds of links between statements."""

    DISPUTE = "dispute"
    SAME_CLAIM = "same_claim"
    CORROBORATION = "corroboration"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Issue:
    """The question that competing claims answer (`schema:Question`)."""

    id: str
    question: str
    predicate: str
    measure: str | None = None
    unit: str | None = None
    patient: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between the statements `a` and the statements `b`, with its reason in words.

    `type` refines `kind` (numeric, denial, restatement ...). `because` quotes nothing but
    numbers and names; the spans are those of the statements. `decision` is the id of what a
    person decided, None where a rule found the link.
    """

    id: str
    kind: LinkKind
    type: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    because: str
    issue: str | None = None
    decision: str | None = None


def relation_id(  # noqa: PLR0913, PLR0917 - what makes a relation itself
    kind: LinkKind,
    type_: str,
    a: tuple[str, ...],
    b: tuple[str, ...],
    issue: str | None = None,
    decision: str | None = None,
) -> str:
    """Return the id of the relation with these columns."""
    own = () if decision is None else (decision,)
    return content_id("relation", kind.value, type_, a, b, issue, *own)
