"""The speech act of a statement: what its cue does by itself, unless its content does another.

`ACTS` is read from the top: the first row whose test holds names the act; if none holds, the cue
does. The tests go from the plainest sign (the words of the cue) to the weakest (who speaks).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from kg.extract.describe.blame import blames_another
from kg.extract.describe.figures import counts_harmed
from kg.extract.describe.negation import content_negated, cue_negated
from kg.extract.describe.sayers import is_party, judges_it, saw_it
from kg.extract.describe.scene import Scene
from kg.extract.describe.sides import Sides, keys_of
from kg.extract.describe.wordlist import words
from kg.model import SpeechAct

Test = Callable[[Scene, Sides], bool]

_NEUTRAL = frozenset({SpeechAct.ASSERT})
_JUDGED = frozenset({SpeechAct.ASSERT, SpeechAct.ENDORSE, SpeechAct.TESTIFY})
_SAID_TO_COME = frozenset({SpeechAct.ASSERT, SpeechAct.WARN, SpeechAct.PROMISE})

_NO_COMMENT = re.compile(r"\W*no comment\b")
_NOT_SAYING = re.compile(
    r"\b(declin|refus)\w* (to )?(comment|say|discuss|confirm|name|identify|elaborate|answer"
    r"|specify|disclose|respond|speak|be drawn)\b"
)
_NOT_SAID = re.compile(
    r"\W*(to )?(comment|say|discuss|confirm|name|identify|elaborate|answer|specify|disclose|speak"
    r"|be drawn|give (details|a reason))\b"
)
_UNANSWERED = re.compile(
    r"\b(not (immediately )?(respond|reply|return|comment|answer)|be reached for comment)"
)
_CONFIRM_OR_DENY = frozenset({"confirm", "deny", "comment", "comment on"})

_SHOWN = r"(photo(graph)?s?|footage|videos?|images?|clips?|pictures?|recordings?|screenshots?)"
_SHOWING = re.compile(
    r"\b(circulat|shar|releas|publish|post|air|broadcast|distribut|display|show|present)\w*\b"
    r"(?: [\w'-]+){0,5}? " + _SHOWN + r"\b"
)
_EVIDENCE_AT_ONCE = re.compile(r"\W*(?:[\w'-]+ ){0,4}?" + _SHOWN + r"\b")
_SHOWERS = words("circulate share release publish post air broadcast distribute")
_IS_EVIDENCE = re.compile(r"\b" + _SHOWN + r"$")
_REVEALS = frozenset({"show", "suggest", "appear", "indicate", "capture", "depict"})

_CONCERN = re.compile(
    r"\b(express|voic|rais|shar|convey|utter)\w*\b.*\b(concerns?|alarm|worr(y|ies)|fears?|dismay"
    r"|anxiet(y|ies)|unease|misgivings?)\b"
)
_SPEAKS_AS = re.compile(r"\bas\b")

_CONDITION = re.compile(
    r"\b(if|unless|until|whoever|anyone|those who|next time|further|any (new|more|fresh|future"
    r"|such|attempt|attack|violation|act|incursion)|should (the|it|they|any))\b"
)
_STRONG = r"(robust|strong|harsh|crushing|decisive|firm|painful|proportionate|severe|swift|heavy)"
_RETALIATION = re.compile(
    r"\b(met|answered|countered) (with|by)\b|\bpay (the|a|an?)( \w+)? price\b|\bpay dearly\b"
    r"|\b(face|suffer|bear|regret)\b.{0,30}\bconsequences\b"
    r"|\bretaliat(e|ion)\b|\brevenge\b|\bavenge\b|\breprisals?\b|" + _STRONG + r" (response|reply)"
)
_COUNTERMOVE = re.compile(
    r"\b(other|all|every|military) options?\b|\ball (necessary )?means\b|\b(will|would|shall|to|"
    r"and) (also )?(respond|retaliate|strike|hit back|strike back|fight back|walk out|sue|escalate"
    r"|go on strike|stop work|down tools|shut down|boycott|block|expel|cut off|impose sanctions"
    r"|take (legal|industrial|further|tougher) action|take to the streets|close the)\b"
    r"|\b(strikes?|walkouts?|legal action|lawsuit) will (follow|begin|start|go ahead)\b"
    r"|\b(no choice but to|forced to) (act|respond|strike|fight|walk out|sue)\b"
)
_WARNS_OFF = re.compile(r"\bwarn\w*\b.*\bagainst$|\bthreat\w*\b")
_INCURSION = re.compile(
    r"\W*(any |all )?(further|new|more|fresh|future|repeat(ed)?|another)\b.*\b(incursion|violation"
    r"|attack|aggression|provocation|interference|strike|raid|trespass|escalation|disruption)"
)

_REASON = re.compile(
    r"\b(in|a|as|was|were|is|are|an?)( \w+)? (response|reply|retaliation|reaction) "
    r"(to|for|against)\b|\bin retaliation\b|\bin self-? ?defen[cs]e\b|\bself-? ?defen[cs]e\b"
    r"|\b(acted|fired|responded|used force)\b.{0,40}\b(to (defend|protect)|only after)\b"
    r"|\b(was|were) (necessary|needed|justified|unavoidable|proportionate|lawful)\b"
    r"|\bno (other )?(choice|alternative|option)\b"
)

_DEMAND = re.compile(
    r"\bmust (not |now |immediately )?(stop|end|halt|cease|refrain|return|withdraw|resign|act"
    r"|listen|step down|show|respect|release|apologi[sz]e|negotiate|be (released|held|protected"
    r"|investigated|stopped|allowed))\b"
)
_OWNED_UP = re.compile(
    r"\b(we|i|it|they|he|she)\b.{0,20}\b(made (a )?(serious |terrible )?(mistakes?|errors?)"
    r"|(accept|accepts|accepted|take|took|takes) (full )?responsibility)\b"
    r"|\b(we|i) (was|were) wrong\b"
)

# A verb of saying in the first person and the present does what it says (Austin, "How to Do
# Things with Words", 1962).
_PERFORMED = {
    SpeechAct.CONDEMN: "condemn|denounce|deplore",
    SpeechAct.DENY: "deny|reject|refute",
    SpeechAct.APPEAL: "urge|call (on|upon|for)|appeal|demand|implore|beg|ask (the|all|both)",
    SpeechAct.PROMISE: "promise|pledge|vow|guarantee|undertake",
    SpeechAct.ACKNOWLEDGE: "apologi[sz]e|admit|concede|acknowledge|regret",
    SpeechAct.PRAISE: "thank|praise|commend|congratulate|salute|applaud",
    SpeechAct.ENDORSE: "welcome|support|endorse|back",
    SpeechAct.WARN: "warn",
}


def _performs(verbs: re.Pattern[str], scene: Scene, _: Sides) -> bool:
    return _is_neutral(scene) and bool(verbs.match(scene.said))


def _is_neutral(scene: Scene) -> bool:
    return scene.default_act in _NEUTRAL


def _counts_their_losses(scene: Scene, sides: Sides) -> bool:
    """Tell a boast from an accusation: "alleged that 40 Norland fighters were neutralised"."""
    if scene.lemma != "allege" or not counts_harmed(scene) or " by " in scene.said:
        return False
    harmed = keys_of(scene.content)
    return bool(harmed) and is_party(scene) and not sides.same(keys_of(scene.source), harmed)


def _declines_comment(scene: Scene, _: Sides) -> bool:
    if _NO_COMMENT.match(scene.said) or _NOT_SAYING.search(scene.cued):
        return True
    if scene.lemma in {"decline", "refuse"}:
        return bool(_NOT_SAID.match(scene.said))
    return bool(_UNANSWERED.search(scene.cued)) or scene.lemma == "decline comment"


def _neither_confirms_nor_denies(scene: Scene, _: Sides) -> bool:
    return scene.lemma in _CONFIRM_OR_DENY and cue_negated(scene)


def _turns_down(scene: Scene, _: Sides) -> bool:
    return scene.lemma in {"decline", "refuse"}


def _shows_evidence(scene: Scene, _: Sides) -> bool:
    if _SHOWING.search(scene.cued) or (
        scene.lemma in _SHOWERS and _EVIDENCE_AT_ONCE.match(scene.said)
    ):
        return True
    return scene.lemma in _REVEALS and bool(_IS_EVIDENCE.search(scene.sayer))


def _cites_in_heading(scene: Scene, _: Sides) -> bool:
    return scene.in_heading and scene.lemma == "cite"


def _calls_it_something(scene: Scene, _: Sides) -> bool:
    return scene.lemma in {"describe", "refer to"} and bool(_SPEAKS_AS.search(scene.said))


def _only_refers(scene: Scene, _: Sides) -> bool:
    return scene.lemma in {"refer to", "allude to"}


def _is_concerned(scene: Scene, _: Sides) -> bool:
    return bool(_CONCERN.search(scene.cued))


def _threatens(scene: Scene, _: Sides) -> bool:
    if scene.default_act not in _SAID_TO_COME or not is_party(scene):
        return False
    if _RETALIATION.search(scene.said) and not _REASON.search(scene.said):
        return bool(_CONDITION.search(scene.said) or " will " in f" {scene.said} ")
    return bool(_CONDITION.search(scene.said) and _COUNTERMOVE.search(scene.said))


def _vows_revenge(scene: Scene, _: Sides) -> bool:
    return scene.default_act is SpeechAct.PROMISE and bool(_RETALIATION.search(scene.said))


def _warns_off(scene: Scene, _: Sides) -> bool:
    return (
        is_party(scene)
        and bool(_WARNS_OFF.search(scene.cued))
        and bool(_INCURSION.match(scene.said))
    )


def _justifies(scene: Scene, _: Sides) -> bool:
    return _is_neutral(scene) and is_party(scene) and bool(_REASON.search(scene.said))


def _demands(scene: Scene, _: Sides) -> bool:
    return _is_neutral(scene) and bool(_DEMAND.search(scene.said))


def _owns_up(scene: Scene, _: Sides) -> bool:
    return _is_neutral(scene) and bool(_OWNED_UP.search(scene.said))


def _accuses(scene: Scene, sides: Sides) -> bool:
    return _is_neutral(scene) and not content_negated(scene) and blames_another(scene, sides)


def _witnesses(scene: Scene, _: Sides) -> bool:
    return _is_neutral(scene) and saw_it(scene)


def _judges(scene: Scene, _: Sides) -> bool:
    return scene.default_act in _JUDGED and judges_it(scene)


ACTS: tuple[tuple[Test, SpeechAct], ...] = (
    (_declines_comment, SpeechAct.DECLINE_COMMENT),
    (_neither_confirms_nor_denies, SpeechAct.DECLINE_COMMENT),
    (_turns_down, SpeechAct.DENY),
    (_shows_evidence, SpeechAct.PRESENT_EVIDENCE),
    (_cites_in_heading, SpeechAct.ASSERT),
    (_calls_it_something, SpeechAct.CHARACTERIZE),
    (_only_refers, SpeechAct.MENTION),
    (_counts_their_losses, SpeechAct.ASSERT),
    (_is_concerned, SpeechAct.EXPRESS_CONCERN),
    (_vows_revenge, SpeechAct.THREATEN),
    (_warns_off, SpeechAct.THREATEN),
    (_threatens, SpeechAct.THREATEN),
    (_judges, SpeechAct.ASSESS),
    (_witnesses, SpeechAct.TESTIFY),
    *(
        (partial(_performs, re.compile(rf"\W*(we|i) (\w+ly )?({verbs})\b")), act)
        for act, verbs in _PERFORMED.items()
    ),
    (_justifies, SpeechAct.JUSTIFY),
    (_accuses, SpeechAct.ACCUSE),
    (_owns_up, SpeechAct.ACKNOWLEDGE),
    (_demands, SpeechAct.APPEAL),
)


def speech_act(scene: Scene, sides: Sides) -> SpeechAct:
    """Return what the source does by saying it, seen by itself (see `answers_accusation`)."""
    return next((act for test, act in ACTS if test(scene, sides)), scene.default_act)
