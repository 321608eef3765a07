"""What is known about an article besides its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from kg.read.agencies import canonical
from kg.read.dates import day_in

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
"""What RFC 3987 (https://www.rfc-editor.org/rfc/rfc3987) allows in an IRI, read broadly."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Metadata of one article, named as in `kg.model.Article`; None is not known."""

    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    agency: str | None = None
    dateline: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, completed from `other` where they say nothing."""
        names = [field.name for field in fields(self)]
        return Facts(**{name: getattr(self, name) or getattr(other, name) for name in names})


NAMES = {
    "url": ("url",),
    "outlet": ("outlet", "publisher"),
    "headline": ("headline", "title"),
    "byline": ("byline", "author"),
    "published": ("published", "date"),
    "agency": ("agency",),
    "dateline": ("dateline",),
}
"""Fact -> names of the field that states it in JSON and in front matter, the first one wins."""


def stated(values: Mapping[str, object]) -> Facts:
    """Return the facts that a JSON object or front matter states; unknown fields are ignored.

    Raises:
        ValueError: a field is no text, `published` no ISO date or `url` no http(s) address.
    """
    given = {fact: _given(values, names) for fact, names in NAMES.items()}
    day = given.pop("published")
    found = {fact: _CONVERT.get(fact, _words)(*field) for fact, field in given.items() if field}
    return Facts(**found, published=_day(*day) if day else None)


def _given(values: Mapping[str, object], names: Sequence[str]) -> tuple[str, object] | None:
    """Return the first field of these names that is filled, with its name."""
    return next(((n, values[n]) for n in names if values.get(n) not in (None, "")), None)


def address(text: str | None) -> str | None:
    """Return an http(s) address as it is, None for anything else (`javascript:`, blanks)."""
    return text if text is not None and _WEB_ADDRESS.fullmatch(text) else None


def _words(name: str, value: object) -> str:
    if not isinstance(value, str) or not encodable(value):
        message = f"the field {name!r} is not text"
        raise ValueError(message)
    return " ".join(value.split())


def encodable(text: str) -> bool:
    """Tell whether `text` can be written as UTF-8: JSON lets half of a surrogate pair through."""
    return re.search("[\ud800-\udfff\x00]", text) is None


def _day(name: str, value: object) -> date:
    day = day_in(_words(name, value))
    if day is None:
        message = f"the field {name!r} is not an ISO date such as 2025-03-01"
        raise ValueError(message)
    return day


def _web(name: str, value: object) -> str:
    found = address(_words(name, value))
    if found is None:
        message = f"the field {name!r} is not an http(s) address"
        raise ValueError(message)
    return found


def _agency(name: str, value: object) -> str:
    words = _words(name, value)
    return canonical(words) or words


_CONVERT: Mapping[str, Callable[[str, object], str]] = {"url": _web, "agency": _agency}
