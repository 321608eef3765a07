"""How sure a source presents itself, and the words by which it or the narrator hedges."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.describe.figures import is_number
from kg.extract.describe.scene import Scene
from kg.extract.describe.wordlist import words
from kg.model import Certainty, Span, SpeechAct, Token

# Modals and hedges by the certainty that they leave, after FactBank and the hedge lists of
# Hyland, "Metadiscourse" (2005), appendix; forms, not lemmas: "may" is no month.
_POSSIBLE = words(
    "could may might possibly perhaps maybe conceivably potentially potential possible "
    "reportedly purportedly allegedly supposedly risk risks risked risking"
)
_PROBABLE = words(
    "likely probably should apparently presumably seemingly appear appears appeared seem seems "
    "seemed probable expected expects believed believe believes think thinks suspected "
    "estimated"
)
_AS_AUXILIARY = frozenset(["could", "may", "might", "should"])
# Cues that say how sure their source is.
_CUES = {
    **dict.fromkeys(
        words(
            "suspect expect believe think estimate predict forecast project reckon "
            "anticipate assume presume guess appear seem doubt foresee"
        ),
        Certainty.PROBABLE,
    ),
    **dict.fromkeys(words("speculate suggest hint imply imagine fear worry"), Certainty.POSSIBLE),
    **dict.fromkeys(words("hope want wish wonder seek long aim"), Certainty.UNDERSPECIFIED),
}
_UNCOMMITTED = frozenset({SpeechAct.ASK, SpeechAct.DECLINE_COMMENT, SpeechAct.APPEAL})
_CONDITION = re.compile(r"(?<!\bas )(?<!\beven )\b(if|unless|provided that|in case)\b")
_MENACE = re.compile(r"\bthreaten(s|ed|ing)? to\b")

_HEDGES = words(
    "largely mostly mainly partly reportedly purportedly allegedly supposedly apparently "
    "seemingly probably possibly perhaps maybe presumably likely unlikely generally usually "
    "potentially somewhat relatively essentially virtually practically broadly"
)
_ON_CUE = words(
    "routinely strongly repeatedly often sometimes reluctantly tentatively cautiously flatly "
    "categorically vehemently firmly implicitly tacitly"
)
_BEFORE_NUMBER = words(
    "about around roughly approximately nearly almost some only just circa barely"
)
_MODAL_HEDGES = words("could may might risk risks appear appears appeared seem seems seemed")


def certainty(scene: Scene, act: SpeechAct) -> Certainty:
    """Read modals, hedges, conditions and the cue; the least sure of them counts."""
    if act in _UNCOMMITTED:
        return Certainty.UNDERSPECIFIED
    main = [token for token in scene.content if token.index in scene.main]
    if _any_of(_POSSIBLE, [*main, *scene.cue]) or _open_ended(scene):
        return Certainty.POSSIBLE
    if _any_of(_PROBABLE, main):
        return _CUES.get(scene.lemma, Certainty.PROBABLE)
    return _CUES.get(scene.lemma, Certainty.CERTAIN)


def hedges(scene: Scene) -> tuple[Span, ...]:
    """Return the hedge words in the content and on the cue, adverbs beside the cue included."""
    beside = scene.tree.kids(scene.head.index, "advmod") if scene.head is not None else []
    on_cue = {token.index: token for token in [*scene.cue, *beside]}
    found = {token.span for token in on_cue.values() if _hedges(token, _HEDGES | _ON_CUE)}
    found |= {token.span for token in scene.content if _hedges(token, _HEDGES | _MODAL_HEDGES)}
    found |= {
        token.span
        for token, after in pairwise(t for t in scene.content if t.text.lower() != "a")
        if token.text.lower() in _BEFORE_NUMBER and is_number(after)
    }
    return tuple(sorted(found))


def _open_ended(scene: Scene) -> bool:
    return bool(_CONDITION.search(scene.said) or _MENACE.search(scene.said))


def _any_of(words: frozenset[str], tokens: list[Token]) -> bool:
    return any(_hedges(token, words) for token in tokens)


def _hedges(token: Token, words: frozenset[str]) -> bool:
    form = token.text.lower()
    return form in words and (form not in _AS_AUXILIARY or token.pos == "AUX" or token.tag == "MD")
