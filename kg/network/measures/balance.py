"""Structural balance: whether the friend of an enemy is an enemy, as signed graphs have it.

Every function takes what `kg.network.opposition.signed` makes: actors joined by disputes (below
zero), corroborations and who speaks for whom (above zero). Ties that cancel out have no sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import networkx as nx
import numpy as np
from scipy.sparse import csr_array, triu

from kg.model import Measure, Measured, TooFew

TRIANGLES, TIES = 5, 5
"""Closed triads, and ties, below which balance is no property of a network."""

EXACT = 18
"""Members of a block up to which every division into two camps is tried."""

PASSES = 50

Adjacent = dict[str, dict[str, int]]
"""By actor its partners, and the sign of what ties them."""

_CHUNK = 1 << 12


def balanced_triangles(ties: nx.Graph, least: int = TRIANGLES) -> Measure:
    """Return the share of triangles with an even number of disputes; in [0, 1].

    Cartwright and Harary 1956 (https://doi.org/10.1037/h0046049). Where no tie is a dispute all
    are balanced. It rests on the statements behind the sides of triangles. Time grows with ties
    times the square root of ties.
    """
    signs = _signs(ties)
    near = _adjacent(signs)
    total, even = _triangles(signs, near)
    sides = (edge for edge in signs.edges if not near[edge[0]].keys().isdisjoint(near[edge[1]]))
    statements = _behind(ties, sides)
    if total < least:
        return TooFew(total, least, "triangles", statements)
    return Measured(even / total, statements)


def frustration(
    ties: nx.Graph, places: Mapping[str, float] | None = None, least: int = TIES
) -> Measure:
    """Return how many ties must go so that two camps are left that only agree within.

    A whole number from 0 to half of the ties: the line index of balance (Harary 1959, "On the
    measurement of structural balance", Behavioral Science 4(4); Aref and Wilson 2019,
    https://doi.org/10.1093/comnet/cny015). To find it is NP-hard. Blocks that no single actor
    holds together add up; one of up to `EXACT` members is solved exactly. In a larger one the sides
    of the opposition axis are improved actor by actor, which gives a bound from above, and
    unbalanced triangles that share no tie are counted, which gives one from below: then `least`
    and `most` of the result differ, and its value is `most`. It rests on the statements of the
    ties that do not fit, or of all ties where all fit. Time: 2^members for small blocks, then
    `PASSES` times ties at most.

    Args:
        ties: what `kg.network.opposition.signed` gives.
        places: what `kg.network.opposition.placed` gives; the start of the search.
        least: signed ties needed.
    """
    signs = _signs(ties)
    if signs.number_of_edges() < least:
        return TooFew(signs.number_of_edges(), least, "ties", _behind(ties, signs.edges))
    low = high = 0
    wrong: list[tuple[str, str]] = []
    for near in _blocks(signs):
        if all(sign > 0 for partners in near.values() for sign in partners.values()):
            continue
        small = len(near) <= EXACT
        sides = _best(near) if small else _improved(near, places or {})
        bad = [(a, b) for a, b, sign in _edges(near) if sides[a] * sides[b] != sign]
        high += len(bad)
        low += len(bad) if small else _packed(near)
        wrong += bad
    bounds = (None, None) if low == high else (float(low), float(high))
    return Measured(float(high), _behind(ties, wrong or signs.edges), *bounds)


def line_balance(ties: nx.Graph, frustrated: Measure) -> Measure:
    """Return 1 - 2L/m for the frustration index L of m signed ties; in [0, 1], 1 is balance.

    The normalised line index (Aref and Wilson 2018, https://doi.org/10.1093/comnet/cnx044).
    """
    if isinstance(frustrated, TooFew):
        return frustrated
    number = _signs(ties).number_of_edges()
    bounds = (frustrated.most, frustrated.least)
    least, most = (None if bound is None else 1 - 2 * bound / number for bound in bounds)
    return Measured(1 - 2 * frustrated.value / number, frustrated.statements, least, most)


def _signs(ties: nx.Graph) -> nx.Graph:
    result = nx.Graph()
    weights = sorted((min(a, b), max(a, b), w) for a, b, w in ties.edges(data="weight"))
    result.add_edges_from((a, b, {"sign": 1 if w > 0 else -1}) for a, b, w in weights if w)
    return result


def _behind(ties: nx.Graph, edges: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({s for a, b in edges for s in ties[a][b].get("statements", ())}))


def _adjacent(signs: nx.Graph) -> Adjacent:
    return {n: {m: fields["sign"] for m, fields in near.items()} for n, near in signs.adjacency()}


def _triangles(signs: nx.Graph, near: Adjacent) -> tuple[int, int]:
    """Return how many triangles there are, and how many of them are balanced.

    Ties lead from actors of few partners to those of many, so that each triangle is one way of two
    steps beside one of one step: products of sparse matrices count them (compare Chiba and
    Nishizeki 1985, https://doi.org/10.1137/0214017).
    """
    order = sorted(near, key=lambda n: (len(near[n]), n))
    if not order:
        return 0, 0
    onward = triu(nx.to_scipy_sparse_array(signs, nodelist=order, weight="sign", dtype=int), 1)
    step = csr_array(onward)
    less = int(((step @ step) * step).sum())
    step = abs(step)
    total = int(((step @ step) * step).sum())
    return total, (total + less) // 2


def _blocks(signs: nx.Graph) -> Iterator[Adjacent]:
    """Yield the ties of each block, its members sorted."""
    for edges in nx.biconnected_component_edges(signs):
        near: Adjacent = {}
        for a, b in edges:
            sign = signs[a][b]["sign"]
            near.setdefault(a, {})[b] = sign
            near.setdefault(b, {})[a] = sign
        yield {member: near[member] for member in sorted(near)}


def _edges(near: Adjacent) -> list[tuple[str, str, int]]:
    return sorted((a, b, sign) for a, others in near.items() for b, sign in others.items() if a < b)


def _best(near: Adjacent) -> dict[str, int]:
    """Try every division of the members; the first of the best, the first member on side 1."""
    index = {member: place for place, member in enumerate(near)}
    edges = [(index[a], index[b], sign) for a, b, sign in _edges(near)]
    ends = np.array([edge[:2] for edge in edges])
    negative = np.array([edge[2] < 0 for edge in edges])
    best, found = len(edges) + 1, 0
    for start in range(0, 1 << (len(near) - 1), _CHUNK):
        codes = np.arange(start, min(start + _CHUNK, 1 << (len(near) - 1)), dtype=np.int64) << 1
        apart = (codes[:, None] >> ends[:, 0] ^ codes[:, None] >> ends[:, 1]) & 1
        wrong = (apart.astype(bool) != negative).sum(axis=1)
        place = int(wrong.argmin())
        if wrong[place] < best:
            best, found = int(wrong[place]), int(codes[place])
    return {member: -1 if found >> place & 1 else 1 for member, place in index.items()}


def _improved(near: Adjacent, places: Mapping[str, float]) -> dict[str, int]:
    """Move members to the other side while that leaves fewer ties that do not fit."""
    sides = {member: -1 if places.get(member, 0.0) < 0 else 1 for member in near}
    for _ in range(PASSES):
        moved = False
        for member, partners in near.items():
            fit = sum(sign * sides[o] for o, sign in partners.items()) * sides[member]
            if fit < 0:
                sides[member] = -sides[member]
                moved = True
        if not moved:
            break
    return sides


def _packed(near: Adjacent) -> int:
    """Count unbalanced triangles that share no tie, taken greedily: each needs one tie to go."""
    free = {member: dict(partners) for member, partners in near.items()}
    count = 0
    for a, b, _ in _edges(near):
        third = _odd(free, a, b) if b in free[a] else None
        if third is not None:
            count += 1
            for one, other in ((a, b), (b, third), (a, third)):
                del free[one][other], free[other][one]
    return count


def _odd(free: Adjacent, a: str, b: str) -> str | None:
    """Return the first with whom two make an unbalanced triangle of ties that are still free."""
    few, many = sorted((free[a], free[b]), key=len)
    odd = (c for c, sign in few.items() if c in many and sign * many[c] * free[a][b] < 0)
    return min(odd, default=None)
