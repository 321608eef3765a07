"""Answers of a store: rows, yes or no, or triples, as types of our own.

Formats: https://www.w3.org/TR/sparql11-results-json/, https://www.w3.org/TR/rdf-sparql-XMLres/
and https://www.w3.org/TR/sparql11-results-csv-tsv/.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.trig import turtle

THE_QUERY = "the query"
STRING = "http://www.w3.org/2001/XMLSchema#string"
_XML = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Iri:
    """The name of a thing."""

    value: str

    def spelled(self) -> str:
        """Return the term as SPARQL and N-Triples write it; `QueryError` for what is no IRI."""
        try:
            return str(ox.NamedNode(self.value))
        except ValueError as error:
            raise QueryError(self.value, "is not an IRI", "give an absolute IRI") from error


@dataclass(frozen=True, slots=True)
class Blank:
    """A node without a name, as other endpoints may return."""

    value: str

    def spelled(self) -> str:
        """Return the term as SPARQL and N-Triples write it."""
        return f"_:{self.value}"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: text, number, date ..."""

    value: str
    datatype: str = STRING
    language: str | None = None

    def spelled(self) -> str:
        """Return the term as SPARQL and N-Triples write it."""
        if self.language is not None:
            return str(ox.Literal(self.value, language=self.language))
        return str(ox.Literal(self.value, datatype=ox.NamedNode(self.datatype)))


Term = Iri | Blank | Literal
Row = tuple[Term | None, ...]


def too_long(most: int) -> QueryError:
    """Return the error for an answer of more than `most` rows or triples."""
    what = f"the answer is longer than {most} lines"
    return QueryError(THE_QUERY, what, "ask for less, or in parts with LIMIT and OFFSET")


def term_of(value: str | float | Term) -> Term:
    """Return the term that a Python value stands for: text is never taken for an IRI."""
    if isinstance(value, Iri | Blank | Literal):
        return value
    native = ox.Literal(value)
    return Literal(native.value, native.datatype.value)


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: one term, or None, for each variable in each row."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        """Yield the rows as plain texts by variable."""
        for row in self.rows:
            values = (None if term is None else term.value for term in row)
            yield dict(zip(self.variables, values, strict=True))

    def __len__(self) -> int:
        return len(self.rows)

    def as_json(self) -> str:
        """Return SPARQL 1.1 results JSON."""
        rows = [
            {
                name: _json_term(term)
                for name, term in zip(self.variables, row, strict=True)
                if term is not None
            }
            for row in self.rows
        ]
        head = {"vars": list(self.variables)}
        return json.dumps({"head": head, "results": {"bindings": rows}}, ensure_ascii=False)

    def as_xml(self) -> str:
        """Return SPARQL 1.1 results XML; characters that XML cannot hold become U+FFFD."""
        head = "".join(f"<variable name={quoteattr(name)}/>" for name in self.variables)
        rows = "".join(f"<result>{self._bindings(row)}</result>" for row in self.rows)
        return f"{_XML}<head>{head}</head><results>{rows}</results></sparql>\n"

    def _bindings(self, row: Row) -> str:
        return "".join(
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(self.variables, row, strict=True)
            if term is not None
        )

    def csv(self) -> str:
        """Return SPARQL 1.1 results CSV: plain texts."""
        out = io.StringIO()
        lines = csv.writer(out)
        lines.writerow(self.variables)
        for row in self.rows:
            lines.writerow("" if term is None else term.value for term in row)
        return out.getvalue()

    def tsv(self) -> str:
        """Return SPARQL 1.1 results TSV: terms as Turtle writes them."""
        lines = ["\t".join(f"?{name}" for name in self.variables)]
        lines += [
            "\t".join("" if term is None else term.spelled() for term in row) for row in self.rows
        ]
        return "".join(f"{line}\n" for line in lines)


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Blank):
        return {"type": "bnode", "value": term.value}
    plain = {"type": "literal", "value": term.value}
    if term.language is not None:
        return plain | {"xml:lang": term.language}
    return plain if term.datatype == STRING else plain | {"datatype": term.datatype}


def _xml_term(term: Term) -> str:
    value = escape(_NOT_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    if isinstance(term, Iri):
        return f"<uri>{value}</uri>"
    if isinstance(term, Blank):
        return f"<bnode>{value}</bnode>"
    if term.language is not None:
        return f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
    kind = "" if term.datatype == STRING else f" datatype={quoteattr(term.datatype)}"
    return f"<literal{kind}>{value}</literal>"


def read_rows(document: str | bytes) -> Rows | Answer:
    """Read SPARQL 1.1 results JSON; `ValueError` or `KeyError` for what is none."""
    parsed = json.loads(document)
    if "boolean" in parsed:
        return Answer(value=bool(parsed["boolean"]))
    variables = tuple(parsed["head"]["vars"])
    return Rows(
        variables,
        tuple(
            tuple(_read_term(row[name]) if name in row else None for name in variables)
            for row in parsed["results"]["bindings"]
        ),
    )


def _read_term(term: Mapping[str, str]) -> Term:
    if term["type"] == "uri":
        return Iri(term["value"])
    if term["type"] == "bnode":
        return Blank(term["value"])
    return Literal(term["value"], term.get("datatype", STRING), term.get("xml:lang"))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value

    def as_json(self) -> str:
        """Return SPARQL 1.1 results JSON."""
        return json.dumps({"head": {}, "boolean": self.value})

    def as_xml(self) -> str:
        """Return SPARQL 1.1 results XML."""
        return f"{_XML}<head/><boolean>{str(self.value).lower()}</boolean></sparql>\n"


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE: N-Triples lines, sorted, each once."""

    lines: tuple[str, ...]
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    def ntriples(self) -> str:
        """Return N-Triples."""
        return "".join(f"{line}\n" for line in self.lines)

    def turtle(self) -> str:
        """Return Turtle."""
        return turtle(self.lines, self.prefixes)

    def jsonld(self) -> str:
        """Return JSON-LD."""
        return self._serialized(ox.RdfFormat.JSON_LD)

    def as_xml(self) -> str:
        """Return RDF/XML; characters that XML cannot hold become U+FFFD."""
        return _NOT_XML.sub("\ufffd", self._serialized(ox.RdfFormat.RDF_XML))

    def _serialized(self, form: ox.RdfFormat) -> str:
        triples = (quad.triple for quad in ox.parse(self.ntriples(), format=ox.RdfFormat.N_TRIPLES))
        return (ox.serialize(triples, format=form) or b"").decode()


Result = Rows | Answer | Triples
RESULT_FORMATS = ("json", "xml", "csv", "tsv", "turtle", "ntriples", "jsonld")
_METHODS = {"json": "as_json", "xml": "as_xml"}
_ALIASES = {"ttl": "turtle", "nt": "ntriples"}  # as `kg export` calls them


def write_result(result: Result, form: str) -> str:
    """Write an answer in one of `RESULT_FORMATS`.

    Raises `QueryError` for a format that does not fit the answer: triples have no columns.
    """
    fitting = fitting_formats(result)
    form = _ALIASES.get(form, form)
    if form not in fitting:
        what = f"this answer cannot be written as {form}"
        raise QueryError(THE_QUERY, what, f"choose one of {', '.join(fitting)}")
    written: str = getattr(result, _METHODS.get(form, form))()
    return written


def fitting_formats(result: Result) -> tuple[str, ...]:
    """Return those of `RESULT_FORMATS` that an answer can be written in."""
    return tuple(name for name in RESULT_FORMATS if hasattr(result, _METHODS.get(name, name)))
