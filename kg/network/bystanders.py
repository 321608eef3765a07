"""Where actors stand around the statements of a story picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from kg.model import Place

ACTOR_X, PRINCIPAL_X, BELOW_X = 458.0, 580.0, 140.0
ACTOR_HEIGHT, BELOW = 104.0, 104.0
ABREAST = 7


def actors_around(
    graph: nx.MultiDiGraph,
    placed: Mapping[str, Place],
    sides: Mapping[str, float],
    stands: Mapping[Place, Place],
) -> dict[str, Place]:
    """Put voices beside their statements, and the silent ones they speak for outside of them.

    An actor stands on the side of most of its statements, in a tie on that of the axis. A third
    party stands where `stands` has room by its statement, or under the picture.
    """
    behind = _behind(graph, placed)
    heights = {a: sum(p.y for p in ps) / len(ps) for a, ps in behind.items()}
    voices = {a for a in behind if _speaks(graph, a, placed)}
    columns: dict[float, list[str]] = {}
    for actor in sorted(heights, key=lambda a: (heights[a], a)):
        side = _side(behind[actor], sides.get(actor, 0.0), stands)
        x = side * (ACTOR_X if actor in voices else PRINCIPAL_X)
        columns.setdefault(x, []).append(actor)
    outside = [a for a in columns.pop(0.0, []) if a in voices]
    places: dict[str, Place] = {}
    for x, actors in sorted(columns.items()):
        places |= _spread(actors, x, heights)
    places |= _standing(outside, behind, stands)
    rest = [actor for actor in outside if actor not in places]
    bottom = max((p.y for p in (*placed.values(), *places.values())), default=0.0)
    return places | _below(rest, behind, bottom + BELOW)


def _side(behind: Sequence[Place], axis: float, stands: Mapping[Place, Place]) -> float:
    """Return -1, 1, or 0 for one that stands by its statements."""
    sided = [p for p in behind if p.x and p not in stands]
    balance = sum(1.0 if p.x > 0 else -1.0 for p in sided) or axis
    return 0.0 if balance == 0 else 1.0 if balance > 0 else -1.0


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


def _spread(actors: Sequence[str], x: float, heights: Mapping[str, float]) -> dict[str, Place]:
    """Keep each actor near its height, and neighbours at least `ACTOR_HEIGHT` apart.

    Those that would touch are moved up and down as one block, so that none drifts away alone.
    """
    blocks: list[tuple[list[str], float]] = []
    for actor in actors:
        members, middle = [actor], heights[actor]
        while blocks and _touch(blocks[-1], members, middle):
            others, other = blocks.pop()
            whole = len(others) + len(members)
            middle = (other * len(others) + middle * len(members)) / whole
            members = others + members
        blocks.append((members, middle))
    return {
        actor: Place(x, round(middle + (i - (len(members) - 1) / 2) * ACTOR_HEIGHT, 1))
        for members, middle in blocks
        for i, actor in enumerate(members)
    }


def _touch(block: tuple[list[str], float], members: list[str], middle: float) -> bool:
    others, other = block
    return middle - other < (len(others) + len(members)) / 2 * ACTOR_HEIGHT


def _below(
    actors: Iterable[str], behind: Mapping[str, Sequence[Place]], y: float
) -> dict[str, Place]:
    """Stand actors without a side under the picture, under their statements as far as may be."""
    middle = {a: sum(p.x for p in behind[a]) / len(behind[a]) for a in actors}
    ordered = sorted(middle, key=lambda a: (middle[a], a))
    places: dict[str, Place] = {}
    for start in range(0, len(ordered), ABREAST):
        row = ordered[start : start + ABREAST]
        for k, actor in enumerate(row):
            x = (k - (len(row) - 1) / 2) * BELOW_X
            places[actor] = Place(x, y + start // ABREAST * ACTOR_HEIGHT)
    return places
