"""What a network in 8 bits answers, on whatever processor; needs the extra `kg[train]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kg.annotate.networks import WEIGHTS, session

if TYPE_CHECKING:
    from torch import Tensor

torch = pytest.importorskip("torch", reason="kg[train] is missing")
onnx = pytest.importorskip("onnx", reason="kg[train] is missing")
pytest.importorskip("onnxscript", reason="kg[train] is missing")

ROWS, WIDE, OUT = 1200, 64, 16


class Extreme(torch.nn.Module):  # type: ignore[misc, name-defined, unused-ignore]
    """Embeds and multiplies so that all bytes of a product are as large as they can be."""

    def __init__(self) -> None:
        super().__init__()
        self.table = torch.nn.Embedding(ROWS, WIDE)
        torch.nn.init.constant_(self.table.weight, 1.0)
        self.narrow = torch.nn.Linear(2 * WIDE, 2 * WIDE)
        self.middle = torch.nn.Linear(2 * WIDE, 2 * WIDE)
        self.wide = torch.nn.Linear(2 * WIDE, OUT)
        for layer in (self.narrow, self.middle, self.wide):
            torch.nn.init.constant_(layer.weight, 0.5)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Read word pieces [B, T]; return [B, OUT]."""
        read = self.table(input_ids) * attention_mask.unsqueeze(-1).float()
        both = self.narrow(torch.cat([read, read], -1))
        sums: Tensor = self.wide(self.middle(both)).mean(1)
        return sums


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning")  # torch's own
def test_large_products_do_not_overflow(tmp_path: Path) -> None:
    from kg.train.small import write_small  # noqa: PLC0415 - optional

    torch.manual_seed(0)
    network, target = Extreme(), tmp_path / "small.onnx"
    write_small(network, ["sums"], {}, target)
    ids = np.ones((1, 5), dtype=np.int64)
    found = session(target).run(None, {"input_ids": ids, "attention_mask": ids})[0]
    with torch.no_grad():
        exact = network(torch.from_numpy(ids), torch.from_numpy(ids)).numpy()
    assert found == pytest.approx(exact, rel=0.02)


@pytest.mark.parametrize("path", sorted(WEIGHTS.glob("*.onnx")), ids=lambda path: path.stem)
def test_packaged_products_are_of_unsigned_bytes(path: Path) -> None:
    graph = onnx.load(path).graph
    kinds = {weights.name: weights.data_type for weights in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    assert products
    assert {kinds[node.input[n]] for node in products for n in (1, 3)} == {onnx.TensorProto.UINT8}
