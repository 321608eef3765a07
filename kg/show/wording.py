"""Short labels for boxes: the figure large, the rest of the words wrapped and cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Knowledge, Quantity
from kg.show.cards import Card, Voice, rank

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
OPENING = re.compile(r"^that\s+(?=\S+\s)", re.IGNORECASE)
WIDTH, LINES, ACT = 24, 4, 30


@dataclass(frozen=True, slots=True)
class Label:
    """A short wording; `counted` tells that it gives a figure, which is what one looks for."""

    text: str
    counted: bool = False


Figure = tuple[object, ...]
# The wording of each counted claim, by statement and figure.
Wordings = Mapping[str, Mapping[Figure, str]]


def wordings(knowledge: Knowledge) -> Wordings:
    """Return the wording of each counted claim."""
    found: dict[str, dict[Figure, str]] = {}
    for reading in knowledge.readings:
        claims = {claim.id: claim for claim in reading.claims}
        for commitment in reading.commitments:
            claim = claims[commitment.claim]
            if claim.quantity:
                told = found.setdefault(commitment.statement, {})
                told[_key(claim.quantity)] = claim.text
    return found


def plain(words: Mapping[str, str]) -> dict[str, Label]:
    """Return labels of statements that are their own words."""
    return {statement: Label(OPENING.sub("", said)) for statement, said in words.items()}


def counting(counted: Wordings, cards: Iterable[Card]) -> dict[str, Label]:
    """Return labels that give figures, for the statements of `cards` that have one in dispute.

    It is the claim with the figure of the link, else with a figure that the other side names; of
    several links the first in the order of a reader decides.
    """
    result: dict[str, Label] = {}
    for card in sorted(cards, key=lambda card: rank(card.type)):
        figured, other = card.figures
        for side, quantity, facing in ((card.a, figured, card.b), (card.b, other, card.a)):
            for voice in side:
                text = _wording(counted.get(voice.statement, {}), quantity, facing)
                if text:
                    result.setdefault(voice.statement, Label(text, counted=True))
    return result


def _wording(told: Mapping[Figure, str], quantity: Quantity | None, facing: Iterable[Voice]) -> str:
    """Return the wording of one statement's claim that a link is over, "" where none is counted."""
    if quantity and quantity.value is not None and _key(quantity) in told:
        return told[_key(quantity)]
    named = {_value(number) for voice in facing for number in NUMBER.findall(voice.words)}
    return next((text for (_, value, _), text in told.items() if value in named), "")


def _value(number: str) -> float | None:
    digits = number.replace(",", "")
    return float(digits) if digits.count(".") < 2 else None


def _key(quantity: Quantity) -> Figure:
    return quantity.measure, quantity.value, quantity.low


def boxed(label: Label, act: str = "") -> str:
    """Wrap a label and make its figure large, in the markup that vis-network reads.

    `act` are the words that do more than say it ("denied"): a line of their own above it.
    """
    rows = _spelled(wrapped(label.text, WIDTH, LINES - bool(act)))
    if label.counted:
        rows = NUMBER.sub(lambda match: f"<b>{match.group()}</b>", rows, count=1)
    return f"<i>{_spelled(wrapped(act, ACT, 1))}:</i>\n{rows}" if act else rows


def _spelled(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def wrapped(text: str, width: int, lines: int) -> str:
    """Break `text` into at most `lines` rows of about `width` characters; "…" ends what was cut."""
    rows = [""]
    for word in (piece for long in text.split() for piece in _pieces(long, width)):
        if rows[-1] and len(rows[-1]) + len(word) >= width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    kept = rows[:lines]
    return "\n".join([*kept[:-1], f"{kept[-1]} …"] if len(rows) > lines else kept)


def _pieces(word: str, width: int) -> list[str]:
    return [word[i : i + width] for i in range(0, len(word), width)] or [word]
