"""Whether the name of a country or a capital stands for those who govern it or for the place."""

from __future__ import annotations

from kg.model import Document, Token

_LOCATIVE = frozenset(
    "in at near from to into through across outside around inside throughout over along toward"
    " towards off via between within beyond".split()
)
_POLITICAL = frozenset(
    "accept accuse acknowledge agree allow announce appeal argue ask back ban blame block call"
    " cancel charge claim close concede condemn confirm criticise criticize cut de demand deny"
    " deploy dispute echo expel halt hope impose insist invite order pledge press pressure promise"
    " propose recall recognise recognize refuse regard reject reopen request respond retaliate say"
    " see seek sign suspend support summon tell threaten urge vow want warn welcome".split()
)
"""Verbs whose subject or object is a government when it is named by its capital."""
_DEALINGS = frozenset(
    "tension talk relation tie war conflict deal pact agreement treaty dispute negotiation truce"
    " ceasefire dialogue contact alliance rivalry trust cooperation standoff".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "obj", "dative", "iobj"})


def governs(document: Document, token: Token) -> bool:
    """Tell whether a capital's name stands where only a government can: "Lima urged Quito to"."""
    top = _first_of_list(document, token)
    if top.dep in _SUBJECTS:
        verb = document.tokens[top.head]
        return any(t.lemma.casefold() in _POLITICAL for t in (verb, document.tokens[verb.head]))
    return _in_dealings(document, top)


def is_placed(document: Document, token: Token) -> bool:
    """Tell whether a name follows a preposition of place, not one of dealings ("talks between")."""
    top = _first_of_list(document, token)
    before = document.tokens[top.head]
    return (
        top.dep == "pobj"
        and before.text.casefold() in _LOCATIVE
        and not _in_dealings(document, top)
    )


def _in_dealings(document: Document, token: Token) -> bool:
    before = document.tokens[token.head]
    governor = document.tokens[before.head]
    return token.dep == "pobj" and governor.lemma.casefold() in _DEALINGS


def _first_of_list(document: Document, token: Token) -> Token:
    """Return the first of "Kabul and Islamabad" for either of them."""
    for _ in range(8):
        if token.dep != "conj":
            break
        token = document.tokens[token.head]
    return token
