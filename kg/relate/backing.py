"""Who affirms each answer to each issue, grouped by independent origin: for all issues at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import (
    Actor,
    ArticleRow,
    Backing,
    ClaimRow,
    Commitment,
    Polarity,
    Rows,
    StatementRow,
)
from kg.relate.independence import origin_groups
from kg.relate.sides import Party, party

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Witness:
    """A statement as far as independence asks about it (`kg.relate.independence.Witness`)."""

    id: str
    article: ArticleRow
    claimant: Party | None
    words: str
    heading: bool
    order: tuple[date, str, int, str]


def backings(rows: Rows) -> tuple[Backing, ...]:
    """Return every answer that somebody affirms, sorted by issue, figure and text.

    Claims of one issue that give the same figure are one answer, whoever did it; so are statements
    that nothing was counted ("no soldier was killed"), however their polarity was read. The work
    grows with the statements and, within an answer, with its claimants times its origins.
    """
    claims = {claim.id: claim for claim in rows.claims}
    articles = {article.id: article for article in rows.articles}
    affirmed: defaultdict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for statement in rows.statements:
        for one in statement.commitments:
            claim = claims.get(one.claim)
            if claim is not None and _affirms(one, claim):
                affirmed[_answer(claim)][statement.id].add(claim.id)
    wanted = {statement for said in affirmed.values() for statement in said}
    witnesses = {w.id: w for w in _witnesses(rows, articles, wanted)}
    found = (_backing(said, claims, witnesses) for said in affirmed.values())
    return tuple(sorted(found, key=_order))


def _order(backing: Backing) -> tuple[str, float, float, str, tuple[str, ...]]:
    low = float("-inf") if backing.low is None else backing.low
    high = float("inf") if backing.high is None else backing.high
    return backing.issue, low, high, backing.text, backing.claims


def _affirms(one: Commitment, claim: ClaimRow) -> bool:
    """Tell whether it is said to be so, without an if or a will."""
    none = claim.counted and claim.high == 0
    return not one.modal and (none or one.polarity is Polarity.POSITIVE)


def _answer(claim: ClaimRow) -> Key:
    """Return what claims that give one answer share."""
    return claim.issue, repr((claim.low, claim.high)) if claim.counted else claim.id


def _backing(
    said: Mapping[str, set[str]],
    claims: Mapping[str, ClaimRow],
    witnesses: Mapping[str, _Witness],
) -> Backing:
    given = sorted({claim for some in said.values() for claim in some})
    first = claims[given[0]]
    text = min((claims[key].text for key in given), key=lambda text: (len(text), text))
    groups = origin_groups(witnesses[statement] for statement in said)
    origins = tuple(tuple(witness.id for witness in group) for group in groups)
    return Backing(first.issue, text, tuple(given), origins, first.counted, first.low, first.high)


def _witnesses(
    rows: Rows, articles: Mapping[str, ArticleRow], wanted: set[str]
) -> Iterator[_Witness]:
    here: dict[str, dict[str, Actor]] = {}
    for statement in rows.statements:
        if statement.id in wanted:
            article = articles[statement.article]
            if article.id not in here:
                here = {article.id: {a.id: a for a in rows.actors.get(article.id, ())}}
            yield _witness(statement, article, here[article.id])


def _witness(statement: StatementRow, article: ArticleRow, actors: Mapping[str, Actor]) -> _Witness:
    return _Witness(
        statement.id,
        article,
        party(actors, statement.claimant or statement.speaker),
        statement.words,
        statement.heading,
        (article.published or date.max, article.id, statement.start, statement.id),
    )
