"""`python -m kg.train ANNOTATIONS... -o OUT`: train, export and describe a tagger."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

from kg.train.run import DEFAULTS, train


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    given = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    train(
        given.annotations,
        given.out,
        base=given.base,
        epochs=given.epochs,
        rate=given.rate,
        seed=given.seed,
        threads=given.threads,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kg.train", description=__doc__)
    parser.add_argument("annotations", nargs="+", type=Path, help="brat folders or JSON Lines")
    parser.add_argument("-o", "--out", required=True, type=Path, help="folder for the model")
    parser.add_argument("--base", type=Path, help="folder of the encoder to start from")
    parser.add_argument("--epochs", type=int, default=DEFAULTS.epochs)
    parser.add_argument("--rate", type=float, default=DEFAULTS.rate, help="peak learning rate")
    parser.add_argument("--seed", type=int, default=DEFAULTS.seed)
    parser.add_argument("--threads", type=int, default=DEFAULTS.threads)
    return parser


if __name__ == "__main__":
    main()
