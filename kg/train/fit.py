"""The training loop: AdamW, one warm-up and a linear decay, averaged weights, best epoch kept."""

from __future__ import annotations

import copy
import logging
import random
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from kg.annotate.tagger import Reading, Tagger
from kg.annotate.windows import Window
from kg.extract.link import attributions
from kg.train.annotations import Annotated
from kg.train.examples import Example, examples
from kg.train.network import Network
from kg.train.score import Score, score
from kg.train.settings import Settings

log = logging.getLogger(__name__)

LOG_EVERY = 25
AVERAGE_DECAY = 0.99
CLIP = 1.0


def fit(
    network: Network,
    tokenizer: Tokenizer,
    texts: Sequence[Annotated],
    held_out: Sequence[Annotated],
    settings: Settings,
) -> tuple[Network, Score]:
    """Train `network` on `texts`; return the averaged weights that score best on `held_out`.

    The score is the F1 of whole attributions, decoded and linked as at run time, after each
    epoch. The same settings, versions and number of threads give the same weights.
    """
    data = [e for text in texts for e in examples(text, tokenizer)]
    chance = random.Random(settings.seed)  # noqa: S311 - no secret
    hidden = torch.Generator().manual_seed(settings.seed)
    steps = settings.epochs * -(-len(data) // settings.batch)
    optimiser = torch.optim.AdamW(_groups(network, settings), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: pace(step, steps, settings.warm_up)
    )
    average = copy.deepcopy(network).eval()
    best, kept = Score(), copy.deepcopy(average)
    log.info("%d texts, %d windows, %d steps", len(texts), len(data), steps)
    for epoch in range(settings.epochs):
        network.train()
        for number, batch in enumerate(_batches(data, settings.batch, chance), 1):
            losses = network.loss(batch, settings.missed, hidden)
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(losses.joint())
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimiser.step()
            schedule.step()
            _follow(average, network)
            if number % LOG_EVERY == 0:
                log.info(
                    "epoch %d, batch %d: tags %.3f, links %.3f",
                    epoch + 1,
                    number,
                    *(loss.item() for loss in losses),
                )
        reached = evaluate(average, tokenizer, held_out)
        log.info("epoch %d: %s", epoch + 1, describe(reached))
        if epoch == 0 or reached.triple_f1 > best.triple_f1:
            best, kept = reached, copy.deepcopy(average)
            if settings.checkpoint:
                torch.save(kept.state_dict(), settings.checkpoint)
    return kept, best


def describe(reached: Score) -> str:
    """Put a score in one line."""
    return (
        f"triple F1 {reached.triple_f1:.2f}, content F1 {reached.content_f1:.2f}, "
        f"{reached.found} found, {reached.gold} gold"
    )


def evaluate(network: Network, tokenizer: Tokenizer, texts: Sequence[Annotated]) -> Score:
    """Score decoded and linked attributions."""
    tagger = Tagger(tokenizer, lambda windows: _readings(network, windows), network.bias())
    return score_with(tagger, texts)


def score_with(tagger: Tagger, texts: Sequence[Annotated]) -> Score:
    """Score a tagger with the linker of `kg.extract`."""
    total = Score()
    for text in texts:
        tags, links = tagger.tag(text.text, text.blocks())
        total += score(text.text, text.attributions, attributions(text.text, tags, links))
    return total


def _readings(network: Network, windows: Sequence[Window]) -> Iterator[Reading]:
    network.eval()
    for window in windows:
        ids = torch.tensor([window.ids])
        with torch.inference_mode():
            outputs = network(ids, torch.ones_like(ids))
        yield Reading(*(output[0].numpy() for output in outputs))


def _groups(network: Network, settings: Settings) -> list[dict[str, object]]:
    """Give the encoder's lower layers smaller steps, the fresh heads larger ones."""
    layers = network.encoder.config.num_hidden_layers
    groups = []
    for name, parameter in network.named_parameters():
        rate = settings.rate * settings.head_factor
        if name.startswith("encoder."):
            rate = settings.rate * settings.layer_decay ** (layers - _depth(name))
        groups.append({"params": [parameter], "lr": rate})
    return groups


def _depth(name: str) -> int:
    numbers = [int(part) for part in name.split(".") if part.isdecimal()]
    return numbers[0] + 1 if numbers else 0


def pace(step: int, steps: int, warm_up: float) -> float:
    """Return the factor of the rate at a step: rising over `warm_up` of all steps, then falling."""
    rising = (step + 1) / max(1.0, warm_up * steps)
    falling = (steps - step) / max(1.0, (1 - warm_up) * steps)
    return max(0.0, min(1.0, rising, falling))


def _batches(data: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batch windows of like length, in random order."""
    order = sorted(range(len(data)), key=lambda i: len(data[i].window) + 20 * chance.random())
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(batches)
    for batch in batches:
        yield [data[i] for i in batch]


def _follow(average: nn.Module, network: nn.Module) -> None:
    mine: list[Tensor] = list(average.parameters())
    other: list[Tensor] = list(network.parameters())
    with torch.no_grad():
        torch._foreach_lerp_(mine, other, 1 - AVERAGE_DECAY)
