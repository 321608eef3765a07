"""The network: a pretrained encoder with a tag head and a link head, and their losses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from kg.annotate.tagger import BUCKETS, LABELS, PARTS, LinkBias, bucket, signed_gap
from kg.model import Role
from kg.train.examples import IGNORED, Example, Part

WIDTH = 128
"""Dimensions of the link head's projections."""

LINK_WEIGHT = 0.5


class Outputs(NamedTuple):
    """`tags` [B, T, 7] and the projections `cue`, `source`, `content` [B, T, `WIDTH`]."""

    tags: Tensor
    cue: Tensor
    source: Tensor
    content: Tensor


class Network(nn.Module):  # type: ignore[misc, unused-ignore]
    """The encoder in the folder `base` with fresh heads."""

    def __init__(self, base: Path, dropout: float = 0.1) -> None:
        super().__init__()
        # Dropout of attention weights doubles the time of a step on a CPU and gains nothing here.
        self.encoder = AutoModel.from_pretrained(
            str(base), attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(size, len(LABELS))
        self.projections = nn.ModuleList(nn.Linear(size, WIDTH) for _ in range(3))
        self.distance = nn.Parameter(torch.zeros(len(PARTS), BUCKETS))
        self.none = nn.Parameter(torch.zeros(len(PARTS)))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Outputs:
        """Read word pieces [B, T]; `attention_mask` is 1 where there is one and 0 in padding."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask)
        hidden = self.dropout(states.last_hidden_state)
        return Outputs(self.tags(hidden), *(project(hidden) for project in self.projections))

    def bias(self) -> LinkBias:
        """Return the link head's constants."""
        distance = tuple(tuple(row) for row in self.distance.tolist())
        return LinkBias(distance, tuple(self.none.tolist()))

    def loss(self, examples: Sequence[Example], missed: float, chance: torch.Generator) -> Losses:
        """Give the losses of a batch.

        Each part is hidden from the link loss with probability `missed`, as the tagger will miss
        parts: so the link head learns when to link to nothing.
        """
        ids, mask, labels = padded(examples)
        outputs = self(ids, mask)
        tags = functional.cross_entropy(
            outputs.tags.reshape(-1, len(LABELS)), labels.reshape(-1), ignore_index=IGNORED
        )
        links = [
            loss
            for row, example in enumerate(examples)
            for loss in self._link_losses(outputs, row, example, missed, chance)
        ]
        link = torch.cat(links).mean() if links else torch.zeros(())
        return Losses(tags, link)

    def _link_losses(
        self,
        outputs: Outputs,
        row: int,
        example: Example,
        missed: float,
        chance: torch.Generator,
    ) -> list[Tensor]:
        draws = torch.rand(len(example.parts), generator=chance).tolist()
        seen = [p for p, draw in zip(example.parts, draws, strict=True) if draw >= missed]
        cues = [p for p in seen if p.role is Role.CUE]
        losses = []
        for number, role in enumerate(PARTS):
            parts = [p for p in seen if p.role is role]
            if cues and parts:
                keys = outputs.source if role is Role.SOURCE else outputs.content
                logits = self._link_logits(outputs.cue[row], keys[row], cues, parts, number)
                gold = torch.tensor([[bool(c.owners & p.owners) for p in parts] for c in cues])
                losses.append(_choice_loss(logits, gold, self.none[number], role))
        return losses

    def _link_logits(
        self, queries: Tensor, keys: Tensor, cues: list[Part], parts: list[Part], number: int
    ) -> Tensor:
        left, right = _means(queries, cues), _means(keys, parts)
        gaps = [
            [bucket(signed_gap((c.first, c.last), (p.first, p.last))) for p in parts] for c in cues
        ]
        logits: Tensor = left @ right.T / WIDTH**0.5 + self.distance[number][torch.tensor(gaps)]
        return logits


class Losses(NamedTuple):
    """Cross-entropies of tags and links."""

    tags: Tensor
    links: Tensor

    def joint(self) -> Tensor:
        """Return what is trained on."""
        return self.tags + LINK_WEIGHT * self.links


def _choice_loss(logits: Tensor, gold: Tensor, none: Tensor, role: Role) -> Tensor:
    """Let each cue choose its source, and each content its cue, or nothing; one loss a choice."""
    if role is Role.CONTENT:
        logits, gold = logits.T, gold.T
    logits = torch.cat([logits, none.expand(len(logits), 1)], dim=1)
    gold = torch.cat([gold, ~gold.any(dim=1, keepdim=True)], dim=1)
    right = logits.masked_fill(~gold, float("-inf"))
    return logits.logsumexp(dim=1) - right.logsumexp(dim=1)


def _means(states: Tensor, parts: Sequence[Part]) -> Tensor:
    return torch.stack([states[p.first : p.last].mean(dim=0) for p in parts])


def padded(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, attention mask and labels, each [B, T]."""
    length = max(len(e.window) for e in examples)
    ids = torch.zeros(len(examples), length, dtype=torch.long)
    mask = torch.zeros_like(ids)
    labels = torch.full_like(ids, IGNORED)
    for row, example in enumerate(examples):
        size = len(example.window)
        ids[row, :size] = torch.tensor(example.window.ids)
        mask[row, :size] = 1
        labels[row, :size] = torch.tensor(example.labels)
    return ids, mask, labels
