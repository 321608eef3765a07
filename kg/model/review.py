"""Decisions of people on what was found: what they decide on, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kg.model.claim import Reading
from kg.model.entity import ActorType


class Verb(StrEnum):
    """What a person can decide."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    REJECT = "reject"
    CONFIRM = "confirm"
    EDIT = "edit"
    GRADE = "grade"
    LINK = "link"
    UNLINK = "unlink"


class Reliability(StrEnum):
    """How far a source can be relied on: the letter of an Admiralty grade (NATO AJP-2.1)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How credible what is said is: the digit of an Admiralty grade (NATO AJP-2.1)."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class EditField(StrEnum):
    """What of a statement a person can correct."""

    ACT = "act"
    POLARITY = "polarity"
    CLAIMANT = "claimant"
    SPEAKER = "speaker"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Citation:
    """By what an article is found again; `id` is that of the text that was decided on."""

    id: str
    path: str
    url: str | None = None
    outlet: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """By what a statement is found again: the words of its content and what stands around them.

    `words` has one text for each span of the content; `before` and `after` are the code points
    on either side of all of them; `cue` is the words that say that it is said, `statement` the
    id that it had.
    """

    statement: str
    citation: Citation
    words: tuple[str, ...]
    before: str = ""
    after: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class ActorName:
    """By what an actor is found again: its id, or else its type, name and state together.

    One without a proper name, whom a single article speaks of, is that of the article of
    `citation` alone.
    """

    actor: str
    type: ActorType
    name: str
    state: str | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided, when and why; `id` is a hash of all the rest.

    Which fields are used depends on the verb:

    - merge: `actors`, the first of which gives name and type; split: two or more `actors` that
      are not one, or one actor that is another in the articles `citations` (`value` is its name
      there); rename, retype: one actor and the new `value`.
    - reject, confirm: one of `passages`; edit: that, the `field`, what was `found` and the new
      `value`, or one actor; grade: a passage or an actor, and the `value` ("B2", "B", "2").
    - link, unlink: `passages` on one side, `against` on the other, `value` is the kind of link
      ("" for any).

    `when` is in UTC, without fractions of a second.
    """

    id: str
    verb: Verb
    by: str
    when: datetime
    because: str
    passages: tuple[Passage, ...] = ()
    against: tuple[Passage, ...] = ()
    actors: tuple[ActorName, ...] = ()
    citations: tuple[Citation, ...] = ()
    field: EditField | None = None
    found: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What decisions come to for one statement.

    `applied` are in force, `contested` contradict each other and change nothing. `found` holds
    what was read in fields that were edited. Without a grade a source is F, what it says 6.
    """

    statement: str
    applied: tuple[Decision, ...] = ()
    contested: tuple[Decision, ...] = ()
    found: tuple[tuple[EditField, str], ...] = ()
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.UNKNOWN

    @property
    def grade(self) -> str:
        """Return the Admiralty grade: "F6", "B2"."""
        return f"{self.reliability}{self.credibility}"

    @property
    def rejected(self) -> Decision | None:
        """Return the decision that the statement does not count, if it is in force."""
        return next((d for d in self.applied if d.verb is Verb.REJECT), None)


@dataclass(frozen=True, slots=True)
class Mark:
    """That a decision was found to concern a thing of one article.

    `thing` is the id of a statement, or of an `actor` as it is after review. Of a link, `side` is
    the side ("a", "b") on which the statement stands.
    """

    decision: str
    thing: str
    actor: bool = False
    contested: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One article's reading as `found`, and as it counts after review.

    `rejected` holds what does not count any more; `marks` say which decisions were found here.
    """

    found: Reading
    reading: Reading
    rejected: Reading | None = None
    verdicts: tuple[Verdict, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What people decided, sorted by time, and what it comes to.

    `verdicts` are sorted by statement, `rejected` by article.
    """

    decisions: tuple[Decision, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    rejected: tuple[Reading, ...] = ()
