"""The polarity of a statement towards what is said: the cue's, turned round by the content's."""

from __future__ import annotations

import re

from kg.extract.describe.negation import content_negated, cue_negated
from kg.extract.describe.scene import Scene
from kg.model import Polarity, SpeechAct

_DOUBTS = frozenset(["doubt", "refuse", "decline", "oppose", "resist", "rule out"])
_WHETHER = re.compile(r"\W*(whether|if|how|why|who|what|when|where|which)\b")


def polarity(scene: Scene, act: SpeechAct) -> Polarity:
    """Combine cue and content: a denial of a negated content affirms it.

    What is not committed to at all (a negated cue, a question, a refusal to comment) is
    underspecified, after FactBank (Sauri and Pustejovsky 2009, section 4).
    """
    if act is SpeechAct.DECLINE_COMMENT or _asks(scene, act) or cue_negated(scene):
        return Polarity.NEGATIVE if _refuses(scene, act) else Polarity.UNDERSPECIFIED
    own = Polarity.NEGATIVE if content_negated(scene) else Polarity.POSITIVE
    return own.inverted() if _denies(scene) else own


def _asks(scene: Scene, act: SpeechAct) -> bool:
    return act is SpeechAct.ASK and bool(_WHETHER.match(scene.said) or "?" in scene.said)


def _refuses(scene: Scene, act: SpeechAct) -> bool:
    """Tell a refusal to do something ("refused to leave") from a refusal to say something."""
    return act is SpeechAct.DENY and scene.lemma in {"refuse", "decline"}


def _denies(scene: Scene) -> bool:
    return scene.default_act is SpeechAct.DENY or scene.lemma in _DOUBTS
