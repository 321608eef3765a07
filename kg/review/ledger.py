r"""Decisions as text: JSON Lines, one decision a line, for people, diffs and git.

Lines are sorted by time and each has all that its decision needs, so that two people's files are
merged by keeping the lines of both. A line's `id` is for people: it follows from the rest, and a
line that was corrected by hand gets its new one when the file is written again.

>>> loads(dumps(()), "decisions.jsonl")
()
>>> loads("<<<<<<< HEAD\n", "decisions.jsonl")
Traceback (most recent call last):
...
kg.errors.ReadError: decisions.jsonl, line 1: is a mark of a merge; keep the lines of both ...
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from kg.errors import ReadError
from kg.model import (
    ActorName,
    ActorType,
    Citation,
    Decision,
    EditField,
    LinkKind,
    Passage,
    Polarity,
    SpeechAct,
    Verb,
    content_id,
)
from kg.review.edits import NOTHING, bounds
from kg.review.topics import grade_parts, in_order

Json = dict[str, Any]
T = TypeVar("T")
_WAY_OUT = "correct the line, or take it out"
_MERGE_MARK = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})")


def dumps(decisions: Iterable[Decision]) -> str:
    """Write decisions, sorted: the same bytes for the same decisions."""
    ordered = sorted(decisions, key=in_order)
    return "".join(f"{json.dumps(line(d), ensure_ascii=False)}\n" for d in ordered)


def loads(text: str, where: str) -> tuple[Decision, ...]:
    """Read what `dumps` wrote; `where` names the file in errors.

    Raises `kg.errors.ReadError` for a line that is no decision; nothing of the file counts then.
    """
    found: dict[str, Decision] = {}
    for number, written in enumerate(text.split("\n"), 1):
        if written.strip():
            decision = _load(written, f"{where}, line {number}")
            found[decision.id] = decision
    return tuple(sorted(found.values(), key=in_order))


def _load(written: str, where: str) -> Decision:
    if _MERGE_MARK.match(written):
        way_out = "keep the lines of both sides, and take the marks out"
        raise ReadError(where, "is a mark of a merge", way_out)
    try:
        decision = _decision(_Fields(json.loads(written)))
        json.dumps(line(decision), ensure_ascii=False).encode()
        _check(decision)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise ReadError(where, f"is no decision ({reason})", _WAY_OUT) from error
    return decision


def identified(decision: Decision) -> Decision:
    """Return a decision with the id that follows from the rest of it."""
    rest = {key: value for key, value in line(decision).items() if key != "id"}
    return replace(decision, id=content_id("decision", json.dumps(rest, sort_keys=True)))


def line(decision: Decision) -> Json:
    """Return the JSON-ready dict of a decision, without what is not there."""
    return _full(
        {
            "id": decision.id,
            "when": decision.when.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "by": decision.by,
            "decision": decision.verb.value,
            "statements": [_passage(one) for one in decision.passages],
            "against": [_passage(one) for one in decision.against],
            "actors": [_name(one) for one in decision.actors],
            "articles": [_citation(one) for one in decision.citations],
            "field": decision.field,
            "found": decision.found,
            "value": decision.value,
            "because": decision.because,
        }
    )


def _passage(one: Passage) -> Json:
    return _full(
        {
            "words": list(one.words),
            "before": one.before,
            "after": one.after,
            "cue": one.cue,
            "id": one.statement,
            "article": _citation(one.citation),
        }
    )


def _name(one: ActorName) -> Json:
    return _full(
        {
            "type": one.type.value,
            "name": one.name,
            "state": one.state,
            "id": one.actor,
            "article": _citation(one.citation) if one.citation else None,
        }
    )


def _citation(one: Citation) -> Json:
    return _full(
        {
            "url": one.url,
            "path": one.path,
            "outlet": one.outlet,
            "published": one.published.isoformat() if one.published else None,
            "id": one.id,
        }
    )


def _full(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value not in (None, "", [])}


class _Fields:
    """The fields of a JSON object, each of the type that it must be."""

    def __init__(self, found: object) -> None:
        if not isinstance(found, dict):
            message = "not a JSON object"
            raise TypeError(message)
        self._found: Json = found

    def text(self, name: str) -> str:
        found = self.maybe(name)
        if found is None:
            message = f"{name} is missing"
            raise ValueError(message)
        return found

    def maybe(self, name: str) -> str | None:
        found = self._found.get(name)
        if found is not None and not isinstance(found, str):
            message = f"{name} is not a text"
            raise TypeError(message)
        return found

    def many(self, name: str, read: Callable[[_Fields], T]) -> tuple[T, ...]:
        return tuple(read(_Fields(one)) for one in self._listed(name))

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._listed(name)
        if not all(isinstance(one, str) for one in found):
            message = f"{name} are not texts"
            raise TypeError(message)
        return tuple(found)

    def one(self, name: str) -> _Fields | None:
        return _Fields(self._found[name]) if name in self._found else None

    def _listed(self, name: str) -> list[Any]:
        found = self._found.get(name, [])
        if not isinstance(found, list):
            message = f"{name} is not a list"
            raise TypeError(message)
        return found


def _decision(of: _Fields) -> Decision:
    when = datetime.fromisoformat(of.text("when"))
    if when.tzinfo is None:
        message = "when has no time zone: write 2031-05-02T10:00:00Z"
        raise ValueError(message)
    field = of.maybe("field")
    return identified(
        Decision(
            id="",
            verb=Verb(of.text("decision")),
            by=of.text("by"),
            when=when.astimezone(UTC).replace(microsecond=0),
            because=of.maybe("because") or "",
            passages=of.many("statements", _read_passage),
            against=of.many("against", _read_passage),
            actors=of.many("actors", _read_name),
            citations=of.many("articles", _read_citation),
            field=EditField(field) if field else None,
            found=of.maybe("found"),
            value=of.maybe("value"),
        )
    )


def _read_passage(of: _Fields) -> Passage:
    return Passage(
        statement=of.maybe("id") or "",
        citation=_read_citation(of.one("article") or _Fields({})),
        words=of.texts("words"),
        before=of.maybe("before") or "",
        after=of.maybe("after") or "",
        cue=of.maybe("cue") or "",
    )


def _read_name(of: _Fields) -> ActorName:
    article = of.one("article")
    return ActorName(
        actor=of.maybe("id") or "",
        type=ActorType(of.text("type")),
        name=of.text("name"),
        state=of.maybe("state"),
        citation=_read_citation(article) if article else None,
    )


def _read_citation(of: _Fields) -> Citation:
    published = of.maybe("published")
    return Citation(
        id=of.maybe("id") or "",
        path=of.maybe("path") or "",
        url=of.maybe("url"),
        outlet=of.maybe("outlet"),
        published=date.fromisoformat(published) if published else None,
    )


def _check(decision: Decision) -> None:
    """Raise `ValueError` for a decision that has not what its verb needs."""
    for wrong, what in NEEDS[decision.verb].items():
        if what(decision):
            raise ValueError(wrong)
    if not decision.by.strip():
        message = "by is empty"
        raise ValueError(message)


Check = Callable[[Decision], bool]


def _fails(read: Callable[[str], object]) -> Check:
    """Return the check that a decision's value cannot be read so."""

    def check(decision: Decision) -> bool:
        try:
            read(decision.value or "")
        except ValueError:
            return True
        return False

    return check


def _bad_edit(decision: Decision) -> bool:
    if decision.field in {EditField.CLAIMANT, EditField.SPEAKER}:
        return len(decision.actors) != int(decision.value != NOTHING)
    read = {EditField.ACT: SpeechAct, EditField.POLARITY: Polarity, EditField.QUANTITY: _amount}
    return decision.field is None or _fails(read[decision.field])(decision)


def _amount(value: str) -> object:
    return None if value == NOTHING else bounds(value)


_ONE_STATEMENT: Mapping[str, Check] = {
    "it needs one statement": lambda d: len(d.passages) != 1 or not d.passages[0].words
}
_ONE_ACTOR: Mapping[str, Check] = {"it needs one actor": lambda d: len(d.actors) != 1}
_NO_VALUE: Mapping[str, Check] = {"its value is missing": lambda d: not d.value}

NEEDS: Mapping[Verb, Mapping[str, Check]] = {
    Verb.MERGE: {"it needs two actors": lambda d: len(d.actors) < 2},
    Verb.SPLIT: {
        "it needs two actors, or one and articles": lambda d: (
            len(d.actors) != 1 if d.citations else len(d.actors) < 2
        )
    },
    Verb.RENAME: {**_ONE_ACTOR, **_NO_VALUE},
    Verb.RETYPE: {**_ONE_ACTOR, "its value is no type of actor": _fails(ActorType)},
    Verb.REJECT: _ONE_STATEMENT,
    Verb.CONFIRM: _ONE_STATEMENT,
    Verb.EDIT: {**_ONE_STATEMENT, "its field cannot hold that": _bad_edit},
    Verb.GRADE: {
        "it needs one statement or one actor": lambda d: len(d.passages) + len(d.actors) != 1,
        "its value is no grade": _fails(grade_parts),
    },
    Verb.LINK: {
        "it needs statements on both sides": lambda d: not (d.passages and d.against),
        "its value is no kind of link": _fails(LinkKind),
    },
    Verb.UNLINK: {
        "it needs statements": lambda d: not d.passages,
        "its value is no kind of link": lambda d: bool(d.value) and _fails(LinkKind)(d),
    },
}
"""What is wrong with a decision of each verb, where the check holds."""
