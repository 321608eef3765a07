"""Knowledge as rows; a store gives the same rows without reading every text (`kg.rdf.rows`)."""

from __future__ import annotations

from dataclasses import replace

from kg.model import (
    Actor,
    ArticleRow,
    Attribution,
    BlockKind,
    Claim,
    ClaimRow,
    Commitment,
    Knowledge,
    Reading,
    Relation,
    Rows,
    Statement,
    StatementRow,
)

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})


def rows(knowledge: Knowledge) -> Rows:
    """Return what analysis needs of `knowledge`; statements without content are left out."""
    readings = knowledge.readings
    claims = {claim.id: _claim(claim) for reading in readings for claim in reading.claims}
    found = (row for reading in readings for row in _statements(reading))
    return Rows(
        articles=tuple(sorted((_article(r) for r in readings), key=lambda a: a.id)),
        statements=tuple(sorted(found, key=lambda s: s.id)),
        actors={r.article.id: tuple(sorted(map(_actor, r.actors), key=_id)) for r in readings},
        claims=tuple(claims[key] for key in sorted(claims)),
        issues=tuple(sorted(knowledge.issues, key=lambda i: i.id)),
        relations=tuple(sorted(map(_relation, knowledge.relations), key=lambda r: r.id)),
    )


def _id(actor: Actor) -> str:
    return actor.id


def _article(reading: Reading) -> ArticleRow:
    here = reading.article
    return ArticleRow(here.id, here.path, here.outlet, here.agency, here.published)


def _actor(actor: Actor) -> Actor:
    return replace(actor, aliases=(), role=None)


def _claim(claim: Claim) -> ClaimRow:
    quantity = claim.quantity
    if quantity is None:
        return ClaimRow(claim.id, claim.issue, claim.text)
    return ClaimRow(
        claim.id, claim.issue, claim.text, counted=True, low=quantity.low, high=quantity.high
    )


def _relation(relation: Relation) -> Relation:
    return replace(relation, a=tuple(sorted(relation.a)), b=tuple(sorted(relation.b)))


def _statements(reading: Reading) -> list[StatementRow]:
    who = {one.statement: one for one in reading.attributions}
    committed: dict[str, list[Commitment]] = {}
    for one in reading.commitments:
        committed.setdefault(one.statement, []).append(one)
    return [
        _statement(
            reading,
            statement,
            who.get(statement.id, Attribution(statement.id, None, None)),
            committed.get(statement.id, []),
        )
        for statement in reading.statements
        if statement.content
    ]


def _statement(
    reading: Reading, statement: Statement, who: Attribution, committed: list[Commitment]
) -> StatementRow:
    text = reading.article.text
    content = sorted(statement.content)
    start = content[0].start
    return StatementRow(
        id=statement.id,
        article=statement.article,
        start=start,
        words=" … ".join(" ".join(span.of(text).split()) for span in content),
        quote=statement.quote_type,
        act=statement.speech_act,
        polarity=statement.polarity,
        certainty=statement.certainty,
        stance=statement.stance,
        heading=_heading(reading, start),
        notes=tuple(sorted({note.effect for note in statement.verification})),
        speaker=who.speaker,
        claimant=who.claimant,
        targets=tuple(sorted(set(who.targets))),
        commitments=tuple(sorted(set(committed), key=lambda c: (c.claim, c.polarity, c.modal))),
        reports=statement.reports,
    )


def _heading(reading: Reading, start: int) -> bool:
    around = (b for b in reading.article.blocks if b.span.start <= start < b.span.end)
    return any(block.kind in _HEADINGS for block in around)
