"""Names that the text around them, not what stands beside them, shows to be people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import takewhile

from kg.model import Document, Token
from kg.resolve import countries
from kg.resolve.namings import Naming
from kg.resolve.nouns import is_firm, is_role, is_speaker, noun
from kg.resolve.segments import is_possessive
from kg.resolve.told import SAYING
from kg.resolve.wording import canonical

WITHIN = frozenset({"in", "near", "outside", "around", "across"})
PLACING = WITHIN | {"at", "on", "from"}
"""Prepositions that lead to where something is."""
_BEFORE_THINGS = PLACING | {"the"}
"""What stands before the names of places and bodies, not before a surname alone."""
_SHORTEST_SURNAME = 4
_UNTOLD = frozenset({"PERSON", "", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE"})
"""What the name finder calls surnames that it does not know."""
_SOON = 30
"""Tokens within which a pronoun may still mean a name."""
_NEXT = 13
"""Tokens within which one who says something may speak of himself."""
_HE_OR_SHE = frozenset("he she his her him himself herself".split())
_PRONOUNS = _HE_OR_SHE | {"it", "its"}


def surnames(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return single words that a person alone is called by: "he" or "she" follows one.

    The name finder takes too many organisations for people for its word alone to count.
    """
    seen: dict[str, list[Token]] = defaultdict(list)
    for naming in found:
        if len(naming.tokens) == 1:
            seen[canonical(naming.text)].append(naming.tokens[0])
    opening = {canonical(naming.tokens[0].text) for naming in found if len(naming.tokens) > 1}
    return frozenset(
        key
        for key, tokens in seen.items()
        if key
        and (
            any(_followed(document, token) for token in tokens)
            or (key not in opening and _speaks_alone(document, tokens))
        )
    )


def of_themselves(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return the names of one word that say "he" or "she" of themselves."""
    alone = (naming.tokens[0] for naming in found if len(naming.tokens) == 1)
    untold = (
        token for token in alone if token.entity in _UNTOLD and not countries.is_land(token.text)
    )
    spoken = (token for token in untold if _says(document, token) and _says_he(document, token))
    return frozenset(canonical(token.text) for token in spoken)


def taken_for_bodies(document: Document, found: Sequence[Naming]) -> frozenset[str]:
    """Return names of two words and more that the name finder takes for no person's, but which are.

    They act, are said to be of a body, call none by a noun ("... Union"), and "he" or "she" follows
    before anybody else.
    """
    return frozenset(
        canonical(naming.text)
        for naming in found
        if len(naming.tokens) > 1
        and _is_of_somewhere(document, naming.tokens[-1])
        and not countries.is_land(naming.text)
        and not any(noun(token.text) or countries.named(token.text) for token in naming.tokens)
        and not (is_firm(naming.text) or any(token.text.isupper() for token in naming.tokens))
        and _then_he_or_she(document, naming.tokens[-1], _of_anybody)
    )


def _speaks_alone(document: Document, tokens: Sequence[Token]) -> bool:
    """Tell whether a bare name says something, and nothing that is told of it suits a body.

    Neither the name finder nor an article, a preposition of place or "it said" takes it for one.
    """
    plain = all(_may_be_surname(document, token) for token in tokens)
    return plain and any(_says(document, token) for token in tokens)


def _may_be_surname(document: Document, token: Token) -> bool:
    text = token.text
    written = text.isalpha() and text[1:].islower() and len(text) >= _SHORTEST_SURNAME
    before = document.tokens[token.index - 1].text if token.index else ""
    after = document.tokens[token.index + 1 : token.index + 3]
    owns_or_joins = bool(after) and (after[0].text == "-" or after[0].pos in {"NOUN", "PROPN"})
    owns_or_joins |= len(after) > 1 and is_possessive(after[0]) and is_speaker(after[1].text)
    placed = before.casefold() in _BEFORE_THINGS
    known = noun(text) is not None or token.pos != "PROPN"
    person = token.entity in _UNTOLD
    return (
        written and person and not (placed or owns_or_joins or known or _said_it(document, token))
    )


def _says(document: Document, token: Token) -> bool:
    verb = document.tokens[token.head]
    return token.dep.startswith("nsubj") and verb.lemma.casefold() in SAYING


def _says_he(document: Document, token: Token) -> bool:
    """Tell whether a name says something of himself or herself: "Brito said he had"."""
    after = document.tokens[token.index + 1 : token.index + _NEXT]
    until = list(takewhile(lambda t: t.pos != "PROPN" and t.text not in {".", "\n"}, after))
    return any(t.text.casefold() in {"he", "she"} for t in until)


def _said_it(document: Document, token: Token) -> bool:
    """Tell whether a name says something of itself as of a thing: "Norda denied that it had"."""
    after = [t.text.casefold() for t in document.tokens[token.index + 1 : token.index + _NEXT]]
    until = after[: after.index(".")] if "." in after else after
    return next((word for word in until if word in _PRONOUNS), "") in {"it", "its"}


def _followed(document: Document, name: Token) -> bool:
    """Tell whether a name acts, is taken for a person's, and "he" or "she" comes soon after it."""
    return name.entity == "PERSON" and _then_he_or_she(document, name, _of_person)


def _then_he_or_she(document: Document, name: Token, of_another: Callable[[Token], bool]) -> bool:
    """Tell whether a name acts and "he" or "she" comes soon after it, before another person."""
    after = document.tokens[name.index + 1 : name.index + _SOON]
    others = next((i for i, token in enumerate(after) if of_another(token)), len(after))
    followed = any(token.text.lower() in _HE_OR_SHE for token in after[:others])
    return name.dep.startswith("nsubj") and followed


def _is_of_somewhere(document: Document, name: Token) -> bool:
    after = document.tokens[name.index + 1 : name.index + 2]
    return bool(after) and after[0].text in {"of", "from", "with"}


def _of_person(token: Token) -> bool:
    return token.entity == "PERSON"


def _of_anybody(token: Token) -> bool:
    return _of_person(token) or is_role(token)
