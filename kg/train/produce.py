"""Train, export, check and describe: the steps of `kg.train.train` that need torch."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from kg.annotate.networks import TOKENIZER_FILE
from kg.annotate.tagger import Tagger
from kg.errors import ModelError
from kg.train.annotations import Annotated
from kg.train.card import Facts, write_card
from kg.train.export import export
from kg.train.fit import describe, fit, score_with
from kg.train.network import Network
from kg.train.score import Score
from kg.train.settings import HELD_OUT, Settings

log = logging.getLogger(__name__)


def produce(texts: Sequence[Annotated], out: Path, base: Path, settings: Settings) -> Score:
    """Train on `texts` but every `HELD_OUT`-th and write the model to `out`.

    Returns the score of the written model on the texts held out.
    """
    held_out = texts[::HELD_OUT]
    kept = [text for i, text in enumerate(texts) if i % HELD_OUT]
    _seed(settings)
    network, tokenizer = start(base)
    network, reached = fit(network, tokenizer, kept, held_out, settings)
    log.info("best epoch: %s", describe(reached))
    return write(network, tokenizer, out, held_out, Facts(settings, len(kept), reached))


def write(
    network: Network, tokenizer: Tokenizer, out: Path, held_out: Sequence[Annotated], facts: Facts
) -> Score:
    """Export to `out`, score what was written on `held_out`, and write the card."""
    tokenizer.save(str(out / TOKENIZER_FILE))
    file = export(network, out)
    quantised = score_with(Tagger.load(out), held_out)
    log.info("quantised: %s, %d bytes", describe(quantised), file.stat().st_size)
    write_card(out, facts, quantised, len(held_out), file.stat().st_size)
    return quantised


def start(base: Path) -> tuple[Network, Tokenizer]:
    """Load the encoder and tokenizer of `base`; raises `ModelError` when they are not there."""
    try:
        tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return Network(base), tokenizer
    except Exception as fault:
        raise ModelError(str(base), f"holds no encoder ({fault})", "name another base") from fault


def _seed(settings: Settings) -> None:
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    np.random.seed(settings.seed)  # noqa: NPY002 - libraries draw from it
