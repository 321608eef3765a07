"""What a source says of itself alone, which is no claim: how it wants to be named."""

from __future__ import annotations

import re

from kg.extract.spans import Spans
from kg.extract.tree import Tree

_ANONYMOUS = re.compile(
    r"(?:that )?(?:s?he |they )?(?:not )?(?:(?:to|would|could|should|will|may|might|must|can) )?"
    r"(?:(?:not )?be (?:further |fully )?(?:named|identified|quoted|photographed)"
    r"|(?:remain|stay|keep) anonymous|(?:full |complete )?anonymity)\b",
    re.IGNORECASE,
)


def is_aside(tree: Tree, one: Spans) -> bool:
    """Tell whether all that is said is how to be named: 'who asked not to be identified'."""
    content = one.content[0].of(tree.text)
    return len(one.content) == 1 and _ANONYMOUS.match(content) is not None
