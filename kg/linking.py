"""Links for articles that come and go, in time that depends on them and their neighbourhood.

What is to be done is marked in the store before an article's graph is touched and the mark taken
away when the derived graphs show it, so that what was interrupted is finished by the next change.
Every step may be done twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg import pipeline, rdf, relate
from kg.model import Knowledge, Reading, Relation
from kg.rdf import lookup, shared
from kg.rdf.follow import outlet_address
from kg.store import Answer, Rows, Store, Term

Shelf = dict[str, Reading]
"""Readings at hand by article id, so that those used again are not loaded again."""

_SHELF = 500
Lines = frozenset[str]
NOTHING: Lines = frozenset()


def put(engine: Store, reading: Reading, replaced: Iterable[str] = ()) -> None:
    """Write an article's graph and mark it, and the articles that it replaces, as pending.

    Raises `kg.errors.ArticleError` for a text that RDF cannot hold; nothing is written then.
    """
    quads = rdf.reading_nquads(reading, relate.block_keys(reading))
    leaving = (lookup.pending_nquads(article, lookup.GO) for article in replaced)
    engine.patch("", lookup.pending_nquads(reading.article.id, lookup.COME))
    engine.patch("", "".join([quads, *leaving]))


def take_out(engine: Store, article: str) -> None:
    """Mark an article as one that is to go."""
    engine.patch("", lookup.pending_nquads(article, lookup.GO))


def settle(engine: Store, shelf: Shelf) -> None:
    """Bring the derived graphs up to date with all that is pending."""
    pending = _rows(engine, lookup.pending())
    if not pending:
        return
    changes = {(lookup.article_of(graph), change) for graph, change in pending}
    come = _readings(engine, (a for a, change in changes if change == lookup.COME), shelf)
    gone = _readings(engine, (a for a, change in changes if change == lookup.GO), shelf)
    _link(engine, come, gone, shelf)
    for old in [*shelf][:-_SHELF]:
        del shelf[old]
    engine.patch("".join(sorted(lookup.pending_nquads(*change) for change in changes)), "")


def rebuild(engine: Store) -> None:
    """Write all derived graphs anew from the articles' graphs, as one who trusts nothing else."""
    readings = rdf.parse_readings(engine.nquads())
    wanted = {
        rdf.article_graph(r.article.id): rdf.reading_nquads(r, relate.block_keys(r))
        for r in readings
    }
    wanted |= derived(readings)
    stale = (g for g in engine.graphs() if rdf.is_derived(g) and g not in wanted)
    engine.put_many({**dict.fromkeys(stale, ""), **wanted, lookup.PENDING: ""})


def derived(readings: Sequence[Reading]) -> dict[str, str]:
    """Return all derived graphs of readings, made at one go."""
    knowledge = pipeline.know(readings)
    worded = {key: found.article for key, found in relate.wordings(readings).items()}
    whole = rdf.derived_nquads(knowledge)
    return whole | rdf.relations_nquads(knowledge.issues, knowledge.relations, worded)


def _link(engine: Store, come: Sequence[Reading], gone: Sequence[Reading], shelf: Shelf) -> None:
    """Change every derived triple that coming and going articles change, then the articles."""
    beside = _neighbours(engine, come, gone, shelf)
    change = relate.change(beside, come, gone)
    issues_less, issues_more = _issues(engine, come, gone, shelf)
    things_less, things_more = _things(engine, come, gone)
    before, after = _relations(change.before), _relations(change.after)
    articles = _lines(engine.nquads(rdf.article_graph(r.article.id)) for r in gone)
    less = (before - after) | issues_less | things_less | articles
    more = (after - before) | issues_more | things_more
    engine.patch("".join(sorted(less - more)), "".join(sorted(more)))
    _words(engine, Knowledge(tuple(come), (), change.after))


def _neighbours(
    engine: Store, come: Sequence[Reading], gone: Sequence[Reading], shelf: Shelf
) -> tuple[Reading, ...]:
    """Load the readings that share a block with those that come or go, without these.

    Of a block that all look on at, and nobody is in, nothing is loaded.
    """
    own = {key for reading in (*come, *gone) for key in relate.block_keys(reading)}
    watched = {key.removesuffix(relate.ONLOOKER) for key in own if key.endswith(relate.ONLOOKER)}
    found = _having(engine, own - {f"{key}{relate.ONLOOKER}" for key in watched} | watched)
    inhabited = (own - watched) | {key for _, key in found if key in watched}
    found += _having(engine, {f"{key}{relate.ONLOOKER}" for key in inhabited})
    leaving_out = {reading.article.id for reading in (*come, *gone)}
    return _readings(engine, {article for article, _ in found} - leaving_out, shelf)


def _having(engine: Store, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Return the ids of the articles that have one of the keys, each with the key."""
    wanted = set(keys)
    rows = _rows(engine, lookup.neighbours(wanted)) if wanted else []
    return [(lookup.article_of(graph), key) for graph, key in rows]


def _relations(relations: Sequence[Relation]) -> Lines:
    return _lines(rdf.relations_nquads((), relations).values())


def _issues(
    engine: Store, come: Sequence[Reading], gone: Sequence[Reading], shelf: Shelf
) -> tuple[Lines, Lines]:
    """Return what is taken from and put to the issues that the articles answer.

    The words of a question are those of the fullest answer: a coming one is held against the
    one that gave them so far, and only when that one goes are all others asked.
    """
    raised, dropped = relate.wordings(come), relate.wordings(gone)
    asked = {*raised, *dropped}
    if not asked:
        return NOTHING, NOTHING
    found = _rows(engine, lookup.worded_by(asked))
    worded = {lookup.article_of(i): lookup.article_of(a) for i, a in found}
    leaving = {reading.article.id for reading in gone}
    orphaned = {issue for issue in asked if worded.get(issue) in leaving}
    graphs = _rows(engine, lookup.answering(orphaned)) if orphaned else []
    rivals = {lookup.article_of(graph) for (graph,) in graphs} | set(worded.values())
    arriving = {reading.article.id for reading in come}
    best = relate.wordings(_readings(engine, (arriving | rivals) - leaving, shelf))
    changed = orphaned | raised.keys()
    kept = [best[issue] for issue in sorted(changed & best.keys())]
    new = rdf.relations_nquads(
        [one.issue for one in kept], (), {one.issue.id: one.article for one in kept}
    )
    return _difference(_described(engine, lookup.issue_addresses(changed)), _lines(new.values()))


def _things(engine: Store, come: Sequence[Reading], gone: Sequence[Reading]) -> tuple[Lines, Lines]:
    """Return what is taken from and put to the descriptions of actors, places, claims, outlets."""
    arriving = [shared.thing_nquads(shared.profiles_of(r)) for r in come]
    leaving = {a for r in gone for a in lookup.thing_addresses(shared.profiles_of(r))}
    addresses = sorted({*leaving, *(address for said in arriving for address in said)})
    held = _described_each(engine, addresses)
    at_hand = shared.thing_nquads(*(shared.profiles_of(r) for r in come))
    less, more = set[str](), set[str]()
    asked = []
    for address in addresses:
        if address in leaving:
            asked.append(address)
        elif not held.get(address):
            more |= _lines([at_hand[address]])
        elif not all(_goes_with(said, address, held[address]) for said in arriving):
            asked.append(address)
    for address, after in _told_anew(engine, asked, gone).items():
        old, new = _difference(held.get(address, NOTHING), after)
        less |= old
        more |= new
    return frozenset(less), frozenset(more)


def _goes_with(said: Mapping[str, str], address: str, held: Lines) -> bool:
    """Tell whether an article's profile is a vote for the description as it is."""
    lines = _lines([said.get(address, "")])
    return not lines or (lines == held if lookup.is_claim(address) else lines <= held)


def _told_anew(
    engine: Store, addresses: Sequence[str], gone: Sequence[Reading]
) -> dict[str, Lines]:
    """Describe things from all that the articles that stay say of them."""
    if not addresses:
        return {}
    leaving = {rdf.article_graph(reading.article.id) for reading in gone}
    rows = _query(engine, lookup.profiles(addresses))
    quads = [_quad(row) for row in rows.rows if row[3] is not None and row[3].value not in leaving]
    said = [*lookup.parse_profiles("".join(quads)), _publishing(engine, addresses, gone)]
    described = shared.thing_nquads(*said)
    return {address: _lines([described.get(address, "")]) for address in addresses}


def _publishing(
    engine: Store, addresses: Sequence[str], gone: Sequence[Reading]
) -> shared.Profiles:
    """Return which of the going articles' outlets others have, too."""
    leaving = {reading.article.id for reading in gone}
    names = {name for reading in gone for name in shared.profiles_of(reading).outlets}
    found = _rows(engine, lookup.publishing(names)) if names and addresses else []
    kept = {outlet for outlet, article in found if lookup.article_of(article) not in leaving}
    return shared.Profiles(outlets=tuple(sorted(n for n in names if outlet_address(n) in kept)))


def _words(engine: Store, knowledge: Knowledge) -> None:
    """Describe the words that have come into use, and drop those that nobody uses any more."""
    held = _lines([engine.nquads(shared.CONCEPTS)])
    if not _holds(engine, lookup.any_article()):
        engine.patch("".join(sorted(held)), "")
        return
    unused = frozenset(_quad(row) for row in _query(engine, lookup.unused_words()).rows)
    used = _lines([shared.word_nquads(knowledge)])
    engine.patch("".join(sorted(unused & held)), "".join(sorted(used - held)))


def _readings(engine: Store, articles: Iterable[str], shelf: Shelf) -> tuple[Reading, ...]:
    """Return the readings of articles, sorted by id; loaded ones are at hand from now on."""
    wanted = sorted(set(articles))
    graphs = (engine.nquads(rdf.article_graph(key)) for key in wanted if key not in shelf)
    shelf.update((r.article.id, r) for r in rdf.parse_readings("".join(graphs)))
    return tuple(shelf[key] for key in wanted if key in shelf)


def _described(engine: Store, addresses: Iterable[str]) -> Lines:
    return frozenset().union(*_described_each(engine, addresses).values())


def _described_each(engine: Store, addresses: Iterable[str]) -> dict[str, Lines]:
    wanted = list(addresses)
    found: dict[str, set[str]] = {}
    for thing, *quad in _query(engine, lookup.descriptions(wanted)).rows if wanted else ():
        if thing is not None:
            found.setdefault(thing.value, set()).add(_quad(quad))
    return {thing: frozenset(lines) for thing, lines in found.items()}


def _difference(before: Lines, after: Lines) -> tuple[Lines, Lines]:
    return before - after, after - before


def _lines(nquads: Iterable[str]) -> Lines:
    return frozenset(f"{line}\n" for some in nquads for line in some.split("\n") if line)


def _quad(terms: Sequence[Term | None]) -> str:
    return f"{' '.join(term.spelled() for term in terms if term is not None)} .\n"


def _query(engine: Store, sparql: str) -> Rows:
    found = engine.query(sparql)
    return found if isinstance(found, Rows) else Rows((), ())


def _rows(engine: Store, sparql: str) -> list[list[str]]:
    return [[term.value if term else "" for term in row] for row in _query(engine, sparql).rows]


def _holds(engine: Store, sparql: str) -> bool:
    found = engine.query(sparql)
    return isinstance(found, Answer) and found.value
