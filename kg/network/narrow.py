"""A part of the rows: what certain outlets published within certain days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.model import ArticleRow, Relation, Rows


def narrowed(
    rows: Rows, since: date | None = None, until: date | None = None, outlet: str | None = None
) -> Rows:
    """Return the rows of articles published from `since` to `until` by outlets named `outlet`.

    Days are included, `outlet` is words of a name in any case; None chooses all. An article
    without a date is in no period. A relation stays with the statements left on both its sides.
    """
    if since is None and until is None and not outlet:
        return rows
    articles = tuple(a for a in rows.articles if _fits(a, since, until, outlet))
    kept = {article.id for article in articles}
    statements = tuple(s for s in rows.statements if s.article in kept)
    left = {statement.id for statement in statements}
    claims = {one.claim for s in statements for one in s.commitments}
    return Rows(
        articles,
        statements,
        {key: actors for key, actors in rows.actors.items() if key in kept},
        tuple(claim for claim in rows.claims if claim.id in claims),
        rows.issues,
        tuple(_cut(rows.relations, left)),
    )


def _fits(article: ArticleRow, since: date | None, until: date | None, outlet: str | None) -> bool:
    day = article.published
    if (since or until) and day is None:
        return False
    return (
        (since is None or (day is not None and day >= since))
        and (until is None or (day is not None and day <= until))
        and (not outlet or outlet.casefold() in (article.outlet or "").casefold())
    )


def _cut(relations: Iterable[Relation], left: set[str]) -> Iterator[Relation]:
    for relation in relations:
        a, b = (tuple(s for s in side if s in left) for side in (relation.a, relation.b))
        if a and (b or not relation.b):
            yield replace(relation, a=a, b=b)
