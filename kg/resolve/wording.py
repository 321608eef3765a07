"""Wordings of one name made one: case, accents, determiners, possessives, quote marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))", re.IGNORECASE)
_LAST_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|both)\s+", re.IGNORECASE)
_EDGE = re.compile(r"^[\s\"'“”‘’(\[,.;:–—-]+|[\s\"'“”‘’)\],;:–—-]+$")
_BREAK = re.compile(r"\s+")
_SPELLINGS = {
    "defense": "defence",
    "organization": "organisation",
    "labor": "labour",
    "center": "centre",
}


def readable(words: str) -> str:
    """Return a name as one would write it in a list: no determiner, possessive or line break.

    >>> readable("the Harbour Union’s")
    'Harbour Union'
    """
    trimmed = _BREAK.sub(" ", _EDGE.sub("", words))
    return _DETERMINER.sub("", _LAST_POSSESSIVE.sub("", trimmed)).strip()


_LEGAL = frozenset(
    "inc corp corporation co company ltd limited llc plc ag sa se nv gmbh spa holdings oyj ab asa"
    " bv kk pty llp lp".split()
)
"""Legal forms at the end of a company's name, which news writes once and then leaves out."""


def incorporated(words: str) -> str:
    """Return the canonical form of a company's name without its legal form.

    >>> incorporated("Norda Steel Co.")
    'norda steel'
    """
    parts = canonical(words.replace(",", "")).split()
    while len(parts) > 1 and parts[-1] in _LEGAL:
        parts.pop()
    return " ".join(parts)


@lru_cache(maxsize=1 << 15)
def canonical(words: str) -> str:
    """Return the form that spellings of one name share.

    >>> canonical("The Defense Ministry’s") == canonical("Défence ministry")
    True
    """
    unowned = _POSSESSIVE.sub("", readable(words))
    plain = unicodedata.normalize("NFKD", unowned.replace("’", "'").casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    return " ".join(_SPELLINGS.get(word, word) for word in bare.split())
