"""What the story pictures draw: links between statements, shared out by story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

# Types of links in the order in which a reader wants them, and the title of their rows where no
# question is known. Types of one title share rows.
ROWS = {
    "numeric": "Figures",
    "denial": "Denied",
    "contradiction": "Contradicted",
    "losses": "Ground and losses",
    "competing_gain": "Ground and losses",
    "control": "Ground and losses",
    "blame": "Who began it, and why",
    "framing": "Who began it, and why",
    "outcome": "Outcome",
    "rejection": "Rejected",
    "acceptance": "Appeals taken up",
}
OTHERS = "Sources that agree"
KINDS = ("dispute", "response", "corroboration")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between the statements `a` and `b`; `question` is "" where it has none."""

    id: str
    kind: str
    type: str
    question: str
    a: tuple[str, ...]
    b: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return the title of the rows that it belongs to."""
        if self.kind == "corroboration":
            return OTHERS
        if self.question and self.type == "numeric":
            return self.question
        return ROWS.get(self.type, self.type.replace("_", " ").capitalize())

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Return the sort key of links in one picture: kind, type, question."""
        types = list(ROWS)
        rank = types.index(self.type) if self.type in types else len(types)
        return KINDS.index(self.kind), rank, self.question, self.id


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that links join, and these links, most widely carried first."""

    articles: frozenset[str]
    links: tuple[Link, ...]


def stories(graph: nx.MultiDiGraph, sides: Mapping[str, float]) -> tuple[Story, ...]:
    """Share out the links of `graph` over stories: components of articles that links join.

    Stories of most disputes come first; one without any link holds all articles where there is
    no other. `graph` is what `kg.network.build` gives, `sides` the axis of statements.
    """
    found = _links(graph, sides)
    articles = dict(graph.nodes(data="article"))
    joined = nx.Graph()
    for link in found:
        nx.add_path(joined, (articles[s] for s in (*link.a, *link.b)))
        joined.add_nodes_from(articles[s] for s in link.a)
    parts = [frozenset(part) for part in nx.connected_components(joined)]
    told = [Story(part, _within(found, part, articles)) for part in parts]
    everything = frozenset(a for a in articles.values() if a)
    ordered = sorted(told, key=lambda s: (-_disputes(s), -len(s.links), min(s.articles)))
    return tuple(ordered) or (Story(everything, ()),)


def _within(
    links: Sequence[Link], part: frozenset[str], articles: Mapping[str, str]
) -> tuple[Link, ...]:
    return tuple(link for link in links if articles[link.a[0]] in part)


def _disputes(story: Story) -> int:
    return sum(link.kind == "dispute" for link in story.links)


def _links(graph: nx.MultiDiGraph, sides: Mapping[str, float]) -> list[Link]:
    """Return what to draw, most widely carried first; agreement only among third parties."""
    ends: dict[tuple[str, str, str, str], tuple[set[str], set[str]]] = {}
    for a, b, data in graph.edges(data=True):
        if data["kind"] in KINDS:
            key = (data["id"], data["kind"], data["type"], data["question"])
            found = ends.setdefault(key, (set(), set()))
            found[0].add(a)
            found[1].add(b)
    links = [Link(*key, tuple(sorted(a)), tuple(sorted(b))) for key, (a, b) in ends.items()]
    wanted = (x for x in links if x.kind != "corroboration" or _third(x, sides))
    return sorted(wanted, key=lambda x: (KINDS.index(x.kind), -len(x.a + x.b), x.id))


def _third(link: Link, sides: Mapping[str, float]) -> bool:
    return any(_neutral(side, sides) for side in (link.a, link.b))


def _neutral(statements: Iterable[str], sides: Mapping[str, float]) -> bool:
    return all(not sides.get(s, 0.0) for s in statements)
