"""`Pen`: what one person decides, one method a verb."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import NotFoundError, QueryError
from kg.model import ActorName, Decision, Passage, Verb
from kg.review import Identities
from kg.reviewing import finding, making
from kg.reviewing.making import REVIEW, Signed, one_line
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Pen:
    """Decides in one person's name; `kg.KnowledgeGraph.review.sign` gives it.

    Statements are named by id, actors by id, name or alias in any case. Every verb returns the
    decisions that it made; what the same person had decided before is not made again. Each may
    raise `kg.errors.NotFoundError` for what the store does not hold, `kg.errors.QueryError` for
    what cannot be decided, and `kg.errors.StoreError`; nothing is decided then.
    """

    engine: Store
    known: Identities
    signed: Signed
    keep: Callable[[Iterable[Decision]], tuple[Decision, ...]]

    def merge(self, *actors: str) -> tuple[Decision, ...]:
        """Decide that actors are one: the first, by its name and type."""
        return self._keep(Verb.MERGE, actors=self._several(actors))

    def split(
        self, *actors: str, articles: Sequence[str] = (), name: str = ""
    ) -> tuple[Decision, ...]:
        """Decide that actors are not one; or that an actor is another in some articles.

        Args:
            actors: two or more, or one with `articles`.
            articles: their ids, paths or addresses.
            name: what the other is called; by default as the one, with the outlet or file.
        """
        if not articles:
            return self._keep(Verb.SPLIT, actors=self._several(actors))
        if len(actors) != 1:
            way_out = "name one, and the articles in which it is another"
            raise QueryError(REVIEW, "only one actor at a time is split by articles", way_out)
        places = [finding.article(self.engine, one_line(article)) for article in articles]
        one = self._actor(actors[0])
        called = one_line(name) or f"{one.name} ({places[0].outlet or Path(places[0].path).name})"
        return self._keep(Verb.SPLIT, actors=[one], citations=places, value=called)

    def rename(self, actor: str, name: str) -> tuple[Decision, ...]:
        """Decide what an actor is called; what it was called becomes an alias."""
        called = one_line(name)
        if not called:
            raise QueryError(REVIEW, "the new name is empty", "give one")
        return self._keep(Verb.RENAME, actors=[self._actor(actor)], value=called)

    def retype(self, actor: str, type_: str) -> tuple[Decision, ...]:
        """Decide of which type an actor is."""
        kind = making.type_of_actor(type_)
        return self._keep(Verb.RETYPE, actors=[self._actor(actor)], value=kind)

    def reject(self, *statements: str) -> tuple[Decision, ...]:
        """Decide that statements do not count: no link rests on them, no question counts them."""
        return self._on(Verb.REJECT, statements)

    def confirm(self, *statements: str) -> tuple[Decision, ...]:
        """Decide that statements were read rightly; that changes nothing but says so."""
        return self._on(Verb.CONFIRM, statements)

    def edit(self, statement: str, wanted: making.Edits) -> tuple[Decision, ...]:
        """Correct fields of a statement, a decision for each; what was found is kept beside it."""
        place = self._place(statement)
        return self.keep(making.edits(place, wanted, self.signed, self._actor))

    def grade(self, subject: str, grade: str) -> tuple[Decision, ...]:
        """Give an Admiralty grade: a statement "B2", or an actor the letter for all it claims."""
        value = making.graded(grade)
        try:
            return self._keep(Verb.GRADE, passages=[self._passage(subject)], value=value)
        except NotFoundError:
            actor = self._actor(subject)
        if value[-1].isdigit():
            way_out = "an actor has a letter alone; the digit is for a statement"
            raise QueryError(grade, "is no grade of an actor", way_out)
        return self._keep(Verb.GRADE, actors=[actor], value=value)

    def link(self, a: str, b: str, kind: str) -> tuple[Decision, ...]:
        """Link two statements, as one of `kg.model.LinkKind`."""
        value = making.kind_of_link(kind)
        if a == b:
            raise QueryError(a, "cannot be linked to itself", "name two statements")
        one, other = self._passage(a), self._passage(b)
        return self._keep(Verb.LINK, passages=[one], against=[other], value=value)

    def unlink(self, a: str, b: str | None = None, kind: str | None = None) -> tuple[Decision, ...]:
        """Take the link between two statements away, for good; or a whole link, by its id.

        Args:
            a: a statement, or the link.
            b: the other statement.
            kind: only a link of this kind.
        """
        if b is None:
            found = finding.relation(self.engine, one_line(a))
            sides, value = (found.a, found.b), found.kind.value
        else:
            sides, value = ((a,), (b,)), making.kind_of_link(kind) if kind else ""
        one, other = (tuple(map(self._passage, side)) for side in sides)
        return self._keep(Verb.UNLINK, passages=one, against=other, value=value or None)

    def _keep(self, verb: Verb, **fields: Any) -> tuple[Decision, ...]:  # noqa: ANN401 - fields
        return self.keep([self.signed.decision(verb, **fields)])

    def _on(self, verb: Verb, statements: Sequence[str]) -> tuple[Decision, ...]:
        passages = [self._passage(statement) for statement in statements]
        return self.keep([self.signed.decision(verb, passages=[one]) for one in passages])

    def _place(self, statement: str) -> finding.Place:
        return finding.statement(self.engine, one_line(statement))

    def _passage(self, statement: str) -> Passage:
        return self._place(statement).passage

    def _actor(self, wanted: str) -> ActorName:
        return finding.actor(self.engine, one_line(wanted), self.known)

    def _several(self, wanted: Sequence[str]) -> Sequence[ActorName]:
        if len(wanted) < 2:
            raise QueryError(REVIEW, "only one actor is named", "name two or more")
        found = [self._actor(actor) for actor in wanted]
        if len(set(found)) < len(found):
            way_out = "`kg query actors` lists names and ids"
            raise QueryError(", ".join(wanted), "mean one actor", way_out)
        return found
