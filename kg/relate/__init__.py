"""Relate: claims of any number of articles to issues, and links between statements with reasons.

`relate` is the stage; `blocks` and `relate_blocks` recompute a part of it; `compare`, `figures`
and `origins` answer questions about what was related. Standard library only; nothing is stored.
"""

from kg.relate.answers import Answered, Claimed, answered, asked
from kg.relate.backing import backings
from kg.relate.blocks import Block, Key, blocks
from kg.relate.change import ONLOOKER, Change, Worded, block_keys, change, wordings
from kg.relate.compare import Comparison, compare
from kg.relate.figures import POLICIES, Figure, figures
from kg.relate.independence import Origins, Witnesses, origins
from kg.relate.matrix import claims_on, matrix
from kg.relate.meaning import Meaning
from kg.relate.relating import relate, relate_blocks
from kg.relate.rules import FAMILIES, RULES

__all__ = [
    "FAMILIES",
    "ONLOOKER",
    "POLICIES",
    "RULES",
    "Answered",
    "Block",
    "Change",
    "Claimed",
    "Comparison",
    "Figure",
    "Key",
    "Meaning",
    "Origins",
    "Witnesses",
    "Worded",
    "answered",
    "asked",
    "backings",
    "block_keys",
    "blocks",
    "change",
    "claims_on",
    "compare",
    "figures",
    "matrix",
    "origins",
    "relate",
    "relate_blocks",
    "wordings",
]
