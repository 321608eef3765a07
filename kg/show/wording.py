"""Short labels for boxes: the figure large, the rest of the words wrapped and cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Knowledge, Quantity
from kg.show.cards import Card

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
OPENING = re.compile(r"^that\s+(?=\S+\s)", re.IGNORECASE)
WIDTH, LINES, ACT = 24, 4, 30


@dataclass(frozen=True, slots=True)
class Label:
    """A short wording; `counted` tells that it gives a figure, which is what one looks for."""

    text: str
    counted: bool = False


def labels(
    knowledge: Knowledge, cards: Iterable[Card], words: Mapping[str, str]
) -> dict[str, Label]:
    """Return a label for each statement of `words`.

    A statement with a figure in dispute is labelled by the claim that gives this figure, any
    other by its own words.
    """
    counted = _counted(knowledge)
    result = {statement: Label(OPENING.sub("", said)) for statement, said in words.items()}
    for card in reversed(list(cards)):
        for side, quantity in zip((card.a, card.b), card.figures, strict=True):
            for voice in side if quantity and quantity.value is not None else ():
                label = counted.get((voice.statement, _key(quantity)))
                if label and voice.statement in result:
                    result[voice.statement] = Label(label, counted=True)
    return result


def _counted(knowledge: Knowledge) -> dict[tuple[str, tuple[object, ...]], str]:
    """Return the wording of each counted claim, by statement and figure."""
    found: dict[tuple[str, tuple[object, ...]], str] = {}
    for reading in knowledge.readings:
        claims = {claim.id: claim for claim in reading.claims}
        for commitment in reading.commitments:
            claim = claims[commitment.claim]
            if claim.quantity:
                found[commitment.statement, _key(claim.quantity)] = claim.text
    return found


def _key(quantity: Quantity | None) -> tuple[object, ...]:
    return (quantity.measure, quantity.value, quantity.low) if quantity else ()


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
