"""The graph of actors, statements and claims."""

from __future__ import annotations

import networkx as nx

from kg.model import Knowledge, Reading, Relation, Statement


def build(knowledge: Knowledge) -> nx.MultiDiGraph:
    """Return actors, statements and claims as nodes, and who said what of whom as edges.

    Node ids are the ids of the things; the node attribute `kind` is "actor", "statement" or
    "claim". The edge attribute `kind` (also its key) is one of

    - "voices": speaker -> statement, "owns": claimant -> statement when somebody else voiced it,
    - "acts_for": actor -> the one it speaks for,
    - "states": statement -> claim, with `polarity`,
    - "about": statement -> actor,
    - "dispute", "same_claim", "corroboration", "response": statement -> statement, with `type`,
      `because`, the relation's `id`, and the `issue` and `question` that it is over ("" for none).

    Nodes and edges are added in a fixed order, so that equal knowledge gives equal graphs.
    """
    graph = nx.MultiDiGraph()
    for reading in knowledge.readings:
        _add_actors(graph, reading)
        _add_claims(graph, reading)
        _add_statements(graph, reading)
    questions = {issue.id: issue.question for issue in knowledge.issues}
    for relation in knowledge.relations:
        _add_relation(graph, relation, questions.get(relation.issue or "", ""))
    return graph


def _add_actors(graph: nx.MultiDiGraph, reading: Reading) -> None:
    for actor in reading.actors:
        graph.add_node(actor.id, kind="actor", label=actor.name, type=str(actor.type))
    for actor in reading.actors:
        principal = actor.acts_for or actor.organisation or actor.part_of or actor.state
        if principal and principal != actor.id:
            graph.add_edge(actor.id, principal, key="acts_for", kind="acts_for")


def _add_claims(graph: nx.MultiDiGraph, reading: Reading) -> None:
    for claim in reading.claims:
        graph.add_node(
            claim.id,
            kind="claim",
            label=claim.text,
            issue=claim.issue,
            counted=claim.quantity is not None,
        )


def _add_statements(graph: nx.MultiDiGraph, reading: Reading) -> None:
    for statement in reading.statements:
        graph.add_node(statement.id, **_statement(reading, statement))
    for commitment in reading.commitments:
        graph.add_edge(
            commitment.statement,
            commitment.claim,
            key="states",
            kind="states",
            polarity=str(commitment.polarity),
        )
    for who in reading.attributions:
        voice = who.speaker or who.claimant
        if voice:
            graph.add_edge(voice, who.statement, key="voices", kind="voices")
        if who.claimant and who.claimant != voice:
            graph.add_edge(who.claimant, who.statement, key="owns", kind="owns")
            graph.add_edge(voice, who.claimant, key="acts_for", kind="acts_for")
        for target in who.targets:
            graph.add_edge(who.statement, target, key="about", kind="about")


def _statement(reading: Reading, statement: Statement) -> dict[str, str | int]:
    words = " … ".join(" ".join(s.of(reading.article.text).split()) for s in statement.content)
    return {
        "kind": "statement",
        "label": words,
        "act": str(statement.speech_act),
        "polarity": str(statement.polarity),
        "quote": str(statement.quote_type),
        "article": reading.article.id,
        "start": statement.content[0].start,
    }


def _add_relation(graph: nx.MultiDiGraph, relation: Relation, question: str) -> None:
    for a in relation.a:
        for b in relation.b:
            graph.add_edge(
                a,
                b,
                key=f"{relation.kind}-{relation.type}",
                kind=str(relation.kind),
                type=relation.type,
                because=relation.because,
                id=relation.id,
                issue=relation.issue or "",
                question=question,
            )
