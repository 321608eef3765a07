"""`kg bench`: measure kg on a corpus that the user brings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.bench.figures import Figure

app = typer.Typer(help="Measure how well kg reads.", no_args_is_help=True)


@app.callback()
def bench() -> None:
    """Measure how well kg reads, on a corpus of your own."""


@app.command()
def attribution(  # noqa: PLR0913 - each is an option of the command
    *,
    data: Annotated[
        Path | None, typer.Option("--data", help="Folder of PolNeAR, with train/ and dev/ in it.")
    ] = None,
    split: Annotated[str, typer.Option("--split", help="dev, train10 or held-out.")] = "dev",
    extractor: Annotated[str, typer.Option("--extractor", help="tagger or rules.")] = "tagger",
    weights: Annotated[
        Path | None, typer.Option("--weights", help="Folder that `kg train` wrote.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Counts of an earlier run to compare with.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", help="File for the counts, a later --baseline.")
    ] = None,
) -> None:
    """Find who says what in PolNeAR and print how well, with 95% intervals over articles."""
    from kg.bench import attribution as measured  # noqa: PLC0415 - spaCy is slow to import
    from kg.cli.progress import counted  # noqa: PLC0415 - rich is slow to import

    found = measured.run(data, split, extractor, weights=weights, watch=counted)
    before = measured.load_baseline(baseline, found) if baseline else None
    typer.echo(f"{split}: {len(found.articles)} articles, --extractor {extractor}")
    typer.echo(f"{'':20}{'all statements':>22}{'outermost only':>24}")
    for row in measured.table(found, before):
        typer.echo("  ".join([f"{row[0].name:18}", *map(_cell, row)]))
    if save:
        save.write_text(found.dumps(), encoding="utf-8")


def _cell(figure: Figure) -> str:
    value = f"{figure.value:5.1f} [{figure.low:5.1f}, {figure.high:5.1f}]"
    if figure.gain is None:
        return f"{value:>22}"
    gain, low, high = figure.gain
    return f"{value:>22} {gain:+5.1f} [{low:+5.1f}, {high:+5.1f}]"
