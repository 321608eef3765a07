"""How old the answers to an issue are, and how often figures were revised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from kg.model import Measure, Measured, TooFew
from kg.network.links import links


@dataclass(frozen=True, slots=True)
class Age:
    """The history of an issue: ISO days of its first and last statement, "" for none.

    `days` is from the first statement to the last day of the corpus, `span` from the first to the
    last statement, `revisions` how often a claimant replaced a figure of its own.
    """

    first: str
    last: str
    days: Measure
    span: Measure
    revisions: Measured


def ages(graph: nx.MultiDiGraph, groups: Mapping[str, tuple[str, ...]]) -> dict[str, Age]:
    """Return for each issue how old it is in days, from 0 on, and how often it was revised.

    `groups` are those of `kg.network.measures.concentration.by_issue`. Today is the last day on
    which any article was published, so that equal graphs give equal ages; articles without a date
    do not count. Revisions are links of the type "revision" (`kg.relate.numeric`).
    """
    published = {
        node: data["published"]
        for node, data in graph.nodes(data=True)
        if data["kind"] == "statement" and data.get("published")
    }
    today = max(published.values(), default="")
    revised: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for link in links(graph, {"same_claim"}):
        if link.type == "revision":
            revised[link.issue].append((*link.a, *link.b))
    return {
        issue: _age(tuple(s for s in groups[issue] if s in published), published, today, some)
        for issue in sorted(groups)
        for some in [revised.get(issue, [])]
    }


def _age(
    dated: tuple[str, ...],
    published: Mapping[str, str],
    today: str,
    revised: list[tuple[str, ...]],
) -> Age:
    revisions = Measured(float(len(revised)), tuple(sorted({s for some in revised for s in some})))
    days = sorted((published[s], s) for s in dated)
    if not days:
        none = TooFew(0, 1, "dated statements")
        return Age("", "", none, none, revisions)
    (first, opening), (last, closing) = days[0], days[-1]
    ends = tuple(dict.fromkeys((opening, closing)))
    age = Measured(_between(first, today), (opening,))
    return Age(first, last, age, Measured(_between(first, last), ends), revisions)


def _between(first: str, last: str) -> float:
    return float((date.fromisoformat(last) - date.fromisoformat(first)).days)
