"""The one town or province that an article plays in, whether or not a gazetteer has it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Document
from kg.resolve import countries
from kg.resolve.names import Names
from kg.resolve.namings import is_title_case
from kg.resolve.nouns import noun
from kg.resolve.segments import Tokens, joined
from kg.resolve.wording import canonical

_WITHIN = frozenset({"in", "near", "outside"})
_DATED = frozenset({"DATE", "TIME"})
_LONGEST = 3


def only_town(document: Document, names: Names) -> str | None:
    """Return the name that alone follows "in", "near" or "outside"; None without or with several.

    Countries, persons and bodies ("in Reform Party ranks") do not count.
    """
    found: dict[str, str] = {}
    for start, end in document.sentences:
        tokens = document.tokens[start:end]
        if not is_title_case(tokens):
            found |= {canonical(name): name for name in _placed(tokens, names)}
    town = next(iter(found.values())) if len(found) == 1 else None
    return None if town is None or _acts(document, town) else town


def _acts(document: Document, name: str) -> bool:
    """Tell whether what looks like a town is read as a body and acts: "in Orlo", "Orlo sold"."""
    mine = [t for t in document.tokens if t.text == name.rsplit(maxsplit=1)[-1]]
    acting = any(t.dep in {"nsubj", "agent"} for t in mine)
    return acting and any(t.entity == "ORG" for t in mine)


def _placed(tokens: Tokens, names: Names) -> Iterator[str]:
    for at, token in enumerate(tokens[:-1]):
        if token.text.casefold() in _WITHIN and token.pos == "ADP":
            name = joined(_name(tokens[at + 1 : at + 1 + _LONGEST]))
            if name and _is_town(name, names):
                yield name


def _name(tokens: Tokens) -> Tokens:
    """Return the capitalised words at the start, none if a noun goes on: "in Orlo shares"."""
    size = next((i for i, t in enumerate(tokens) if not t.text[:1].isupper()), len(tokens))
    run = tokens[:size]
    if any(t.entity in _DATED or not t.text.isalpha() for t in run):
        return ()
    return run


def _is_town(name: str, names: Names) -> bool:
    if noun(name.rsplit(maxsplit=1)[-1]) is not None or names.bearer(name) in names.people:
        return False
    nation = names.nations.named(name) or names.nations.demonym(name)
    return nation is None and countries.demonym(name.split(maxsplit=1)[0]) is None
