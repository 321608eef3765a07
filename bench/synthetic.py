"""A corpus of any size as knowledge, the same each time: for measuring how work grows.

Who speaks, who is spoken of and which question is answered follow Zipf's law, as in news: a few
actors and questions are everywhere, most stand in one article or two. Actors belong to twelve
states, some speak for others, one source in twelve is not named; a third of the articles are an
agency's, and a tenth of the contents are copied word for word. Relations are made by rule: a
dispute for each week in which two states give different figures on one question, a corroboration
where they give one, a revision where a state changes its own.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations, pairwise

from kg.model import (
    Actor,
    ActorType,
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Commitment,
    Comparator,
    Issue,
    Knowledge,
    LinkKind,
    Polarity,
    Quantity,
    QuoteType,
    Reading,
    Relation,
    Span,
    SpeechAct,
    Stance,
    Statement,
    VerificationNote,
    content_id,
)

SEED = 11
AN_ARTICLE = 10
STATES, OUTLETS, AGENCIES, DAYS, WEEK = 12, 40, 5, 364, 7
FIRST_DAY = date(2030, 1, 7)
ACTS = (*[SpeechAct.ASSERT] * 10, *SpeechAct)
WORDS = (
    "river bridge harbour market convoy ridge valley checkpoint warehouse turbine quarry ferry"
    " orchard depot tunnel hospital school tower airfield canal pipeline refinery stadium library"
).split()


class Zipf:
    """Draws numbers below `count`, number k about 1 / (k + 1) as often as number 0."""

    def __init__(self, count: int, rng: random.Random) -> None:
        self._sums = list(accumulate(1 / (k + 1) for k in range(count)))
        self._rng = rng

    def draw(self) -> int:
        """Return the next number."""
        return bisect_left(self._sums, self._rng.random() * self._sums[-1])


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as it is made up: who, of whom, how, and which figure on which question."""

    id: str
    speaker: Actor
    target: Actor
    act: SpeechAct
    topic: int
    figure: int
    words: str
    week: int

    @property
    def claimant(self) -> str:
        """Return whose claim it is."""
        return self.speaker.acts_for or self.speaker.id

    @property
    def side(self) -> str:
        """Return the state that the speaker is or belongs to."""
        return self.speaker.state or self.speaker.id

    @property
    def denied(self) -> bool:
        """Tell whether the figure is denied."""
        return self.act is SpeechAct.DENY


class World:
    """The actors and questions of a corpus, and the dice that choose among them."""

    def __init__(self, statements: int) -> None:
        self.rng = random.Random(SEED)  # noqa: S311 - invented news, not a secret
        cast = _cast(max(4 * STATES, statements // 12))
        self.actors = {actor.id: actor for actor in cast}
        self.cast = cast
        self._who = Zipf(len(cast), self.rng)
        self._topics = Zipf(max(4, statements // 25), self.rng)

    def say(self, article: str, number: int, week: int) -> Said:
        """Make up a statement."""
        rng, speaker = self.rng, self._speaker(f"{article}-{number}")
        topic = self._topics.draw()
        figure = 10 * (1 + int(content_id(topic, speaker.state or speaker.id), 16) % 5)
        copied = "as the statement read" if rng.random() < 0.1 else " ".join(rng.sample(WORDS, 6))
        words = f"{figure} things were lost at place {topic} near the {copied}"
        key = content_id("statement", article, number)
        target = self.cast[self._who.draw()]
        return Said(key, speaker, target, rng.choice(ACTS), topic, figure, words, week)

    def _speaker(self, place: str) -> Actor:
        if self.rng.random() < 1 / 12:
            key = content_id("anonymous", place)
            return Actor(key, "an official", ActorType.ANONYMOUS, state=self.cast[0].id)
        return self.cast[self._who.draw()]

    def around(self, actors: Sequence[Actor]) -> tuple[Actor, ...]:
        """Return actors and all that they speak for or belong to."""
        found: dict[str, Actor] = {}
        new = list(actors)
        while new:
            found |= {actor.id: actor for actor in new}
            bonds = {key for actor in new for key in (actor.acts_for, actor.state) if key}
            new = [self.actors[key] for key in sorted(bonds - found.keys())]
        return tuple(found[key] for key in sorted(found))


def synthetic(statements: int) -> Knowledge:
    """Return a corpus of about so many statements, ten an article."""
    world = World(statements)
    said: list[Said] = []
    readings = []
    for number in range(max(1, statements // AN_ARTICLE)):
        key, day = content_id("article", number), world.rng.randrange(DAYS)
        here = [world.say(key, k, day // WEEK) for k in range(AN_ARTICLE)]
        readings.append(_reading(world, _article(number, key, day, here), here))
        said += here
    return Knowledge(
        tuple(sorted(readings, key=lambda reading: reading.article.id)),
        tuple(sorted(_issues(said), key=lambda issue: issue.id)),
        tuple(sorted(_relations(said), key=lambda relation: relation.id)),
    )


def _cast(count: int) -> list[Actor]:
    states = [Actor(content_id("state", n), f"State {n}", ActorType.STATE) for n in range(STATES)]
    cast = list(states)
    for n in range(count - STATES):
        # The one before with the same state, of which this one is the spokesman; it has none.
        principal = cast[-STATES].id if n % 3 == 2 and n // STATES % 2 else None
        kind = ActorType.PERSON if n % 2 else ActorType.ORGANISATION
        key, state = content_id("actor", n), states[n % STATES].id
        cast.append(Actor(key, f"Name{n} Body{n % 97}", kind, acts_for=principal, state=state))
    return cast


def _article(number: int, key: str, day: int, said: Sequence[Said]) -> Article:
    text = "".join(_sentence(one) for one in said)
    return Article(
        key,
        f"synthetic/{number}.txt",
        text,
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        outlet=f"Outlet {number % OUTLETS}",
        published=FIRST_DAY + timedelta(days=day),
        agency=f"Agency {number % AGENCIES}" if number % 3 == 0 else None,
    )


def _sentence(said: Said) -> str:
    return f"{said.speaker.name} said {said.words}.\n"


def _reading(world: World, article: Article, said: Sequence[Said]) -> Reading:
    spans, at = [], 0
    for one in said:
        spans.append(Span(at, at + len(_sentence(one))))
        at += len(_sentence(one))
    statements = [_statement(world, article, *pair) for pair in zip(said, spans, strict=True)]
    contents = {s.id: s.content[0] for s in statements}
    claims = {c.id: c for one in said for c in [_claim(one, contents[one.id])]}
    return Reading(
        article,
        tuple(statements),
        world.around([actor for one in said for actor in (one.speaker, one.target)]),
        (),
        (),
        tuple(
            Attribution(one.id, one.speaker.id, one.claimant, None, (one.target.id,))
            for one in said
        ),
        (),
        tuple(claims[key] for key in sorted(claims)),
        tuple(Commitment(one.id, _claim_id(one), _polarity(one)) for one in said),
    )


def _statement(world: World, article: Article, said: Said, span: Span) -> Statement:
    rng, cue = world.rng, span.start + len(said.speaker.name) + 1
    word = Span(cue, cue + 4)
    return Statement(
        said.id,
        article.id,
        (Span(span.start, cue - 1),),
        (word,),
        (Span(word.end + 1, span.end - 2),),
        "say",
        QuoteType.INDIRECT,
        said.act,
        stance=Stance.DISTANCING if rng.random() < 0.15 else Stance.NEUTRAL,
        verification=(VerificationNote(word, "unverified"),) if rng.random() < 0.1 else (),
    )


def _polarity(said: Said) -> Polarity:
    return Polarity.NEGATIVE if said.denied else Polarity.POSITIVE


def _issue_id(topic: int) -> str:
    return content_id("issue", topic)


def _claim_id(said: Said) -> str:
    return content_id("claim", said.topic, said.figure)


def _claim(said: Said, span: Span) -> Claim:
    value = float(said.figure)
    amount = Quantity(span, "lost", "thing", value, value, value, Comparator.EXACT)
    text = f"{said.figure} things lost at place {said.topic}"
    return Claim(_claim_id(said), _issue_id(said.topic), "lose", text, quantity=amount)


def _issues(said: Sequence[Said]) -> Iterator[Issue]:
    for topic in {one.topic for one in said}:
        question = f"How many things were lost at place {topic}?"
        yield Issue(_issue_id(topic), question, "lose", "lost", "thing")


def _relations(said: Sequence[Said]) -> Iterator[Relation]:
    groups: defaultdict[tuple[int, int], defaultdict[str, list[Said]]]
    groups = defaultdict(lambda: defaultdict(list))
    for one in said:
        if not one.denied:
            groups[one.topic, one.week][one.side].append(one)
    for (topic, week), sides in sorted(groups.items()):
        yield from _between(topic, week, sides)
    yield from _revisions(groups)


def _between(topic: int, week: int, sides: Mapping[str, list[Said]]) -> Iterator[Relation]:
    for one, other in combinations(sorted(sides), 2):
        a, b = sides[one], sides[other]
        agree = a[0].figure == b[0].figure
        kind = LinkKind.CORROBORATION if agree else LinkKind.DISPUTE
        yield _relation(kind, "agreement" if agree else "numeric", topic, week, a, b)


def _revisions(
    groups: Mapping[tuple[int, int], Mapping[str, list[Said]]],
) -> Iterator[Relation]:
    weeks: defaultdict[tuple[int, str], list[list[Said]]] = defaultdict(list)
    for (topic, _), sides in sorted(groups.items()):
        for state, some in sides.items():
            weeks[topic, state].append(some)
    for (topic, _), found in sorted(weeks.items()):
        for early, late in pairwise(found[::20]):
            yield _relation(LinkKind.SAME_CLAIM, "revision", topic, late[0].week, late, early)


def _relation(  # noqa: PLR0913, PLR0917 - the columns of a relation
    kind: LinkKind, type_: str, topic: int, week: int, a: Sequence[Said], b: Sequence[Said]
) -> Relation:
    one, other = (tuple(sorted(s.id for s in side)) for side in (a, b))
    key = content_id("relation", kind, topic, week, one, other)
    return Relation(key, kind, type_, one, other, "made up", _issue_id(topic))
