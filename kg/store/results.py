"""Answers of a store: rows, yes or no, or triples, as types of our own.

Formats: https://www.w3.org/TR/sparql11-results-json/ and
https://www.w3.org/TR/sparql11-results-csv-tsv/.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import QueryError

THE_QUERY = "the query"
STRING = "http://www.w3.org/2001/XMLSchema#string"


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
        triples = ox.parse(self.ntriples(), format=ox.RdfFormat.N_TRIPLES)
        form = ox.RdfFormat.TURTLE
        return (ox.serialize(triples, format=form, prefixes=dict(self.prefixes)) or b"").decode()


Result = Rows | Answer | Triples
RESULT_FORMATS = ("json", "csv", "tsv", "turtle", "ntriples")


def write_result(result: Result, form: str) -> str:
    """Write an answer in one of `RESULT_FORMATS`.

    Raises `QueryError` for a format that does not fit the answer: triples have no columns.
    """
    method = getattr(result, {"json": "as_json"}.get(form, form), None)
    if form not in RESULT_FORMATS or method is None:
        fitting = [
            name for name in RESULT_FORMATS if hasattr(result, {"json": "as_json"}.get(name, name))
        ]
        what = f"this answer cannot be written as {form}"
        raise QueryError(THE_QUERY, what, f"choose one of {', '.join(fitting)}")
    written: str = method()
    return written
