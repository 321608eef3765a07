"""Objects of the model to sorted N-Quads, as the table says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import ArticleError
from kg.model import Judged, Reading
from kg.rdf import vocabulary as v
from kg.rdf.follow import first_hop, following
from kg.rdf.found import marks, twins
from kg.rdf.kinds import TEXT, Row, Scope, Shape, Spelling
from kg.rdf.ntriples import part, text


@dataclass(frozen=True, slots=True)
class Page:
    """An object's N-Triples: its `own`, by which it is read back, and those that `follow`."""

    value: object
    own: list[str]
    follow: list[str]


Book = dict[str, Page]


def article_graph(article_id: str) -> str:
    """Return the name of the graph that holds what was read in an article."""
    return f"{v.GRAPH}{part(article_id)}"


def article(article_id: str) -> str:
    """Return the address of an article."""
    return f"{v.ARTICLE.prefix}{part(article_id)}"


def is_derived(graph: str) -> bool:
    """Tell whether a graph follows from the articles' graphs."""
    return graph.startswith(v.DERIVED)


def reading_nquads(reading: Reading, keys: Iterable[str] = ()) -> str:
    """Write a reading as N-Quads: one graph, sorted, the same bytes each time.

    `keys` are kept with it, so that what shares one is found; parsing skips them.

    Raises `ArticleError` when a text holds half a surrogate pair, which no RDF can, or when two
    different statements have one id.
    """
    return judged_nquads(Judged(reading, reading), keys)


def judged_nquads(judged: Judged, keys: Iterable[str] = ()) -> str:
    """Write a reading as it counts after review, what was found, and which decisions changed it.

    It raises what `reading_nquads` does.
    """
    path = judged.found.article.path.encode(errors="backslashreplace").decode()
    graph = article_graph(judged.found.article.id)
    try:
        lines = _judged_triples(judged) | {f"<{graph}> <{v.BLOCK_KEY}> {text(k)}" for k in keys}
        nquads = in_graph(graph, lines)
        nquads.encode()
    except UnicodeEncodeError as error:
        what = "the text holds half a surrogate pair, which is not a character"
        raise ArticleError(path, what, "save the file as valid UTF-8") from error
    except ValueError as error:
        raise ArticleError(path, str(error), "please report it with the text") from error
    return nquads


def _judged_triples(judged: Judged) -> set[str]:
    counts = _reading_book(judged.reading)
    lines = _lines(counts) | marks(judged)
    if judged.found == judged.reading:
        return lines
    found = _reading_book(judged.found)
    spans = {key: page for key, page in found.items() if key.startswith(v.SPAN.prefix)}
    return lines | _lines(spans) | twins(_own(found), _own(counts))


def _reading_book(reading: Reading) -> Book:
    here = reading.article
    scope = Scope(
        part(here.id),
        here.text,
        frozenset(place.id for place in reading.locations),
        first_hop(here),
    )
    return _book(v.READING, (reading,), scope)


def in_graph(graph: str, lines: Iterable[str]) -> str:
    """Close N-Triples (without their final stop) with a graph's name, and sort them."""
    ending = f" <{graph}> .\n"
    return "".join(sorted(f"{line}{ending}" for line in lines))


def triples(shape: Shape, values: Iterable[object], scope: Scope) -> set[str]:
    """Return the N-Triples (without the final stop) of objects and all that hangs on them."""
    return _lines(_book(shape, values, scope))


def _lines(book: Book) -> set[str]:
    return {line for page in book.values() for line in (*page.own, *page.follow)}


def _own(book: Book) -> set[str]:
    return {line for page in book.values() for line in page.own}


def _book(shape: Shape, values: Iterable[object], scope: Scope) -> Book:
    book: Book = {}
    for value in values:
        _enter(book, shape, value, scope)
    return book


def _enter(book: Book, shape: Shape, value: object, scope: Scope) -> str:
    """Write an object and what it holds into the book once; return its address."""
    address, known = _place(book, shape, value, scope)
    if known:
        return address
    lines = [f"<{address}> <{v.TYPE}> <{shape.klass}>"]
    page = book[address] = Page(value, lines, [])
    for row in shape.rows:
        field = shape.get(value, row.field)
        if row.term and field is not None:
            values = field if row.many else (field,)
            spelled = [_spell(book, row.kind, one, scope) for one in values]
            lines.extend(f"<{address}> <{row.term}> {term}" for term in spelled)
            if row.many:
                lines.extend(_sequence(address, row, field, spelled))
    page.follow.extend(following(shape, address, value, scope))
    return address


def _spell(book: Book, kind: Spelling, value: object, scope: Scope) -> str:
    if kind.shape is None:
        return kind.spell(value, scope)
    return f"<{_enter(book, kind.shape, value, scope)}>"


def _place(book: Book, shape: Shape, value: object, scope: Scope) -> tuple[str, bool]:
    """Find the address of an object, and whether it is written.

    Two objects that would share one are told apart by a number, unless the address is their id.
    """
    first = f"{shape.prefix}{shape.key(value, scope)}"
    address, number = first, 1
    while address in book and book[address].value != value:
        if not shape.rows[0].term:
            what = f"two different things have one id: {address}"
            raise ValueError(what)
        number += 1
        address = f"{first}~{number}"
    return address, address in book


def _sequence(address: str, row: Row, values: tuple[str, ...], spelled: list[str]) -> list[str]:
    """Keep the order of a field's values where sorting them would lose it."""
    plain = values if row.kind is TEXT else [term[1:-1] for term in spelled]
    rank = {value: place for place, value in enumerate(sorted(set(plain)))}
    places = [rank[value] for value in plain]
    if places == list(range(len(places))):
        return []
    order = " ".join(map(str, (row.field, *places)))
    return [f"<{address}> <{v.SEQUENCE}> {text(order)}"]
