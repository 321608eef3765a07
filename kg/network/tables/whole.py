"""The table of what is measured of the network as a whole."""

from __future__ import annotations

from kg.model import Column, Measure, Row, Table, TooFew
from kg.network import measures
from kg.network.tables.material import Material, table

NOBODY = TooFew(0, 1, "statements")


def balance(m: Material) -> Table:
    """How well the disputes of the whole network fall into two camps.

    Balanced triangles: share of triads with an even number of disputes. Frustration: ties that
    must go so that two camps are left (with its bounds where it cannot be worked out exactly);
    line balance: 1 - 2 times that by ties. Polarisation: 1 when all disputes lie between the camps
    of the axis, -1 when all lie within; of agreement the other way round. Modularity: how much
    more groups speak within than by chance.
    """
    frustrated = measures.frustration(m.ties, m.places)
    polarised = measures.polarisation(m.ties, m.sides)
    found: tuple[tuple[str, str, Measure], ...] = (
        ("triangles", "Balanced triangles", measures.balanced_triangles(m.ties)),
        ("frustration", "Frustration index", frustrated),
        ("line_balance", "Line balance", measures.line_balance(m.ties, frustrated)),
        ("dispute", "Polarisation of disputes", polarised["dispute"]),
        ("corroboration", "Polarisation of agreement", polarised["corroboration"]),
        ("modularity", "Modularity of talk", measures.modularity(m.actors)),
        ("anonymity", "Sources without a name", measures.anonymity(m.graph).get("", NOBODY)),
    )
    rows = [Row(key, title, (measure,), "network") for key, title, measure in found]
    return table(balance, (Column("value", "Value", "score"),), rows)
