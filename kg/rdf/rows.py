"""Rows for analysis out of a store: questions made from the table, and their answers read back.

`kg.network.rows` makes the same rows from knowledge. Only what analysis needs is asked for: of
the texts nothing but the words of the statements, which is a few per cent of what a store holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.model import (
    Actor,
    ArticleRow,
    BlockKind,
    ClaimRow,
    Commitment,
    Issue,
    Relation,
    Rows,
    StatementRow,
)
from kg.rdf import vocabulary as v
from kg.rdf.kinds import Row, Shape
from kg.rdf.ntriples import read_part

Ask = Callable[[str], Iterable[Sequence[str | None]]]
"""Puts a SELECT to a store and returns its rows, the texts of the terms in the order asked."""

_OF_STATEMENT = {
    "article": "article",
    "quote_type": "quote",
    "speech_act": "act",
    "polarity": "polarity",
    "certainty": "certainty",
    "stance": "stance",
    "reports": "reports",
}
_HEADINGS = tuple(f"<{v.KG}block-{kind}>" for kind in (BlockKind.HEADLINE, BlockKind.HEADING))
Place = tuple[int, int]


def read_rows(ask: Ask) -> Rows:
    """Return what analysis needs of a store that `ask` puts questions to."""
    return Rows(
        articles=tuple(_sorted(_articles(ask))),
        statements=tuple(_sorted(_statements(ask))),
        actors=_actors(ask),
        claims=tuple(_sorted(_claims(ask))),
        issues=read_issues(ask),
        relations=read_relations(ask),
    )


def _sorted(found: Iterable[Any]) -> list[Any]:
    return sorted(found, key=lambda one: str(one.id))


def _select(ask: Ask, shape: Shape, fields: Iterable[str], more: str = "") -> Iterator[list[Any]]:
    """Yield for each node of a shape its key and the fields, which hold one value at most."""
    rows = [_row(shape, field) for field in fields]
    wanted = " ".join(
        pattern if row.required else f"OPTIONAL {{ {pattern} }}"
        for row in rows
        for pattern in [f"?s <{row.term}> ?{row.field} ."]
    )
    names = " ".join(f"?{row.field}" for row in rows)
    sparql = f"SELECT ?s {names} WHERE {{ ?s a <{shape.klass}> . {wanted} {more}}}"
    for key, *values in ask(sparql):
        read = (
            row.kind.read(x) if x is not None else None for row, x in zip(rows, values, strict=True)
        )
        yield [_key(key), *read]


def _pairs(ask: Ask, shape: Shape, field: str) -> dict[str, list[Any]]:
    """Return by key the values of a field that may hold many."""
    row = _row(shape, field)
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in ask(f"SELECT ?s ?o WHERE {{ ?s a <{shape.klass}> ; <{row.term}> ?o }}"):
        found[_key(key)].append(row.kind.read(value or ""))
    return found


def _row(shape: Shape, field: str) -> Row:
    return next(row for row in shape.rows if row.field == field)


def _key(address: str | None) -> str:
    return read_part((address or "").rsplit("/", 1)[-1])


def _articles(ask: Ask) -> Iterator[ArticleRow]:
    fields = ("path", "outlet", "agency", "published")
    return (ArticleRow(*found) for found in _select(ask, v.ARTICLE, fields))


def _statements(ask: Ask) -> Iterator[StatementRow]:
    words = _words(ask)
    notes = _notes(ask)
    voices = _voices(ask)
    targets = _pairs(ask, v.ATTRIBUTION, "targets")
    commitments = _commitments(ask)
    headings = _heading_places(ask)
    for key, *values in _select(ask, v.STATEMENT, _OF_STATEMENT):
        if key in words:
            fields = dict(zip(_OF_STATEMENT.values(), values, strict=True))
            spans = sorted(words[key])
            start = spans[0][0]
            attribution, speaker, claimant = voices.get(key, ("", None, None))
            yield StatementRow(
                id=key,
                start=start,
                words=" … ".join(" ".join(said.split()) for _, said in spans),
                heading=any(a <= start < b for a, b in headings.get(fields["article"], ())),
                notes=tuple(sorted(notes.get(key, ()))),
                speaker=speaker,
                claimant=claimant,
                targets=tuple(sorted(set(targets.get(attribution, ())))),
                commitments=tuple(commitments.get(key, ())),
                **fields,
            )


def _words(ask: Ask) -> Mapping[str, list[tuple[int, str]]]:
    """Return by statement where each piece of its content starts, and the piece."""
    content, start = _row(v.STATEMENT, "content").term, _row(v.SPAN, "start").term
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    asked = (
        f"SELECT ?s ?start ?said WHERE {{ ?s a <{v.STATEMENT.klass}> ; <{content}> ?span ."
        f" ?span <{start}> ?start ; <{v.EXACT}> ?said }}"
    )
    for key, at, said in ask(asked):
        found[_key(key)].append((int(at or 0), said or ""))
    return found


def _notes(ask: Ask) -> Mapping[str, set[str]]:
    effect = _row(v.NOTE, "effect")
    found: defaultdict[str, set[str]] = defaultdict(set)
    noted = f"<{_row(v.STATEMENT, 'verification').term}>/<{effect.term}>"
    for key, value in ask(f"SELECT ?s ?o WHERE {{ ?s {noted} ?o }}"):
        found[_key(key)].add(str(effect.kind.read(value or "")))
    return found


def _voices(ask: Ask) -> Mapping[str, tuple[str, str | None, str | None]]:
    """Return by statement the key of its attribution, its speaker and its claimant."""
    found = _select(ask, v.ATTRIBUTION, ("statement", "speaker", "claimant"))
    return {statement: (key, speaker, claimant) for key, statement, speaker, claimant in found}


def _commitments(ask: Ask) -> Mapping[str, list[Commitment]]:
    fields = ("statement", "claim", "polarity", "modal")
    every = {Commitment(*values) for _, *values in _select(ask, v.COMMITMENT, fields)}
    found: defaultdict[str, list[Commitment]] = defaultdict(list)
    for one in sorted(every, key=lambda c: (c.statement, c.claim, c.polarity, c.modal)):
        found[one.statement].append(one)
    return found


def _heading_places(ask: Ask) -> Mapping[str, list[Place]]:
    """Return by article where its headlines and headings stand."""
    block, kind, extent = (
        _row(v.ARTICLE, "blocks").term,
        _row(v.BLOCK, "kind").term,
        _row(v.BLOCK, "span").term,
    )
    start, end = _row(v.EXTENT, "start").term, _row(v.EXTENT, "end").term
    asked = (
        f"SELECT ?article ?start ?end WHERE {{ VALUES ?kind {{ {' '.join(_HEADINGS)} }}"
        f" ?block <{kind}> ?kind ; <{extent}> ?span . ?article <{block}> ?block ."
        f" ?span <{start}> ?start ; <{end}> ?end }}"
    )
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for article, first, last in ask(asked):
        found[_key(article)].append((int(first or 0), int(last or 0)))
    return found


def _actors(ask: Ask) -> Mapping[str, tuple[Actor, ...]]:
    """Return by article its actors as it describes them."""
    profiled, article = _row(v.READING, "actors").term, _row(v.READING, "article").term
    asked = f"SELECT ?s ?article WHERE {{ ?reading <{profiled}> ?s ; <{article}> ?article }}"
    of = {_key(profile): _key(where) for profile, where in ask(asked)}
    fields = ("id", "name", "type", "organisation", "part_of", "acts_for", "state")
    found: dict[str, list[Actor]] = {key: [] for key in of.values()}
    for profile, *values in _select(ask, v.ACTOR_PROFILE, fields):
        found[of[profile]].append(Actor(**dict(zip(fields, values, strict=True))))
    described = {key: tuple(_sorted(actors)) for key, actors in found.items()}
    silent = ((_key(key), ()) for (key,) in ask(f"SELECT ?s WHERE {{ ?s a <{v.ARTICLE.klass}> }}"))
    return dict(silent) | described


def _claims(ask: Ask) -> Iterator[ClaimRow]:
    amount, low, high = (
        _row(v.CLAIM, "quantity").term,
        _row(v.AMOUNT, "low"),
        _row(v.AMOUNT, "high"),
    )
    asked = (
        f"SELECT ?s ?low ?high WHERE {{ ?s a <{v.CLAIM.klass}> ; <{amount}> ?q ."
        f" OPTIONAL {{ ?q <{low.term}> ?low }} OPTIONAL {{ ?q <{high.term}> ?high }} }}"
    )
    figures = {
        _key(key): [low.kind.read(x) if x is not None else None for x in bounds]
        for key, *bounds in ask(asked)
    }
    for key, issue, text in _select(ask, v.CLAIM, ("issue", "text")):
        bounds = figures.get(key, (None, None))
        yield ClaimRow(key, issue, text, key in figures, *bounds)


def read_issues(ask: Ask) -> tuple[Issue, ...]:
    """Return the issues of a store, sorted by id."""
    fields = ("question", "predicate", "measure", "unit", "patient")
    return tuple(_sorted(Issue(*found) for found in _select(ask, v.ISSUE, fields)))


def read_relations(ask: Ask) -> tuple[Relation, ...]:
    """Return the links between statements of a store, sorted by id, their sides sorted, too."""
    a, b = _pairs(ask, v.LINK, "a"), _pairs(ask, v.LINK, "b")
    fields = ("kind", "type", "because", "issue")
    found = []
    for key, kind, type_, because, issue in _select(ask, v.LINK, fields):
        one, other = (tuple(sorted(side.get(key, ()))) for side in (a, b))
        found.append(Relation(key, kind, type_, one, other, because, issue))
    return tuple(_sorted(found))
