"""From rows to NetworkX: who claims what about whom, as graphs that can be measured.

`build` makes the one graph of a corpus; `VIEWS` are graphs for one question each, made from it.
All are plain NetworkX, so that whoever knows that library can go on from here.
"""

from kg.network.analysis import Analysis, analyse
from kg.network.atlas import atlas
from kg.network.build import build
from kg.network.narrow import narrowed
from kg.network.opposition import axis
from kg.network.picture import picture, pictures
from kg.network.rows import rows
from kg.network.tables import NAMES, TABLES
from kg.network.views import VIEWS

__all__ = [
    "NAMES",
    "TABLES",
    "VIEWS",
    "Analysis",
    "analyse",
    "atlas",
    "axis",
    "build",
    "narrowed",
    "picture",
    "pictures",
    "rows",
]
