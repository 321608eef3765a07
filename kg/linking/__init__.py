"""Links for articles and decisions that come and go, in time that depends on their neighbourhood.

What is to be done is marked in the store before an article's graph is touched and the mark taken
away when the derived graphs show it, so that what was interrupted is finished by the next change.
Every step may be done twice.
"""

from kg.linking.asking import articles_at
from kg.linking.decisions import decide, decided, marks
from kg.linking.settling import put, rebuild, settle, take_out
from kg.linking.shelf import Shelf

__all__ = [
    "Shelf",
    "articles_at",
    "decide",
    "decided",
    "marks",
    "put",
    "rebuild",
    "settle",
    "take_out",
]
