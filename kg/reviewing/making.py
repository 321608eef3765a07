"""Decisions made from what the user said: one function a verb, and the words it can be said in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from kg.errors import QueryError
from kg.model import (
    NUMBER,
    ActorName,
    ActorType,
    Decision,
    EditField,
    LinkKind,
    Polarity,
    Quantity,
    SpeechAct,
    Verb,
)
from kg.review import NOTHING, interval, label
from kg.review.edits import bounds
from kg.review.ledger import identified
from kg.review.topics import grade_parts
from kg.reviewing.finding import Place

REVIEW = "the review"
"""What an error names that is about no single thing."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, when and why; texts on one line.

    Raises `kg.errors.QueryError` where nobody, or no reason, is named.
    """

    by: str
    because: str
    when: datetime

    @classmethod
    def of(cls, by: str, because: str, when: datetime | None = None) -> Signed:
        """Take the time once, unless it is given."""
        name, reason = one_line(by), one_line(because)
        if not name:
            raise QueryError(REVIEW, "nobody signs it", "add --by NAME, or set KG_REVIEWER")
        if not reason:
            raise QueryError(REVIEW, "no reason is given", 'add --because "..."')
        now = (when or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
        return cls(name, reason, now)

    def decision(self, verb: Verb, **fields: Any) -> Decision:  # noqa: ANN401 - those of a decision
        """Return the decision with these fields; lists become tuples."""
        columns: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()
        }
        return identified(Decision("", verb, self.by, self.when, self.because, **columns))


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that show text in another order than it has, and so can show another name."""


def one_line(text: str) -> str:
    """Return a text without line breaks, controls, half characters and turns of direction."""
    whole = text.encode(errors="replace").decode()
    kept = (c for c in whole if c not in _TURNS)
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in kept)
    return " ".join(plain.split())


def same(one: Decision, other: Decision) -> bool:
    """Tell whether one person says the same again."""
    return _bare(one) == _bare(other)


def _bare(decision: Decision) -> Decision:
    return replace(decision, id="", when=datetime.min.replace(tzinfo=UTC), because="")


def chosen(kind: type[StrEnum], value: str, what: str) -> str:
    """Return one of the words of a closed list, in any case, "-" for "_".

    Raises `kg.errors.QueryError` for another.
    """
    wanted = value.strip().replace("-", "_").casefold()
    for member in kind:
        if member.value.casefold() == wanted:
            return member.value
    raise QueryError(value, f"is no {what}", f"choose one of {', '.join(kind)}")


def graded(value: str) -> str:
    """Return an Admiralty grade as it is written: "b2" -> "B2".

    Raises `kg.errors.QueryError` for what is none.
    """
    try:
        letter, digit = grade_parts(value.strip())
    except ValueError as error:
        way_out = "write a letter from A to F, a digit from 1 to 6, or both: B2"
        raise QueryError(value, "is no Admiralty grade", way_out) from error
    return f"{letter or ''}{digit or ''}"


def kind_of_link(value: str) -> str:
    """Return a kind of link. Raises `kg.errors.QueryError` for another."""
    return chosen(LinkKind, value, "kind of link")


def type_of_actor(value: str) -> str:
    """Return a type of actor. Raises `kg.errors.QueryError` for another."""
    return chosen(ActorType, value, "type of actor")


Edits = Mapping[EditField, str]
"""What the user wants in which fields; actors by what they are called."""


def edits(
    place: Place, wanted: Edits, signed: Signed, find_actor: Callable[[str], ActorName]
) -> Sequence[Decision]:
    """Return a decision for each field that is to be corrected.

    Raises `kg.errors.QueryError` for a value that the field cannot hold.
    """
    if not wanted:
        way_out = f"add one of {', '.join(f'--{field}' for field in EditField)}"
        raise QueryError(place.statement.id, "nothing to correct is named", way_out)
    return [
        signed.decision(
            Verb.EDIT,
            passages=[place.passage],
            field=field,
            **_EDITORS[field](place, value, find_actor),
        )
        for field, value in sorted(wanted.items())
    ]


_Fields = dict[str, object]
_FindActor = Callable[[str], ActorName]


def _act(place: Place, value: str, _: _FindActor) -> _Fields:
    act = chosen(SpeechAct, value, "speech act")
    return {"found": place.statement.speech_act.value, "value": act}


def _polarity(place: Place, value: str, _: _FindActor) -> _Fields:
    polarity = chosen(Polarity, value, "polarity")
    return {"found": place.statement.polarity.value, "value": polarity}


def _claimant(place: Place, value: str, find_actor: _FindActor) -> _Fields:
    return _voiced(place, "claimant", value, find_actor)


def _speaker(place: Place, value: str, find_actor: _FindActor) -> _Fields:
    return _voiced(place, "speaker", value, find_actor)


def _voiced(place: Place, field: str, value: str, find_actor: _FindActor) -> _Fields:
    names = {actor.id: actor.name for actor in place.reading.actors}
    who = (a for a in place.reading.attributions if a.statement == place.statement.id)
    found = next((names.get(getattr(a, field) or "") for a in who), None)
    if value.strip().casefold() == NOTHING:
        return {"found": found or NOTHING, "value": NOTHING}
    return {"found": found or NOTHING, "actors": [find_actor(value)]}


def _quantity(place: Place, value: str, _: _FindActor) -> _Fields:
    """Read "23", or "58=23" where a statement has several quantities: which, then what."""
    which, equals, wanted = value.rpartition("=")
    own = [q for key, q in place.reading.quantities if key == place.statement.id]
    text = place.reading.article.text
    asked = [q for q in own if q.measure != NUMBER] or own
    fitting = [q for q in own if which.strip().casefold() in _called(q, text)] if equals else asked
    known = ", ".join(label(q) for q in own)
    if not own:
        way_out = "reject the statement, or correct another field"
        raise QueryError(place.statement.id, "no quantity was found in it", way_out)
    if len({label(q) for q in fitting}) != 1:
        way_out = f'say which: --quantity "WHICH={wanted.strip()}"'
        raise QueryError(value, f"could be any of its quantities ({known})", way_out)
    return {"found": label(fitting[0]), "value": _amount(wanted)}


def _called(quantity: Quantity, text: str) -> set[str]:
    """Return by what the user may mean a quantity."""
    number = interval(quantity.low, quantity.high)
    words = " ".join(quantity.span.of(text).split()).casefold()
    value = "" if quantity.value is None else interval(quantity.value, quantity.value)
    return {number, value, words, quantity.measure, label(quantity)} - {""}


def _amount(text: str) -> str:
    if text.strip().casefold() == NOTHING:
        return NOTHING
    try:
        return interval(*bounds(text))
    except ValueError as error:
        way_out = 'write 23, 24..99, 30.. (at least), ..9 (at most), or "none"'
        raise QueryError(text, "is no quantity", way_out) from error


_EDITORS: Mapping[EditField, Callable[[Place, str, _FindActor], _Fields]] = {
    EditField.ACT: _act,
    EditField.POLARITY: _polarity,
    EditField.CLAIMANT: _claimant,
    EditField.SPEAKER: _speaker,
    EditField.QUANTITY: _quantity,
}
