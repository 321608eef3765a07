"""The trained network as the file that the tagger reads."""

from __future__ import annotations

from pathlib import Path

from kg.annotate.tagger import MODEL_FILE
from kg.train.network import Network, Outputs
from kg.train.small import write_small


def export(network: Network, folder: Path) -> Path:
    """Write `tagger.onnx` to `folder` and return its path.

    Outputs are `tags` [B, T, 7], `cue`, `source` and `content` [B, T, 128]; the link head's
    constants are in the metadata. For inputs and weights see `write_small`.
    """
    target = folder / MODEL_FILE
    # The fused attention of torch exports with guards against rows that are masked altogether,
    # a seventh of the run time; there is no such row.
    network.encoder.set_attn_implementation("eager")
    write_small(network, Outputs._fields, {"link_bias": network.bias().dumps()}, target)
    return target
