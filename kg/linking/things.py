"""What articles share (actors, places, claims, outlets), as their articles come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg import rdf
from kg.linking.asking import NOTHING, Lines, described_each, difference, lines, quad, query, rows
from kg.model import Reading
from kg.rdf import lookup, shared
from kg.rdf.follow import outlet_address
from kg.store import Store


def things(engine: Store, come: Sequence[Reading], gone: Sequence[Reading]) -> tuple[Lines, Lines]:
    """Return what is taken from and put to the descriptions of what the articles speak of."""
    arriving = [shared.thing_nquads(shared.profiles_of(r)) for r in come]
    leaving = {a for r in gone for a in lookup.thing_addresses(shared.profiles_of(r))}
    addresses = sorted({*leaving, *(address for said in arriving for address in said)})
    held = described_each(engine, addresses)
    at_hand = shared.thing_nquads(*(shared.profiles_of(r) for r in come))
    less, more = set[str](), set[str]()
    asked = []
    for address in addresses:
        if address in leaving:
            asked.append(address)
        elif not held.get(address):
            more |= lines([at_hand[address]])
        elif not all(_goes_with(said, address, held[address]) for said in arriving):
            asked.append(address)
    for address, after in _told_anew(engine, asked, come, gone).items():
        old, new = difference(held.get(address, NOTHING), after)
        less |= old
        more |= new
    return frozenset(less), frozenset(more)


def _goes_with(said: Mapping[str, str], address: str, held: Lines) -> bool:
    """Tell whether an article's profile is a vote for the description as it is."""
    own = lines([said.get(address, "")])
    return not own or (own == held if lookup.is_claim(address) else own <= held)


def _told_anew(
    engine: Store, addresses: Sequence[str], come: Sequence[Reading], gone: Sequence[Reading]
) -> dict[str, Lines]:
    """Describe things from all that the articles that stay, and those that come, say of them."""
    if not addresses:
        return {}
    known = {reading.article.id for reading in (*come, *gone)}
    elsewhere = {rdf.article_graph(article) for article in known}
    found = query(engine, lookup.profiles(addresses)).rows
    quads = [quad(row) for row in found if row[3] is not None and row[3].value not in elsewhere]
    said = [*lookup.parse_profiles("".join(quads)), _publishing(engine, (*come, *gone), known)]
    told = shared.thing_nquads(*said, *(shared.profiles_of(reading) for reading in come))
    return {address: lines([told.get(address, "")]) for address in addresses}


def _publishing(
    engine: Store, changing: Sequence[Reading], known: Iterable[str]
) -> shared.Profiles:
    """Return which of the articles' outlets others have, too."""
    names = {name for reading in changing for name in shared.profiles_of(reading).outlets}
    found = rows(engine, lookup.publishing(names)) if names else []
    kept = {outlet for outlet, article in found if lookup.article_of(article) not in known}
    return shared.Profiles(outlets=tuple(sorted(n for n in names if outlet_address(n) in kept)))
