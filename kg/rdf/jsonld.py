"""The graph as compact JSON-LD, with a context that says what each key means.

https://www.w3.org/TR/json-ld11/. The context also stands apart, in ontology/context.jsonld.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.rdf import vocabulary as v
from kg.rdf.kinds import DATE, FLAG, MOMENT, NUMBER, TEXT, WHOLE, Shape

_DATATYPES = {
    NUMBER: "decimal",
    WHOLE: "integer",
    DATE: "date",
    FLAG: "boolean",
    MOMENT: "dateTime",
}
_LINKS = (
    *(v.SPEAKER, v.CLAIMANT, v.ABOUT, v.AFFIRMS, v.DENIES, v.LEAVES_OPEN, v.ATTRIBUTION_OF),
    *(v.VIA, v.BY, v.IN_ROLE, v.PUBLISHED_BY, v.CREDITED_TO, v.GENERATED_BY, v.USED, v.IN_SCHEME),
    *(v.DECIDED_BY, v.CONTESTED_BY, v.RELIABILITY, v.CREDIBILITY, v.ONE_SIDE, v.OTHER_SIDE),
)
_STRING = f"{v.XSD}string"
# The longer namespace first, so that data are not taken for terms.
_SPACES = sorted({"id": v.BASE, **v.PREFIXES}.items(), key=lambda pair: -len(pair[1]))
Node = dict[str, Any]


@cache
def context() -> dict[str, Any]:
    """Return the JSON-LD context: prefixes, and how the values of each property are written."""
    kinds: dict[str, str] = dict.fromkeys(_LINKS, "@id")
    for shape in (shape for shape in vars(v).values() if isinstance(shape, Shape)):
        for row in shape.rows:
            if row.term and row.kind is not TEXT:
                datatype = _DATATYPES.get(row.kind)
                kinds[row.term] = f"xsd:{datatype}" if datatype else "@id"
    terms = {_key(term): {"@id": _short(term), "@type": kinds[term]} for term in sorted(kinds)}
    return {"@vocab": v.KG, "id": v.BASE, **v.PREFIXES, **terms}


def context_file() -> str:
    """Return the text of ontology/context.jsonld."""
    return f"{json.dumps({'@context': context()}, indent=2)}\n"


def jsonld(nquads: str | bytes) -> str:
    """Write N-Quads as one JSON-LD document: each named graph with its nodes, sorted."""
    graphs: defaultdict[str, dict[str, Node]] = defaultdict(dict)
    for line in sorted(ox.parse(nquads, format=ox.RdfFormat.N_QUADS), key=str):
        name, subject = _short(line.graph_name.value), _short(_text(line.subject))
        node = graphs[name].setdefault(subject, {"@id": subject})
        _enter(node, line.predicate.value, line.object)
    document = {
        "@context": context(),
        "@graph": [
            {"@id": name, "@graph": list(nodes.values())} for name, nodes in sorted(graphs.items())
        ],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n"


def _enter(node: Node, term: str, value: ox.NamedNode | ox.Literal | Any) -> None:  # noqa: ANN401
    if term == v.TYPE:
        node.setdefault("@type", []).append(_short(value.value))
        return
    node.setdefault(_key(term), []).append(_value(term, value))


def _value(term: str, value: ox.NamedNode | ox.Literal | Any) -> object:  # noqa: ANN401
    wanted = context().get(_key(term), {}).get("@type")
    if not isinstance(value, ox.Literal):
        short = _short(_text(value))
        return short if wanted == "@id" else {"@id": short}
    datatype = value.datatype.value
    plain = datatype == _STRING if wanted is None else wanted == _short(datatype)
    if plain and value.language is None:
        return value.value
    kind = {"@type": _short(datatype)} if value.language is None else {"@language": value.language}
    return {"@value": value.value, **kind}


def _text(term: ox.NamedNode | ox.BlankNode | Any) -> str:  # noqa: ANN401 - what a quad may hold
    return str(term.value) if isinstance(term, ox.NamedNode) else str(term)


def _key(term: str) -> str:
    return term.removeprefix(v.KG) if term.startswith(v.KG) else _short(term)


def _short(iri: str) -> str:
    for name, space in _SPACES:
        if iri.startswith(space) and not iri.startswith("//", len(space)):
            return f"{name}:{iri[len(space) :]}"
    return iri
