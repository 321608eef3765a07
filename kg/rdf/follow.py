"""Triples that follow from an object's fields: shortcuts for queries, which parsing skips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kg.model import (
    Article,
    Attribution,
    Commitment,
    Decision,
    LinkKind,
    Polarity,
    Quantity,
    Relation,
    Span,
    Statement,
    content_id,
)
from kg.rdf import vocabulary as v
from kg.rdf.kinds import Scope, Shape
from kg.rdf.ntriples import part, text

CONTEXT_LENGTH = 32  # code points on either side of a quotation

_LINK_CLASSES = {
    LinkKind.DISPUTE: f"{v.KG}Dispute",
    LinkKind.SAME_CLAIM: f"{v.KG}SameClaim",
    LinkKind.CORROBORATION: f"{v.KG}Corroboration",
    LinkKind.RESPONSE: f"{v.KG}Response",
}


def outlet_address(name: str) -> str:
    """Return the address of a publisher or news agency."""
    return f"{v.OUTLETS}{content_id('outlet', name)}"


def first_hop(article: Article) -> str | None:
    """Return the hop that carried what the sources of an article said, or None if unknown."""
    hops = tuple(_outward(article))
    return hops[0][0] if hops else None


def _outward(article: Article) -> Iterator[tuple[str, str, str]]:
    """Yield the hops from the newsroom outwards: address, role, name."""
    for role, name in (("agency", article.agency), ("publisher", article.outlet)):
        if name is not None:
            yield f"{v.HOPS}{part(article.id)}-{role}", role, name


def _hop(address: str, agent: str, role: str, outward: str | None) -> Iterator[str]:
    yield f"<{address}> <{v.TYPE}> <{v.HOP}>"
    yield f"<{address}> <{v.BY}> <{agent}>"
    yield f"<{address}> <{v.IN_ROLE}> <{v.KG}role-{role}>"
    if outward:
        yield f"<{address}> <{v.VIA}> <{outward}>"


def _article(address: str, article: Article, _scope: Scope) -> Iterator[str]:
    hops = tuple(_outward(article))
    outer = (*(hop[0] for hop in hops[1:]), None)
    for (hop, role, name), outward in zip(hops, outer, strict=False):
        yield from _hop(hop, outlet_address(name), role, outward)
    if article.outlet is not None:
        yield f"<{address}> <{v.PUBLISHED_BY}> <{outlet_address(article.outlet)}>"
    if article.agency is not None:
        yield f"<{address}> <{v.CREDITED_TO}> <{outlet_address(article.agency)}>"


def _span(address: str, span: Span, scope: Scope) -> Iterator[str]:
    before = scope.text[max(0, span.start - CONTEXT_LENGTH) : span.start]
    after = scope.text[span.end : span.end + CONTEXT_LENGTH]
    yield f"<{address}> <{v.EXACT}> {text(span.of(scope.text))}"
    yield f"<{address}> <{v.BEFORE}> {text(before)}"
    yield f"<{address}> <{v.AFTER}> {text(after)}"
    yield f"<{address}> <{v.IN_ARTICLE}> <{v.BASE}article/{scope.article}>"


def _statement(address: str, statement: Statement, scope: Scope) -> Iterator[str]:
    run = f"{v.EXTRACTIONS}{scope.article}-{content_id(statement.extractor)}"
    yield f"<{address}> <{v.GENERATED_BY}> <{run}>"
    yield f"<{run}> <{v.TYPE}> <{v.EXTRACTION}>"
    yield f"<{run}> <{v.LABEL}> {text(statement.extractor)}"
    yield f"<{run}> <{v.USED}> <{v.BASE}article/{scope.article}>"


def _attribution(address: str, attribution: Attribution, scope: Scope) -> Iterator[str]:
    """Yield the shortcuts, and the chain claimant -> speaker -> agency -> publisher."""
    statement = f"<{v.STATEMENTS}{part(attribution.statement)}>"
    yield f"{statement} <{v.ATTRIBUTION_OF}> <{address}>"
    for target in attribution.targets:
        yield f"{statement} <{v.ABOUT}> <{v.ACTORS}{part(target)}>"
    voices = (("claimant", attribution.claimant), ("speaker", attribution.speaker))
    for role, actor in voices:
        if actor is not None:
            yield f"{statement} <{v.KG}{role}> <{v.ACTORS}{part(actor)}>"
    yield from _voices(address, attribution, scope)


def _voices(address: str, attribution: Attribution, scope: Scope) -> Iterator[str]:
    """Yield the hops of the source: the claimant, and the speaker where it is another."""
    outer, inner = attribution.speaker, attribution.claimant
    last = scope.outward
    if inner is not None and outer not in {None, inner}:
        spoken = f"{v.HOPS}{address.removeprefix(v.ATTRIBUTION.prefix)}-speaker"
        yield from _hop(spoken, f"{v.ACTORS}{part(outer or '')}", "speaker", last)
        last = spoken
    innermost = inner if inner is not None else outer
    if innermost is not None:
        role = "speaker" if inner is None else "claimant"
        yield from _hop(address, f"{v.ACTORS}{part(innermost)}", role, last)


def _commitment(_address: str, commitment: Commitment, _scope: Scope) -> Iterator[str]:
    shortcut = {Polarity.POSITIVE: v.AFFIRMS, Polarity.NEGATIVE: v.DENIES}
    term = v.LEAVES_OPEN if commitment.modal else shortcut.get(commitment.polarity, v.LEAVES_OPEN)
    statement = f"{v.STATEMENTS}{part(commitment.statement)}"
    yield f"<{statement}> <{term}> <{v.CLAIMS}{part(commitment.claim)}>"


def _count(_address: str, pair: tuple[str, Quantity], scope: Scope) -> Iterator[str]:
    statement, quantity = pair
    counted = f"{v.QUANTITY.prefix}{v.QUANTITY.key(quantity, scope)}"
    yield f"<{v.STATEMENTS}{part(statement)}> <{v.QUANTITY_OF}> <{counted}>"


def _link(address: str, relation: Relation, _scope: Scope) -> Iterator[str]:
    yield f"<{address}> <{v.TYPE}> <{_LINK_CLASSES[relation.kind]}>"


def _decision(_address: str, decision: Decision, _scope: Scope) -> Iterator[str]:
    reviewer = f"{v.REVIEWERS}{part(decision.by)}"
    yield f"<{reviewer}> <{v.TYPE}> <{v.REVIEWER}>"
    yield f"<{reviewer}> <{v.LABEL}> {text(decision.by)}"


_FOLLOW: dict[str, Callable[[str, Any, Scope], Iterator[str]]] = {
    v.ARTICLE.klass: _article,
    v.SPAN.klass: _span,
    v.STATEMENT.klass: _statement,
    v.ATTRIBUTION.klass: _attribution,
    v.COMMITMENT.klass: _commitment,
    v.COUNT.klass: _count,
    v.LINK.klass: _link,
    v.DECISION.klass: _decision,
}


def following(shape: Shape, address: str, value: object, scope: Scope) -> Iterator[str]:
    """Yield the N-Triples (without the final stop) that follow from an object of `shape`."""
    follow = _FOLLOW.get(shape.klass)
    if follow is not None:
        yield from follow(address, value, scope)
