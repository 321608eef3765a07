"""Training from end to end on a toy encoder; needs the extra `kg[train]`."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

from kg.annotate.networks import TOKENIZER_FILE, WEIGHTS
from kg.errors import ModelError
from kg.train import train
from tests.cli.test_commands import kg

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
def test_a_toy_learns_and_the_commands_read_with_it(
    marked: Path, toy: Path, tmp_path: Path
) -> None:
    options = ("-o", "out", "--base", toy, "--epochs", 1, "--threads", 1)
    done = kg("train", marked, *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out\n"
    assert "epoch 1: triple F1" in done.stderr
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == [
        "MODEL_CARD.md",
        "best.pt",
        "tagger.onnx",
        "tokenizer.json",
    ]
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    read = kg("statements", "a.txt", "--weights", "out", "--json", cwd=tmp_path)
    assert (read.returncode, read.stderr) == (0, "")


@needs_extra
def test_one_text_is_too_few(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps(RECORD), encoding="utf-8")
    done = kg("train", "one.jsonl", "-o", "out", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "is the only text" in done.stderr
    assert not (tmp_path / "out").exists()


def test_weights_that_are_none_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    done = kg("statements", "a.txt", "--weights", tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"kg: {tmp_path}: holds no usable attribution tagger")


@needs_extra
def test_a_base_without_encoder_is_named(marked: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no encoder"):
        train([marked], tmp_path / "out", base=tmp_path)
