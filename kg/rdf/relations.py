"""What holds between statements, as derived graphs: one for each issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Issue, Relation
from kg.rdf import vocabulary as v
from kg.rdf.kinds import Scope
from kg.rdf.ntriples import part
from kg.rdf.parse import read_graphs, read_node
from kg.rdf.write import article, in_graph, triples

_NOWHERE = Scope("")
_BLOCK_DIGITS = 2


def relations_nquads(
    issues: Sequence[Issue], relations: Sequence[Relation], worded: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Write issues and relations as N-Quads by graph.

    `worded` gives for an issue's id the id of the article that its question was worded from.

    An issue and the relations over it share the graph `derived/issue-ID`; a relation without an
    issue is in `derived/relations-XX`, after the first two digits of its id.
    """
    lines: defaultdict[str, set[str]] = defaultdict(set)
    for issue in issues:
        lines[_issue_graph(issue.id)] |= triples(v.ISSUE, (issue,), _NOWHERE)
        if worded and issue.id in worded:
            line = f"<{v.ISSUES}{part(issue.id)}> <{v.WORDED_BY}> <{article(worded[issue.id])}>"
            lines[_issue_graph(issue.id)].add(line)
    for relation in relations:
        lines[_home(relation)] |= triples(v.LINK, (relation,), _NOWHERE)
    return {graph: in_graph(graph, lines[graph]) for graph in sorted(lines)}


def _home(relation: Relation) -> str:
    if relation.issue is not None:
        return _issue_graph(relation.issue)
    return f"{v.DERIVED}relations-{part(relation.id[:_BLOCK_DIGITS])}"


def _issue_graph(issue: str) -> str:
    return f"{v.DERIVED}issue-{part(issue)}"


def parse_relations(nquads: str | bytes) -> tuple[tuple[Issue, ...], tuple[Relation, ...]]:
    """Read back, each sorted by id, the issues and relations that `relations_nquads` wrote.

    Raises `StoreError` where the text is not N-Quads, or one of them is incomplete.
    """
    issues: list[Issue] = []
    relations: list[Relation] = []
    for nodes in read_graphs(nquads, v.DERIVED).values():
        for address, node in nodes.items():
            kinds = node.get(v.TYPE, ())
            if v.ISSUE.klass in kinds:
                issues.append(read_node(nodes, v.ISSUE, address))
            elif v.RELATION in kinds:
                relations.append(read_node(nodes, v.LINK, address))
    return (
        tuple(sorted(issues, key=lambda issue: issue.id)),
        tuple(sorted(relations, key=lambda relation: relation.id)),
    )
