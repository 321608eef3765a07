"""Two statements to the probability that they cannot both be so, by a quantised network.

The network reads both at once (a cross-encoder, Devlin et al. 2019,
https://arxiv.org/abs/1810.04805); it is the lower layers of all-mpnet-base-v2 fine-tuned on
statements of invented news stories. `bench/fit_contradiction.py` makes it,
`weights/CONTRADICTION.md` says from what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from kg.annotate.networks import WEIGHTS, outputs, packaged

CONTRADICTION = WEIGHTS / "contradiction.onnx"
LONGEST = 160
"""Word pieces that are read of two statements together."""

TYPES = ("contradiction", "denial", "numeric", "blame", "control", "competing_gain", "framing")
"""The types of dispute that the network tells, in the order of its output."""

UNLIKELY = -2.0
"""The logit below which the two are not read once more in the other order."""

REMEMBERED = 50_000
"""Pairs whose judgement is kept."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How probable it is that two statements exclude each other, and of which type that would be.

    `types` holds a probability for each of `TYPES`; they add up to 1.
    """

    probability: float
    types: tuple[float, ...]


class CrossEncoder:
    """Tells how probable it is that two statements exclude each other; answers are kept."""

    def __init__(self, tokenizer: Tokenizer, network: onnxruntime.InferenceSession) -> None:
        self._tokenizer = tokenizer
        self._network = network
        self.judge = lru_cache(REMEMBERED)(self._judge)

    @classmethod
    def load(cls) -> CrossEncoder:
        """Load the packaged weights; raises `ModelError` when they cannot be read."""
        return cls(*packaged(CONTRADICTION, "network", LONGEST))

    def _judge(self, one: str, other: str) -> Judgement:
        """Return the mean over both orders, unless the first says that it is most unlikely."""
        logit, types = self._logits(one, other)
        if logit > UNLIKELY:
            again, others = self._logits(other, one)
            logit, types = (logit + again) / 2, (types + others) / 2
        odds = np.exp(types - types.max())
        return Judgement(1 / (1 + exp(-logit)), tuple((odds / odds.sum()).tolist()))

    def _logits(self, one: str, other: str) -> tuple[float, npt.NDArray[np.float64]]:
        logit, types = outputs(self._tokenizer, self._network, one, other)
        return float(logit), np.asarray(types, dtype=np.float64)


def exclude(one: str, other: str) -> float:
    """Return the probability that two statements cannot both be so, 0 to 1, in either order.

    A statement names who makes it and how: "the union denied: that members threw stones". The
    weights are read when this is first asked. Raises `ModelError` when they cannot be.
    """
    return _packaged().judge(*sorted((one, other))).probability


def dispute_types(one: str, other: str) -> Mapping[str, float]:
    """Return how probable each type of dispute is, given that two statements exclude each other.

    Raises `ModelError` when the weights cannot be read.
    """
    judged = _packaged().judge(*sorted((one, other)))
    return dict(zip(TYPES, judged.types, strict=True))


@cache
def _packaged() -> CrossEncoder:
    return CrossEncoder.load()
