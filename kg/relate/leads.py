"""What leads a content in: where its sentence begins, and what is said there before it.

Journalists say there where something was, and lead an answer in with "but" or "denied".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.relate.settings import NAME

_END = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\b[DS]r)(?<!\bSt)(?<!\bLt)(?<!\bGen)(?<!\bCol)"
    r"(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<!\bNo)\.|[!?])[\"\u201d\u2019)]*\s+(?=\S)|\n+\s*(?=\S)"
)
"""The end of a sentence, or of a line that has no mark (a headline); not of a title or initial."""

_PLACED = re.compile(rf"(?:In|At|Near|Outside|Around) (?:[a-z]+ ){{0,3}}{NAME}")
_AGAINST = re.compile(
    r"\b(?:but|however|though|although|whereas|nevertheless|by contrast"
    r"|on the (?:contrary|other hand)|for (?:its|his|her|their|our|my) part|by its (?:own )?account"
    r"|(?:a|the) different"
    r"|den(?:y|ie[sd]|ying)|rebut(?:s|ted|ting)?|refut(?:e[sd]?|ing)"
    r"|(?:contradict|counter|contest|reject|insist)(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|disput(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)


_BEFORE = re.compile(
    r"\b(?:had(?: \w+ly| first)?|earlier|at first|initially|originally|previously) $", re.IGNORECASE
)
"""What stands before a cue where something was said before: "had put", "initially said"."""


_GREW = re.compile(
    r"[^\n.]{0,60}\.[\"\u201d\u2019]?\s(?:[^\n.,]{0,25}, ?|By \w+,? )?"
    r"(?:it|that|the (?:death )?(?:toll|number|figure|count|total|tally)) (?:had |has )?(?:since )?"
    r"(?:risen|rose|climbed|grown|increased|gone up) to \S*\d",
    re.IGNORECASE,
)
"""What stands behind a figure that has grown since: "By Monday it had risen to 48"."""


def begins(text: str) -> tuple[int, ...]:
    """Return where each sentence of `text` begins, the first one at 0."""
    return (0, *(found.end() for found in _END.finditer(text)))


def beginning(sentences: Sequence[int], at: int) -> int:
    """Return where the sentence that holds position `at` begins; `sentences` are all beginnings."""
    return sentences[bisect_right(sentences, at) - 1]


def opening(lead: str) -> str:
    """Return where a lead says that something is: "In Tarne" of "In Tarne, police said"."""
    found = _PLACED.match(lead)
    return found[0] if found else ""


def answering(lead: str) -> bool:
    """Tell whether a lead holds a word of contrast or denial."""
    return _AGAINST.search(lead) is not None


def outgrown(text: str, end: int) -> bool:
    """Tell whether the sentence after the one that ends at `end` says that a figure has grown."""
    return _GREW.match(text[end : end + 160]) is not None


def before(lead: str, cue: str) -> bool:
    """Tell whether something "had" been said, or "initially", before what else a text tells."""
    return cue.lower().startswith("had ") or _BEFORE.search(lead) is not None
