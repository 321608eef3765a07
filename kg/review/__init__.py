"""Review: what people decided, applied to what was found; both are kept apart.

`judge` gives a reading as it counts, `joined` and `without` the links; `rulings` prepares the
decisions. All are pure: the same decisions in any order, on the same articles added in any order,
give the same. Standard library only.
"""

from kg.review.edits import NOTHING, interval, label
from kg.review.identity import Identities, identities
from kg.review.judge import Rulings, judge, rulings
from kg.review.ledger import dumps, identified, line, loads
from kg.review.links import REVIEWED, Joined, joined, sides, without
from kg.review.places import cite, find, keys, passage, same_article
from kg.review.standing import Standing, State, standings
from kg.review.topics import in_order

__all__ = [
    "NOTHING",
    "REVIEWED",
    "Identities",
    "Joined",
    "Rulings",
    "Standing",
    "State",
    "cite",
    "dumps",
    "find",
    "identified",
    "identities",
    "in_order",
    "interval",
    "joined",
    "judge",
    "keys",
    "label",
    "line",
    "loads",
    "passage",
    "rulings",
    "same_article",
    "sides",
    "standings",
    "without",
]
