"""Shares of statements: who is quoted, who is only talked about, who is named, who is hedged.

Every function takes what `kg.network.build` gives and takes time in proportion to its edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

import networkx as nx

from kg.model import ActorType, Measure, Measured, TooFew
from kg.network.links import of_kind, owners, targets, voices

LEAST = 10
"""Statements of a corpus below which a share of them says nothing."""

OF_ONE = 5
"""Statements of one claimant, outlet or issue below which a share of them says nothing."""

MENTIONS = 3
"""Statements about an actor below which voice is not set against them."""

UNNAMED = frozenset({ActorType.ANONYMOUS, ActorType.GROUP})
"""Types of sources that nobody could ask by name ("a senior official", "traders")."""


def voice(graph: nx.MultiDiGraph, by: str = "claimant", least: int = LEAST) -> dict[str, Measure]:
    """Return for each actor the share of all statements that are its own; in [0, 1].

    The right to be heard as a source is called standing in Ferree, Gamson, Gerhards and Rucht
    2002, "Shaping Abortion Discourse" (Cambridge University Press). Shares add up to less than 1
    where statements have no known source.

    Args:
        graph: what `kg.network.build` gives.
        by: "claimant", whose claim it is, or "speaker", who voiced it.
        least: statements that the corpus must hold.
    """
    behind = owners(graph) if by == "claimant" else voices(graph)
    return _of_all(graph, grouped((a, s) for s, a in behind.items()), least)


def mentioned(graph: nx.MultiDiGraph, least: int = LEAST) -> dict[str, Measure]:
    """Return for each actor the share of all statements in which others speak of it; in [0, 1].

    What others say counts, as salience does: Kiousis 2004, "Explicating Media Salience", Journal
    of Communication 54(1).
    """
    return _of_all(graph, about(graph), least)


def voice_to_mention(graph: nx.MultiDiGraph, least: int = MENTIONS) -> dict[str, Measure]:
    """Return for each actor its statements divided by those of others about it; in [0, inf).

    Below 1 others speak of it more than it is heard, at 0 it is only talked about. A statement is
    its own when it claims or voices it. Of fewer than `least` mentions there is no ratio.
    """
    own = grouped((a, s) for behind in (owners(graph), voices(graph)) for s, a in behind.items())
    others = about(graph)
    found: dict[str, Measure] = {}
    for actor in sorted({*own, *others}):
        said, heard = own.get(actor, ()), others.get(actor, ())
        rests = (*said, *heard)
        if len(heard) < least:
            found[actor] = TooFew(len(heard), least, "mentions", rests)
        else:
            found[actor] = Measured(len(said) / len(heard), rests)
    return found


def anonymity(
    graph: nx.MultiDiGraph, by: str | None = None, least: int = OF_ONE
) -> dict[str, Measure]:
    """Return the share of statements whose source nobody could ask by name; in [0, 1].

    These are the sources of the types in `UNNAMED`, and statements without a source. Compare
    Denham 1997, "Anonymous Attribution during Two Periods of Military Conflict", Journalism &
    Mass Communication Quarterly 74(3).

    Args:
        graph: what `kg.network.build` gives.
        by: a field of statements ("outlet", "agency"), or None for all together, under "".
        least: statements needed.
    """
    voice_of = voices(graph)
    named = {
        statement
        for statement, actor in voice_of.items()
        if graph.nodes[actor].get("type") not in UNNAMED
    }
    groups = by_field(graph, by) if by else {"": tuple(of_kind(graph, "statement"))}
    return shares(groups, lambda s: s not in named, least)


def hedging(graph: nx.MultiDiGraph, least: int = OF_ONE) -> dict[str, Measure]:
    """Return for each claimant the share of its statements that the narrator doubts; in [0, 1].

    The narrator keeps a distance by the choice of the cue ("claimed", not "said") or by a remark
    ("could not be verified"). Words such as "may" inside the statement are the source's own and
    do not count. Distancing cues: Bednarek 2006, "Evaluation in Media Discourse", ch. 4.
    """
    by_claimant = grouped((a, s) for s, a in owners(graph).items())
    return shares(by_claimant, lambda s: bool(graph.nodes[s].get("doubted")), least)


def shares(
    groups: Mapping[str, Collection[str]], counted: Callable[[str], bool], least: int
) -> dict[str, Measure]:
    """Return for each group the share of its statements that `counted` is true of.

    The measure rests on those that count, or, where none does, on all that do not.
    """
    found: dict[str, Measure] = {}
    for key in sorted(groups):
        every = groups[key]
        rests = tuple(statement for statement in every if counted(statement))
        if len(every) < least:
            found[key] = TooFew(len(every), least, "statements", tuple(every))
        else:
            found[key] = Measured(len(rests) / len(every), rests or tuple(every))
    return found


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return by key the statements paired with it, each once, sorted."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, statement in pairs:
        found[key].add(statement)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def by_field(graph: nx.MultiDiGraph, field: str) -> dict[str, tuple[str, ...]]:
    """Return the statements by what stands in one of their fields; "" is left out."""
    every = ((str(graph.nodes[s].get(field, "")), s) for s in of_kind(graph, "statement"))
    return grouped((value, s) for value, s in every if value)


def about(graph: nx.MultiDiGraph) -> dict[str, tuple[str, ...]]:
    """Return by actor the statements of others that are about it."""
    owner, voice = owners(graph), voices(graph)
    others = ((t, s) for s, t in targets(graph) if t not in {owner.get(s), voice.get(s)})
    return grouped(others)


def _of_all(
    graph: nx.MultiDiGraph, groups: Mapping[str, tuple[str, ...]], least: int
) -> dict[str, Measure]:
    """Return the shares of all actors that say something or are spoken about."""
    total = len(of_kind(graph, "statement"))
    heard = {*owners(graph).values(), *voices(graph).values(), *(t for _, t in targets(graph))}
    if total < least:
        few = {actor: groups.get(actor, ()) for actor in sorted(heard)}
        return {a: TooFew(total, least, "statements", some) for a, some in few.items()}
    return {a: Measured(len(s) / total, s) for a in sorted(heard) for s in [groups.get(a, ())]}
