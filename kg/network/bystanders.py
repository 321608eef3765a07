"""Where actors stand around the statements of a story picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from kg.model import Place

ACTOR_X, PRINCIPAL_X, BELOW_X = 433.0, 528.0, 130.0
ACTOR_HEIGHT, BELOW = 92.0, 96.0


def actors_around(
    graph: nx.MultiDiGraph,
    placed: Mapping[str, Place],
    sides: Mapping[str, float],
    stands: Mapping[Place, Place],
) -> dict[str, Place]:
    """Put voices beside their statements, and those they speak for outside of them.

    Who takes no side stands where `stands` has room by its statement, or under the picture.
    """
    behind = _behind(graph, placed)
    heights = {a: sum(p.y for p in ps) / len(ps) for a, ps in behind.items()}
    columns: dict[float, list[str]] = {}
    for actor in sorted(heights, key=lambda a: (heights[a], a)):
        columns.setdefault(_column(graph, actor, heights, sides), []).append(actor)
    outside = [a for a in columns.pop(0.0, []) if _speaks(graph, a, placed)]
    places: dict[str, Place] = {}
    for x, actors in sorted(columns.items()):
        places |= _spread(actors, x, heights)
    places |= _standing(outside, behind, stands)
    rest = [actor for actor in outside if actor not in places]
    bottom = max((p.y for p in (*placed.values(), *places.values())), default=0.0)
    return places | _below(rest, behind, bottom + BELOW)


def _speaks(graph: nx.MultiDiGraph, actor: str, placed: Mapping[str, Place]) -> bool:
    """Tell whether the actor itself voices a drawn statement, not only through a spokesman."""
    voiced = (s for _, s, kind in graph.out_edges(actor, data="kind") if kind == "voices")
    return any(statement in placed for statement in voiced)


def _standing(
    actors: Iterable[str],
    behind: Mapping[str, Sequence[Place]],
    stands: Mapping[Place, Place],
) -> dict[str, Place]:
    """Stand each actor by the last of its statements where there is room for one."""
    taken: dict[Place, str] = {}
    for actor in actors:
        for place in sorted(behind[actor], key=lambda p: (-p.y, p.x)):
            if place in stands and stands[place] not in taken:
                taken[stands[place]] = actor
                break
    return {actor: place for place, actor in taken.items()}


def _behind(graph: nx.MultiDiGraph, placed: Mapping[str, Place]) -> dict[str, list[Place]]:
    """Return where the statements stand that each actor voices or owns."""
    behind: dict[str, list[Place]] = {}
    for actor, statement, kind in graph.edges(data="kind"):
        if kind in {"voices", "owns"} and statement in placed:
            behind.setdefault(actor, []).append(placed[statement])
    return behind


def _column(
    graph: nx.MultiDiGraph, actor: str, drawn: Mapping[str, float], sides: Mapping[str, float]
) -> float:
    side = sides.get(actor, 0.0)
    if side == 0.0:
        return 0.0
    served = any(
        kind == "acts_for" and other in drawn
        for other, _, kind in graph.in_edges(actor, data="kind")
    )
    return (PRINCIPAL_X if served else ACTOR_X) * (1.0 if side > 0 else -1.0)


def _spread(actors: Iterable[str], x: float, heights: Mapping[str, float]) -> dict[str, Place]:
    """Keep each actor near its height, and neighbours at least `ACTOR_HEIGHT` apart."""
    places: dict[str, Place] = {}
    lowest = float("-inf")
    for actor in actors:
        y = max(heights[actor], lowest + ACTOR_HEIGHT)
        places[actor] = Place(x, y)
        lowest = y
    return places


def _below(
    actors: Iterable[str], behind: Mapping[str, Sequence[Place]], y: float
) -> dict[str, Place]:
    """Stand actors without a side under the picture, under their statements as far as may be."""
    middle = {a: sum(p.x for p in behind[a]) / len(behind[a]) for a in actors}
    ordered = sorted(middle, key=lambda a: (middle[a], a))
    width = 8
    places: dict[str, Place] = {}
    for start in range(0, len(ordered), width):
        row = ordered[start : start + width]
        for k, actor in enumerate(row):
            x = (k - (len(row) - 1) / 2) * BELOW_X
            places[actor] = Place(x, y + start // width * ACTOR_HEIGHT)
    return places
