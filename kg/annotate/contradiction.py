"""Two statements to the probability that they cannot both be so, by a small quantised network.

The network reads both at once (a cross-encoder, Devlin et al. 2019,
https://arxiv.org/abs/1810.04805); it is all-MiniLM-L6-v2 fine-tuned on statements of invented news
stories. `bench/fit_contradiction.py` makes it, `weights/CONTRADICTION.md` says from what.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from kg.annotate.networks import WEIGHTS, packaged

CONTRADICTION = WEIGHTS / "contradiction.onnx"
LONGEST = 160
"""Word pieces that are read of two statements together."""

UNLIKELY = -2.0
"""The logit below which the two are not read once more in the other order."""

REMEMBERED = 50_000
"""Pairs whose probability is kept."""


class CrossEncoder:
    """Tells how probable it is that two statements exclude each other; answers are kept."""

    def __init__(self, tokenizer: Tokenizer, network: onnxruntime.InferenceSession) -> None:
        self._tokenizer = tokenizer
        self._network = network
        self.probability = lru_cache(REMEMBERED)(self._probability)

    @classmethod
    def load(cls) -> CrossEncoder:
        """Load the packaged weights; raises `ModelError` when they cannot be read."""
        return cls(*packaged(CONTRADICTION, "network", LONGEST))

    def _probability(self, one: str, other: str) -> float:
        """Return the mean over both orders, unless the first says that it is most unlikely."""
        logit = self._logit(one, other)
        if logit > UNLIKELY:
            logit = (logit + self._logit(other, one)) / 2
        return 1 / (1 + exp(-logit))

    def _logit(self, one: str, other: str) -> float:
        ids = np.asarray([self._tokenizer.encode(one, other).ids], dtype=np.int64)
        found = self._network.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return float(found[0][0])


def exclude(one: str, other: str) -> float:
    """Return the probability that two statements cannot both be so, 0 to 1, in either order.

    A statement names who makes it and how: "the union denied: that members threw stones". The
    weights are read when this is first asked. Raises `ModelError` when they cannot be.
    """
    return _packaged().probability(*sorted((one, other)))


@cache
def _packaged() -> CrossEncoder:
    return CrossEncoder.load()
