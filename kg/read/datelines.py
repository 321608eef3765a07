"""The dateline that opens a story: where, sometimes when, and for which agency it was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.agencies import AGENCY, canonical
from kg.read.dates import MONTH, day_in
from kg.read.facts import Facts

_REACH = 160
_OPEN = r"[^\W\d_][^\n()—–―:,;!?\"“”\d]"
_DATELINE = re.compile(
    rf"""[*_]{{0,3}}
    (?P<place>{_OPEN}{{1,40}}?)
    (?:,\s(?P<region>[A-Z][^\n()—–―:,;!?"“”\d]{{1,24}}?))?
    (?P<day>,\s(?:{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{MONTH}(?:\s\d{{4}})?))?
    (?:\s?[(\[](?P<agency>[^()\[\]\n]{{2,30}})[)\]])?
    [*_]{{0,3}}(?P<mark>\s?[—–―]|\s--?(?=[\sA-Z])|:(?=[\s*_]))[*_]{{0,3}}\s*""",
    re.VERBOSE,
)
_INDIAN = re.compile(
    rf"""(?P<place>{_OPEN}{{1,40}}?)
    (?:\s?\((?P<state>[A-Z][A-Za-z.&\s]{{1,20}})\)|,\s(?P<region>[A-Z][^\n(),\d]{{1,24}}))?
    ,\s?(?P<day>(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?)
    \s?[(\[](?P<agency>[A-Z]{{2,6}})[)\]]\s?(?:[—–―:]|--?)?\s*(?=["“'‘A-Z\d])""",
    re.VERBOSE,
)
"""As Indian agencies open a story, often without a mark: "Sehore (MP), Apr 2 (PTI) At least"."""
_CREDIT_ONLY = re.compile(rf"[(\[](?P<agency>{AGENCY})[)\]]\s?(?:—|–|―|--?|:)\s*")
_NOT_PLACES = frozenset(
    """analysis boom breaking busted byline clarification correction editorial exclusive explainer
    factcheck live look note opinion photo photos related report update video warning
    watch""".upper().split()
)
"""Rubrics that open a paragraph as a place would."""

_LOWER = frozenset({"de", "du", "la", "le", "el", "al", "es", "au", "of", "the", "and", "on"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline states, and how many characters it takes up."""

    facts: Facts
    length: int


def dateline(paragraph: str, *, colon: bool = True) -> Dateline | None:
    """Return the dateline that opens a paragraph, None if there is none.

    The place must be in capitals, or stand with a day or a known agency; the story must go on with
    the start of a sentence ("NATO — the alliance — said" is none). `colon` tells whether
    "KABUL: " is believed too; in a transcript it is a speaker.

    >>> dateline("KABUL (AP) — The ministry said").facts.dateline
    'Kabul'
    """
    start = paragraph[:_REACH]
    if found := _CREDIT_ONLY.match(start):
        return Dateline(Facts(agency=canonical(found["agency"])), found.end())
    if (found := _INDIAN.match(start)) and found["place"][0].isupper():
        return Dateline(_facts(found), found.end())
    found = _DATELINE.match(start)
    if found is None or paragraph[found.end() : found.end() + 1].islower():
        return None
    if not _is_place(found, colon=colon):
        return None
    return Dateline(_facts(found), found.end())


def _is_place(found: re.Match[str], *, colon: bool) -> bool:
    place, agency = found["place"], found["agency"]
    shouted = place.isupper() and sum(map(str.isalpha, place)) >= 2 and not _is_rubric(place)
    dated = bool(found["day"]) or (agency is not None and canonical(agency) is not None)
    if len(place.split()) > 5 or (agency is not None and not agency[0].isupper() and not dated):
        return False
    if found["mark"] == ":":
        return shouted and (dated or (colon and len(place.split()) <= 3))
    return shouted or (dated and place[0].isupper())


def _is_rubric(place: str) -> bool:
    return place.replace(" ", "") in _NOT_PLACES or canonical(place) is not None


def _facts(found: re.Match[str]) -> Facts:
    agency = found["agency"]
    return Facts(
        dateline=_as_name(found["place"].strip()),
        agency=(canonical(agency) or agency) if agency else None,
        published=day_in(found["day"]) if found["day"] else None,
    )


def _as_name(place: str) -> str:
    """Write a place in capitals as a name; one in small letters already is.

    >>> _as_name("RIO DE JANEIRO")
    'Rio de Janeiro'
    """
    if not place.isupper():
        return place
    words = re.sub(r"[^\W\d_]+(?:['’](?=[^\W\d_]\b)[^\W\d_])?", _capital, place)
    return words[:1].upper() + words[1:]


def _capital(word: re.Match[str]) -> str:
    lower = word[0].lower()
    return lower if lower in _LOWER else lower.capitalize()
