"""`kg review`: what people decide on what was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, JsonOption, StoreOption, emit

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Decision
    from kg.reviewing import Pen

app = typer.Typer(
    help="Decide on what was found: who, when and why are kept. docs/review.md",
    no_args_is_help=True,
)

ByOption = Annotated[
    str, typer.Option("--by", envvar="KG_REVIEWER", help="Who decides.", show_default=False)
]
BecauseOption = Annotated[str, typer.Option("--because", help="Why.", show_default=False)]
Actors = Annotated[list[str], typer.Argument(help="Ids, names or aliases, in any case.")]
OneActor = Annotated[str, typer.Argument(help="Id, name or alias, in any case.")]
Statements = Annotated[list[str], typer.Argument(help="Ids; `kg statements --json` lists them.")]
OneStatement = Annotated[str, typer.Argument(help="Id; `kg statements --json` lists them.")]


@app.command()
def merge(
    actors: Actors,
    *,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Actors are one: the first, by its name and type."""
    _decide(store, by, because, lambda pen: pen.merge(*actors), as_json=as_json)


@app.command()
def split(  # noqa: PLR0913 - each is an option of the command
    actors: Actors,
    *,
    articles: Annotated[
        list[str] | None, typer.Option("--in", help="Id, path or address of an article.")
    ] = None,
    name: Annotated[str, typer.Option("--name", help="What the other is called there.")] = "",
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Actors are not one; with --in: an actor is another in some articles."""

    def make(pen: Pen) -> tuple[Decision, ...]:
        return pen.split(*actors, articles=articles or (), name=name)

    _decide(store, by, because, make, as_json=as_json)


@app.command()
def rename(  # noqa: PLR0913 - each is an option of the command
    actor: OneActor,
    name: Annotated[str, typer.Argument(help="What it is to be called.")],
    *,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """An actor has another name; what it was called becomes an alias."""
    _decide(store, by, because, lambda pen: pen.rename(actor, name), as_json=as_json)


@app.command()
def retype(  # noqa: PLR0913 - each is an option of the command
    actor: OneActor,
    kind: Annotated[
        str, typer.Argument(help="Person, Organisation, State, Group or AnonymousSource.")
    ],
    *,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """An actor is of another type."""
    _decide(store, by, because, lambda pen: pen.retype(actor, kind), as_json=as_json)


@app.command()
def reject(
    statements: Statements,
    *,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Statements do not count: no link rests on them, no question counts them."""
    _decide(store, by, because, lambda pen: pen.reject(*statements), as_json=as_json)


@app.command()
def confirm(
    statements: Statements,
    *,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Statements were read rightly; that changes nothing, but says so."""
    _decide(store, by, because, lambda pen: pen.confirm(*statements), as_json=as_json)


@app.command()
def edit(  # noqa: PLR0913 - each is an option of the command
    statement: OneStatement,
    *,
    act: Annotated[str, typer.Option("--act", help="Speech act: assert, deny, accuse ...")] = "",
    polarity: Annotated[
        str, typer.Option("--polarity", help="positive, negative or underspecified.")
    ] = "",
    claimant: Annotated[str, typer.Option("--claimant", help="Whose claim; or none.")] = "",
    speaker: Annotated[str, typer.Option("--speaker", help="Who voiced it; or none.")] = "",
    quantity: Annotated[
        str, typer.Option("--quantity", help='23, 24..99, 30.. or none; "58=23" of several.')
    ] = "",
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Correct what was read in a statement; what was found is kept beside it."""
    from kg.model import EditField  # noqa: PLC0415 - `kg --help` answers at once

    values = (act, polarity, claimant, speaker, quantity)
    wanted = {field: value for field, value in zip(EditField, values, strict=True) if value}
    _decide(store, by, because, lambda pen: pen.edit(statement, wanted), as_json=as_json)


@app.command()
def grade(  # noqa: PLR0913 - each is an option of the command
    subject: Annotated[str, typer.Argument(help="Id of a statement; or an actor.")],
    admiralty: Annotated[
        str, typer.Argument(metavar="GRADE", help="B2; of an actor the letter alone.")
    ],
    *,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Give an Admiralty grade: reliability of the source A-F, credibility 1-6; F6 is none."""
    _decide(store, by, because, lambda pen: pen.grade(subject, admiralty), as_json=as_json)


@app.command()
def link(  # noqa: PLR0913 - each is an option of the command
    a: OneStatement,
    b: OneStatement,
    *,
    kind: Annotated[
        str, typer.Option("--as", help="dispute, same_claim, corroboration or response.")
    ],
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Link two statements that kg did not link."""
    _decide(store, by, because, lambda pen: pen.link(a, b, kind), as_json=as_json)


@app.command()
def unlink(  # noqa: PLR0913 - each is an option of the command
    a: Annotated[str, typer.Argument(help="Id of a statement; or of a link.")],
    b: Annotated[str | None, typer.Argument(help="Id of the other statement.")] = None,
    *,
    kind: Annotated[
        str | None, typer.Option("--as", help="Only a link of this kind; all if not given.")
    ] = None,
    by: ByOption = "",
    because: BecauseOption = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Take a link away, for good: between two statements, or a whole link by its id."""
    _decide(store, by, because, lambda pen: pen.unlink(a, b, kind), as_json=as_json)


@app.command(name="list")
def list_(*, store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """List all decisions and how each stands: in force, in conflict, not found now."""
    from kg.cli import decisions  # noqa: PLC0415 - rich is slow to import

    with _graph(store, read_only=True) as graph:
        found = graph.review.list()
    if as_json:
        emit(map(decisions.line, found))
    else:
        decisions.listed(found)


@app.command()
def undo(
    ids: Annotated[list[str], typer.Argument(help="Ids; `kg review list` has them.")],
    *,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take decisions back: all is as if they had not been made."""
    with _graph(store) as graph:
        for decision in graph.review.undo(*ids):
            typer.echo(f"undone: {decision.id}")


@app.command(name="export")
def export_(
    file: Annotated[Path, typer.Argument(help="File to write; - is standard output.")],
    *,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write all decisions to a file: JSON Lines, one a line, sorted by time."""
    with _graph(store, read_only=True) as graph:
        graph.review.export(file)


@app.command(name="import")
def import_(
    file: Annotated[
        Path | None, typer.Argument(help="Decisions to add; none: those of the store's own file.")
    ] = None,
    *,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Add the decisions of a file to those of the store."""
    with _graph(store) as graph:
        new = graph.review.bring_in(file)
        held = len(graph.review.decided.decisions)
    typer.echo(f"{len(new)} new decisions, {held} in all")


def _decide(
    store: str,
    by: str,
    because: str,
    make: Callable[[Pen], tuple[Decision, ...]],
    *,
    as_json: bool,
) -> None:
    """Make decisions, and tell how they stand."""
    from kg.cli import decisions  # noqa: PLC0415 - rich is slow to import

    with _graph(store) as graph:
        made = {decision.id for decision in make(graph.review.sign(by, because))}
        found = [standing for standing in graph.review.list() if standing.decision.id in made]
    if as_json:
        emit(map(decisions.line, found))
    else:
        decisions.told(found)


def _graph(store: str, *, read_only: bool = False) -> KnowledgeGraph:
    from kg.cli.stores import opened  # noqa: PLC0415 - slow to import

    return opened(store, read_only=read_only)
