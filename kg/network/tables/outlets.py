"""Tables of outlets."""

from __future__ import annotations

from kg.model import Column, Row, Table
from kg.network import measures
from kg.network.tables.material import Material, counted, table, value


def outlets(m: Material) -> Table:
    """How few sources each outlet has, how many of them have no name.

    Concentration: 1 is a single claimant, 0.5 two of equal share, 0.25 four; effective sources:
    how many of equal share that is. Unnamed: share of statements whose source nobody could ask by
    name.
    """
    index = measures.herfindahl(m.graph, m.outlets)
    unnamed = measures.anonymity(m.graph, by="outlet")
    rows = []
    for outlet, statements in m.outlets.items():
        said = counted(statements)
        effective = measures.effective(index[outlet])
        cells = (said, index[outlet], effective, unnamed[outlet])
        rows.append(Row(outlet, outlet, cells, "outlet"))
    rows.sort(key=lambda r: (-value(r.cells[0]), r.key))
    columns = (
        Column("statements", "Statements", "count"),
        Column("concentration", "Concentration", "score"),
        Column("effective", "Effective sources", "score"),
        Column("unnamed", "Unnamed", "share"),
    )
    return table(outlets, columns, rows)


def coverage(m: Material) -> Table:
    """Blind spots: which share of an outlet's statements of either camp each camp has.

    0 is a blind spot that is hardly chance; "too few" is a camp that is missing where the outlet
    has too few statements to tell.
    """
    found = measures.coverage(m.graph, m.sides)
    rows = [Row(key, key, (s[-1], s[1]), "outlet") for key, s in found.items()]
    columns = (Column("camp_a", m.camps[-1], "share"), Column("camp_b", m.camps[1], "share"))
    return table(coverage, columns, rows)
