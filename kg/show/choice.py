"""Narrowing: a part of the knowledge, chosen by question, actor, date or outlet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kg.model import Knowledge, Reading, Relation
from kg.show.terms import day


@dataclass(frozen=True, slots=True)
class Choice:
    """What to keep; None keeps all.

    `issue` is the id of a question or words of it, `actor` a name or alias or words of it,
    `since` and `until` are dates of publication, both included; texts in any case.
    """

    issue: str | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None

    def described(self) -> tuple[str, ...]:
        """Return in words what is kept, nothing where all is."""
        parts = (
            ("what is asked by “{}”", self.issue),
            ("what {} says, is spoken of in, or disputes", self.actor),
            ("published from {}", day(self.since)),
            ("published until {}", day(self.until)),
            ("outlets named “{}”", self.outlet),
        )
        return tuple(text.format(value) for text, value in parts if value)

    def words(self) -> str:
        """Return the same as one line."""
        return "; ".join(self.described())


def narrowed(knowledge: Knowledge, choice: Choice) -> Knowledge:
    """Return what `choice` keeps: statements, what they rest on, and the links between them.

    A link stays with the statements that are left of it; without any on a side it goes. To
    narrow by actor or issue keeps the statements on the other side of its links, too.
    """
    readings = tuple(r for r in knowledge.readings if _published(r, choice))
    wanted = {s.id for r in readings for s in r.statements}
    relations = knowledge.relations
    for keep in (_by_issue(knowledge, choice), _by_actor(readings, choice)):
        if keep is not None:
            relations = tuple(r for r in relations if keep & {*r.a, *r.b})
            wanted &= keep | {s for r in relations for s in (*r.a, *r.b)}
    left = tuple(x for r in readings if (x := r.only(wanted)).statements)
    linked = tuple(cut for r in relations if (cut := _cut(r, wanted)))
    return replace(knowledge, readings=left, relations=linked)


def _published(reading: Reading, choice: Choice) -> bool:
    day, outlet = reading.article.published, reading.article.outlet or ""
    if (choice.since or choice.until) and day is None:
        return False
    return (
        (not choice.since or (day is not None and day >= choice.since))
        and (not choice.until or (day is not None and day <= choice.until))
        and (not choice.outlet or choice.outlet.casefold() in outlet.casefold())
    )


def _by_issue(knowledge: Knowledge, choice: Choice) -> set[str] | None:
    """Return the statements that answer the question, or are linked over it."""
    if choice.issue is None:
        return None
    words = choice.issue.casefold()
    issues = {
        i.id for i in knowledge.issues if i.id == choice.issue or words in i.question.casefold()
    }
    claims = {c.id for r in knowledge.readings for c in r.claims if c.issue in issues}
    answers = {c.statement for r in knowledge.readings for c in r.commitments if c.claim in claims}
    linked = {s for r in knowledge.relations if r.issue in issues for s in (*r.a, *r.b)}
    return answers | linked


def _by_actor(readings: tuple[Reading, ...], choice: Choice) -> set[str] | None:
    """Return the statements that the actor makes or is spoken about in."""
    if choice.actor is None:
        return None
    named = _bearing(choice.actor)
    actors = {a.id for r in readings for a in r.actors if any(map(named, (a.name, *a.aliases)))}
    return {
        a.statement
        for r in readings
        for a in r.attributions
        if actors & {a.speaker, a.claimant, *a.targets}
    }


def _bearing(name: str) -> Callable[[str], bool]:
    words = name.casefold()
    return lambda other: words in other.casefold()


def _cut(relation: Relation, wanted: set[str]) -> Relation | None:
    a = tuple(s for s in relation.a if s in wanted)
    b = tuple(s for s in relation.b if s in wanted)
    return replace(relation, a=a, b=b) if a and (b or not relation.b) else None
