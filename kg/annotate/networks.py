"""Opening the packaged networks: where they are, how they run, what to say when they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from kg.errors import ModelError

WEIGHTS = Path(__file__).parent / "weights"
TOKENIZER_FILE = "tokenizer.json"
THREADS = 2

Floats: TypeAlias = npt.NDArray[np.float32]


def packaged(
    network: Path, what: str, longest: int
) -> tuple[Tokenizer, onnxruntime.InferenceSession]:
    """Return the tokenizer, cut to `longest` word pieces, and a network of ours.

    Raises `ModelError` that there is no usable `what` when either cannot be read.
    """
    try:
        return tokenizer(longest), session(network)
    except Exception as fault:
        raise ModelError(
            str(network), f"holds no usable {what} ({fault})", "reinstall kg"
        ) from fault


def tokenizer(longest: int) -> Tokenizer:
    """Return the packaged tokenizer, without padding, cut to `longest` word pieces."""
    found = Tokenizer.from_file(str(WEIGHTS / TOKENIZER_FILE))
    found.no_padding()
    found.enable_truncation(longest)
    return found


def session(path: Path) -> onnxruntime.InferenceSession:
    """Open a network that `kg.train.small` wrote."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that spin between products take the cores from whatever else runs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Both rewrites were measured to cost more time than they save on this network.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(
        path.read_bytes(),
        options,
        ["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )


def outputs(
    tokenizer: Tokenizer,
    network: onnxruntime.InferenceSession,
    text: str,
    beside: str | None = None,
) -> Sequence[Floats]:
    """Return what a network makes of one text, or of two read together: each output's only row.

    One input a run: the scales of dynamic quantisation are taken over the whole batch.
    """
    ids = np.asarray([tokenizer.encode(text, beside).ids], dtype=np.int64)
    found = network.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    return [rows[0] for rows in found]
