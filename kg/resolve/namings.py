"""Where the names of an article stand, and what the text tells of each there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Document, Token
from kg.resolve.nouns import NounKind, is_body, is_firm, is_role, noun
from kg.resolve.segments import (
    Tokens,
    ends_given_name,
    is_possessive,
    joined,
    joins_name,
    owned_in_name,
)
from kg.resolve.told import looks_like_person, told_body, told_person

_PARTICLES = frozenset("al bin bint de del della da dos du van von der den el ul ibn i e".split())
_DATED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_HOLDING_ON = frozenset(
    "commission committee council board authority office institute centre center conference"
    " convention panel coalition alliance campaign network agency".split()
)
"""Bodies whose name tells on what they work: "Commission on Human Rights"."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TIMES = frozenset(
    "January February March April June July August September October November December Easter"
    " Christmas".split()
)
_PEOPLES = ("ans", "ites")
"""Endings of what the people of a place are called: "Ohioans"."""
_HONORIFICS = frozenset("mr mrs ms miss dr prof sir".split())
_TOLD = 3
"""How many words of the name finder a title or a role beside a name outvotes."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One run of name tokens, and whether what stands around it shows a person.

    `told` is set where the text says so (a title, a role beside it), not the name finder.
    """

    tokens: Tokens
    person: bool | None
    told: bool = False

    @property
    def vote(self) -> int:
        """Return what this one says of the name: above 0 for a person's."""
        if self.person is None:
            return 0
        return (_TOLD if self.told else 1) * (1 if self.person else -1)

    @property
    def text(self) -> str:
        """Return the name as written."""
        return joined(self.tokens)


def namings(document: Document) -> Iterator[Naming]:
    """Yield each naming outside headlines in capitals, in the order of the text."""
    for start, end in document.sentences:
        tokens = document.tokens[start:end]
        if not is_title_case(tokens):
            for low, high in _runs(tokens):
                yield from _naming(tokens, low, high)


def is_title_case(tokens: Tokens) -> bool:
    """Tell whether a headline is written in capitals throughout, so that they show no names."""
    words = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 3]
    if any(t.text in {".", ".”", '."'} for t in tokens[-2:]):
        return False
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def is_weekday(token: Token) -> bool:
    """Tell whether a token names a day of the week, whatever the name finder says."""
    return token.text.casefold() in _WEEKDAYS


def _works_on(before: Token, joining: Token) -> bool:
    """Tell whether "on" goes on with the name of a body: "Commission | on Human Rights"."""
    holds = before.text[:1].isupper() and before.text.casefold() in _HOLDING_ON
    return joining.text in {"on", "against"} and holds


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tokens):
        if not _starts_name(tokens[at]):
            at += 1
            continue
        end = at + 1
        while (grown := _grown(tokens, end)) > end:
            end = grown
        yield at, end
        at = end


def _starts_name(token: Token) -> bool:
    if is_weekday(token):
        return False
    capital = token.text[:1].isupper() and token.entity not in _DATED
    if token.text in _TIMES or (token.tag == "NNPS" and token.text.endswith(_PEOPLES)):
        return False
    compound = token.pos == "ADJ" and token.dep == "compound"
    return capital and (token.pos == "PROPN" or bool(token.entity) or compound)


def _grown(tokens: Tokens, end: int) -> int:
    """Return where a run goes on to: over a name token, or a particle or hyphen before one."""
    if end < len(tokens) and _starts_name(tokens[end]):
        return end + 1
    if ends_given_name(tokens, end + 1):
        return end + 2
    at = end
    while at < len(tokens) and at < end + 3 and _joins(tokens, at):
        at += 1
    return at + 1 if end < at < len(tokens) and _starts_name(tokens[at]) else end


def _joins(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.text in {"-", "–"}:
        return tokens[at - 1].span.end == token.span.start
    if is_possessive(token):
        return owned_in_name(tokens, at)
    if _works_on(tokens[at - 1], token):
        return True
    if token.text == "and" and joins_name(tokens, at):
        return True
    if token.text in {"of", "for", "and", "the"}:
        entry = noun(tokens[at - 1].text)
        organised = entry is not None and entry.kind is not NounKind.ROLE
        return bool(token.entity) or (organised and token.text != "and")
    return token.text in _PARTICLES


def _naming(tokens: Tokens, low: int, high: int) -> Iterator[Naming]:
    """Yield the name in a run, without the title before it."""
    starts = (at for at in range(high - 1, low, -1) if _ends_title(tokens, at, high))
    cut = next(starts, low)
    while high > cut and is_role(tokens[high - 1]):
        high -= 1
    run = tokens[cut:high]
    if not run or _only_opens(tokens, cut, high) or len(joined(run)) < 2:
        return
    last = noun(run[-1].text)
    if is_firm(joined(run)):
        yield Naming(run, person=False, told=True)
    elif last is not None and last.kind is not NounKind.ROLE:
        yield Naming(run, person=False)
    elif told_body(tokens, cut, high):
        yield Naming(run, person=False, told=True)
    elif told_person(tokens, low, cut, high):
        yield Naming(run, person=True, told=True)
    else:
        yield Naming(run, looks_like_person(tokens, cut, high))


def _only_opens(tokens: Tokens, cut: int, high: int) -> bool:
    """Tell whether a word has its capital from the start of a sentence: "Hospital officials"."""
    if high - cut > 1 or any(t.pos != "PUNCT" for t in tokens[:cut]):
        return False
    token, after = tokens[cut], tokens[high : high + 1]
    goes_on = bool(after) and after[0].text.islower() and after[0].pos == "NOUN"
    common = noun(token.text) is not None or (after[:1] and after[0].entity == token.entity != "")
    return token.pos == "NOUN" or (goes_on and bool(common))


def _ends_title(tokens: Tokens, at: int, high: int) -> bool:
    """Tell whether a title ends before a token: not in "General Electric", one organisation.

    What stands before the name of a person and is no part of it is a title, whatever its words.
    """
    if _person_begins(tokens, at, high):
        return True
    if is_body(tokens[high - 1].text) and tokens[at - 1].text[:1].isupper():
        return False
    last = tokens[at - 1]
    if last.text.islower():
        entry = noun(last.text)
        return is_role(last) or (entry is not None and entry.kind is NounKind.ORG)
    organised = last.entity == tokens[at].entity == "ORG"
    return is_role(last) and (not organised or _serves(last, tokens[at:high]))


def _serves(title: Token, rest: Tokens) -> bool:
    """Tell whether "Ms" or a title of one who heads nothing stands before a name of no body."""
    if title.text.casefold().rstrip(".") in _HONORIFICS:
        return True
    entry = noun(title.text)
    of_body = any(is_body(token.text) for token in rest)
    private = entry is not None and entry.family == "private"
    return private and len(rest) > 1 and not of_body


def _person_begins(tokens: Tokens, at: int, high: int) -> bool:
    named = high - at > 1 and all(t.entity == "PERSON" for t in tokens[at:high])
    before = tokens[at - 1]
    return named and before.entity != "PERSON" and before.text.isalpha()
