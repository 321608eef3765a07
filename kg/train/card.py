"""The model card that lies beside the weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.annotate.windows import LIMIT
from kg.train.score import Score
from kg.train.settings import HELD_OUT, Settings

CARD_FILE = "MODEL_CARD.md"

TEMPLATE = """\
# Attribution tagger

Finds who said what with which cue in English news: tags sources, cues and contents, and scores
which belong together.

## Files

| file | what |
|---|---|
| `tagger.onnx` | the network, {size:.1f} MB, weights in 8 bits |
| `tokenizer.json` | word pieces of the base model |

Inputs `input_ids` and `attention_mask`, int64 [B, T], T at most {window}. Outputs `tags` [B, T, 7]
(logits: O, then B and I of source, cue and content) and the projections `cue`, `source` and
`content` [B, T, 128]; the constants of the link head are the metadata entry `link_bias`.

## Base model

A BERT-like encoder. The default is all-MiniLM-L6-v2 (Apache-2.0), 6 layers of 384 dimensions,
trained on lower-cased text.

## Training

{texts} texts; every {held_out}th text by name was held out. {epochs} epochs at most, batches of
{batch} windows, AdamW, peak learning rate {rate:g} ({layer_decay:g} of it for each layer further
down, {head_factor:g} times for the heads), averaged weights of the best epoch, seed {seed}.

To train again:

    pip install 'kg[train]'
    kg train ANNOTATIONS... -o FOLDER --epochs {epochs} --rate {rate:g} --seed {seed}

## Figures

F1 over attributions of the texts held out from training ({held_out_texts}; content: half of the
words in common; triple: source and cue too):

| | content F1 | triple F1 |
|---|---|---|
| before quantisation | {full.content_f1:.1f} | {full.triple_f1:.1f} |
| as written | {quantised.content_f1:.1f} | {quantised.triple_f1:.1f} |

## Limits

English only. Only what stands in a text is tagged; whether it was said is not known. Attitudes
(wants, plans) are tagged as the annotations have them. Nested attributions are not told apart.
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card says of the training: settings, number of texts, score before quantisation."""

    settings: Settings
    texts: int
    reached: Score


def write_card(folder: Path, facts: Facts, quantised: Score, held_out: int, size: int) -> None:
    """Write `MODEL_CARD.md`; `held_out` counts texts, `size` the bytes of the network."""
    settings = facts.settings
    card = TEMPLATE.format(
        size=size / 1e6,
        window=LIMIT,
        texts=facts.texts,
        held_out=HELD_OUT,
        held_out_texts=held_out,
        epochs=settings.epochs,
        batch=settings.batch,
        rate=settings.rate,
        layer_decay=settings.layer_decay,
        head_factor=settings.head_factor,
        seed=settings.seed,
        full=facts.reached,
        quantised=quantised,
    )
    (folder / CARD_FILE).write_text(card, encoding="utf-8")
