"""Which movement rules a country as its authorities, as the article itself has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from kg.resolve import countries
from kg.resolve.segments import Tokens, joined
from kg.resolve.wording import canonical

_RULING = frozenset("administration authorities ruler rulers regime junta government".split())
_IN_POWER = {"taliban": "AF"}
"""Movements that are known to govern a whole country, by name: the country need not be said."""

_PARTY_WORDS = frozenset(
    "labour conservative tory socialist liberal democratic republican communist coalition social"
    " christian green unity interim caretaker transitional federal provincial state central"
    " new".split()
)
"""Words before "government" that name no ruling movement of their own."""


def rulers(tokens: Tokens, full: Mapping[str, str], people: frozenset[str]) -> dict[str, str]:
    """Learn from "Freedonia's Reform Guard administration" who speaks for the country."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for token in tokens:
        if token.text.casefold() in _RULING:
            for code, name in _ruling(tokens, token.index):
                bearer = full.get(name, name)
                if bearer not in people and _PARTY_WORDS.isdisjoint(name.split()):
                    found[code][bearer] += 1
    return {
        code: max(sorted(by), key=by.__getitem__)
        for code, by in sorted(found.items())
        if not _has_other_government(tokens, code)
    }


def _has_other_government(tokens: Tokens, code: str) -> bool:
    """Tell whether "the Yemeni government" stands beside a movement that rules a part."""
    followers = {"government", "president", "parliament"}
    return any(
        after.text.casefold() in followers
        and code in {countries.demonym(one.text), countries.demonym(joined(pair))}
        for pair, one, after in (
            (tokens[i : i + 2], tokens[i + 1], tokens[i + 2]) for i in range(len(tokens) - 2)
        )
        if one.text[:1].isupper()
    )


def _ruling(tokens: Tokens, at: int) -> Iterator[tuple[str, str]]:
    low = at
    while low and tokens[low - 1].text[:1].isupper() and tokens[low - 1].text.isalpha():
        if tokens[low - 1].text == "The":
            break
        low -= 1
    name = joined(tokens[low:at])
    if low == at or countries.demonym(name) or countries.named(name) or countries.capital(name):
        return
    if canonical(name) in _IN_POWER:
        yield _IN_POWER[canonical(name)], canonical(name)
    if low > 1 and tokens[low - 1].tag == "POS" and (code := _country_ending(tokens, low - 1)):
        yield code, canonical(name)
    if tokens[at + 1 : at + 2] and tokens[at + 1].text in {"of", "in"}:
        for size in (3, 2, 1):
            code = countries.named(joined(tokens[at + 2 : at + 2 + size]))
            if code and tokens[at + 1].text == "of":
                yield code, canonical(name)
                return


def _country_ending(tokens: Tokens, end: int) -> str | None:
    return next(
        (
            code
            for size in (3, 2, 1)
            if end >= size and (code := countries.named(joined(tokens[end - size : end])))
        ),
        None,
    )
