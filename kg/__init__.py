"""kg: who claims what about whom, in which exact words, and who disputes it.

>>> from kg import KnowledgeGraph
>>> with KnowledgeGraph.in_memory() as graph:
...     graph.count()
0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__all__ = ["KnowledgeGraph", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Import `KnowledgeGraph` on first use (PEP 562), so that `kg --help` answers at once."""
    if name == "KnowledgeGraph":
        from kg.graph import KnowledgeGraph  # noqa: PLC0415

        return KnowledgeGraph
    message = f"module 'kg' has no attribute {name!r}"
    raise AttributeError(message)
