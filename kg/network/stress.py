"""Positions whose distances follow those of a graph, and room between labels; numpy only."""

from __future__ import annotations

import networkx as nx
import numpy as np

from kg.model import Place

ROUNDS = 300
SEED = 7
WIDE = 1060.0
SPREAD = 1.2


def laid_out(graph: nx.Graph, width: float, height: float) -> dict[str, Place]:
    """Return places for boxes of `width` by `height` that do not overlap, neighbours close.

    Components are laid out apart and then set in rows of about `WIDE` pixels, largest first.
    """
    parts = sorted((sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    placed = [roomy(stress(graph.subgraph(part)), width, height) for part in parts]
    return _packed(placed, width, height)


def _packed(parts: list[dict[str, Place]], width: float, height: float) -> dict[str, Place]:
    places: dict[str, Place] = {}
    x = y = lowest = 0.0
    for part in parts:
        left, top = min(p.x for p in part.values()), min(p.y for p in part.values())
        across = max(p.x for p in part.values()) - left + width
        if x and x + across > WIDE:
            x, y = 0.0, lowest + height / 2
        places |= {n: Place(p.x - left + x, p.y - top + y) for n, p in part.items()}
        lowest = max(lowest, *(places[n].y + height for n in part))
        x += across
    return places


def stress(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Return positions with about one unit a step between neighbours of a connected graph.

    Stress majorization (Gansner, Koren and North 2004, "Graph drawing by stress majorization",
    https://doi.org/10.1007/978-3-540-31843-9_25), weights 1/d^2, from a fixed random start.
    """
    nodes = sorted(graph)
    if len(nodes) < 2:
        return dict.fromkeys(nodes, (0.0, 0.0))
    distance = _distances(graph, nodes)
    weight = 1.0 / np.where(distance == 0.0, 1.0, distance) ** 2
    np.fill_diagonal(weight, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian)
    x = np.random.default_rng(SEED).standard_normal((len(nodes), 2))
    for _ in range(ROUNDS):
        x = inverse @ _pull(x, distance, weight)
    return {node: (float(a), float(b)) for node, (a, b) in zip(nodes, x, strict=True)}


def _distances(graph: nx.Graph, nodes: list[str]) -> np.ndarray:
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    return np.array([[float(lengths[a][b]) for b in nodes] for a in nodes])


def _pull(x: np.ndarray, distance: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the right-hand side of one majorization step."""
    apart = np.linalg.norm(x[:, None] - x[None], axis=2)
    ratio = np.where(apart > 0.0, weight * distance / np.where(apart == 0.0, 1.0, apart), 0.0)
    return np.asarray((np.diag(ratio.sum(axis=1)) - ratio) @ x)


def roomy(
    positions: dict[str, tuple[float, float]], width: float, height: float
) -> dict[str, Place]:
    """Scale positions to a picture and push boxes of `width` by `height` apart till none overlap.

    Boxes are pushed along the axis on which they overlap least, by half of it each; what still
    overlaps after `ROUNDS` rounds is laid out in rows.
    """
    nodes = sorted(positions)
    x = np.array([positions[n] for n in nodes], dtype=float).reshape(-1, 2)
    box = np.array([width, height])
    x = x * box * SPREAD
    for _ in range(ROUNDS):
        if not _push(x, box):
            break
    else:
        x = _rows(x, box)
    return {
        n: Place(round(float(a), 1), round(float(b), 1)) for n, (a, b) in zip(nodes, x, strict=True)
    }


def _push(x: np.ndarray, box: np.ndarray) -> bool:
    """Move the pairs that overlap apart in place; tell whether there were any."""
    moved = False
    for i in range(len(x)):
        for j in range(i + 1, len(x)):
            gap = box - np.abs(x[j] - x[i])
            if (gap > 1e-6).all():
                along = int(np.argmin(gap / box))
                step = (gap[along] / 2 + 0.5) * (1.0 if x[j][along] >= x[i][along] else -1.0)
                x[i][along] -= step
                x[j][along] += step
                moved = True
    return moved


def _rows(x: np.ndarray, box: np.ndarray) -> np.ndarray:
    side = int(np.ceil(np.sqrt(len(x))))
    order = np.lexsort((x[:, 0], x[:, 1]))
    result = np.empty_like(x)
    for place, index in enumerate(order):
        result[index] = (place % side * box[0], place // side * box[1])
    return result
