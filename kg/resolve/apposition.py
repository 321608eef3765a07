"""What stands beside a phrase between commas: ", the mayor of Lima," or ", Ana Ruiz,"."""

from __future__ import annotations

from kg.model import Token
from kg.resolve.nouns import Noun, NounKind, is_body, is_person, noun
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.scene import Scene, country_word
from kg.resolve.segments import Tokens, is_closed, joined

_LONGEST = 14
_LONGEST_TAIL = 5
_FARTHEST = 40
"""Tokens within which a name may stand beside a noun."""


def head_noun(phrase: Phrase) -> Noun | None:
    """Return the entry of the head: "security forces", "forces", "Ministry" of "Ministry of"."""
    words = phrase.words
    end = next((i for i, t in enumerate(words) if t.text in {"of", "for"} and i), len(words))
    pair = joined(words[max(0, end - 2) : end])
    return noun(pair) or noun(words[end - 1].text)


def after_comma(scene: Scene, phrase: Phrase) -> Tokens:
    """Return what stands between the comma after a phrase and the next comma or verb."""
    at, tokens = (phrase.tail or phrase.words)[-1].index + 1, scene.document.tokens
    if at >= len(tokens) or tokens[at].text != "," or scene.sentence[at] != scene.sentence[at - 1]:
        return ()
    end = stop = min(len(tokens), at + _LONGEST)
    stop = next((i for i in range(at + 1, end) if _ends_name(tokens[i])), end)
    return tokens[at + 1 : stop]


def _ends_name(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} or (token.pos == "PUNCT" and token.text != "-")


def described(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Return the description beside a name: "the mayor of Lima", "a dairy firm"."""
    tokens = phrase.apposition or _description(scene, phrase)
    if tokens and (tokens[0].tag in {"WP", "WDT"} or tokens[0].pos in {"VERB", "AUX"}):
        return None
    for other in phrases(tokens) if tokens else ():
        entry = head_noun(other)
        if entry is not None and entry.kind in {NounKind.ROLE, NounKind.ORG} and not other.name:
            return other
    return None


def _description(scene: Scene, phrase: Phrase) -> Tokens:
    found = after_comma(scene, phrase)
    if not found:
        return ()
    first = found[0]
    begins = (
        first.tag in {"DT", "PRP$"}
        or first.text.islower()
        or country_word(scene.nations, first.text)
    )
    return found if begins else ()


def apposed_noun(scene: Scene, phrase: Phrase) -> str | None:
    """Return the noun of "Citybus, the operator"; "the Front" is a name shortened, no noun."""
    other = described(scene, phrase)
    entry = head_noun(other) if other else None
    common = other is not None and other.head.text.islower()
    return entry.form if common and entry and entry.kind is NounKind.ORG else None


def _of_person(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a body is that of one person: "the company" in "a lawyer for the company"."""
    tokens = scene.document.tokens
    before = tokens[tokens[phrase.head.head].head]
    return phrase.head.dep == "pobj" and is_body(phrase.head.text) and is_person(before)


def _apposed(scene: Scene, phrase: Phrase) -> Tokens:
    """Return the name that the parse sets beside a noun, however far: "a man who fell, X Y,"."""
    tokens, head = scene.document.tokens, phrase.head.index
    end = min(scene.document.sentences[scene.sentence[head]][1], head + _FARTHEST)
    nouns = {head, *(token.index for token in phrase.tail)}
    names = (t for t in tokens[head:end] if t.dep == "appos" and t.head in nouns)
    last = next((t for t in names if t.pos == "PROPN" and tokens[t.index - 1].pos == "PROPN"), None)
    if last is None:
        return ()
    low = last.index
    while low > head and tokens[low - 1].pos == "PROPN":
        low -= 1
    return tokens[low : last.index + 1] if tokens[low - 1].text == "," else ()


def name_after(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Return the name beside a description: "Riga Bau" in "the contractor, Riga Bau,"."""
    if phrase.plural or _of_person(scene, phrase):
        return None
    after = after_comma(scene, phrase)
    first = next((t for t in after if t.text != "the"), None)
    named = first is not None and first.pos == "PROPN"
    beside = named and len(phrase.tail) <= _LONGEST_TAIL
    found = after if beside else _apposed(scene, phrase)
    for other in phrases(found) if found else ():
        text = joined(other.name)
        known = text and scene.names.bearer(text) and country_word(scene.nations, text) is None
        if known and is_closed(scene.document.tokens, other.name[-1].index + 1):
            return other
    return None
