"""What was found, beside what holds after people decided: one term for each, in two namespaces.

A property of `kg:` says what holds. Where that is not what was found, the property of the same name
in `found:` says what was; `rdf:nil` stands for nothing. So nothing that was found is lost, and no
query that asks for what holds meets it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Credibility, Judged, Mark, Reliability
from kg.rdf import vocabulary as v
from kg.rdf.ntriples import part

SIDES = {"a": v.ONE_SIDE, "b": v.OTHER_SIDE}
"""By which property a decision on a link leads to the statements on each side."""
Values = Mapping[tuple[str, str], frozenset[str]]


def twins(found: Iterable[str], counts: Iterable[str]) -> set[str]:
    """Return N-Triples that say in `found:` what the triples `counts` do not say as `found` do.

    All are without the final stop. Terms of others are as they were found.
    """
    before, after = _values(found), _values(counts)
    nodes = {subject for subject, _ in before}
    lines: set[str] = set()
    for (subject, term), values in before.items():
        if values != after.get((subject, term)):
            twin = _twin(term)
            lines |= {f"{subject} {twin} {_twin(v) if term == _TYPE else v}" for v in values}
    for subject, term in after.keys() - before.keys():
        if subject in nodes:
            lines.add(f"{subject} {_twin(term)} <{v.NOTHING}>")
    return lines


_TYPE = f"<{v.TYPE}>"


def _twin(term: str) -> str:
    return term.replace(f"<{v.KG}", f"<{v.FOUND}", 1) if term.startswith(f"<{v.KG}") else term


def _values(lines: Iterable[str]) -> Values:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for line in lines:
        subject, term, value = line.split(" ", 2)
        found[subject, term].add(value)
    return {key: frozenset(values) for key, values in found.items()}


def as_found(node: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return a node's values by property as they were found."""
    before = {
        f"{v.KG}{term.removeprefix(v.FOUND)}": [one for one in values if one != v.NOTHING]
        for term, values in node.items()
        if term.startswith(v.FOUND)
    }
    return {**node, **before}


def marks(judged: Judged) -> set[str]:
    """Return N-Triples that say which decisions concern what in an article, and the grades."""
    lines = {_mark(judged.reading.article.id, mark) for mark in judged.marks}
    for verdict in judged.verdicts:
        statement = f"<{v.STATEMENTS}{part(verdict.statement)}>"
        if verdict.reliability is not Reliability.F:
            value = f"<{v.KG}reliability-{verdict.reliability}>"
            lines.add(f"{statement} <{v.RELIABILITY}> {value}")
        if verdict.credibility is not Credibility.UNKNOWN:
            value = f"<{v.KG}credibility-{verdict.credibility}>"
            lines.add(f"{statement} <{v.CREDIBILITY}> {value}")
    return lines


def _mark(article: str, mark: Mark) -> str:
    decision = f"<{v.DECISIONS}{part(mark.decision)}>"
    if mark.side:
        return f"{decision} <{SIDES[mark.side]}> <{v.STATEMENTS}{part(mark.thing)}>"
    profile = f"<{v.ACTOR_PROFILE.prefix}{part(article)}-actor-{part(mark.thing)}>"
    thing = profile if mark.actor else f"<{v.STATEMENTS}{part(mark.thing)}>"
    return f"{thing} <{v.CONTESTED_BY if mark.contested else v.DECIDED_BY}> {decision}"
