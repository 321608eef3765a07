"""`kg train`: learn attribution from annotations of one's own."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

import kg.train
from kg.train import DEFAULTS


def train(  # noqa: PLR0913 - each is an option of the command
    annotations: Annotated[
        list[Path], typer.Argument(help="Folders of brat files, or JSON Lines.", exists=True)
    ],
    *,
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Folder for the weights.", file_okay=False)
    ],
    base: Annotated[
        Path | None,
        typer.Option("--base", help="Folder of a BERT-like encoder; none: all-MiniLM-L6-v2."),
    ] = None,
    epochs: Annotated[
        int, typer.Option("--epochs", min=1, help="The best one is kept.")
    ] = DEFAULTS.epochs,
    rate: Annotated[float, typer.Option("--rate", help="Peak learning rate.")] = DEFAULTS.rate,
    seed: Annotated[int, typer.Option("--seed", help="Of all chance.")] = DEFAULTS.seed,
    threads: Annotated[
        int, typer.Option("--threads", min=1, help="Processor cores to use.")
    ] = DEFAULTS.threads,
) -> None:
    """Train the tagger on annotated texts; `kg add --weights` reads with what it writes."""
    progress = logging.getLogger("kg.train")
    progress.addHandler(logging.StreamHandler())
    progress.setLevel(logging.INFO)
    kg.train.train(
        annotations, out, base=base, epochs=epochs, rate=rate, seed=seed, threads=threads
    )
    typer.echo(out)
