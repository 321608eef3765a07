"""Fit the network that tells whether two statements exclude each other.

    python bench/fit_contradiction.py --base MPNET --news POLNEAR/train/text [--epochs 2]

`MPNET` is the folder of all-mpnet-base-v2 (`docs/dependencies.md` tells where it comes from). Reads
the invented stories in `bench/contradictions/*.jsonl`: a story on each line, with `statements`
(`side`, `act`, `text`), `disputes` (pairs of their numbers that cannot both be so, in newer stories
with the type of dispute) and `unsure` (pairs left out); all other pairs of two sides go together;
of them those are learnt from that are near enough to be asked about (`kg.relate.opposition.NEAR`).
With `--news`, also the pairs of real statements in `bench/contradictions/news.tsv`: ids of two
statements that kg finds in those texts, and 1 where they exclude each other. Of the files named
with `--held-out` only the score is taken. Writes `kg/annotate/weights/contradiction.onnx`.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from kg import pipeline
from kg.annotate import Annotator, likeness
from kg.annotate.contradiction import CONTRADICTION, LONGEST, TYPES
from kg.annotate.networks import tokenizer
from kg.model import Article, Reading
from kg.read import read
from kg.relate.evidence import evidence
from kg.relate.opposition import NEAR, as_told, told
from kg.train.fit import pace
from kg.train.small import write_small

STORIES = Path(__file__).parent / "contradictions"
FILES = sorted(path.stem for path in STORIES.glob("*.jsonl"))
SAID = {
    "deny": "denied",
    "reject": "rejected",
    "accuse": "accused",
    "admit": "admitted",
    "warn": "warned",
    "demand": "demanded",
    "promise": "promised",
    "question": "asked",
}
UNTYPED = -1
LAYERS, FROZEN = 9, 2
"""How many layers of the base are kept, from below, and how many of these stay as they are."""

PIECES = 30522
MARKS = {0: 1, 101: 0, 102: 2}
"""Padding, start and end among the word pieces of BERT, and the base's own numbers."""

BATCH = 32

NAMELESS = 0.1
"""How often the side is left out, so that what is said counts more than who says it."""

SMOOTHING = 0.02
TYPED = 0.2
"""How much the type counts beside whether they exclude each other."""

CLIP = 1.0
RATE, HEAD_RATE, WARM_UP = 4e-5, 3e-4, 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, each with and without its side, and whether they exclude each other."""

    one: tuple[str, str]
    other: tuple[str, str]
    exclude: bool
    kind: int = UNTYPED


class Cross(nn.Module):  # type: ignore[misc, unused-ignore]
    """An encoder of two statements at once: a logit that they exclude each other, and of each type.

    It reads the word pieces of BERT, as the other networks do: the base has the same ones under
    other numbers, so that its table only has to be put in their order.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            str(base), attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        table = self.encoder.embeddings.word_embeddings.weight.detach()
        order = torch.tensor([MARKS.get(piece, piece + 4) for piece in range(PIECES)])
        self.encoder.embeddings.word_embeddings = nn.Embedding(
            PIECES, table.shape[1], _weight=table[order]
        )
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            for weights in part.parameters():
                weights.requires_grad = False
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.dense = nn.Linear(2 * size, size)
        self.out = nn.Linear(size, 1)
        self.typed = nn.Linear(size, len(TYPES))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Read word pieces [B, T] of two statements; return logits [B] and of types [B, 7]."""
        places = attention_mask.cumsum(1) * attention_mask + 1
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, position_ids=places
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        both = self.dropout(torch.cat([states[:, 0], mean], 1))
        read = self.dropout(torch.tanh(self.dense(both)))
        return self.out(read).squeeze(-1), self.typed(read)


def main() -> None:
    """Fit, print the score on what was held out, and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--base", type=Path, required=True, help="folder of all-mpnet-base-v2")
    parser.add_argument("--news", type=Path, help="folder of the texts that news.tsv is about")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument(
        "--against", type=float, default=2.0, help="pairs that go together for each"
    )
    parser.add_argument("--held-out", nargs="*", default=(), choices=FILES)
    asked = parser.parse_args()
    torch.manual_seed(0)
    held_out = list(_pairs(name for name in FILES if name in asked.held_out))
    pairs = list(_pairs(name for name in FILES if name not in asked.held_out))
    real = list(_news(asked.news)) if asked.news else []
    print(f"{len(pairs)} pairs to learn from, {len(real)} real, {len(held_out)} kept", flush=True)
    network = Cross(asked.base)
    for epoch in _fitted(network, pairs, real, asked.epochs, asked.against):
        found = f", average precision {_score(network, held_out):.3f}" if held_out else ""
        print(f"epoch {epoch}{found}", flush=True)
    write_small(network, ["logit", "types"], {}, CONTRADICTION)


def _pairs(names: Iterable[str]) -> Iterator[Pair]:
    for name in names:
        for line in (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield from _story(json.loads(line))


def _story(story: dict[str, Any]) -> Iterator[Pair]:
    disputes = {tuple(sorted(pair[:2])): _type(pair) for pair in story["disputes"]}
    unsure = {tuple(sorted(pair)) for pair in story["unsure"]}
    for (i, one), (j, other) in combinations(enumerate(story["statements"]), 2):
        if one["side"] != other["side"] and (i, j) not in unsure:
            kind, apart = disputes.get((i, j), UNTYPED), (i, j) in disputes
            if apart or likeness(one["text"], other["text"]) >= NEAR:
                yield Pair(_forms(one), _forms(other), apart, kind)


def _type(pair: Sequence[Any]) -> int:
    _, _, *types = pair
    return TYPES.index(types[0]) if types else UNTYPED


def _forms(statement: dict[str, str]) -> tuple[str, str]:
    said = SAID.get(statement["act"], "said"), statement["text"]
    return as_told(statement["side"], *said), as_told("", *said)


def _news(folder: Path) -> Iterator[Pair]:
    articles = [_dated(article) for article in read([str(folder)]) if isinstance(article, Article)]
    readings = pipeline.read_articles(articles, Annotator.load())
    known = {e.id: e for r in readings if isinstance(r, Reading) for e in evidence(r)}
    with (STORIES / "news.tsv").open(encoding="utf-8") as rows:
        for one, other, exclude in csv.reader(rows, delimiter="\t"):
            if one in known and other in known:
                forms = [(told(known[key]), told(known[key])) for key in (one, other)]
                yield Pair(forms[0], forms[1], exclude == "1")


def _dated(article: Article) -> Article:
    """Return the article with the outlet and the day that its file's name tells."""
    found = re.match(r"([a-z-]+)_(\d{4}-\d\d-\d\d)_", Path(article.path).name)
    if found is None:
        return article
    return replace(article, outlet=found[1], published=date.fromisoformat(found[2]))


def _fitted(
    network: Cross, pairs: Sequence[Pair], real: Sequence[Pair], epochs: int, against: float
) -> Iterator[int]:
    """Train; after each epoch, yield its number."""
    chance = random.Random(3)  # noqa: S311 - no secret
    apart, together = ([p for p in pairs if p.exclude is wanted] for wanted in (True, False))
    some = min(len(together), round(against * len(apart)))
    steps = epochs * -(-(len(apart) + some + len(real)) // BATCH)
    heads = (network.dense, network.out, network.typed)
    groups = [
        {"params": [p for p in network.encoder.parameters() if p.requires_grad], "lr": RATE},
        {"params": [p for head in heads for p in head.parameters()], "lr": HEAD_RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: pace(step, steps, WARM_UP))
    for epoch in range(1, epochs + 1):
        network.train()
        for batch in _batches([*apart, *chance.sample(together, some), *real], chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits, types = network(*_padded([ids for ids, _ in batch]))
            wanted = torch.tensor([abs(pair.exclude - SMOOTHING) for _, pair in batch])
            kinds = torch.tensor([pair.kind for _, pair in batch])
            loss = functional.binary_cross_entropy_with_logits(logits.float(), wanted)
            if (kinds != UNTYPED).any():
                loss = loss + TYPED * functional.cross_entropy(
                    types.float(), kinds, ignore_index=UNTYPED
                )
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimiser.step()
            schedule.step()
        yield epoch


def _batches(
    pairs: Sequence[Pair], chance: random.Random
) -> Iterator[list[tuple[list[int], Pair]]]:
    """Encode pairs in either order, some without sides; batch those of like length."""
    read_as = []
    for pair in pairs:
        sides = [pair.one, pair.other]
        chance.shuffle(sides)
        one, other = (side[chance.random() < NAMELESS] for side in sides)
        read_as.append((_ids(one, other), pair))
    order = sorted(range(len(read_as)), key=lambda i: len(read_as[i][0]) + 20 * chance.random())
    batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    for batch in batches:
        yield [read_as[i] for i in batch]


def _score(network: Cross, pairs: Sequence[Pair]) -> float:
    """Return the average precision of pairs ranked by the mean logit of both orders."""
    network.eval()
    read_as = [
        _ids(*sides) for p in pairs for sides in ((p.one[0], p.other[0]), (p.other[0], p.one[0]))
    ]
    order = sorted(range(len(read_as)), key=lambda i: len(read_as[i]))
    logits = np.zeros(len(read_as))
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            found, _ = network(*_padded([read_as[i] for i in some]))
            logits[some] = found.float().numpy()
    means = logits.reshape(-1, 2).mean(1)
    return _average_precision(np.array([p.exclude for p in pairs])[np.argsort(-means)])


def _average_precision(ranked: npt.NDArray[np.bool_]) -> float:
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def _padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    length = max(len(row) for row in rows)
    ids = torch.tensor([[*row, *[0] * (length - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in rows])
    return ids, mask


def _ids(one: str, other: str) -> list[int]:
    ids: list[int] = _TOKENIZER.encode(one, other).ids
    return ids


_TOKENIZER = tokenizer(LONGEST)

if __name__ == "__main__":
    main()
