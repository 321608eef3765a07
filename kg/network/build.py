"""The graph of actors, statements and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, product

import networkx as nx

from kg.model import Actor, ArticleRow, Knowledge, Relation, Rows, Stance, StatementRow
from kg.network.rows import rows

# Remarks by which the narrator keeps a distance; "verified" is none.
DOUBTS = frozenset({"unverified", "weak_evidence", "disputed", "distancing"})
PAIRS = 16


def build(known: Knowledge | Rows) -> nx.MultiDiGraph:
    """Return actors, statements and claims as nodes, and who said what of whom as edges.

    Node ids are the ids of the things; the node attribute `kind` is "actor", "statement" or
    "claim". Statements carry `act`, `polarity`, `certainty`, `stance`, `quote`, `article`,
    `start`, `outlet`, `agency`, `published` (an ISO day), "" where unknown, `notes` (what the
    narrator remarks) and `doubted` (whether the narrator keeps a distance). The edge attribute
    `kind` is one of the following, and the edge's key, too, except for links between statements,
    whose key is the relation's id:

    - "voices": speaker -> statement, "owns": claimant -> statement when somebody else voiced it,
    - "acts_for": actor -> the one it speaks for,
    - "states": statement -> claim, with `polarity` and `modal`,
    - "about": statement -> actor,
    - "reports": statement -> statement that stands inside its words,
    - "dispute", "same_claim", "corroboration", "response": statement -> statement, with `type`,
      `because`, the relation's `id`, and the `issue` and `question` that it is over ("" for none).
      Of a relation of more than `PAIRS` pairs the first statement of each side is joined to all of
      the other, so that copies cost nothing.

    Nodes and edges are added in a fixed order, so that equal knowledge gives equal graphs.
    """
    held = rows(known) if isinstance(known, Knowledge) else known
    graph = nx.MultiDiGraph()
    _add_actors(graph, held.actors)
    _add_claims(graph, held)
    articles = {article.id: article for article in held.articles}
    for statement in held.statements:
        graph.add_node(statement.id, **_fields(statement, articles[statement.article]))
    for statement in held.statements:
        _add_voices(graph, statement)
        _add_words(graph, statement)
    questions = {issue.id: issue.question for issue in held.issues}
    for relation in held.relations:
        _add_relation(graph, relation, questions.get(relation.issue or "", ""))
    return graph


def _add_actors(graph: nx.MultiDiGraph, described: Mapping[str, tuple[Actor, ...]]) -> None:
    """Add actors under the name and type that most articles give, the first of equals."""
    given: dict[str, Counter[tuple[str, str]]] = {}
    bonds = set()
    for article in sorted(described):
        for actor in described[article]:
            given.setdefault(actor.id, Counter())[actor.name, str(actor.type)] += 1
            principal = actor.acts_for or actor.organisation or actor.part_of or actor.state
            if principal and principal != actor.id:
                bonds.add((actor.id, principal))
    for key in sorted(given):
        name, kind = min(given[key], key=lambda one: (-given[key][one], one))
        graph.add_node(key, kind="actor", label=name, type=kind)
    for actor_id, principal in sorted(bonds):
        graph.add_edge(actor_id, principal, key="acts_for", kind="acts_for")


def _add_claims(graph: nx.MultiDiGraph, held: Rows) -> None:
    for claim in held.claims:
        bounds = {"low": claim.low, "high": claim.high}
        graph.add_node(
            claim.id,
            kind="claim",
            label=claim.text,
            issue=claim.issue,
            counted=claim.counted,
            **{name: bound for name, bound in bounds.items() if bound is not None},
        )


def _fields(statement: StatementRow, article: ArticleRow) -> dict[str, str | int | bool]:
    doubts = DOUBTS & set(statement.notes)
    return {
        "kind": "statement",
        "label": statement.words,
        "act": str(statement.act),
        "polarity": str(statement.polarity),
        "certainty": str(statement.certainty),
        "stance": str(statement.stance),
        "quote": str(statement.quote),
        "article": statement.article,
        "start": statement.start,
        "outlet": article.outlet or "",
        "agency": article.agency or "",
        "published": article.published.isoformat() if article.published else "",
        "notes": "; ".join(statement.notes),
        "doubted": bool(doubts) or statement.stance is Stance.DISTANCING,
    }


def _add_voices(graph: nx.MultiDiGraph, statement: StatementRow) -> None:
    voice = statement.speaker or statement.claimant
    if voice:
        graph.add_edge(voice, statement.id, key="voices", kind="voices")
    if statement.claimant and statement.claimant != voice:
        graph.add_edge(statement.claimant, statement.id, key="owns", kind="owns")
        graph.add_edge(voice, statement.claimant, key="acts_for", kind="acts_for")
    for target in statement.targets:
        graph.add_edge(statement.id, target, key="about", kind="about")


def _add_words(graph: nx.MultiDiGraph, statement: StatementRow) -> None:
    for commitment in statement.commitments:
        graph.add_edge(
            statement.id,
            commitment.claim,
            key="states",
            kind="states",
            polarity=str(commitment.polarity),
            modal=commitment.modal,
        )
    if statement.reports and statement.reports in graph:
        graph.add_edge(statement.id, statement.reports, key="reports", kind="reports")


def _add_relation(graph: nx.MultiDiGraph, relation: Relation, question: str) -> None:
    for a, b in _joined(relation):
        graph.add_edge(
            a,
            b,
            key=relation.id,
            kind=str(relation.kind),
            type=relation.type,
            because=relation.because,
            id=relation.id,
            issue=relation.issue or "",
            question=question,
        )


def _joined(relation: Relation) -> Iterator[tuple[str, str]]:
    if len(relation.a) * len(relation.b) <= PAIRS:
        return product(relation.a, relation.b)
    (first, *more), (other, *_) = relation.a, relation.b
    return chain(product([first], relation.b), product(more, [other]))
