"""How decisions are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from kg.cli.tables import NOTHING, plain
from kg.model import Decision
from kg.review import Standing, State
from kg.review import line as written

_WORDS = 60
_STYLES = {State.IN_FORCE: "green", State.CONFLICT: "red", State.NOT_FOUND: "yellow"}


def line(standing: Standing) -> dict[str, Any]:
    """Return a decision and how it stands as a JSON-ready dict."""
    return {
        **written(standing.decision),
        "state": str(standing.state),
        "conflicts": list(standing.against),
        "things": list(standing.things),
    }


def listed(found: Sequence[Standing]) -> None:
    """Print each decision: who, when, how it stands; what; why."""
    console = _console()
    for standing in found:
        d = standing.decision
        head = Text(d.id, "bold")
        head.append(f"  {d.when:%Y-%m-%d}  {plain(d.by)}  ", style="default")
        head.append(_state(standing), style=_STYLES[standing.state])
        console.print(head)
        console.print(Text(f"  {plain(says(d))}"))
        console.print(Text(f"  because: {plain(d.because)}", "dim"))
    if not found:
        console.print(NOTHING)


def told(found: Iterable[Standing]) -> None:
    """Print what was decided, and what keeps it from being in force."""
    console = _console()
    for standing in found:
        console.print(Text(plain(f"{standing.decision.id}  {says(standing.decision)}")))
        if standing.state is State.CONFLICT:
            ids = " ".join(standing.against)
            console.print(Text(f"  in conflict with {ids}: none applies; `kg review undo` one"))
        elif standing.state is State.NOT_FOUND:
            console.print(Text("  not found now: it is kept until what it is about comes"))


def says(decision: Decision) -> str:
    """Return what a decision says, in a line."""
    sides = [_quoted(side) for side in (decision.passages, decision.against) if side]
    actors = [name.name for name in decision.actors]
    where = [place.path for place in decision.citations]
    joint = " ≠ " if decision.verb == "split" else " = "
    parts = [
        decision.verb.value,
        decision.field or "",
        " / ".join(sides),
        joint.join(actors),
        f"in {', '.join(where)}" if where else "",
        f"({decision.found})" if decision.found else "",
        f"-> {decision.value}" if decision.value else "",
    ]
    return " ".join(part for part in parts if part)


def _quoted(side: Sequence[Any]) -> str:
    words = " ".join(side[0].words[0].split())
    short = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
    more = f" and {len(side) - 1} more" if len(side) > 1 else ""
    return f"“{short}”{more}"


def _console() -> Console:
    return Console(highlight=False, markup=False, soft_wrap=True)


def _state(standing: Standing) -> str:
    against = f" with {' '.join(standing.against)}" if standing.against else ""
    return f"{standing.state}{against}"
