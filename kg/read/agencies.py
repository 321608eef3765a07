"""News agencies: their names, and the ways in which an outlet credits them."""

from __future__ import annotations

import re

AGENCIES = {
    "Associated Press": ("AP", "A.P."),
    "Reuters": ("Thomson Reuters",),
    "Agence France-Presse": ("AFP", "Agence France Presse"),
    "Anadolu Agency": ("Anadolu", "AA"),
    "ANSA": (),
    "Antara": (),
    "Asian News International": ("ANI",),
    "Associated Press of Pakistan": ("APP",),
    "Australian Associated Press": ("AAP",),
    "Belga": (),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "Canadian Press": ("CP",),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "EFE": ("Agencia EFE",),
    "IANS": ("Indo-Asian News Service",),
    "Interfax": (),
    "IRNA": (),
    "Kyodo News": ("Kyodo",),
    "Lusa": (),
    "PA Media": ("PA", "Press Association"),
    "Polish Press Agency": ("PAP",),
    "Press Trust of India": ("PTI",),
    "RIA Novosti": ("RIA",),
    "SANA": (),
    "TASS": ("Tass", "ITAR-TASS"),
    "Ukrinform": (),
    "United Press International": ("UPI",),
    "Vietnam News Agency": ("VNA",),
    "WAFA": (),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News Agency",),
}
"""Canonical name -> what else they go by, after the list of members of the agencies' own
associations (EANA, OANA) and the credits that they ask for. Short forms mean an agency only where a
credit stands."""

_BY_NAME = {alias: name for name, aliases in AGENCIES.items() for alias in (name, *aliases)}
_ANY = "|".join(re.escape(alias) for alias in sorted(_BY_NAME, key=lambda a: (-len(a), a)))
AGENCY = rf"(?:[Tt]he\s)?(?:{_ANY})(?![\w-])"
"""A pattern for one agency's name; it says nothing about what stands before."""

_LIST = rf"{AGENCY}(?:\s?(?:/|,|and|&)\s?{AGENCY}){{0,4}}"
_FIRST = re.compile(_ANY)

CREDIT_LINE = re.compile(
    rf"""[\W_]{{0,4}}(?:
      (?:sources?|agency|agencies|credit|via|from|wire)?\s?:?\s?{_LIST}
    | (?:this\s(?:article|story|report)\b.{{0,60}}|.{{0,80}}\b)
      (?:with\s(?:additional\s|agency\s)?(?:inputs?|reporting|reports?|files|material|information)
        \s(?:from|by)|courtesy\sof|(?:published|provided|supplied|distributed)\sby)\s?{_LIST}
    | {_LIST}(?:\s[\w.,’' -]{{0,100}})?\scontributed\b.{{0,60}}
    )[\s.)\]*_]{{0,3}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that is nothing but a credit, wherever it stands."""

LOOSE_CREDIT = re.compile(
    rf".{{0,80}}\b(?:from|via|source:)\s?{_LIST}[\s.)\]*_]{{0,3}}", re.IGNORECASE
)
"""A line that is likely a credit outside the body of an article ("based on media from AP")."""

TRAILING_CREDIT = re.compile(
    rf"\s?[(\[]{_LIST}[)\]]\.?$|(?<=[.!?\"”’)])\s?(?:—|–|--?)\s?{_LIST}\.?$"
)
"""The credit that ends a paragraph: "... (Reuters)", "... the ministry said. — AFP"."""


def canonical(name: str) -> str | None:
    """Return the canonical name of the agency that `name` is exactly, None if it is none.

    >>> canonical("AFP")
    'Agence France-Presse'
    """
    return _BY_NAME.get(name.removeprefix("the ").removeprefix("The ").strip())


def agency_in(credit: str) -> str | None:
    """Return the canonical name of the first agency in the words of a credit.

    >>> agency_in("with inputs from ANI/PTI")
    'Asian News International'
    """
    found = _FIRST.search(credit)
    return _BY_NAME[found[0]] if found else None
