"""`Desk`: the decisions on what one store holds, kept in a file and in the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kg import linking
from kg.errors import NotFoundError, StoreError
from kg.model import Decision
from kg.review import Rulings, Standing, rulings, standings
from kg.reviewing import ledger
from kg.reviewing.making import Signed, same
from kg.reviewing.pen import Pen
from kg.store import Store

_STORE = "the store"


class Desk:
    """Decisions of people on what one store holds.

    `file` is where they last, None for a store that has no place beside it. Each method may raise
    `kg.errors.StoreError`, and `kg.errors.ReadError` where the file was damaged.
    """

    def __init__(
        self, engine: Store, shelf: linking.Shelf, file: Path | None, *, read_only: bool = False
    ) -> None:
        self._engine = engine
        self._shelf = shelf
        self._file = file
        self._read_only = read_only
        self._decided: Rulings | None = None

    @property
    def decided(self) -> Rulings:
        """Return the decisions as the store has them."""
        if self._decided is None:
            self._decided = linking.decided(self._engine)
        return self._decided

    def catch_up(self) -> None:
        """Finish what was interrupted, and bring the store to what the file says."""
        if self._read_only:
            raise StoreError(_STORE, "is open for reading only", "open it for writing")
        linking.settle(self._engine, self._shelf, self.decided)
        kept = self._kept()
        if kept is not None:
            self._bring(rulings(kept))
        elif self._file is not None and self.decided.decisions:
            ledger.save(self._file, self.decided.decisions)

    def unread(self) -> Path | None:
        """Return the file if it says what the store does not know yet."""
        kept = self._kept()
        return None if kept is None or kept == self.decided.decisions else self._file

    def _kept(self) -> tuple[Decision, ...] | None:
        if self._file is None or not self._file.exists():
            return None
        return ledger.load(self._file)

    def _bring(self, new: Rulings) -> None:
        if new.decisions != self.decided.decisions:
            linking.decide(self._engine, self.decided, new)
            self._decided = new
            linking.settle(self._engine, self._shelf, new)

    def _keep(self, decisions: Iterable[Decision]) -> None:
        """Keep decisions: in the file first, so that nothing is shown that would not last."""
        new = rulings(decisions)
        if new.decisions != self.decided.decisions:
            if self._file is not None:
                ledger.save(self._file, new.decisions)
            self._bring(new)

    def sign(self, by: str, because: str, when: datetime | None = None) -> Pen:
        """Return what decides in somebody's name, for a reason; the time is now, unless given.

        Raises `kg.errors.QueryError` where no name or no reason is given.
        """
        signed = Signed.of(by, because, when)
        self.catch_up()
        return Pen(self._engine, self.decided.known, signed, self._made)

    def _made(self, made: Iterable[Decision]) -> tuple[Decision, ...]:
        """Keep new decisions, and return them; what one says again is the one that stood."""
        held = self.decided.decisions
        every = tuple(next((old for old in held if same(old, new)), new) for new in made)
        self._keep([*held, *every])
        return every

    def undo(self, *decisions: str) -> tuple[Decision, ...]:
        """Take decisions back, by their ids: all is as if they had not been made.

        Raises `kg.errors.NotFoundError` for an id that is none; nothing is taken back then.
        """
        self.catch_up()
        held = {d.id: d for d in self.decided.decisions}
        for key in decisions:
            if key not in held:
                raise NotFoundError(key, "no such decision", "`kg review list` lists their ids")
        gone = tuple(held[key] for key in dict.fromkeys(decisions))
        self._keep(d for d in self.decided.decisions if d not in gone)
        return gone

    def list(self) -> tuple[Standing, ...]:
        """Return all decisions, by time, and how each stands."""
        return standings(self.decided, linking.marks(self._engine))

    def export(self, out: Path) -> None:
        """Write all decisions to a file; "-" is standard output."""
        ledger.save(out, self.decided.decisions)

    def bring_in(self, file: Path | None = None) -> tuple[Decision, ...]:
        """Add the decisions of a file, and return those that are new to the store.

        Without a file, those of the store's own: what somebody else's hand changed in it.
        """
        found = ledger.load(file) if file is not None else ()
        before = set(self.decided.decisions)
        self.catch_up()
        self._keep([*self.decided.decisions, *found])
        return tuple(d for d in self.decided.decisions if d not in before)
