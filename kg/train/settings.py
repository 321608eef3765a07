"""What training can be told; imports nothing, so that the command line can show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HELD_OUT = 12
"""Every so-manieth text, by name, is kept from training to choose the best epoch."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What training can be told.

    `rate` is the encoder's peak learning rate; `layer_decay` multiplies it for each layer further
    down, `head_factor` for the heads. `warm_up` is a share of all steps, `missed` the share of
    parts that the link loss does not see. `checkpoint` names a file for the best weights so far.
    """

    epochs: int = 7
    batch: int = 16
    rate: float = 2e-4
    layer_decay: float = 0.9
    head_factor: float = 3.0
    warm_up: float = 0.08
    missed: float = 0.1
    seed: int = 0
    threads: int = 2
    checkpoint: Path | None = None


DEFAULTS = Settings()
