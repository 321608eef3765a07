"""Who speaks by words that no other rule knows: a name in capitals, a body of no known state."""

from __future__ import annotations

from kg.resolve import bearers, named, people
from kg.resolve.apposition import head_noun, name_after
from kg.resolve.inquiry import Inquiry
from kg.resolve.nouns import INSTITUTIONS
from kg.resolve.phrases import Phrase
from kg.resolve.register import Key
from kg.resolve.segments import joined
from kg.resolve.wording import canonical

_MEMBER = frozenset({"of", "at", "from", "with"})


def voice(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return whoever speaks by these words, since somebody does; None for a text or a thing."""
    if not asked.speaks or phrase.head.pos == "PRON":
        return None
    entry = head_noun(phrase)
    bearer = name_after(asked.scene, phrase)
    if bearer is not None and phrase.words[0].text[:1].isupper():
        full = Phrase(bearer.words, title=phrase.words, name=bearer.name)
        return people.person(asked.scene, full, None)
    if entry is not None:
        known = entry.kind in INSTITUTIONS and not phrase.plural
        return bearers.body(asked.scene, joined(phrase.words)) if known else None
    return _in_capitals(asked, phrase)


def _in_capitals(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return the bearer of a name that the name finder missed or took for a place."""
    name = phrase.name or phrase.words
    if not all(token.text[:1].isupper() for token in name) or _is_shared(asked, joined(name)):
        return None
    called = Phrase(phrase.words, name=name)
    if _is_member(phrase):
        return people.person(asked.scene, called, None)
    return named.called_after(asked, called) or bearers.body(asked.scene, joined(name))


def _is_shared(asked: Inquiry, name: str) -> bool:
    """Tell whether a name is that of several people, or begins those of several bodies."""
    names, word = asked.scene.names, canonical(name)
    return word in names.shared or sum(known.startswith(f"{word} ") for known in names.shown) > 1


def _is_member(phrase: Phrase) -> bool:
    """Tell whether somebody is said to be of a body: "Murase of Aoyama Securities"."""
    tail = phrase.tail
    return len(tail) > 1 and tail[0].text in _MEMBER and tail[1].text[:1].isupper()
