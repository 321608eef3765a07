"""Knowledge made by hand: as many articles as wanted, with the same text in every field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

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
    Location,
    Mention,
    Quantity,
    QuoteType,
    Reading,
    Relation,
    Span,
    SpeechAct,
    Statement,
    VerificationNote,
)

FIRST_DAY = date(2031, 3, 1)
ACTS = (SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.DENY, SpeechAct.APPEAL)
ISSUE = "issue"


def one_origin(statements: Iterable[str]) -> int:
    """Count any statements as of one origin."""
    return int(any(statements))


def knowledge(articles: int, statements: int, extra: str = "", actors: int = 60) -> Knowledge:
    """Return articles of so many statements each; `extra` goes into every field of text and id.

    Statement k of each article is by actor k of that article's pair of sides; neighbouring
    articles dispute each other's first figure.
    """
    readings = tuple(_reading(n, statements, extra, actors) for n in range(articles))
    relations = [
        Relation(
            f"r{n}{extra}",
            LinkKind.DISPUTE,
            f"numeric{extra}" if extra else ("numeric", "denial", "blame")[n % 3],
            (one.statements[0].id,),
            (other.statements[1 % statements].id,),
            f"because {n}{extra}",
            f"{ISSUE}{extra}",
        )
        for n, (one, other) in enumerate(pairwise(readings))
    ]
    issue = Issue(f"{ISSUE}{extra}", f"How many sheep were lost?{extra}", "lose")
    return Knowledge(readings, (issue,), tuple(relations))


def _reading(number: int, count: int, extra: str, actors: int) -> Reading:
    key = f"a{number:04}{extra}"
    said = [f"{number + k} sheep were lost on hill {k}{extra}" for k in range(count)]
    sentences = [f"Shepherd {k} said {words}." for k, words in enumerate(said)]
    headline = f"Sheep of farm {number} lost{extra}"
    text = "\n\n".join((headline, *sentences))
    blocks, statements, quantities, claims = [], [], [], []
    start = 0
    for k, paragraph in enumerate((headline, *sentences)):
        whole = Span(start, start + len(paragraph))
        blocks.append(Block(BlockKind.PARAGRAPH if k else BlockKind.HEADLINE, whole))
        if k:
            cue = text.index("said", start)
            content = Span(cue + 5, whole.end - 1)
            statements.append(_statement(key, k, extra, Span(cue, cue + 4), content))
            amount = Span(content.start, content.start + 1)
            value = float(number + k)
            quantity = Quantity(amount, "lost", "sheep", value, value, value, Comparator.EXACT)
            quantities.append((statements[-1].id, quantity))
            claims.append(
                Claim(
                    f"{key}c{k}",
                    f"{ISSUE}{extra}",
                    "lose",
                    f"{value:g} lost{extra}",
                    quantity=quantity,
                )
            )
        start = whole.end + 2
    cast = [_actor((number + k) % actors, extra) for k in range(count + 1)]
    place = Location(f"place{extra}", f"Hill{extra}", "XX", 50.0 + number % 5, 10.0 + number % 7)
    return Reading(
        article=Article(
            key,
            f"farm-{number}{extra}.txt",
            text,
            tuple(blocks),
            url=f"javascript:window.pwned=1//{extra}",
            outlet=f"Outlet {number % 9}{extra}",
            headline=headline,
            byline=f"By-line{extra}",
            published=FIRST_DAY + timedelta(days=number % 40),
            agency=f"Wire{extra}",
        ),
        statements=tuple(statements),
        actors=tuple({a.id: a for a in cast}.values()),
        locations=(place,),
        mentions=(Mention(key, statements[0].cue[0], place.id),),
        attributions=tuple(
            Attribution(s.id, cast[k].id, cast[k].id, f"role{extra}", (cast[k + 1].id,))
            for k, s in enumerate(statements)
        ),
        quantities=tuple(quantities),
        claims=tuple(claims),
        commitments=tuple(Commitment(s.id, c.id) for s, c in zip(statements, claims, strict=True)),
    )


def _statement(key: str, k: int, extra: str, cue: Span, content: Span) -> Statement:
    return Statement(
        f"{key}s{k}{extra}",
        key,
        (),
        (cue,),
        (content,),
        f"say{extra}",
        QuoteType.INDIRECT,
        ACTS[k % len(ACTS)],
        verification=(VerificationNote(cue, f"unverified{extra}"),),
    )


def _actor(number: int, extra: str) -> Actor:
    kinds = tuple(ActorType)
    return Actor(
        f"actor{number}{extra}",
        f"Shepherd {number}{extra}",
        kinds[number % len(kinds)],
        aliases=(f"alias {number}{extra}",),
        role=f"role{extra}",
    )
