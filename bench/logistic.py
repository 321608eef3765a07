"""Logistic regression with a ridge, by Newton's method: what fits the weights of our scores."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

ROUNDS = 50

Floats = npt.NDArray[np.float64]


def regression(features: Floats, right: Floats, ridge: float) -> Floats:
    """Return a weight for each column of `features` [N, F]; `right` [N] is 1 or 0."""
    weights = np.zeros(features.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chance - right) + ridge * weights
        curve = (features.T * (chance * (1 - chance))) @ features + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights
