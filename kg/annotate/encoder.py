"""Sentences to vectors that lie close where they say much the same, by a small quantised network.

The network is all-MiniLM-L6-v2, a MiniLM encoder (Wang et al. 2020,
https://arxiv.org/abs/2002.10957) trained on pairs of sentences (Reimers and Gurevych 2019,
https://arxiv.org/abs/1908.10084); `bench/derive_encoder.py` makes its file.
"""

from __future__ import annotations

from functools import cache, lru_cache

import onnxruntime
from tokenizers import Tokenizer

from kg.annotate.networks import WEIGHTS, Floats, outputs, packaged

ENCODER = WEIGHTS / "encoder.onnx"
LONGEST = 128
"""Word pieces that are read of a sentence; contents are seldom half as long."""

REMEMBERED = 20_000
"""Vectors that are kept: 1.5 kB each."""


class Encoder:
    """Tells how alike two sentences are; vectors are made when asked for, and kept."""

    def __init__(self, tokenizer: Tokenizer, network: onnxruntime.InferenceSession) -> None:
        self._tokenizer = tokenizer
        self._network = network
        self._known = lru_cache(REMEMBERED)(self._encoded)

    @classmethod
    def load(cls) -> Encoder:
        """Load the packaged weights; raises `ModelError` when they cannot be read."""
        return cls(*packaged(ENCODER, "encoder", LONGEST))

    def likeness(self, one: str, other: str) -> float:
        """Return the cosine of two sentences, between -1 and 1."""
        return float(self._known(one) @ self._known(other))

    def _encoded(self, words: str) -> Floats:
        (vector,) = outputs(self._tokenizer, self._network, words)
        return vector


def likeness(one: str, other: str) -> float:
    """Return how much two sentences say the same: the cosine that the packaged weights give.

    The weights are read when this is first asked. Raises `ModelError` when they cannot be.
    """
    return _packaged().likeness(one, other)


@cache
def _packaged() -> Encoder:
    return Encoder.load()
