"""Tables of actors."""

from __future__ import annotations

from kg.model import Column, Measured, Row, Table
from kg.network import measures
from kg.network.tables.material import Material, counted, joined, table, value


def voice(m: Material) -> Table:
    """Who is heard, and who is only talked about.

    Claimant: share of all statements that are the actor's claims. Speaker: share that it voices.
    Mentioned: share in which others speak of it. Voice to mention: its own statements for each of
    others about it; 0 is somebody who is only talked about.
    """
    parts = (
        measures.voice(m.graph),
        measures.voice(m.graph, by="speaker"),
        measures.mentioned(m.graph),
        measures.voice_to_mention(m.graph),
    )
    columns = (
        Column("claimant", "Claimant", "share"),
        Column("speaker", "Speaker", "share"),
        Column("mentioned", "Mentioned", "share"),
        Column("voice_to_mention", "Voice to mention", "score"),
    )
    return joined(voice, m, columns, parts)


def replies(m: Material) -> Table:
    """Who is accused without a reply: the right of reply.

    Accusations of others against the actor, how many of them its side never answered in any
    article, and how many statements of its side there are at all.
    """
    rows = [
        Row(
            found.actor,
            m.name(found.actor),
            (
                found.accusations,
                found.unanswered,
                found.heard,
                ", ".join(m.name(actor) for actor in found.accusers),
            ),
            "actor",
        )
        for found in measures.replies(m.graph).values()
    ]
    rows.sort(key=lambda r: (-value(r.cells[1]), -value(r.cells[0]), r.label, r.key))
    columns = (
        Column("accusations", "Accusations", "count"),
        Column("unanswered", "Unanswered", "count"),
        Column("heard", "Statements of its side", "count"),
        Column("accusers", "Accused by", "words"),
    )
    return table(replies, columns, rows)


def sides(m: Material) -> Table:
    """Where actors stand on the opposition axis, from -1 to 1; near 0 is no side.

    Below and above zero mean nothing but apart; those furthest out come first. The numbers rest
    on the disputes and corroborations of the actor; one without any stands where those stand that
    it speaks for.
    """
    behind: dict[str, set[str]] = {}
    for a, b, statements in m.ties.edges(data="statements"):
        for actor in (a, b):
            behind.setdefault(actor, set()).update(statements)
    rows = []
    for actor, place in sorted(m.places.items(), key=lambda x: (-abs(x[1]), m.name(x[0]), x[0])):
        if rests := tuple(sorted(behind.get(actor) or m.said.get(actor, ()))):
            cells = (Measured(place, rests), m.camps[m.sides[actor]])
            rows.append(Row(actor, m.name(actor), cells, "actor"))
    columns = (Column("axis", "Axis", "score"), Column("camp", "Camp", "words"))
    return table(sides, columns, rows)


def hedging(m: Material) -> Table:
    """Whom the narrator doubts: share of a claimant's statements kept at a distance.

    By the cue ("claimed") or by a remark ("could not be verified").
    """
    found = measures.hedging(m.graph)
    rows = [
        Row(actor, m.name(actor), (counted(m.said[actor]), share), "actor")
        for actor, share in found.items()
    ]
    rows.sort(key=lambda r: (-value(r.cells[0]), r.label, r.key))
    columns = (Column("statements", "Statements", "count"), Column("hedged", "Hedged", "share"))
    return table(hedging, columns, rows)


def centrality(m: Material) -> Table:
    """Who stands in the middle of who speaks about whom.

    PageRank: the share of attention that comes to rest on the actor. Betweenness: the share of
    shortest ways between others that lead through it. Core: the largest k so that the actor is in a
    group where each has k partners.
    """
    parts = (
        measures.pagerank(m.actors),
        measures.betweenness(m.actors),
        measures.cores(m.actors),
    )
    columns = (
        Column("pagerank", "PageRank", "score"),
        Column("betweenness", "Betweenness", "score"),
        Column("core", "Core", "count"),
    )
    return joined(centrality, m, columns, parts)


def communities(m: Material) -> Table:
    """Groups of actors who speak about each other (Louvain).

    Statements: how many of them are of one member about another.
    """
    rows = []
    for number, group in enumerate(measures.communities(m.actors), 1):
        within = m.actors.subgraph(group).edges(data="statements")
        statements = tuple(sorted({s for _, _, some in within for s in some}))
        order = sorted(group, key=lambda a: (-m.actors.nodes[a]["weight"], a))
        names = ", ".join(m.name(actor) for actor in order[:8])
        more = f" and {len(order) - 8} more" if len(order) > 8 else ""
        size = Measured(float(len(group)), statements)
        said = counted(statements)
        rows.append(Row(f"community-{number}", f"{names}{more}", (size, said), "community"))
    columns = (Column("members", "Members", "count"), Column("statements", "Statements", "count"))
    return table(communities, columns, rows)
