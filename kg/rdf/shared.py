"""Descriptions of what articles share (actors, places, claims, outlets) as derived graphs.

An article's graph says what its own text says of an actor, in a profile. The actor itself is
described here once, from all profiles, so that no triple stands in two graphs; and since the
description depends on nothing but the profiles that are left, an article can be taken out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from kg.model import Actor, ActorType, Claim, Knowledge, Location, Quantity, Reading
from kg.rdf import vocabulary as v
from kg.rdf.follow import outlet_address
from kg.rdf.kinds import Scope, Shape
from kg.rdf.ntriples import part, read_part, text
from kg.rdf.relations import relations_nquads
from kg.rdf.write import in_graph, triples

T = TypeVar("T", tuple[str, str], tuple[str, ...])

# Two hexadecimal digits: at most 256 graphs, so that a changed article touches few of them.
_BUCKET_DIGITS = 2
CONCEPTS = f"{v.DERIVED}concepts"

# Where a profile's property describes the thing itself by another term.
_OWN_TERMS = {f"{v.KG}name": v.LABEL, f"{v.KG}actorType": v.TYPE, f"{v.KG}alias": v.ALT_LABEL}
_SINGLE = {v.LABEL, v.TYPE}


def derived_nquads(knowledge: Knowledge) -> dict[str, str]:
    """Write all that depends on more than one article as N-Quads, by graph.

    These are the graphs of `shared_nquads` and `relations_nquads`, and one with the notations
    of the concepts that are used. An empty knowledge has none.
    """
    graphs = shared_nquads(knowledge.readings)
    graphs |= relations_nquads(knowledge.issues, knowledge.relations)
    return graphs | ({CONCEPTS: word_nquads(knowledge)} if graphs or knowledge.readings else {})


def word_nquads(knowledge: Knowledge) -> str:
    """Describe the concepts that are used, and those of the closed lists, by their words."""
    return in_graph(CONCEPTS, _notations(knowledge))


def shared_nquads(readings: Sequence[Reading]) -> dict[str, str]:
    """Describe each actor, place, claim and outlet once, in the graph `derived/shared-XX`.

    XX are the first two digits of its id. Several articles may give an actor several roles or
    organisations: all are kept. Of labels, types and claims' descriptions, the one that most
    articles give wins.
    """
    return profiled_nquads(*map(profiles_of, readings))


@dataclass(frozen=True, slots=True)
class Profiles:
    """What one article, or a part of it, says of what articles share; `outlets` are names."""

    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    claims: tuple[Claim, ...] = ()
    outlets: tuple[str, ...] = ()


def profiles_of(reading: Reading) -> Profiles:
    """Return what a reading says of what articles share."""
    outlets = (reading.article.outlet, reading.article.agency)
    named = tuple(name for name in outlets if name is not None)
    return Profiles(reading.actors, reading.locations, reading.claims, named)


def profiled_nquads(*said: Profiles) -> dict[str, str]:
    """Describe each thing once from all that is said of it, as `shared_nquads` does."""
    graphs: defaultdict[str, set[str]] = defaultdict(set)
    for address, lines in _described(said):
        graphs[_bucket(address)].update(lines)
    return {graph: in_graph(graph, graphs[graph]) for graph in sorted(graphs)}


def thing_nquads(*said: Profiles) -> dict[str, str]:
    """Return the same by the address of the thing."""
    return {address: in_graph(_bucket(address), set(lines)) for address, lines in _described(said)}


def _described(said: Sequence[Profiles]) -> Iterator[tuple[str, Iterable[str]]]:
    return chain(_things(said), _claims(said), _outlets(said))


def _bucket(address: str) -> str:
    key = read_part(address.rsplit("/", 1)[-1])
    return f"{v.DERIVED}shared-{part(key[:_BUCKET_DIGITS])}"


def _things(said: Iterable[Profiles]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the address and the description of each actor and place."""
    votes: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for profiles in said:
        for actor in profiles.actors:
            votes[f"{v.ACTORS}{part(actor.id)}"].update(_pairs(v.ACTOR_PROFILE, actor))
        for place in profiles.locations:
            votes[f"{v.PLACES}{part(place.id)}"].update(_pairs(v.PLACE_PROFILE, place))
    for address, counted in votes.items():
        klass = v.ACTOR if address.startswith(v.ACTORS) else v.PLACE
        lines = [f"<{address}> <{term}> {value}" for term, value in _elected(counted)]
        yield address, [f"<{address}> <{v.TYPE}> <{klass}>", *lines]


def _pairs(shape: Shape, value: object) -> Iterator[tuple[str, str]]:
    """Yield the properties and spelled values of a profile, in the terms of the thing itself."""
    for row in shape.rows[1:]:
        field = getattr(value, row.field)
        for one in field if row.many else () if field is None else (field,):
            yield _OWN_TERMS.get(row.term, row.term), row.kind.spell(one, Scope(""))


def _elected(counted: Counter[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for term, value in counted:
        rivals = [other for other in counted if other[0] == term]
        if term not in _SINGLE or (term, value) == _winner({r: counted[r] for r in rivals}):
            yield term, value


def _winner(counted: Mapping[T, int]) -> T:
    """Return what is counted most often; of equals, the first in order."""
    return min(counted, key=lambda one: (-counted[one], one))


def _claims(said: Iterable[Profiles]) -> Iterator[tuple[str, Iterable[str]]]:
    votes: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for claim in chain.from_iterable(profiles.claims for profiles in said):
        key = part(claim.id)
        votes[f"{v.CLAIMS}{key}"][tuple(sorted(triples(v.CLAIM, (claim,), Scope(key))))] += 1
    for address, counted in votes.items():
        yield address, _winner(counted)


def _outlets(said: Iterable[Profiles]) -> Iterator[tuple[str, Iterable[str]]]:
    for name in chain.from_iterable(profiles.outlets for profiles in said):
        node = f"<{outlet_address(name)}>"
        lines = f"{node} <{v.TYPE}> <{v.OUTLET}>", f"{node} <{v.LABEL}> {text(name)}"
        yield outlet_address(name), lines


def _notations(knowledge: Knowledge) -> Iterator[str]:
    """Describe each concept by its word, so that queries can ask and answer in words."""
    words = {*_closed_words(), *chain.from_iterable(map(_open_words, knowledge.readings))}
    for issue in knowledge.issues:
        words |= {("predicate", issue.predicate), ("measure", issue.measure), ("unit", issue.unit)}
    words |= {("type", relation.type) for relation in knowledge.relations}
    for scheme, word in words:
        if word is not None:
            yield from _concept(scheme, word)
    for actor_type in ActorType:
        yield f"<{v.KG}{actor_type}> <{v.NOTATION}> {text(actor_type)}"


def _concept(scheme: str, word: str) -> Iterator[str]:
    address = f"{v.KG}{scheme}-{part(word)}"
    yield f"<{address}> <{v.TYPE}> <{v.CONCEPT}>"
    yield f"<{address}> <{v.IN_SCHEME}> <{v.KG}{scheme}Scheme>"
    yield f"<{address}> <{v.NOTATION}> {text(word)}"


def _closed_words() -> Iterator[tuple[str, str | None]]:
    for scheme, members in v.SCHEMES.items():
        yield from ((scheme, member.value) for member in members)
    yield from (("role", role) for role in v.ROLES)


def _open_words(reading: Reading) -> Iterator[tuple[str, str | None]]:
    for claim in reading.claims:
        yield "predicate", claim.predicate
        yield "measure", claim.measure
        yield "unit", claim.unit
    for quantity in _quantities(reading):
        yield "measure", quantity.measure
        yield "unit", quantity.unit
    for statement in reading.statements:
        yield from (("effect", note.effect) for note in statement.verification)


def _quantities(reading: Reading) -> Iterator[Quantity]:
    yield from (quantity for _, quantity in reading.quantities)
    yield from (claim.quantity for claim in reading.claims if claim.quantity is not None)
