"""Evidence: one statement with all that its article's reading says about it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kg.model import (
    Actor,
    Article,
    Attribution,
    BlockKind,
    Claim,
    Commitment,
    Kind,
    Location,
    Mention,
    Polarity,
    Quantity,
    Reading,
    SpeechAct,
    Statement,
)
from kg.relate.leads import answering, before, beginning, begins, opening, outgrown
from kg.relate.settings import Ground, another_gathering, earlier, ground, within
from kg.relate.sides import Party, party, rivalries, stand
from kg.relate.words import stems

T = TypeVar("T")

NOT_ASSERTING = frozenset(
    {SpeechAct.APPEAL, SpeechAct.THREATEN, SpeechAct.PROMISE, SpeechAct.ASK, SpeechAct.WARN}
)
"""Acts that do not say that anything is or was so."""

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_HOLDING = frozenset({"believe", "estimate", "think", "reckon", "understand"})
"""Cues by which a source says what is so as far as it knows."""


_PASSAGE = 600
"""Letters before the end of a statement that may tell which gathering it is of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement, who stands behind it, what it commits to, whom and where it is about.

    `rival` is the side that its article sets most often against `own`, the claimant's; None when
    there is none or a tie. `named` are the actors in the content, `about` the sides of these and
    of the targets, `places` the ids of the locations in the content, `setting` those, or the ones
    of its paragraph, headline or lead, `towns` the local places that the content names, `within`
    the names that it says something is in, but for the nation that its article is of. `ground` is
    what the article's event is known by, `era` the words that set the sentence in an earlier time
    ("last year"); None where there are none. `figures` are the quantities in the content, counted
    by a claim or not. `paragraph` counts the blocks of the text before the one where the content
    begins (-1 where there are none); `answering` tells that a word of contrast or denial leads it
    in, `before` that it "had" been said before what else the article tells, `staged` the day on
    which another gathering than the article's was held that its paragraph introduces.
    """

    statement: Statement
    article: Article
    speaker: Party | None
    claimant: Party | None
    targets: tuple[Party, ...]
    named: tuple[Party, ...]
    answers: tuple[Answer, ...]
    figures: tuple[Quantity, ...]
    words: str
    stems: frozenset[str]
    about: frozenset[str]
    places: frozenset[str]
    setting: frozenset[str]
    towns: frozenset[str]
    within: frozenset[str]
    heading: bool
    own: str | None
    rival: str | None
    ground: Ground
    era: str | None
    paragraph: int
    answering: bool
    before: bool
    staged: frozenset[str]

    @property
    def id(self) -> str:
        """Return the statement's id."""
        return self.statement.id

    @property
    def at(self) -> int:
        """Return where the content starts in the text."""
        return self.statement.content[0].start

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Return the sort key: publication date (undated last), article, position, id."""
        return (self.article.published or date.max, self.article.id, self.at, self.id)

    @property
    def spoken_of(self) -> tuple[Party, ...]:
        """Return the actors in the content and those that it is aimed at."""
        return (*self.named, *self.targets)

    @property
    def labels(self) -> frozenset[str]:
        """Return the sides that the claimant can be on; none where it is not known."""
        return self.claimant.labels if self.claimant else frozenset()

    @property
    def deeds(self) -> frozenset[str]:
        """Return the predicates of what it commits to."""
        return frozenset(answer.claim.predicate for answer in self.answers)

    @property
    def denies(self) -> bool:
        """Tell whether the source says that something is not so."""
        negative = self.statement.polarity is Polarity.NEGATIVE
        return negative or self.statement.speech_act is SpeechAct.DENY

    @property
    def asserts(self) -> bool:
        """Tell whether the source presents something as being so."""
        act = self.statement.speech_act
        held = act is SpeechAct.ASSESS and self.statement.cue_lemma in _HOLDING
        return (self.statement.kind is Kind.ASSERTION or held) and act not in NOT_ASSERTING


@dataclass(frozen=True, slots=True)
class Answer:
    """What one statement answers to one issue: a claim, the stance on it, its parties."""

    statement: str
    claim: Claim
    polarity: Polarity
    modal: bool
    agent: Party | None
    patient: Party | None

    @property
    def affirmed(self) -> bool:
        """Tell whether the claim is said to be so, without an if or a will.

        "No soldier was killed" affirms the quantity zero, however its polarity was read.
        """
        return not self.modal and self.stated

    @property
    def stated(self) -> bool:
        """Tell whether the claim is said to be so, or that it will or may be."""
        return self.none or self.polarity is Polarity.POSITIVE

    @property
    def none(self) -> bool:
        """Tell whether the figure is zero: "no soldier was killed"."""
        return self.quantity is not None and self.quantity.high == 0

    @property
    def denied(self) -> bool:
        """Tell whether the claim is said not to be so."""
        return not self.affirmed and not self.modal and self.polarity is Polarity.NEGATIVE

    @property
    def quantity(self) -> Quantity | None:
        """Return the quantity of the claim."""
        return self.claim.quantity


def evidence(reading: Reading) -> tuple[Evidence, ...]:
    """Return the statements of `reading` as evidence, in the order of the text."""
    scene = _scene(reading)
    found = (scene.evidence(statement) for statement in reading.statements if statement.content)
    return tuple(sorted(found, key=lambda e: e.order))


@dataclass(frozen=True, slots=True)
class _Scene:
    """Look-ups over one reading.

    `sentences` are where sentences begin, `breaks` these and where contents end.
    """

    article: Article
    actors: Mapping[str, Actor]
    locations: Mapping[str, Location]
    claims: Mapping[str, Claim]
    who: Mapping[str, Attribution]
    commitments: Mapping[str, tuple[Commitment, ...]]
    figures: Mapping[str, tuple[Quantity, ...]]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]
    breaks: tuple[int, ...]
    rivals: Counter[frozenset[str]]
    ground: Ground

    def evidence(self, statement: Statement) -> Evidence:
        who = self.who.get(statement.id, Attribution(statement.id, None, None))
        claimant = party(self.actors, who.claimant or who.speaker)
        targets = tuple(p for t in who.targets if (p := party(self.actors, t)) is not None)
        text = self.article.text
        words = " ".join(" ".join(span.of(text).split()) for span in statement.content)
        at = statement.content[0].start
        begin = beginning(self.sentences, at)
        lead = text[begin:at]
        own_lead = text[beginning(self.breaks, at) : at]
        cue = " ".join(span.of(text) for span in statement.cue)
        paragraph = self._paragraph(at)
        opened = opening(lead)
        named = self._named(statement)
        places = named & self.locations.keys()
        parties = [p for key in sorted(named) if (p := party(self.actors, key)) is not None]
        own, rival = stand(self.rivals, claimant) or (None, None)
        return Evidence(
            statement=statement,
            article=self.article,
            speaker=party(self.actors, who.speaker or who.claimant),
            claimant=claimant,
            targets=targets,
            named=tuple(parties),
            answers=tuple(self._answers(statement.id)),
            figures=self.figures.get(statement.id, ()),
            words=words,
            stems=stems(words),
            about=frozenset(label for p in (*parties, *targets) for label in p.labels),
            places=frozenset(places),
            setting=frozenset(places or self._setting(paragraph)),
            towns=self._towns(words) or self._towns(opened),
            within=within(f"{opened} {words}") - {self.ground.home},
            heading=paragraph >= 0 and self.article.blocks[paragraph].kind in _HEADINGS,
            own=own,
            rival=rival,
            ground=self.ground,
            era=earlier(text[begin : statement.content[-1].end], self.article.published),
            paragraph=paragraph,
            answering=answering(own_lead) or answering(cue),
            before=_before(text, statement),
            staged=another_gathering(self._up_to(statement), self.ground.opens),
        )

    def _up_to(self, statement: Statement) -> str:
        """Return the paragraph of a statement up to its end, what is near enough of it."""
        end = statement.content[-1].end
        return self.article.text[max(0, end - _PASSAGE) : end].rpartition("\n")[2]

    def _towns(self, words: str) -> frozenset[str]:
        return frozenset(town for town in self.ground.towns if _names(words, town))

    def _answers(self, statement: str) -> Iterator[Answer]:
        for commitment in self.commitments.get(statement, ()):
            claim = self.claims.get(commitment.claim)
            if claim is not None:
                agent, patient = party(self.actors, claim.agent), party(self.actors, claim.patient)
                yield Answer(
                    statement, claim, commitment.polarity, commitment.modal, agent, patient
                )

    def _named(self, statement: Statement) -> set[str]:
        return {key for span in statement.content for key in self._within(span.start, span.end)}

    def _within(self, start: int, end: int) -> Iterator[str]:
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end - 1)
        return (mention.entity for mention in self.mentions[first:last])

    def _setting(self, paragraph: int) -> set[str]:
        """Find the places of the paragraph, else those of the first blocks."""
        blocks = self.article.blocks
        for group in (blocks[paragraph : paragraph + 1], blocks[:3]):
            found = {
                key
                for block in group
                for key in self._within(block.span.start, block.span.end)
                if key in self.locations
            }
            if found:
                return found
        return set()

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.article.blocks, at, key=lambda block: block.span.start) - 1


def _scene(reading: Reading) -> _Scene:
    mentions = tuple(sorted(reading.mentions, key=lambda m: (m.span, m.entity)))
    sentences = begins(reading.article.text)
    told = (span.end for s in reading.statements for span in s.content)
    return _Scene(
        article=reading.article,
        actors={actor.id: actor for actor in reading.actors},
        locations={location.id: location for location in reading.locations},
        claims={claim.id: claim for claim in reading.claims},
        who={who.statement: who for who in reading.attributions},
        commitments=_grouped((one.statement, one) for one in reading.commitments),
        figures=_grouped(reading.quantities),
        mentions=mentions,
        starts=tuple(mention.span.start for mention in mentions),
        sentences=sentences,
        breaks=tuple(sorted({*sentences, *told})),
        rivals=rivalries(reading),
        ground=ground(reading),
    )


def _before(text: str, statement: Statement) -> bool:
    first = statement.cue[:1]
    said = any(before(text[max(0, s.start - 30) : s.start], s.of(text)) for s in first)
    ends = (s.end for s in (*statement.content, *statement.source, *statement.cue))
    return said or outgrown(text, max(ends))


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """Return what goes with each statement, in the order given."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for statement, one in pairs:
        found[statement].append(one)
    return {statement: tuple(many) for statement, many in found.items()}


def _names(words: str, town: str) -> bool:
    """Tell whether a text names a town, given in lower case, with a capital."""
    return re.search(rf"\b{re.escape(town)}\b", words.lower()) is not None
