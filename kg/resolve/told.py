"""What stands beside a name and tells whether it is a person's or a body's.

A name is given as the tokens [low, high) of its sentence, or [cut, high) where a title stands
before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from kg.model import Token
from kg.resolve import countries
from kg.resolve.nouns import NounKind, is_body, is_person, is_plural, is_role, is_title, noun
from kg.resolve.segments import Tokens, is_closed, is_possessive, joined

SAYING = frozenset(
    "say tell add deny call put accuse reject describe insist claim warn note argue blame"
    " acknowledge admit estimate announce reply ask promise urge confirm believe think explain"
    " suggest concede maintain recall declare respond counter allege stress".split()
)
"""What somebody does who speaks, by lemma."""
_OF_FIRMS = frozenset(
    "shares stock plant plants mine mines terminal factory factories refinery shareholders"
    " headquarters profits revenue subsidiary".split()
)
"""What firms have, not people."""
_KIN = frozenset(
    "wife husband brother sister mother father son daughter uncle aunt cousin widow widower niece"
    " nephew grandmother grandfather girlfriend boyfriend".split()
)
"""Nouns of kin, beside which a given name stands alone."""
_FIRM_OR_PERSON = frozenset(
    "operator importer exporter supplier maker producer packer contractor distributor publisher"
    " manufacturer retailer employer".split()
)
"""Nouns by which a firm is called, and a man: "a fruit importer"."""
_DESCRIPTION = 10
_DEEPEST = 3
"""Tokens behind a name that may describe it, and prepositions followed up to a noun."""
_ENDING_DESCRIPTION = frozenset({"ADP", "PUNCT", "VERB", "AUX", "PRON", "SCONJ"})


def told_person(tokens: Tokens, low: int, cut: int, high: int) -> bool:
    """Tell whether a title or a role shows a person: "Major X", "nurse X", "the nurse, X Y,"."""
    before = tokens[low - 1] if low else None
    called = before is not None and before.text.islower() and is_role(before)
    beside = _beside_role(tokens, low, high) or _apposed_to_person(tokens, low, high)
    return called or beside or _entitled(tokens, low, cut)


def told_body(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a noun shows a body: "refiner X", "X, which", "X, the largest firm in Lima"."""
    before = tokens[low - 1] if low else None
    if before is not None and before.text.islower() and _is_organisation(before):
        return True
    if _apposed_to_body(tokens, high) or (high - low > 1 and _has_its(tokens, high)):
        return True
    after = tokens[high : high + _DESCRIPTION]
    if len(after) < 2 or after[0].text != ",":
        return False
    described = list(takewhile(lambda t: t.pos not in _ENDING_DESCRIPTION, after[1:]))
    whole = bool(described) and described[0].tag == "DT" and not any(map(is_role, described))
    then = after[len(described) + 1 :][:1]
    told_by = bool(then) and (then[0].text == "who" or then[0].lemma in SAYING)
    either = whole and described[0].text != "the" and described[-1].text in _FIRM_OR_PERSON
    organised = whole and not (told_by or either) and _is_organisation(described[-1])
    return after[1].text == "which" or organised


def looks_like_person(tokens: Tokens, cut: int, high: int) -> bool | None:
    """Tell whether name finder and description take a name for a person's; None if neither does."""
    run = tokens[cut:high]
    if countries.is_land(joined(run)):
        return False
    if _apposed_role(tokens, high):
        return len(run) > 1 or _is_described(tokens, high) or None
    labels = Counter(t.entity for t in run)
    label = labels.most_common(1)[0][0]
    if label == "PERSON":
        return True if len(run) > 1 else None
    return False if label in {"ORG", "NORP"} else None


def _entitled(tokens: Tokens, low: int, cut: int) -> bool:
    """Tell whether a person's title ends before `cut`: not "company" in "dairy company Lactona"."""
    return cut > low and (is_role(tokens[cut - 1]) or is_title(tokens[cut - 1].text))


def _beside_role(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a name of two words stands between commas behind a role: "the nurse, X Y,"."""
    if high - low < 2 or low < 2 or tokens[low - 1].text != ",":
        return False
    role = tokens[low - 2]
    organised = any(map(_is_of_body, tokens[low:high]))
    return is_closed(tokens, high) and role.text.islower() and is_role(role) and not organised


def _apposed_to_person(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a name is that of "a nurse at the ward, X Y" or "his wife, X"."""
    name, first = tokens[high - 1], tokens[0].index
    if name.dep != "appos" or not is_closed(tokens, high):
        return False
    heads = list(_governors(tokens, name.head - first))
    if high - low < 2 and not any(t.text in _KIN for t in heads[:1]):
        return False
    organised = any(map(_is_of_body, tokens[low:high]))
    return any(t.text.islower() and is_person(t) for t in heads) and not organised


def _apposed_to_body(tokens: Tokens, high: int) -> bool:
    """Tell whether a name is that of "the contractor, X", and not of "its lawyer, X"."""
    name = tokens[high - 1]
    apposed = name.dep == "appos" and is_closed(tokens, high)
    heads = list(_governors(tokens, name.head - tokens[0].index)) if apposed else []
    return bool(heads) and _is_organisation(heads[0]) and not any(map(is_person, heads[1:]))


def _governors(tokens: Tokens, at: int) -> Iterator[Token]:
    """Yield a noun, and those that it follows with a preposition: "company", "lawyer" for it."""
    first = tokens[0].index
    for _ in range(_DEEPEST):
        if not 0 <= at < len(tokens):
            return
        yield tokens[at]
        if tokens[at].dep != "pobj" or not 0 <= tokens[at].head - first < len(tokens):
            return
        at = tokens[tokens[at].head - first].head - first


def _is_of_body(token: Token) -> bool:
    """Tell whether a word of a name is a noun for bodies or an abbreviation: "SLN-Est"."""
    return is_body(token.text) or (
        len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
    )


def _is_organisation(token: Token) -> bool:
    entry = noun(token.text)
    return entry is not None and entry.kind is NounKind.ORG and not is_plural(token)


def _has_its(tokens: Tokens, high: int) -> bool:
    """Tell whether a name has what firms have: "X Y said its", "X Y's shares"."""
    after = tokens[high : high + 4]
    owned = {t.text.casefold() for t in after[1:3]}
    if after and is_possessive(after[0]):
        return not owned.isdisjoint(_OF_FIRMS)
    speaks = bool(after) and after[0].lemma in SAYING
    return speaks and [t.text for t in after[1:3] if t.text != "that"][:1] == ["its"]


def _is_described(tokens: Tokens, at: int) -> bool:
    """Tell whether a name of one word that acts is "X, the director", not "X, whose director"."""
    name, after = tokens[at - 1], tokens[at + 1 : at + 2]
    return name.dep.startswith("nsubj") and bool(after) and after[0].tag == "DT"


def _apposed_role(tokens: Tokens, at: int) -> bool:
    """Tell whether ", a dockers' leader", ", 43," or ", who" follows."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return False
    following = tokens[at + 1 : at + 8]
    if following[0].tag == "CD" or following[0].text == "who":
        return True
    stop = next((i for i, t in enumerate(following) if t.text == "," or t.pos == "VERB"), 7)
    return any(is_role(t) and t.text.islower() for t in following[:stop])
