"""Files for other programs that are not RDF: tables, and graphs for viewers."""

from kg.show.exports.graphs import gexf, graphml
from kg.show.exports.tables import (
    disputes_csv,
    disputes_parquet,
    statements_csv,
    statements_parquet,
)

__all__ = [
    "disputes_csv",
    "disputes_parquet",
    "gexf",
    "graphml",
    "statements_csv",
    "statements_parquet",
]
