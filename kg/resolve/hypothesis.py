"""What a user supposes, in words: a figure, or the words of a claim."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import QueryError
from kg.model import Claim, Hypothesis
from kg.resolve.numbers import parse

_SHOWN = 3


def hypothesis(words: str, claims: Sequence[Claim]) -> Hypothesis:
    """Read a hypothesis on an issue that `claims` answer.

    "58", "at least 50", "20 to 30", "dozens" are figures; else the words, in any case, are those of
    claims, or the id of one.

    Raises `QueryError` for what is neither.
    """
    text = " ".join(words.split())
    number = parse(text)
    if number is not None and (number.low, number.high) != (None, None):
        return Hypothesis(text, number.low, number.high, unit=number.unit)
    low = text.casefold()
    meant = [c.id for c in claims if low and (low in c.text.casefold() or low == c.id)]
    if meant:
        return Hypothesis(text, claims=tuple(meant))
    texts = "; ".join(f'"{text}"' for text in dict.fromkeys(c.text for c in claims[:_SHOWN]))
    what = "is neither a figure nor words of a claim on this issue"
    raise QueryError(words, what, f'write "58", "at least 50", "20 to 30", or words of {texts}')
