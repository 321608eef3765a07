"""Words that express a predicate of the table, found in the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.frames.lexicon import LEXICON, Entry
from kg.extract.frames.tree import Tree
from kg.extract.frames.voices import Voice

_VERBAL = frozenset(
    {
        Voice.TRANSITIVE,
        Voice.UNDERGOING,
        Voice.AGENTIVE,
        Voice.BEGINNING,
        Voice.AWARDING,
        Voice.FOUND,
        Voice.SHUT_OUT,
    }
)
_NOMINAL = frozenset({Voice.DEED, Voice.HARM, Voice.FIGURE, Voice.OCCURRENCE, Voice.OUTCOME})
_ENDINGS = (
    ("ies", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("d", ""),
    ("ed", "e"),
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens that may express `entry`: its head and the later words of an idiom."""

    words: tuple[int, ...]
    entry: Entry

    @property
    def token(self) -> int:
        """Return the head of the expression."""
        return self.words[0]

    @property
    def tail(self) -> int:
        """Return its last word, the head itself unless it is an idiom."""
        return self.words[-1]


def triggers(tree: Tree, inside: Iterable[int]) -> Iterator[tuple[Trigger, ...]]:
    """Yield, for each token that expresses something, its readings, the most demanding first."""
    for index in inside:
        found = tuple(_readings(tree, index))
        if found:
            yield found


def _readings(tree: Tree, index: int) -> Iterator[Trigger]:
    for word in _words(tree, index):
        for entry in LEXICON[word]:
            idiom = _idiom(tree, index, entry.rest)
            if idiom is not None and _fits(tree, index, entry.voice):
                yield Trigger(idiom, entry)


def _words(tree: Tree, index: int) -> list[str]:
    """Return the words of the table that a token may be an inflection of, the likeliest first.

    The form is tried where the lemma fails: capitals hide it ("Killed"), models miss it ("fined").
    """
    form = tree.tokens[index].text.lower()
    known = [word for word in (tree.lemma(index), form) if word in LEXICON]
    if not known and (tree.tokens[index].pos == "VERB" or tree.tokens[index].text[:1].isupper()):
        bare = (form.removesuffix(e) + instead for e, instead in _ENDINGS if form.endswith(e))
        known = [word for word in bare if word in LEXICON][:1]
    return list(dict.fromkeys(known))


def _idiom(tree: Tree, index: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """Follow the later words of an idiom down the parse; None when one is missing."""
    found = [index]
    for part in rest:
        below = [*tree.children(found[-1]), *tree.children(index), *_next(tree, found[-1])]
        word = next((c for c in below if tree.dep(c) != "nsubj" and part in _forms(tree, c)), None)
        if word is None:
            return None
        found.append(word)
    return tuple(found)


def _forms(tree: Tree, index: int) -> tuple[str, str]:
    return tree.lemma(index), tree.tokens[index].text.lower()


def _next(tree: Tree, index: int) -> Iterator[int]:
    """Yield a preposition right behind a word, wherever the parse hangs it, or behind its object.

    "Put participation in the strike at 92 percent", "treated 44 people for burns".
    """
    last = next((i for i in (tree.child(index, "dobj"),) if i is not None), index)
    for at in {index + 1, last + 1}:
        if at < len(tree.tokens) and tree.tokens[at].pos == "ADP":
            yield at


def _fits(tree: Tree, index: int, voice: Voice) -> bool:
    """Tell whether a token's part of speech suits the voice; capitals excuse a wrong tag."""
    token = tree.tokens[index]
    if voice is Voice.TRANSITIVE and (token.dep, token.tag) == ("amod", "VBG"):
        return False  # "striking nurses" do it themselves
    if voice in _VERBAL:
        nominal = token.pos in {"PROPN", "ADJ", "NOUN"}
        governing = tree.child(index, "dobj") is not None
        return token.pos in {"VERB", "AUX"} or (nominal and (governing or _inflected(token.text)))
    if voice in _NOMINAL:
        return token.pos in {"NOUN", "PROPN"} or (
            token.pos == "ADJ" and token.tag == "JJ" and voice is Voice.HARM
        )
    if voice is Voice.PLACED:
        return token.pos in {"ADP", "ADV", "ADJ"}
    return token.pos in {"ADJ", "VERB", "PROPN", "NOUN", "ADV"}


def _inflected(form: str) -> bool:
    """Tell whether a capitalised word looks like a verb of a headline."""
    return form[:1].isupper() and form.lower().endswith(("ed", "ing"))
