"""Statements as nanopublications: small graphs that can be signed and published one by one.

https://nanopub.net/guidelines/working_draft/. What is asserted is that somebody said something,
never that it is so. They are neither signed nor dated: who publishes them adds both.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Attribution, Commitment, Knowledge, Polarity, Reading, Statement, content_id
from kg.rdf import vocabulary as v
from kg.rdf.ntriples import part, text

NP = "http://www.nanopub.org/nschema#"
NPX = "http://purl.org/nanopub/x/"
_DERIVED_FROM = f"{v.PROV}wasDerivedFrom"
_STANCES = {Polarity.POSITIVE: v.AFFIRMS, Polarity.NEGATIVE: v.DENIES}
Graphs = dict[str, list[str]]


def nanopubs(knowledge: Knowledge) -> str:
    """Return one nanopublication for each statement, as TriG."""
    return "".join(
        _graph(graph, triples)
        for reading in knowledge.readings
        for statement in reading.statements
        for graph, triples in _nanopub(reading, statement).items()
    )


def _graph(graph: str, triples: list[str]) -> str:
    lines = "".join(f"  {triple} .\n" for triple in sorted(set(triples)))
    return f"<{graph}> {{\n{lines}}}\n"


def nanopub_address(statement: str) -> str:
    """Return the address of the nanopublication of the statement with this id."""
    return f"{v.BASE}nanopub/{part(statement)}"


def _nanopub(reading: Reading, statement: Statement) -> Graphs:
    address = nanopub_address(statement.id)
    parts = {
        f"{address}#assertion": list(_assertion(reading, statement)),
        f"{address}#provenance": list(_provenance(reading, statement, f"{address}#assertion")),
        f"{address}#pubinfo": [
            f"<{address}> <{NPX}introduces> <{v.STATEMENTS}{part(statement.id)}>",
            f"<{address}> <{v.GENERATED_BY}> <{_extraction(reading, statement)}>",
        ],
    }
    terms = ("hasAssertion", "hasProvenance", "hasPublicationInfo")
    head = [f"<{address}> <{v.TYPE}> <{NP}Nanopublication>"]
    head += [f"<{address}> <{NP}{term}> <{one}>" for term, one in zip(terms, parts, strict=True)]
    return {f"{address}#Head": head, **parts}


def _assertion(reading: Reading, statement: Statement) -> Iterator[str]:
    node = f"<{v.STATEMENTS}{part(statement.id)}>"
    yield f"{node} <{v.TYPE}> <{v.STATEMENT.klass}>"
    yield f"{node} <{v.KG}speechAct> <{v.KG}act-{part(statement.speech_act.value)}>"
    for attribution in reading.attributions:
        if attribution.statement == statement.id:
            yield from _voices(reading, node, attribution)
    for commitment in reading.commitments:
        if commitment.statement == statement.id:
            yield from _stance(reading, node, commitment)


def _voices(reading: Reading, node: str, attribution: Attribution) -> Iterator[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    voices = [(v.CLAIMANT, attribution.claimant), (v.SPEAKER, attribution.speaker)]
    voices += [(v.ABOUT, target) for target in attribution.targets]
    for term, actor in voices:
        if actor is not None:
            yield f"{node} <{term}> <{v.ACTORS}{part(actor)}>"
            if actor in names:
                yield f"<{v.ACTORS}{part(actor)}> <{v.LABEL}> {text(names[actor])}"


def _stance(reading: Reading, node: str, commitment: Commitment) -> Iterator[str]:
    stance = _STANCES.get(commitment.polarity, v.LEAVES_OPEN)
    claim = f"<{v.CLAIMS}{part(commitment.claim)}>"
    yield f"{node} <{v.LEAVES_OPEN if commitment.modal else stance}> {claim}"
    for known in reading.claims:
        if known.id == commitment.claim:
            yield f"{claim} <{v.LABEL}> {text(known.text)}"


def _provenance(reading: Reading, statement: Statement, assertion: str) -> Iterator[str]:
    article = reading.article
    source = f"<{v.BASE}article/{part(article.id)}>"
    yield f"<{assertion}> <{_DERIVED_FROM}> {source}"
    yield f"<{assertion}> <{v.GENERATED_BY}> <{_extraction(reading, statement)}>"
    if article.url is not None:
        yield f"{source} <{v.SCHEMA}url> {text(article.url)}"
    for span in statement.content:
        place = f"<{v.SPAN.prefix}{part(article.id)}-{span.start}-{span.end}>"
        yield f"<{assertion}> <{_DERIVED_FROM}> {place}"
        yield f"{place} <{v.EXACT}> {text(span.of(article.text))}"


def _extraction(reading: Reading, statement: Statement) -> str:
    return f"{v.EXTRACTIONS}{part(reading.article.id)}-{content_id(statement.extractor)}"
