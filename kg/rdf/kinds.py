"""How one value of the model is spelled as an RDF term, and read back.

A shape says how an object becomes a node: one row for each of its fields.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kg.rdf import ntriples


@dataclass(frozen=True, slots=True)
class Scope:
    """What spelling needs to know of the article around a value.

    `article` is its encoded id, `places` the ids of its locations, `outward` the address of the
    hop that carried what its sources said: its news agency, or else its publisher.
    """

    article: str
    text: str = ""
    places: frozenset[str] = frozenset()
    outward: str | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A kind of value: `spell(value, scope)` gives an N-Quads term, `read` takes its text back.

    A nested object has a `shape` and is spelled as the node that the shape gives it.
    """

    spell: Callable[[Any, Scope], str]
    read: Callable[[str], Any]
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field of an object and the property that carries it; `term` is a full IRI.

    The field whose `term` is empty is the key in the node's own IRI.
    """

    field: str
    term: str
    kind: Spelling
    many: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """How objects made by `make` become nodes `BASE/segment/key` of class `klass`.

    `get` reads a field of the object by its name.
    """

    make: Callable[..., Any]
    prefix: str
    klass: str
    key: Callable[[Any, Scope], str]
    rows: tuple[Row, ...]
    get: Callable[[Any, str], Any] = getattr


TEXT = Spelling(lambda value, _: ntriples.text(value), str)
NUMBER = Spelling(lambda value, _: ntriples.number(value), ntriples.read_number)
WHOLE = Spelling(lambda value, _: ntriples.typed(str(value), "integer"), int)
DATE = Spelling(lambda value, _: ntriples.typed(value.isoformat(), "date"), date.fromisoformat)
MOMENT = Spelling(
    lambda value, _: ntriples.typed(value.isoformat().replace("+00:00", "Z"), "dateTime"),
    datetime.fromisoformat,
)
FLAG = Spelling(
    lambda value, _: ntriples.typed("true" if value else "false", "boolean"),
    lambda lexical: lexical == "true",
)


def concept(prefix: str, make: Callable[[str], Any] = str) -> Spelling:
    """Return the kind of words that stand for a concept `prefix + word`."""
    return Spelling(
        lambda value, _: f"<{prefix}{ntriples.part(value)}>",
        lambda address: make(ntriples.read_part(address.removeprefix(prefix))),
    )


def concepts(prefix: str, enum: type[StrEnum]) -> Spelling:
    """Return the kind of an enumeration's members: concepts `prefix + value`."""
    spelled = {member: f"<{prefix}{ntriples.part(member.value)}>" for member in enum}
    members = {f"{prefix}{ntriples.part(member.value)}": member for member in enum}
    return Spelling(lambda value, _: spelled[value], members.__getitem__)


def ref(prefix: str) -> Spelling:
    """Return the kind of ids of things `prefix + id`."""
    return Spelling(
        lambda value, _: f"<{prefix}{ntriples.part(value)}>",
        lambda address: ntriples.read_part(address.removeprefix(prefix)),
    )


def entity(actors: str, places: str) -> Spelling:
    """Return the kind of ids of what a mention denotes: a place of the article or an actor."""
    return Spelling(
        lambda value, scope: (
            f"<{places if value in scope.places else actors}{ntriples.part(value)}>"
        ),
        lambda address: ntriples.read_part(address.rsplit("/", 1)[-1]),
    )


def node(shape: Shape) -> Spelling:
    """Return the kind of objects that become nodes of their own."""
    return Spelling(lambda value, scope: f"<{shape.prefix}{shape.key(value, scope)}>", str, shape)


def one(name: str, term: str, kind: Spelling) -> Row:
    """Return the row of a field that always has a value."""
    return Row(name, term, kind)


def maybe(name: str, term: str, kind: Spelling) -> Row:
    """Return the row of a field that may be None."""
    return Row(name, term, kind, required=False)


def many(name: str, term: str, kind: Spelling) -> Row:
    """Return the row of a field that holds a tuple."""
    return Row(name, term, kind, many=True, required=False)
