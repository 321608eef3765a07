"""A noun phrase taken apart: owner, title, name, head, what follows. Works on any token range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Token
from kg.resolve.nouns import NounKind, is_body, is_plural, is_title, noun
from kg.resolve.segments import (
    POSSESSIVE,
    Tokens,
    conjuncts,
    ends_given_name,
    is_possessive,
    owned_in_name,
    segments,
)

COUNTING = frozenset(
    "at least most more than about around nearly up to some only over under fewer less just almost"
    " approximately roughly as many dozen dozens hundreds thousands scores several all both none"
    " number numbers majority half few of one two three another other".split()
)
"""Words that count what follows; skipped, so that "at least 30 of its miners" is "its miners"."""

_DESCRIBING = frozenset(
    "acting existing governing leading living missing neighboring neighbouring opposing protesting"
    " remaining retiring ruling serving sitting striking surviving visiting warring working"
    " fighting advancing retreating invading outgoing incoming rescuing".split()
)
"""Participles that describe people; another one before a noun mostly takes it as its object."""
_NEXT_TO = frozenset({"neighbouring", "neighboring", "nearby"})
_JOINING = frozenset({"of", "for", "on"})
_LEGAL = frozenset({"plc", "nv", "oyj", "sa", "ag", "pte", "pvt", "spa"})
"""Legal forms that are written small behind the name of a company."""
_SMALL = frozenset({"al", "-", "bin", "de", "van"})
"""Small words inside names."""

_LEADING = frozenset({"PUNCT", "ADV", "CCONJ", "SCONJ", "ADP", "INTJ", "PART", "SYM"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase.

    `words` runs from its first modifier to its last noun, without determiner, numbers and owner
    ("its"); `name` is the proper name at its end and `title` what stands before it, both empty
    for a common noun; `tail` is what follows from a preposition on, `apposition` from a comma.
    """

    words: Tokens
    determiner: str = ""
    owner: Tokens = ()
    title: Tokens = ()
    name: Tokens = ()
    tail: Tokens = ()
    apposition: Tokens = ()

    @property
    def head(self) -> Token:
        """Return the last noun."""
        return self.words[-1]

    @property
    def modifiers(self) -> Tokens:
        """Return the words before the head."""
        return self.words[:-1]

    @property
    def plural(self) -> bool:
        """Tell whether it speaks of several: not "Department of Natural Resources"."""
        ends = (i for i, t in enumerate(self.words) if i and t.text in {"of", "for"})
        end = next(ends, len(self.words))
        return is_plural(self.words[end - 1])


def phrases(tokens: Tokens) -> Iterator[Phrase]:
    """Yield the phrases that a range of tokens coordinates, usually one.

    "Taliban and allied fighters" is one: both modify the same noun. Of a clause ("who trails") it
    is the pronoun.
    """
    if tokens and tokens[0].tag == "WP":
        yield Phrase(tokens[:1])
        return
    main, *rest = segments(tokens)
    for index, part in enumerate(conjuncts(main)):
        follow = tuple(rest[0]) if rest and not index else ()
        if (found := _phrase(part, follow)) is not None:
            yield found


def _phrase(tokens: Tokens, apposition: Tokens) -> Phrase | None:
    tokens = _without_lead(tokens)
    core, tail = _core(tokens)
    owner, core = _owner(core)
    determiner, words = _determiner(core)
    if not words:
        return None
    if words[-1].text[:1].isupper() and _names_on(words[-1], tail):
        words, tail = _extended(words, tail)
    cut = _title_end(words)
    if cut:
        return Phrase(words, determiner, owner, words[:cut], words[cut:], tail, apposition)
    capitals = _from_capital(words)
    name = capitals if _is_proper(capitals) else ()
    return Phrase(words, determiner, owner, (), name, tail, apposition)


def _from_capital(words: Tokens) -> Tokens:
    """Return the words from the first capital on: the name in "banned Reform Guard"."""
    at = next((i for i, t in enumerate(words) if not t.text[:1].islower()), 0)
    return words[at:]


def _without_lead(tokens: Tokens) -> Tokens:
    """Drop what stands before a phrase: punctuation, prepositions, counting words."""
    at = 0
    while at < len(tokens) - 1 and _leads(tokens, at):
        at += 1
    return tokens[at:]


def _leads(tokens: Tokens, at: int) -> bool:
    token, low = tokens[at], tokens[at].text.casefold()
    if token.tag in {"PRP", "PRP$"} or token.text in POSSESSIVE:
        return False
    if low == "of":
        return True
    counts = low in COUNTING or token.pos == "NUM" or token.tag == "CD"
    return counts or token.pos in _LEADING or (low == "according" and token.tag == "VBG")


def _core(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Split a phrase before the preposition or verb that follows its first noun."""
    seen = False
    for at, token in enumerate(tokens):
        if seen and _ends_core(tokens, at):
            return tokens[:at], tokens[at:]
        seen = seen or token.pos in {"NOUN", "PROPN", "PRON"} or token.tag.startswith("NN")
    return tokens, ()


def _ends_core(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.pos == "ADP" or token.tag in {"IN", "TO", "MD", "RB", "VBD", "VBZ", "VBP", "VB"}:
        return not token.text[:1].isupper() or token.tag in {"IN", "TO"}
    if token.tag == "CD" and tokens[at + 1 : at + 2]:
        return tokens[at + 1].text.islower()
    if token.tag in {"VBN", "VBG"}:
        return not _modifies_later(tokens, at)
    return False


def _modifies_later(tokens: Tokens, at: int) -> bool:
    """Tell whether a participle, or the modifier it is coordinated with, modifies a noun after."""
    heads = {tokens[at].head}
    heads |= {t.head for t in tokens[:at] if t.index in heads}
    return any(t.index in heads for t in tokens[at + 1 :])


def _owner(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Split off the possessor: "its", "the union's"."""
    for at in range(len(tokens) - 2, 0, -1):
        if is_possessive(tokens[at]) and not owned_in_name(tokens, at):
            return tokens[:at], tokens[at + 1 :]
    for at, token in enumerate(tokens[:-1]):
        if token.tag == "PRP$":
            return (token,), tokens[at + 1 :]
    return (), tokens


def _determiner(tokens: Tokens) -> tuple[str, Tokens]:
    """Split off determiner and numbers, and a possessive mark that nothing follows."""
    first = ""
    words = _joined_marks(tokens)
    while len(words) > 1 and _precedes_words(words[0]):
        first = first or words[0].text.casefold()
        words = words[1:]
    while len(words) > 1 and words[-1].pos in {"ADV", "PART", "SYM", "CCONJ", "ADJ"}:
        words = words[:-1]
    if len(words) > 1 and words[-1].text in _LEGAL and words[-2].text[:1].isupper():
        words = words[:-1]
    return first, words


def _joined_marks(tokens: Tokens) -> Tokens:
    """Return the tokens without punctuation, but with hyphens and marks inside a name."""
    last = len(tokens) - 1
    return tuple(
        t
        for at, t in enumerate(tokens)
        if t.tag == "HYPH"
        or (is_possessive(t) and at < last)
        or (not is_possessive(t) and t.pos != "PUNCT")
    )


def _precedes_words(token: Token) -> bool:
    """Tell whether a token is a determiner, a number or a verb before its object."""
    if token.tag in {"VB", "VBG"} and noun(token.text) is None:
        return token.text.islower() and token.text not in _DESCRIBING
    low = token.text.casefold()
    return token.tag in {"DT", "PDT", "CD"} or low in COUNTING or low in _NEXT_TO


def _names_on(head: Token, tail: Tokens) -> bool:
    """Tell whether a tail belongs to a name: "Ministry of Trade", "Union of Weavers"."""
    if len(tail) < 2 or tail[0].text not in _JOINING:
        return False
    following = tail[2] if tail[1].text == "the" and len(tail) > 2 else tail[1]
    entry = noun(head.text)
    if entry is not None and entry.kind in {NounKind.ROLE, NounKind.GROUP} and is_plural(head):
        return False
    return following.text[:1].isupper() and (entry is not None or bool(tail[0].entity))


def _extended(words: Tokens, tail: Tokens) -> tuple[Tokens, Tokens]:
    end = 1
    while end < len(tail) and (
        tail[end].text[:1].isupper() or tail[end].text in {"the", "and", "of"}
    ):
        end += 1
    while tail[end - 1].text in {"the", "and", "of"}:
        end -= 1
    return words + tail[:end], tail[end:]


def _title_end(words: Tokens) -> int:
    """Return how many of the words are a title before a name; 0 without one."""
    for at in range(len(words) - 1, 0, -1):
        small = words[at].text in _SMALL or ends_given_name(words, at)
        if not words[at].text[:1].isupper() and not small:
            return 0
        last = words[at - 1]
        organised = last.entity == words[at].entity == "ORG" and not last.text.islower()
        if _entitles(words[at - 1]) and not _entitles(words[at]) and not organised:
            return at
    return 0


def _entitles(token: Token) -> bool:
    """Tell whether a word says what the name after it is: a role, or a lower-case "company"."""
    entry = noun(token.text)
    if entry is None:
        return is_title(token.text)
    if is_plural(token):
        return False
    return entry.kind is NounKind.ROLE or (entry.kind is NounKind.ORG and token.text.islower())


def _is_proper(words: Tokens) -> bool:
    """Tell whether a phrase is a name: "Durrani", "Supreme Court", but not "Miners" alone."""
    head = words[-1]
    hyphened = ends_given_name(words, len(words) - 1)
    if not (head.text[:1].isupper() or hyphened) or _is_people(head):
        return False
    entry = noun(head.text)
    if entry is not None and entry.kind is NounKind.ROLE and not _is_body_of(words):
        return False
    if entry is None:
        return head.pos == "PROPN" or head.tag.startswith("NNP") or bool(head.entity)
    return len(words) > 1 and all(map(_in_capitals, words))


def _is_body_of(words: Tokens) -> bool:
    """Tell whether a name is that of a body of people: "Trade Union of United Miners"."""
    at = next((i for i, token in enumerate(words) if token.text in {"of", "for"}), 0)
    return at > 0 and is_body(words[at - 1].text)


def _is_people(head: Token) -> bool:
    """Tell whether a noun is what the people of a place are called: "Ohioans"."""
    return head.tag == "NNPS" and head.text.endswith(("ans", "ites"))


def _in_capitals(token: Token) -> bool:
    return not token.text[:1].islower() or token.text in {"of", "and", "for", "the"}
