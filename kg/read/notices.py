"""Lines that are about the article or the site, not of the story: a table of their forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.agencies import AGENCY, CREDIT_LINE, LOOSE_CREDIT, agency_in
from kg.read.dates import day_in, only_a_date
from kg.read.facts import Facts
from kg.read.outlets import has_name_word, is_outlet_name

LONGEST = 240
"""Code points; a longer line is never taken for a notice."""

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_NAMES_WORD = rf"(?:{_NAME},?|and|&|of|for|in|the|[|/])"
_BYLINE = re.compile(
    r"(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Rr]eporting)\s)?[Bb][Yy]:?\s"
    rf"(?P<names>{_NAMES_WORD}(?:\s{_NAMES_WORD}){{0,14}})"
)
_DESK = re.compile(
    rf"(?:{_NAME}[\s,|]+){{0,5}}"
    r"(?:Staff|Web Desk|News Desk|Staff Writer|Staff Reporter|Correspondent)s?"
)
_PARTS = re.compile(r"\s+[|•·—–]\s+")


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of notice; `edge` forms hold only before the first and around the last paragraph."""

    name: str
    pattern: re.Pattern[str]
    edge: bool = False


def _form(name: str, pattern: str, *, edge: bool = False) -> _Form:
    return _Form(name, re.compile(pattern, re.IGNORECASE), edge)


FORMS = (
    _form("rule", r"[\W_]+"),
    _form(
        "photo",
        r"\W?(?:file\s)?(?:photo(?:graph)?s?|images?|pictures?|video|caption|credits?)"
        r"(?:\s(?:credit|by|courtesy(?:\sof)?))?\s?[:/|].*|.*\((?:ap|reuters|afp|epa|file|getty)\s?"
        r"(?:photo|images?|file)\b.*\)\W*|.*[/|]\s?(?:getty images|afp via getty images)\W*",
    ),
    _form(
        "copyright",
        r"\W?(?:©|\(c\)\s|copyright\s(?:©|\(c\)|\d{4}|by)).*|.*\ball rights reserved\b.*",
    ),
    _form(
        "share",
        r"(?:share|tweet|print|email|comments?|reply|like|follow|copy link|facebook|twitter"
        r"|whatsapp|advertisements?|menu|home|search|log ?in|sign in|subscribe|related|trending"
        r"|most read)\W*"
        r"|share\s(?:this|on|via)\b.*|(?:follow|like|find|join)\s(?:us|our)\b.*"
        r"|(?:\d+\s)?(?:comments?|shares?|views|likes)(?:\s\d+)?",
    ),
    _form(
        "invitation",
        r"(?:please\s)?(?:sign up|subscribe|register|log in)\s(?:for|to|here|now|today)\b.*"
        r"|(?:click|tap)\s(?:here|to|on)\b.*|download\s(?:our|the)\s.*\bapp\b.*"
        r"|support\s(?:our|independent)\sjournalism\b.*|(?:story|article)\scontinues\b.*"
        r"|continue reading\b.*|get\sour\s.*\b(?:newsletters?|alerts)\b.*",
    ),
    _form(
        "link",
        r"(?:read\s(?:more|also|next)|(?:also|see)\s(?:read|also|see)|see\smore)\b.*"
        r"|read the (?:full|whole)\b.*"
        r"|(?:read|watch|related|see also|more on|also|don[’']t miss|recommended)"
        r"(?:\s\w+){0,2}\s?:.*|related\s(?:articles|stories|news|topics)\b.*"
        r"|(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:#\w+[\s,]*)+|tags?\s?:.*|topics?\s?:.*",
    ),
    _form(
        "remark",
        r"(?:editor[’']s note|correction|clarification|disclaimer)\s?:.*"
        r"|this\s(?:story|article|report|post|piece)\s(?:was\s|has been\s|is\s)?"
        r"(?:first|originally|last|automatically|appeared|updated|corrected|syndicated|part of)\b.*"
        r"|\W?reporting by\s.*;?\s?(?:writing|editing|additional)\b.*|\W?editing by\s.*"
        r"|the views expressed\b.*|all times (?:are )?local\b.*",
    ),
    _form(
        "age",
        r"\d+\s?(?:min|minutes?)\.?\sread|just now"
        r"|(?:(?:last )?updated\s)?\d+\s?(?:seconds?|min(?:ute)?s?|hours?|hrs?|days?|weeks?)\sago",
    ),
    _form(
        "section",
        r"(?:world|asia|africa|europe|americas?|middle east|news|politics|business|sports?|opinion"
        r"|analysis|breaking(?: news)?|live|exclusive|top stories|latest(?: news)?|international"
        r"|national|local|world news)",
        edge=True,
    ),
    _Form("desk", _DESK, edge=True),
    _form(
        "unnamed author",
        r"by\s(?:(?:our|the|a)\s)?(?:\w+\s){0,3}"
        r"(?:desk|staff|correspondents?|reporters?|bureau|team|agencies)",
        edge=True,
    ),
)
"""Tried in order on a whole line (`fullmatch`); gathered from the furniture of news pages."""


def notice(line: str, *, edge: bool) -> Facts | None:
    """Return what a line says about its article if it is a notice, else None.

    The result may be empty facts. `edge` tells that the line stands outside the body, where more
    forms are believed.
    """
    if len(line) > LONGEST:
        return None
    words = [part.strip("*_ ") or part for part in _PARTS.split(line)]
    parts = [_notice(part, edge=edge) for part in words]
    beside_a_fact = edge and any(part is not None and part != Facts() for part in parts)
    facts = Facts()
    for word, part in zip(words, parts, strict=True):
        known = part or (Facts(outlet=word) if beside_a_fact and _is_outlet(word) else None)
        if known is None:
            return None
        facts = facts.or_else(known)
    return facts


def _is_outlet(name: str) -> bool:
    return has_name_word(name) and is_outlet_name(name)


def _notice(line: str, *, edge: bool) -> Facts | None:
    if any(form.pattern.fullmatch(line) for form in FORMS if edge or not form.edge):
        return Facts()
    if only_a_date(line):
        return Facts(published=None if line.lower().startswith(_LATER) else day_in(line))
    if CREDIT_LINE.fullmatch(line) or (edge and LOOSE_CREDIT.fullmatch(line)):
        return _credit(line)
    found = _BYLINE.fullmatch(line) if edge else None
    return _byline(found["names"]) if found else None


_LATER = ("updated", "last updated", "last modified", "modified")


def _credit(line: str) -> Facts | None:
    agency = agency_in(line)
    return Facts(agency=agency) if agency else None


def _byline(names: str) -> Facts | None:
    """Split "Jane Doe, Associated Press" into the person and the agency, or the outlet."""
    found = re.search(rf"(?:[,|/]|\bof|\bfor)\s?(?P<agency>{AGENCY})$", names)
    agency = agency_in(found["agency"]) if found else None
    person, _, house = names.rpartition(",") if found is None else (names[: found.start()], "", "")
    outlet = house.strip() if person and _is_outlet(house.strip()) else None
    person = (person if found or outlet else names).strip(" ,|/")
    given = Facts(byline=person, agency=agency, outlet=outlet)
    return given if any(map(str.isupper, person)) else None
