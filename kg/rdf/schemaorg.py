"""Claims in the words of schema.org, ready to be the `itemReviewed` of a `ClaimReview`.

https://schema.org/Claim. kg rates nothing, so that it writes no review itself: a fact-checker adds
`reviewRating` and takes the claim over as it stands.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Any

from kg.model import (
    Actor,
    ActorType,
    Article,
    Claim,
    Commitment,
    Knowledge,
    Polarity,
    Reading,
    Statement,
)
from kg.rdf import vocabulary as v
from kg.rdf.ntriples import part

_PEOPLE = {ActorType.PERSON, ActorType.ANONYMOUS}
_STANCES = {Polarity.POSITIVE: "affirms", Polarity.NEGATIVE: "denies"}
_OPEN = "leaves open"
Json = dict[str, Any]


def schema_claims(knowledge: Knowledge) -> str:
    """Return one `Claim` for each claim, with the quotations and articles that it appears in."""
    claims: dict[str, Claim] = {}
    quotations: defaultdict[str, list[Json]] = defaultdict(list)
    for reading in knowledge.readings:
        claims |= {claim.id: claim for claim in reading.claims if claim.id not in claims}
        for claim, quotation in _quotations(reading):
            quotations[claim].append(quotation)
    written = [_claim(claims[key], quotations[key]) for key in sorted(claims)]
    document = {"@context": "https://schema.org", "@graph": written}
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n"


def _claim(claim: Claim, quotations: Iterable[Json]) -> Json:
    """Write a claim: who affirms it is its author, who denies it speaks about it."""
    ordered = sorted(quotations, key=lambda one: (_date(one), one["@id"]))
    appearances = [one for one in ordered if one["keywords"] == "affirms"]
    others = [one for one in ordered if one["keywords"] != "affirms"]
    authors = {one["creator"]["@id"]: one["creator"] for one in appearances if "creator" in one}
    dates = sorted({_date(one) for one in appearances} - {""})
    return {
        "@type": "Claim",
        "@id": f"{v.CLAIMS}{part(claim.id)}",
        "name": claim.text,
        "text": claim.text,
        "author": list(authors.values()),
        **({"datePublished": dates[0]} if dates else {}),
        **({"firstAppearance": appearances[0]} if appearances else {}),
        "appearance": appearances,
        "subjectOf": others,
    }


def _date(quotation: Json) -> str:
    return str(quotation["isPartOf"].get("datePublished", ""))


def _quotations(reading: Reading) -> Iterable[tuple[str, Json]]:
    actors = {actor.id: actor for actor in reading.actors}
    statements = {statement.id: statement for statement in reading.statements}
    who = {a.statement: a.claimant or a.speaker for a in reading.attributions}
    known = (c for c in reading.commitments if c.statement in statements)
    for commitment in known:
        statement = statements[commitment.statement]
        actor = actors.get(who.get(statement.id) or "")
        yield commitment.claim, _quotation(reading.article, statement, commitment, actor)


def _quotation(
    article: Article, statement: Statement, commitment: Commitment, actor: Actor | None
) -> Json:
    stance = _OPEN if commitment.modal else _STANCES.get(commitment.polarity, _OPEN)
    return {
        "@type": "Quotation",
        "@id": f"{v.STATEMENTS}{part(statement.id)}",
        "text": " … ".join(span.of(article.text) for span in statement.content),
        "keywords": stance,
        **({"creator": _actor(actor)} if actor is not None else {}),
        "isPartOf": _article(article),
    }


def _actor(actor: Actor) -> Json:
    kind = "Person" if actor.type in _PEOPLE else "Organization"
    return {"@type": kind, "@id": f"{v.ACTORS}{part(actor.id)}", "name": actor.name}


def _article(article: Article) -> Json:
    outlet = {"@type": "Organization", "name": article.outlet}
    published = None if article.published is None else article.published.isoformat()
    fields: Iterable[tuple[str, object]] = (
        ("url", article.url),
        ("headline", article.headline),
        ("datePublished", published),
        ("publisher", outlet if article.outlet else None),
    )
    address = ("@id", f"{v.BASE}article/{part(article.id)}")
    always = (("@type", "NewsArticle"), address)
    return dict(chain(always, (field for field in fields if field[1] is not None)))
