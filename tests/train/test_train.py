"""Training from end to end on a toy encoder; needs the extra `kg[train]`."""

from __future__ import annotations

import importlib.util
import json
import logging
import shutil
from pathlib import Path

import pytest

from kg.annotate.tagger import TOKENIZER_FILE, WEIGHTS, Tagger
from kg.errors import ModelError
from kg.model import Span
from kg.train import train

EXTRA = all(importlib.util.find_spec(name) for name in ("torch", "transformers", "onnxscript"))
needs_extra = pytest.mark.skipif(not EXTRA, reason="kg[train] (torch, transformers) is missing")

LINE = "The mayor said the bridge was closed."
RECORD = {
    "text": LINE,
    "attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]}],
}


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    file = tmp_path / "texts.jsonl"
    file.write_text((json.dumps(RECORD) + "\n") * 14, encoding="utf-8")
    return file


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    from transformers import BertConfig, BertModel  # noqa: PLC0415 - optional

    folder = tmp_path / "toy"
    config = BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(folder)
    shutil.copy(WEIGHTS / TOKENIZER_FILE, folder)
    return folder


@pytest.mark.skipif(EXTRA, reason="kg[train] is there")
def test_without_the_extra_the_way_out_is_named(marked: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="pip install"):
        train([marked], tmp_path / "out")


@needs_extra
@pytest.mark.filterwarnings("ignore")
def test_a_toy_learns_and_is_written(
    marked: Path, toy: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    out = tmp_path / "out"
    with caplog.at_level(logging.INFO, logger="kg.train"):
        train([marked], out, base=toy, epochs=1, threads=1)
    assert sorted(f.name for f in out.iterdir()) == [
        "MODEL_CARD.md",
        "best.pt",
        "tagger.onnx",
        "tokenizer.json",
    ]
    assert "epoch 1: triple F1" in caplog.text
    tags, links = Tagger.load(out).tag(LINE, [Span(0, len(LINE))])
    assert isinstance(tags, tuple)
    assert isinstance(links, tuple)


@needs_extra
def test_a_base_without_encoder_is_named(marked: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no encoder"):
        train([marked], tmp_path / "out", base=tmp_path)
