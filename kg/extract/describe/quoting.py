"""How the words of the source are given: in quotes, in part, in paraphrase, as a mere act."""

from __future__ import annotations

from kg.extract.describe.scene import Scene
from kg.extract.describe.wordlist import words
from kg.model import QuoteType, Token

_ACCORDING = frozenset({"prep"})
# Verbs that only carry a noun of speech: "issue a warning". After Wierzbicka, "Why can you have a
# drink when you can't *have an eat?" (Language 58, 1982), and the light verbs of VerbNet 3.4.
LIGHT_VERBS = words(
    "issue make give level lodge send deliver renew repeat receive face draw have raise hurl "
    "launch utter extend present file voice trade exchange mount"
)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def quote_type(scene: Scene) -> QuoteType:
    """Name how the content is given; the place in the article comes first, then the quote marks."""
    if scene.in_heading:
        return QuoteType.HEADLINE
    if scene.row and scene.row.frames & _ACCORDING:
        return QuoteType.ACCORDING_TO
    quoted, words = _quoted_words(scene)
    if not quoted:
        return QuoteType.NARRATED_ACT if _narrated(scene) else QuoteType.INDIRECT
    whole = quoted == words and not _fragment(scene)
    return QuoteType.DIRECT if whole else QuoteType.MIXED


def _quoted_words(scene: Scene) -> tuple[int, int]:
    words = [token for token in scene.content if _is_word(token)]
    quoted = sum(scene.tree.quoted[token.index] >= 0 for token in words)
    return quoted, len(words)


def _is_word(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def _clause(scene: Scene) -> bool:
    return any(token.tag in _FINITE for token in scene.content)


def _fragment(scene: Scene) -> bool:
    """Tell whether a quoted phrase is built into the narrator's own sentence ("called it *x*")."""
    first = next((token for token in scene.content if _is_word(token)), None)
    return first is not None and first.text[0].islower() and not _clause(scene)


def _narrated(scene: Scene) -> bool:
    """Tell whether a noun of speech is reported without any clause of what was said."""
    noun = scene.row is not None and scene.row.is_noun
    light = noun and (scene.head is None or _carries(scene.head))
    return light and not _clause(scene)


def _carries(head: Token) -> bool:
    return head.pos in {"NOUN", "PROPN"} or head.lemma.lower() in LIGHT_VERBS
