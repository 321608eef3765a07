"""What kind of source speaks, as far as its noun tells: one who saw, one who judges."""

from __future__ import annotations

from kg.extract.describe.figures import HARM
from kg.extract.describe.scene import Scene
from kg.extract.describe.wordlist import words
from kg.model import Token

_SAW = words(
    """witness eyewitness resident local survivor neighbour neighbor bystander villager onlooker
    passer-by passerby passenger shopper motorist homeowner islander relative refugee evacuee
    herder fisherman"""
)
# Those who count the harmed testify to that only: a hospital also announces its budget.
_TREATED = words("hospital clinic doctor medic nurse paramedic surgeon morgue rescuer ambulance")
_REPORTED = frozenset({"report", "account"})
_JUDGES = words(
    """analyst observer expert economist scholar academic researcher forecaster pollster
    commentator strategist scientist pundit specialist historian"""
)
_BELOW = frozenset({"compound", "poss", "amod", "nmod"})
_THIRD = words(
    """agency charity ngo humanitarian aid forecaster meteorologist doctor scientist economist
    campaigner"""
)


def saw_it(scene: Scene) -> bool:
    """Tell whether witnesses, or those who treat the harmed, speak of what they met with."""
    nouns = _nouns(scene)
    if _heads(scene) & _SAW or (nouns & _REPORTED and "local" in scene.sayer):
        return True
    return bool(nouns & _TREATED and HARM.search(scene.said))


def judges_it(scene: Scene) -> bool:
    """Tell whether unnamed analysts, observers or experts speak."""
    return bool(_nouns(scene) & _JUDGES) and not any(
        token.entity == "PERSON" for token in scene.source
    )


def is_party(scene: Scene) -> bool:
    """Tell whether the source may be one who acts in the matter, and so may threaten."""
    return not (judges_it(scene) or saw_it(scene) or _nouns(scene) & _THIRD)


def _heads(scene: Scene) -> set[str]:
    """Return the common nouns that are what the source is, not what it deals with."""
    return {
        token.lemma.lower()
        for token in scene.source
        if token.pos == "NOUN" and token.dep not in _BELOW and not _is_owner(scene, token)
    }


def _nouns(scene: Scene) -> set[str]:
    """Return the lemmas that say what the source is; owners and what hangs on "of" are others."""
    return {
        token.lemma.lower()
        for token in scene.source
        if token.pos in {"NOUN", "PROPN", "ADJ"} and not _is_owner(scene, token)
    }


def _is_owner(scene: Scene, token: Token) -> bool:
    if token.dep == "poss":
        return True
    above = scene.tree.head(token.index)
    return token.dep == "pobj" and any(word.index == above.index for word in scene.source)
