"""A network as one small ONNX file: weights in 8 bits, nothing that names the machine."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

OPSET = 20
EXAMPLE = (2, 24)
"""Shape of the batch that the export is traced with; both axes stay free."""

LARGE = 1000
"""Rows from which on a table of embeddings is worth storing in 8 bits."""

EXACT_PRODUCTS = 2
"""How many narrowing products of the lower layers are computed in full precision.

Their inputs, the activations of the feed-forward layers, have outliers that 8 bits cannot hold:
quantising these two makes half of all changed tags.
"""


def write_small(
    network: nn.Module, outputs: Sequence[str], notes: Mapping[str, str], target: Path
) -> None:
    """Write a network of inputs `input_ids` and `attention_mask`, int64 [B, T], to `target`.

    Weights are stored in 8 bits with a scale for each row of the embeddings and each column of a
    product; activations are quantised as they come (but see `EXACT_PRODUCTS`). `notes` go into the
    metadata. What the network answers does not depend on the processor, but for rounding.
    """
    with tempfile.TemporaryDirectory() as scratch:
        full, ready = Path(scratch, "full.onnx"), Path(scratch, "ready.onnx")
        _trace(network, outputs, full)
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        model = onnx.load(ready)
        _shrink_embeddings(model)
        exact = _shrink_narrowing(model)
        onnx.save(model, ready)
        quantize_dynamic(
            ready,
            target,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=exact,
        )
    model = onnx.load(target)
    _unsign(model)
    _describe(model, notes)
    onnx.save(model, target)


def _trace(network: nn.Module, outputs: Sequence[str], path: Path) -> None:
    network.eval()
    ids = torch.ones(EXAMPLE, dtype=torch.long)
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    free = {0: batch, 1: length}
    torch.onnx.export(
        network,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=list(outputs),
        dynamic_shapes={"input_ids": free, "attention_mask": free},
        opset_version=OPSET,
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def _shrink_embeddings(model: ModelProto) -> None:
    """Store large tables in 8 bits a value and a scale a row; undo it after the look-up."""
    weights = {t.name: t for t in model.graph.initializer}
    for node in list(model.graph.node):
        table = weights.get(node.input[0]) if node.op_type == "Gather" else None
        if table is None or table.dims[0] < LARGE:
            continue
        _store(model, table, axis=1)
        name, output = table.name, node.output[0]
        steps = (
            helper.make_node("Gather", [f"{name}.small", node.input[1]], [f"{output}.small"]),
            helper.make_node("Gather", [f"{name}.scale", node.input[1]], [f"{output}.scale"]),
            helper.make_node("Cast", [f"{output}.small"], [f"{output}.wide"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{output}.wide", f"{output}.scale"], [output]),
        )
        _replace(model, node, *steps)


def _shrink_narrowing(model: ModelProto) -> list[str]:
    """Store the first narrowing products' weights in 8 bits; return the names of the products."""
    weights = {t.name: t for t in model.graph.initializer}
    products = [n for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in weights]
    wide = max(weights[n.input[1]].dims[0] for n in products)
    narrowing = [n for n in products if weights[n.input[1]].dims[0] == wide][:EXACT_PRODUCTS]
    for node in narrowing:
        weight = weights[node.input[1]]
        _store(model, weight, axis=0)
        small, scale = f"{weight.name}.small", f"{weight.name}.scale"
        widen = helper.make_node("DequantizeLinear", [small, scale], [weight.name], axis=1)
        _replace(model, node, widen, node)
    return [n.name for n in narrowing]


def _store(model: ModelProto, weight: TensorProto, axis: int) -> None:
    """Replace a weight by `.small` (int8) and `.scale`, one scale for all values along `axis`."""
    values: npt.NDArray[np.float32] = numpy_helper.to_array(weight)
    scale = np.abs(values).max(axis=axis, keepdims=True) / np.float32(127)
    scale[scale == 0] = 1
    small = np.rint(values / scale).astype(np.int8)
    kept = scale if axis else scale[0]
    model.graph.initializer.remove(weight)
    model.graph.initializer.append(numpy_helper.from_array(small, f"{weight.name}.small"))
    model.graph.initializer.append(numpy_helper.from_array(kept, f"{weight.name}.scale"))


def _replace(model: ModelProto, node: NodeProto, *steps: NodeProto) -> None:
    place = list(model.graph.node).index(node)
    model.graph.node.remove(node)
    for i, step in enumerate(steps):
        model.graph.node.insert(place + i, step)


def _unsign(model: ModelProto) -> None:
    """Shift the weights of 8-bit products by 128, with their zero points: the same numbers.

    Activations are unsigned, and x86 processors without VNNI add up products of unsigned and signed
    bytes in pairs of 16 bits that overflow: other numbers, with no word of it
    (https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html, "U8S8").
    Products of unsigned bytes are exact everywhere.
    """
    weights = {t.name: t for t in model.graph.initializer}
    products = (node for node in model.graph.node if node.op_type == "MatMulInteger")
    for name in {name for node in products for name in (node.input[1], node.input[3])}:
        signed: npt.NDArray[np.int8] = numpy_helper.to_array(weights[name])
        shifted = (signed.astype(np.int16) + 128).astype(np.uint8)
        weights[name].CopyFrom(numpy_helper.from_array(shifted, name))


def _describe(model: ModelProto, notes: Mapping[str, str]) -> None:
    """Add the notes; leave out the exporter's own, which name local paths."""
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.initializer, *graph.input, *graph.output):
        part.ClearField("doc_string")
        part.ClearField("metadata_props")
    graph.ClearField("value_info")
    helper.set_model_props(model, dict(notes))
