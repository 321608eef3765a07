"""Whether a content counts something: anything, people harmed, or the dead."""

from __future__ import annotations

import re

from kg.extract.describe.scene import Scene
from kg.model import Token

HARM = re.compile(
    r"\b(kill(s|ed|ing)?|die[sd]?|dead|deaths?|wound(s|ed|ing)?|injur(e[sd]?|y|ies|ing)|hurt"
    r"|casualt(y|ies)|loss(es)?|tolls?|victims?|fatalit(y|ies)|neutrali[sz]ed|bodies|missing"
    r"|maimed|perished|drowned)\b"
)
_DEATH = re.compile(
    r"\b(kill(s|ed|ing)?|die[sd]?|dead|deaths?|fatalit(y|ies)|bodies|perished|drowned"
    r"|lost (their|his|her) li(fe|ves))\b"
)
_VAGUE = re.compile(
    r"\b(heavy|minimal|light|several|many|few|numerous|scores|dozens|hundreds|thousands"
    r"|millions)\b"
)
_NONE = re.compile(r"\b(no|none|nobody)\b")


_NOUNS_OF_NUMBER = frozenset({"dozen", "hundred", "thousand", "million", "billion", "half"})


def is_number(token: Token) -> bool:
    """Tell whether a token is a numeral, in digits or in words."""
    if token.pos == "NUM" or token.tag == "CD" or token.text[:1].isdigit():
        return True
    return token.text.lower() in _NOUNS_OF_NUMBER


def counts(scene: Scene) -> bool:
    """Tell whether the content has a number or a vague count."""
    return any(is_number(token) for token in scene.content) or bool(_VAGUE.search(scene.said))


def counts_harmed(scene: Scene) -> bool:
    """Tell whether the content counts casualties."""
    amount = counts(scene) or bool(_NONE.search(scene.said))
    return amount and bool(HARM.search(scene.said))


def counts_dead(scene: Scene) -> bool:
    """Tell whether the content gives a number of dead."""
    return bool(_DEATH.search(scene.said)) and any(is_number(token) for token in scene.content)
