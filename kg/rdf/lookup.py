"""Questions about single things in a store, in SPARQL: all that adding an article asks.

Each is answered from an index, in time that depends on what is asked for, not on the store.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.rdf import vocabulary as v
from kg.rdf.follow import outlet_address
from kg.rdf.found import SIDES
from kg.rdf.ntriples import part, read_part, text
from kg.rdf.parse import read_graphs, read_node
from kg.rdf.shared import CONCEPTS, Profiles
from kg.rdf.write import article_graph, in_graph

PENDING = f"{v.BASE}pending"
"""The graph that says what has come, or is to go, and is not shown by the derived graphs yet."""

COME, GO, JUDGE = "come", "go", "judge"
_QUANTITY, _TIME, _SPAN = f"<{v.QUANTITY_OF}>", f"<{v.KG}time>", f"<{v.KG}span>"
_DESCRIBING = ("BIND(?thing AS ?s)", f"?thing {_QUANTITY} ?s .", f"?thing {_TIME} ?s .")
_PROFILING = (
    "?profile ?p ?o . BIND(?profile AS ?s)",
    f"?profile {_QUANTITY} ?s . ?s ?p ?o",
    f"?profile {_QUANTITY}/{_SPAN} ?s . ?s ?p ?o",
    f"?profile {_TIME} ?s . ?s ?p ?o",
)
_FOUND_IN = v.IN_ARTICLE.replace(v.KG, v.FOUND)
_USES = {
    "effect": f"{v.KG}effect",
    "measure": f"{v.KG}measure",
    "predicate": f"{v.KG}predicate",
    "type": f"{v.KG}relationType",
    "unit": f"{v.KG}unit",
}


def pending_nquads(article_id: str, change: str) -> str:
    """Write that an article's graph has `COME`, is to `GO`, or is to be `JUDGE`d anew."""
    line = f"<{article_graph(article_id)}> <{v.PENDING}> {text(change)}"
    return in_graph(PENDING, [line])


def article_of(address: str) -> str:
    """Return the id of the article of a graph or of an article's address."""
    return read_part(address.rsplit("/", 1)[-1])


def pending() -> str:
    """Ask for what is pending: ?graph and ?change."""
    return f"SELECT ?graph ?change WHERE {{ ?graph <{v.PENDING}> ?change }} ORDER BY ?graph ?change"


def holds(article_id: str) -> str:
    """Ask whether an article is there."""
    return f"ASK {{ GRAPH <{article_graph(article_id)}> {{ ?s ?p ?o }} }}"


def any_article() -> str:
    """Ask whether any article is there."""
    return f"ASK {{ ?article a <{v.ARTICLE.klass}> }}"


def articles_at(term: str) -> str:
    """Ask which articles (?article, with ?path and ?url) have ?where as their "path" or "url"."""
    address = {row.field: row.term for row in v.ARTICLE.rows}
    return (
        f"SELECT ?article ?path ?url WHERE {{ ?article <{address[term]}> ?where ;"
        f" <{address['path']}> ?path . OPTIONAL {{ ?article <{address['url']}> ?url }} }}"
        " ORDER BY ?article"
    )


def articles_stating(statements: Iterable[str]) -> str:
    """Ask which articles (?article) the statements stand in."""
    values = _values("statement", _addresses(v.STATEMENTS, statements))
    return (
        f"SELECT DISTINCT ?article WHERE {{ {values} ?statement <{v.IN_ARTICLE}>|<{_FOUND_IN}>"
        " ?article } ORDER BY ?article"
    )


def neighbours(keys: Iterable[str]) -> str:
    """Ask for the graphs (?graph) of the readings that have one of the block keys, and which."""
    return (
        f"SELECT DISTINCT ?graph ?key WHERE {{ {_values('key', map(text, keys))}"
        f" ?graph <{v.BLOCK_KEY}> ?key }} ORDER BY ?graph ?key"
    )


def worded_by(issues: Iterable[str]) -> str:
    """Ask which article (?article) the question of each ?issue was worded from."""
    named = _values("issue", _addresses(v.ISSUES, issues))
    return f"SELECT ?issue ?article WHERE {{ {named} ?issue <{v.WORDED_BY}> ?article }}"


def answering(issues: Iterable[str]) -> str:
    """Ask for the graphs (?graph) of the readings with a claim on one of the issues."""
    named = _values("issue", _addresses(v.ISSUES, issues))
    return (
        f"SELECT DISTINCT ?graph WHERE {{ {named} GRAPH ?graph"
        f" {{ ?profile <{v.KG}issue> ?issue ; a <{v.CLAIM_PROFILE.klass}> }} }} ORDER BY ?graph"
    )


def issue_addresses(issues: Iterable[str]) -> list[str]:
    """Return the addresses of issues."""
    return [address[1:-1] for address in _addresses(v.ISSUES, issues)]


def thing_addresses(said: Profiles) -> list[str]:
    """Return the addresses of what is spoken of."""
    named = (
        *_addresses(v.ACTORS, (actor.id for actor in said.actors)),
        *_addresses(v.PLACES, (place.id for place in said.locations)),
        *_addresses(v.CLAIMS, (claim.id for claim in said.claims)),
    )
    outlets = [outlet_address(name) for name in said.outlets]
    return sorted({*(address[1:-1] for address in named), *outlets})


def is_claim(address: str) -> bool:
    """Tell whether a claim is described there: whole, by the profile that most articles have."""
    return address.startswith(v.CLAIMS)


def is_statement(address: str) -> bool:
    """Tell whether a statement has that address."""
    return address.startswith(v.STATEMENTS)


def descriptions(addresses: Iterable[str]) -> str:
    """Ask for the quads (?thing: ?s ?p ?o ?g) that describe things, with a claim's parts."""
    values = _values("thing", (f"<{address}>" for address in addresses))
    found = (f"{{ {values} {step} GRAPH ?g {{ ?s ?p ?o }} }}" for step in _DESCRIBING)
    return f"SELECT ?thing ?s ?p ?o ?g WHERE {{ {' UNION '.join(found)} }}"


def profiles(addresses: Iterable[str]) -> str:
    """Ask for the quads (?s ?p ?o ?g) of what each article says of things."""
    values = _values("thing", (f"<{address}>" for address in addresses))
    found = (
        f"{{ {values} GRAPH ?g {{ ?profile <{v.PROFILE_OF}> ?thing . {step} }} }}"
        for step in _PROFILING
    )
    return f"SELECT DISTINCT ?s ?p ?o ?g WHERE {{ {' UNION '.join(found)} }}"


def parse_profiles(nquads: str) -> tuple[Profiles, ...]:
    """Read the answer to `profiles` back, one for each article's graph."""
    shapes = (v.ACTOR_PROFILE, v.PLACE_PROFILE, v.CLAIM_PROFILE)
    said = []
    for _, nodes in sorted(read_graphs(nquads, v.GRAPH).items()):
        found = (
            tuple(
                read_node(nodes, shape, address)
                for address, node in sorted(nodes.items())
                if shape.klass in node.get(v.TYPE, ())
            )
            for shape in shapes
        )
        said.append(Profiles(*found))
    return tuple(said)


def publishing(names: Iterable[str]) -> str:
    """Ask which articles (?article) each ?outlet published or supplied."""
    values = _values("outlet", (f"<{outlet_address(name)}>" for name in names))
    terms = _values("term", (f"<{term}>" for term in (v.PUBLISHED_BY, v.CREDITED_TO)))
    return f"SELECT DISTINCT ?outlet ?article WHERE {{ {values} {terms} ?article ?term ?outlet }}"


def cited() -> str:
    """Ask by what each article (?article) is found again: ?path ?url ?outlet ?published."""
    address = {row.field: row.term for row in v.ARTICLE.rows}
    more = " ".join(
        f"OPTIONAL {{ ?article <{address[name]}> ?{name} }}"
        for name in ("url", "outlet", "published")
    )
    return (
        f"SELECT ?article ?path ?url ?outlet ?published WHERE {{ ?article a <{v.ARTICLE.klass}> ;"
        f" <{address['path']}> ?path . {more} }} ORDER BY ?article"
    )


def speaking_of(actors: Iterable[str], names: Iterable[str] = ()) -> str:
    """Ask for the graphs (?graph) of articles that speak of actors, by their ids or names.

    What was found counts as well as what holds after review.
    """
    by_id = _values("actor", _addresses(v.ACTORS, actors)), _either("actor", v.PROFILE_OF)
    by_name = _values("name", map(text, names)), _either("name", f"{v.KG}name")
    found = " UNION ".join(
        f"{{ {values} GRAPH ?graph {{ {either} }} }}" for values, either in (by_id, by_name)
    )
    return f"SELECT DISTINCT ?graph WHERE {{ {found} }} ORDER BY ?graph"


def actors_called(wanted: str) -> str:
    """Ask for the actors (?actor) with an id, name or alias, in any case.

    With their ?name and ?type, the ?called that fits, and ?alias where it is one.
    """
    called = f"FILTER(LCASE(?called) = LCASE({text(wanted)}))"
    branches = (
        f"VALUES ?actor {{ <{v.ACTORS}{part(wanted)}> }}",
        f"?actor <{v.LABEL}> ?called . {called}",
        f"?actor <{v.ALT_LABEL}> ?called . {called} BIND(?called AS ?alias)",
    )
    found = " UNION ".join(f"{{ {branch} }}" for branch in branches)
    return (
        f"SELECT DISTINCT ?actor ?name ?type ?called ?alias WHERE {{ {found}"
        f" ?actor a <{v.ACTOR}>, ?class ; <{v.LABEL}> ?name . ?class <{v.NOTATION}> ?type }}"
        " ORDER BY ?actor ?called ?alias"
    )


def home_of_relation(key: str) -> str:
    """Ask in which graph (?graph) a relation is described."""
    address = f"{v.LINK.prefix}{part(key)}"
    return (
        f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ <{address}> a <{v.RELATION}> }} }}"
        " ORDER BY ?graph"
    )


def _either(value: str, term: str) -> str:
    found = term.replace(v.KG, v.FOUND)
    return f"{{ ?profile <{term}> ?{value} }} UNION {{ ?profile <{found}> ?{value} }}"


def placed() -> str:
    """Ask which statements stand on the sides of links that people decided on.

    ?graph is that of the article, ?side is "a" or "b".
    """
    branches = " UNION ".join(
        f"{{ GRAPH ?graph {{ ?decision <{term}> ?statement }} BIND({text(side)} AS ?side) }}"
        for side, term in SIDES.items()
    )
    return (
        f"SELECT ?graph ?decision ?side ?statement WHERE {{ {branches} }}"
        " ORDER BY ?graph ?decision ?side ?statement"
    )


def marks() -> str:
    """Ask what each decision was found to concern.

    ?contested is "true" where it changes nothing there; ?actor is bound for a profile of one.
    """
    branches = " UNION ".join(
        f"{{ ?thing <{term}> ?decision BIND({text(contested)} AS ?contested) }}"
        for term, contested in ((v.DECIDED_BY, ""), (v.CONTESTED_BY, "true"))
    )
    return (
        f"SELECT DISTINCT ?decision ?thing ?contested ?actor WHERE {{ {branches}"
        f" OPTIONAL {{ ?thing <{v.PROFILE_OF}> ?actor }} }}"
        " ORDER BY ?decision ?thing ?contested ?actor"
    )


def linking(statements: Iterable[str]) -> str:
    """Ask for the relations (?relation) with one of the statements on a side."""
    values = _values("statement", _addresses(v.STATEMENTS, statements))
    terms = " UNION ".join(f"{{ ?relation <{v.KG}side{side}> ?statement }}" for side in "AB")
    return f"SELECT DISTINCT ?relation WHERE {{ {values} {terms} }} ORDER BY ?relation"


def unused_words() -> str:
    """Ask for the quads (?s ?p ?o ?g) of concepts of open lists that nothing names any more."""
    branches = " UNION ".join(
        f"{{ ?s <{v.IN_SCHEME}> <{v.KG}{scheme}Scheme> ."
        f" FILTER NOT EXISTS {{ ?user <{use}> ?s }} }}"
        for scheme, use in _USES.items()
    )
    return (
        f"SELECT ?s ?p ?o ?g WHERE {{ {branches} BIND(<{CONCEPTS}> AS ?g)"
        f" GRAPH <{CONCEPTS}> {{ ?s ?p ?o }} }}"
    )


def _addresses(prefix: str, ids: Iterable[str]) -> list[str]:
    return [f"<{prefix}{part(key)}>" for key in sorted(set(ids))]


def _values(variable: str, terms: Iterable[str]) -> str:
    return f"VALUES ?{variable} {{ {' '.join(sorted(set(terms)))} }}"
