"""Ranges of tokens: as written, and split into the phrases that they coordinate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.model import Document, Span, Token
from kg.resolve.nouns import INSTITUTIONS, noun
from kg.resolve.wording import readable

Tokens = tuple[Token, ...]

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PEOPLE_IN_PLURAL = ("ers", "ors", "ists", "ians", "ants", "ees", "men")
"""Endings of what many people are called by their work: "Mineworkers", "Electricians"."""
_MANY = frozenset({"Men", "Women", "People", "Children"})
_MEN = ("ermen", "smen", "cemen")
"""Plurals that own with "'s", and endings of such: "Women's", "Lobstermen's"; not "Yemen's"."""
_CLOSING = frozenset({",", ".", "(", ")", ";", ":", "who", "whose", "of", "from", "at", "\u2014"})
"""What may follow a name that stands beside a noun."""
_LONGEST_NAME = 8
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})


def joined(tokens: Tokens) -> str:
    """Return tokens as a name: as written, without determiner and possessive."""
    return readable(written(tokens))


def written(tokens: Tokens) -> str:
    """Return tokens as written, determiner and all."""
    parts = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        gap = before is not None and before.span.end < token.span.start
        parts.append(" " + token.text if gap else token.text)
    return "".join(parts)


def tokens_in(document: Document, span: Span) -> Tokens:
    """Return the tokens that overlap a span."""
    low, high = _first_ending_after(document.tokens, span.start), len(document.tokens)
    found = []
    for token in document.tokens[low:high]:
        if token.span.start >= span.end:
            break
        found.append(token)
    return tuple(found)


def _first_ending_after(tokens: Sequence[Token], offset: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].span.end <= offset:
            low = middle + 1
        else:
            high = middle
    return low


def segments(tokens: Tokens) -> list[Tokens]:
    """Split at commas, dashes, brackets and relative pronouns; the first segment has a word."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        closes = token.tag in _RELATIVE or token.text in {",", "(", ")", ";", ":", "—", "–", "--"}
        if closes and any(t.pos != "PUNCT" for t in parts[-1]):
            parts.append([])
        elif not closes or len(tokens) == 1:
            parts[-1].append(token)
    return [tuple(part) for part in parts]


def conjuncts(tokens: Tokens) -> list[Tokens]:
    """Split a segment at "and" and "or", unless both sides modify one noun."""
    parts: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        if token.pos == "CCONJ" and parts[-1] and not _shares_head(tokens, place):
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts]


def _shares_head(tokens: Tokens, place: int) -> bool:
    """Tell whether what stands before "and" modifies a noun after it."""
    before = tokens[place - 1]
    return any(t.index == before.head for t in tokens[place + 1 :]) or _in_name(tokens, place)


def _in_name(tokens: Tokens, place: int) -> bool:
    entity = tokens[place].entity
    return (bool(entity) and entity == tokens[place - 1].entity) or joins_name(tokens, place)


def joins_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "and" stands in one body's name: "the Mines and Geosciences Bureau"."""
    if tokens[place].text != "and":
        return False
    after = list(takewhile(_is_capital, tokens[place + 1 : place + _LONGEST_NAME]))
    low = place
    while low > max(0, place - _LONGEST_NAME) and _is_capital(tokens[low - 1]):
        low -= 1
    if not after or not _names_body(after[-1].text) or low in {0, place}:
        return False
    own = tokens[low - 1].text in {"the", "The"}
    return own and not any(_names_body(token.text) for token in tokens[low:place])


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text not in {"The", "A", "An"}


def _names_body(word: str) -> bool:
    entry = noun(word)
    return entry is not None and entry.kind in INSTITUTIONS


def is_closed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands beside a noun ends before a token: ", X Y," not ", X Y said"."""
    return at >= len(tokens) or tokens[at].text in _CLOSING


def is_possessive(token: Token) -> bool:
    """Tell whether a token is the mark after a possessor."""
    return token.tag == "POS" or token.text in POSSESSIVE


def owned_in_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a possessive mark stands inside a name: "Weavers' Guild", "Achieng' Odera"."""
    if not 0 < at < len(tokens) - 1 or not tokens[at + 1].text[:1].isupper():
        return False
    before = tokens[at - 1].text
    bare = tokens[at].text in {"'", "’"}
    men = before in _MANY or before.endswith(_MEN)
    many = men or (bare and before.endswith(PEOPLE_IN_PLURAL))
    letter = bare and not before.endswith(("s", "z", "x"))
    return before[:1].isupper() and (many or letter or noun(before) is not None)


def ends_given_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a small word ends a given name: "soo" in "Kyung-soo", not "led" in "US-led"."""
    if at <= 1 or at >= len(tokens) or not tokens[at].text.isalpha():
        return False
    first, hyphen = tokens[at - 2], tokens[at - 1]
    taken = tokens[at].pos == "NOUN" and first.entity == "PERSON"
    if tokens[at].pos != "PROPN" and not taken:
        return False
    tight = first.span.end == hyphen.span.start and hyphen.span.end == tokens[at].span.start
    return hyphen.text == "-" and tight and first.text[:1].isupper() and first.pos == "PROPN"
