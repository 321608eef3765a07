"""Small corpora written by hand, as rows: who said what of whom, where and when."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from kg.model import (
    Actor,
    ActorType,
    ArticleRow,
    Certainty,
    ClaimRow,
    Commitment,
    Issue,
    LinkKind,
    Measure,
    Measured,
    Polarity,
    QuoteType,
    Relation,
    Rows,
    SpeechAct,
    Stance,
    StatementRow,
)

T = TypeVar("T")
FIRST = date(2031, 5, 1)


def said(
    key: str,
    claimant: str | None,
    about: Sequence[str] = (),
    *,
    act: str = "assert",
    speaker: str | None = None,
    article: str = "a1",
    claims: Sequence[str] = (),
    denies: Sequence[str] = (),
    modal: Sequence[str] = (),
    stance: Stance = Stance.NEUTRAL,
    notes: Sequence[str] = (),
    words: str | None = None,
    heading: bool = False,
    reports: str | None = None,
) -> StatementRow:
    """Return a statement; `claims` are affirmed, `denies` denied, `modal` may be."""
    commitments = [
        *(Commitment(key, claim) for claim in claims),
        *(Commitment(key, claim, Polarity.NEGATIVE) for claim in denies),
        *(Commitment(key, claim, modal=True) for claim in modal),
    ]
    return StatementRow(
        key,
        article,
        int("".join(c for c in key if c.isdigit()) or 0),
        words or f"words of {key}",
        QuoteType.INDIRECT,
        SpeechAct(act),
        Polarity.POSITIVE,
        Certainty.CERTAIN,
        stance,
        heading=heading,
        notes=tuple(notes),
        speaker=speaker or claimant,
        claimant=claimant,
        targets=tuple(about),
        commitments=tuple(commitments),
        reports=reports,
    )


def article(
    key: str, outlet: str | None = "Post", day: int | None = 0, agency: str | None = None
) -> ArticleRow:
    """Return an article published so many days after `FIRST`, or on no day."""
    published = None if day is None else date.fromordinal(FIRST.toordinal() + day)
    return ArticleRow(key, f"{key}.txt", outlet, agency, published)


def link(  # noqa: PLR0917 - the fields of a relation
    kind: str,
    a: Sequence[str],
    b: Sequence[str],
    type_: str = "numeric",
    issue: str | None = None,
    key: str | None = None,
) -> Relation:
    """Return a relation."""
    name = key or f"{kind}-{'-'.join(a)}-{'-'.join(b)}"
    return Relation(name, LinkKind(kind), type_, tuple(a), tuple(b), "because", issue)


def counted(key: str, low: float | None, high: float | None, issue: str = "q") -> ClaimRow:
    """Return a claim with a figure."""
    return ClaimRow(key, issue, f"{key} lost", counted=True, low=low, high=high)


def rows(
    statements: Sequence[StatementRow],
    *,
    articles: Sequence[ArticleRow] = (),
    claims: Sequence[ClaimRow] = (),
    relations: Sequence[Relation] = (),
    actors: Sequence[Actor] = (),
) -> Rows:
    """Return a corpus; actors that are not given are organisations called as their ids."""
    heard = {
        key for s in statements for key in (s.speaker, s.claimant, *s.targets) if key is not None
    }
    known = {actor.id: actor for actor in actors}
    cast = [known.get(k, Actor(k, k, ActorType.ORGANISATION)) for k in sorted({*heard, *known})]
    where = list(articles) or [article(key) for key in sorted({s.article for s in statements})]
    return Rows(
        tuple(where),
        tuple(statements),
        {one.id: tuple(cast) for one in where},
        tuple(claims),
        tuple(Issue(key, f"What of {key}?", "lose") for key in sorted({c.issue for c in claims})),
        tuple(relations),
    )


def shuffled(held: Rows, seed: int) -> Rows:
    """Return the same corpus, everything in another order."""
    rng = random.Random(seed)  # noqa: S311 - shuffling a test, not a secret

    def mixed(some: Sequence[T]) -> tuple[T, ...]:
        return tuple(rng.sample(list(some), len(some)))

    return Rows(
        mixed(held.articles),
        mixed(held.statements),
        {key: mixed(held.actors[key]) for key in mixed(list(held.actors))},
        mixed(held.claims),
        mixed(held.issues),
        mixed(held.relations),
    )


def number(found: Measure) -> float:
    """Return the number that there must be."""
    assert isinstance(found, Measured), found
    return found.value
