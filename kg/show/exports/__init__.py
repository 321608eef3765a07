"""Files for other programs that are not RDF: tables, and graphs for viewers."""

from kg.show.exports.graphs import gexf, graphml
from kg.show.exports.tables import disputes_csv, parquet, statements_csv

__all__ = ["disputes_csv", "gexf", "graphml", "parquet", "statements_csv"]
